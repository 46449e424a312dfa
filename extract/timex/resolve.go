package timex

import (
	"strings"

	"dateline/extract/date"
	"dateline/extract/token"
)

// Resolve fills in the expressions that Find found in doc, in the same order.
// What seems told from the day of writing is filled in from published, what
// belongs to a story from the date last told in it. Where neither is known, the
// value keeps its unknown parts.
func Resolve(doc *token.Doc, exprs []Expr, published date.Day) []Timex {
	r := &resolver{doc: doc, published: published, history: isHistory(exprs, published)}
	out := make([]Timex, len(exprs))
	for i, e := range exprs {
		r.ahead = exprs[i+1:]
		out[i] = r.resolve(e)
	}
	closeIntervals(out)
	return out
}

// resolver fills in the expressions of one document from first to last.
type resolver struct {
	doc       *token.Doc
	published date.Day
	history   bool   // the text tells of times long past, in order
	sentence  int    // index of the sentence of the expression in hand
	block     int    // its block
	ahead     []Expr // the expressions after it

	last       point // the date last told, for "that day", "two days later"
	lastBlock  int   // the block in which it was told
	story      point // where the story is, for dates without a year
	storyBlock int   // the block in which it came there
	quarter    point // the quarter last told, for "the year-ago period"
}

// reading is a value filled in, and how.
type reading struct {
	point  point
	basis  date.Basis
	anchor string
	approx bool
}

// isHistory reports whether the text tells of the past by calendar dates,
// rather than of the news by weekdays and the like.
func isHistory(exprs []Expr, published date.Day) bool {
	told, deictic := 0, 0
	year, _, _ := published.Date()
	for _, e := range exprs {
		v := e.Value
		switch {
		case v.deictic(), v.Weekday > 0 && v.Month == 0:
			deictic++
		case v.Year > 0 && published.Known() && v.Year >= year:
		case v.yearTold():
			told++
		}
	}
	return told >= 5 && told > 3*deictic
}

func (r *resolver) resolve(e Expr) Timex {
	r.enter(e)
	t := Timex{Expr: e, TIMEX3: e.Value.Literal}
	if e.Value.Literal != "" {
		if e.Value.Frame.Base == Narrative {
			t.Range, t.Anchor = r.offset(e)
		} else {
			t.Range, t.Anchor = r.window(e.Value)
		}
		return t
	}
	if ref := vagueReference(e.Value.Frame); ref != "" {
		t.TIMEX3 = ref
		return t
	}
	rd := r.read(e.Value, e)
	t.TIMEX3, t.Anchor = rd.point.value(), rd.anchor
	if e.Value.Weekday > 0 && rd.point.year == 0 {
		t.TIMEX3 = "XXXX-WXX-" + part(e.Value.Weekday, 1) + rd.point.clock.value()
	}
	if e.Value.Frame.Base == Narrative && r.stillToCome(rd.point) && r.tense(e) != future {
		return t // counted from the wrong day
	}
	t.Range = rd.rangeOf(e.Value)
	r.remember(e, rd)
	return t
}

// enter moves on to the sentence of e.
func (r *resolver) enter(e Expr) {
	for r.sentence+1 < len(r.doc.Sentences) && r.doc.Sentences[r.sentence+1].Start <= e.Start {
		r.sentence++
	}
	if r.sentence < len(r.doc.Sentences) {
		r.block = r.doc.Sentences[r.sentence].Block
	}
}

// vagueReference is the value of "weeks ago" and "some years later": only the
// direction is known.
func vagueReference(f Frame) string {
	switch {
	case !f.Vague:
		return ""
	case f.Count > 0:
		return "FUTURE_REF"
	}
	return "PAST_REF"
}

// remember makes a date that was told the anchor of what follows.
func (r *resolver) remember(e Expr, rd reading) {
	if rd.point.year == 0 {
		return
	}
	if e.Value.Quarter > 0 {
		r.quarter = rd.point
	}
	r.last, r.lastBlock = rd.point, r.block
	r.last.clock = clock{}
	if r.shiftsStory(rd.point, e) {
		r.story, r.storyBlock = r.last, r.block
	}
}

// shiftsStory reports whether the story goes on from p. A year that holds the
// story's date adds nothing to it, and one named in passing, within a sentence,
// does not lead it away.
func (r *resolver) shiftsStory(p point, e Expr) bool {
	if p.unit != Year || r.story.year == 0 {
		return true
	}
	opens := e.Start-r.doc.Sentences[r.sentence].Start <= openingReach
	return opens && p.year != r.story.year
}

// openingReach is within how many bytes of its start an expression opens its
// sentence: "By the end of 1964".
const openingReach = 15

// read fills in v.
func (r *resolver) read(v Underspecified, e Expr) reading {
	switch {
	case v.yearTold():
		return reading{point: v.in(v.year()), basis: date.Explicit}
	case v.Frame.Base != NoBase:
		return r.readFrame(v, e)
	case v.clockOnly():
		if day, ok := r.dayBeside(e); ok {
			return r.read(day.withoutClock().merge(Underspecified{Clock: v.Clock}), e)
		}
		rd := r.frame(Frame{Base: r.storyBase(), Unit: Day}, e)
		rd.point.clock = v.Clock
		return rd
	case v.Weekday > 0 && v.Month == 0:
		return r.readWeekday(v, e)
	case v.Day > 0 && v.Month == 0:
		rd := r.frame(Frame{Base: r.storyBase(), Unit: Month}, e)
		rd.point = point{unit: Day, year: rd.point.year, month: rd.point.month, day: v.Day, clock: v.Clock}
		return rd
	case v.Decade > 0:
		v.Decade += 190 // the nineties: of the last century but one
		return reading{point: v.in(v.year()), basis: date.Inferred}
	}
	return r.readYearless(v, e)
}

// besideReach is how many bytes may lie between an hour and the day it belongs to.
const besideReach = 6

// besideHours is how many expressions are looked through for that day.
const besideHours = 3

// dayBeside is the day told right after an hour, with nothing but other hours,
// brackets and little words between: "10:35 a.m. (0735 GMT) on Friday".
func (r *resolver) dayBeside(e Expr) (Underspecified, bool) {
	end := e.End
	for _, next := range r.ahead[:min(len(r.ahead), besideHours)] {
		if next.Start-end > besideReach || strings.ContainsAny(r.doc.Text[end:next.Start], ".;\n") {
			break
		}
		if !next.Value.clockOnly() {
			return next.Value, next.Value.dated() && next.Value.finestUnit() == Day && next.Value.Frame.Base != Narrative
		}
		end = next.End
	}
	return Underspecified{}, false
}

// withoutClock is v without its time of the day.
func (v Underspecified) withoutClock() Underspecified {
	v.Clock = clock{}
	return v
}

// storyBase is what a bare time of the day or day of the month belongs to: the
// date told last in the same paragraph, or the day of writing.
func (r *resolver) storyBase() Base {
	switch {
	case r.history || !r.published.Known():
		return Narrative
	case r.lastBlock == r.block && r.last.unit == Day && r.last.day > 0:
		return Narrative
	}
	return Publication
}

// year is the year that v tells, negative before Christ, the first one of a
// decade or century.
func (v Underspecified) year() int {
	y := v.Year
	switch {
	case y != 0:
	case v.Decade > 0:
		y = v.Decade * 10
	default:
		y = (v.Century - 1) * 100
	}
	if v.BC {
		return -y
	}
	return y
}

// in is the stretch that v's parts tell in a year.
func (v Underspecified) in(year int) point {
	p := point{unit: v.finestUnit(), year: year, month: v.Month, day: v.Day, season: v.Season, clock: v.Clock}
	switch {
	case v.Holiday != "" && year > 0:
		p = pointOf(holidays[v.Holiday](year), Day)
		p.clock = v.Clock
	case v.Week && year > 0:
		p.unit = Day
		p = p.within(Week)
	case v.Half > 0:
		p.nth = v.Half
	case v.Quarter > 0:
		p.nth = v.Quarter
	case v.Year == 0 && v.Decade > 0:
		p.unit = Decade
	case v.Year == 0 && v.Century > 0:
		p.unit = Century
	}
	return p
}

// readFrame fills in the frame and sets the other parts into it.
func (r *resolver) readFrame(v Underspecified, e Expr) reading {
	rd := r.frame(v.Frame, e)
	frame := rd.point
	switch {
	case v.Weekday > 0 && frame.unit == Week:
		if first, _, ok := frame.days(); ok && frame.nth > 0 {
			rd.point = pointOf(first+date.Day(v.Weekday-1), Day)
		}
	case v.Month > 0 || v.Season != "" || v.Quarter > 0 || v.Half > 0 || v.Holiday != "":
		inFrame := v
		inFrame.Frame = Frame{}
		rd.point = inFrame.in(frame.year)
	}
	if v.Clock.told {
		rd.point.clock = v.Clock
	}
	return rd
}

// frame resolves a frame against its base.
func (r *resolver) frame(f Frame, e Expr) reading {
	rd := reading{basis: date.Relative, approx: f.Unit != Day && (f.Count > 1 || f.Count < -1)}
	base := r.base(f, e)
	rd.anchor = anchorText(base)
	u := f.Unit
	switch {
	case f.Base == Context && r.quarter.year != 0:
		base, u = r.quarter, Quarter
		rd.point = base.shifted(4*f.Count, u)
		return rd
	case u == Hour || u == Minute || u == Second:
		u, f.Count = Day, 0
		rd.approx = true
	}
	rd.point = base.shifted(f.Count, u)
	return rd
}

// base is the date that a frame is counted from.
func (r *resolver) base(f Frame, e Expr) point {
	switch {
	case f.Base == Given && f.Of != nil:
		return r.read(*f.Of, e).point
	case f.Base == Context && r.storyBase() == Narrative && r.last.year != 0:
		return r.last
	case f.Base == Narrative && r.last.year != 0:
		return r.last
	case r.published.Known():
		return pointOf(r.published, Day)
	}
	return point{unit: Day}
}

func anchorText(p point) string {
	if p.year == 0 {
		return ""
	}
	return p.value()
}

// readWeekday picks the day that a weekday means.
func (r *resolver) readWeekday(v Underspecified, e Expr) reading {
	rd := reading{basis: date.Relative, point: point{unit: Day, clock: v.Clock}}
	ref, story := r.weekdayReference()
	if !ref.Known() {
		return rd
	}
	ahead := (v.Weekday - isoWeekday(ref) + 7) % 7 // days until the next one, ref included
	day := ref + date.Day(ahead)
	switch {
	case v.Which < 0 && ahead == 0, v.Which < 0:
		day -= 7
	case v.Which > 0 && ahead == 0:
		day += 7
	case v.Which > 0, v.Chosen, story, ahead == 0:
	case r.tense(e) != future:
		day -= 7
	}
	rd.point = pointOf(day, Day)
	rd.point.clock, rd.anchor = v.Clock, ref.String()
	return rd
}

// weekdayReference is the day of writing, or, where it is not known or the text
// is a history, the day last told in the paragraph (story is true then).
func (r *resolver) weekdayReference() (ref date.Day, story bool) {
	first, last, ok := r.last.days()
	if ok && first == last && (r.history || !r.published.Known() && r.lastBlock == r.block) {
		return first, true
	}
	return r.published, false
}

func isoWeekday(d date.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// closeIntervals gives the first expression of each interval its last day.
func closeIntervals(ts []Timex) {
	for i := 1; i < len(ts); i++ {
		a, b := &ts[i-1], &ts[i]
		if b.Signal == To && (a.Signal == From || a.Signal == Between) && a.Range.Bounded() && b.Range.Bounded() && b.Range.Latest >= a.Range.Earliest {
			a.End = b.Range.Latest
		}
	}
}

// window is the range of a duration that ends or begins with the day of writing.
func (r *resolver) window(v Underspecified) (date.Range, string) {
	if v.Frame.Base == NoBase || v.Frame.Vague || !r.published.Known() || strings.HasPrefix(string(v.Frame.Unit), "T") {
		return date.Range{}, ""
	}
	rng := date.Range{Earliest: r.published, Latest: r.published, Precision: v.Frame.Unit.precision(), Basis: date.Relative, Approx: true}
	first, last, ok := pointOf(r.published, Day).shifted(v.Frame.Count, dayUnit(v.Frame.Unit)).days()
	switch {
	case !ok:
		return date.Range{}, ""
	case v.Frame.Count < 0:
		rng.Earliest = first
	default:
		rng.Latest = last
	}
	return rng, r.published.String()
}

// offset is the range of a length in days that counts from the story: "two
// days after the vote". Longer ones mostly count from what the text has not
// dated, and so has a day that was still to come when this was written.
func (r *resolver) offset(e Expr) (date.Range, string) {
	if e.Value.Frame.Vague || r.last.year == 0 || e.Value.Frame.Unit != Day {
		return date.Range{}, ""
	}
	rd := r.frame(e.Value.Frame, e)
	if r.stillToCome(rd.point) {
		return date.Range{}, ""
	}
	return rd.rangeOf(e.Value), rd.anchor
}

// stillToCome reports whether p lies after the day of writing.
func (r *resolver) stillToCome(p point) bool {
	first, _, ok := p.days()
	return ok && r.published.Known() && first > r.published
}

// dayUnit is the unit itself, a weekend being counted as its week.
func dayUnit(u Unit) Unit {
	if u == Weekend {
		return Week
	}
	return u
}
