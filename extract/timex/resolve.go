package timex

import (
	"slices"
	"time"

	"dateline/extract/date"
	"dateline/extract/token"
)

// Resolve fills in the expressions that Find found in doc, in the same order.
// What seems told from the day of writing is filled in from published, what
// belongs to a story from the date last told in it. Where neither is known, the
// value keeps its unknown parts.
func Resolve(doc *token.Doc, exprs []Expr, published date.Day) []Timex {
	out := make([]Timex, len(exprs))
	g, err := english()
	if err != nil {
		return out // Load tells; Find has found nothing
	}
	r := &resolver{doc: doc, grammar: g, published: published, history: isHistory(exprs, published)}
	if r.history && len(doc.Sentences) > 0 {
		r.line = r.follow(exprs)
	}
	if slices.ContainsFunc(exprs, countsFromEvent) {
		r.starts = r.daysOfEvents(exprs)
	}
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
	grammar   *grammar
	published date.Day
	history   bool   // the text tells of times long past, in order
	sentence  int    // index of the sentence of the expression in hand
	block     int    // its block
	ahead     []Expr // the expressions after it

	line         storyline
	last         point // the date last told, for "that day", "two days later"
	lastAside    bool  // it was named in passing
	lastBlock    int   // the block in which it was told
	lastSentence int   // the sentence
	lastEnd      int   // where it ended
	story        point // where the story is, for dates without a year
	storyBlock   int   // the block in which it came there
	quarter      point // the quarter last told, for "the year-ago period"

	starts eventDays // the days on which something began
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
	told, deictic, latest := 0, 0, 0
	year, _, _ := published.Date()
	for _, e := range exprs {
		v := e.Value
		switch {
		case v.deictic(), v.Weekday > 0 && v.Month == 0:
			deictic++
		case v.Year > 0 && published.Known() && v.Year >= year:
		case v.BC:
			told += historyYears
		case v.yearTold():
			told++
			latest = max(latest, v.Year)
		}
	}
	return told >= historyYears && told > historyRatio*deictic || deictic == 0 && told >= shortHistoryYears && latest < year-shortHistoryAge
}

func (r *resolver) resolve(e Expr) Timex {
	r.enter(e)
	t := Timex{Expr: e, TIMEX3: e.Value.Literal}
	if e.Value.Literal != "" {
		r.leaveQuarter(e)
		if e.Value.Frame.Base == Narrative {
			t.Range, t.Anchor = r.offset(e)
		} else {
			t.Range, t.Anchor = r.window(e.Value)
		}
		return t
	}
	if r.history && e.Value.today() {
		t.TIMEX3 = "PRESENT_REF"
		return t
	}
	if ref := vagueReference(e.Value.Frame); ref != "" {
		t.TIMEX3 = ref
		t.Range, t.Anchor = r.vaguely(e.Value.Frame)
		return t
	}
	rd := r.read(e.Value, e)
	if ref := rd.point.beyondYears(); ref != "" {
		t.TIMEX3, t.Anchor = ref, rd.anchor
		return t
	}
	rd.point = rd.point.onCalendar()
	t.TIMEX3, t.Anchor, t.Filled = rd.point.value(), rd.anchor, rd.point.filled(e.Value)
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
		return futureRef
	}
	return pastRef
}

// read fills in v.
func (r *resolver) read(v Underspecified, e Expr) reading {
	switch {
	case v.yearTold() && v.Frame.Base == Context:
		return reading{point: r.quarterIn(v.Year), basis: date.Explicit}
	case v.Frame.Base == SameDay && r.published.Known():
		today := pointOf(r.published, Day)
		today.year = v.year()
		return reading{point: today.onCalendar(), basis: date.Relative, anchor: r.published.String()}
	case v.yearTold():
		return reading{point: v.in(v.year()), basis: date.Explicit}
	case v.Frame.Base == Anniversary:
		return r.anniversary(v.Frame, e)
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
		rd.point = point{unit: Day, year: rd.point.year, month: rd.point.month, clock: v.Clock}
		if rd.point.year > 0 && rd.point.month > 0 && hasDay(rd.point.year, time.Month(rd.point.month), v.Day) {
			rd.point.day = v.Day
		}
		return rd
	case v.Decade > 0:
		v.Decade += 190 // the nineties: of the last century but one
		return reading{point: v.in(v.year()), basis: date.Inferred}
	}
	return r.readYearless(v, e)
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

// in is the stretch that v's parts tell in a year, or, for 29 February, in the
// leap year nearest to it.
func (v Underspecified) in(year int) point {
	if v.Month == 2 && v.Day == 29 && year > 0 {
		year = nearestLeapYear(year)
	}
	p := point{unit: v.finestUnit(), year: year, month: v.Month, day: v.Day, season: v.Season, clock: v.Clock}
	switch {
	case v.Holiday != "" && year > 0:
		p = pointOf(holidays[v.Holiday](year), Day)
		p.clock, p.span = v.Clock, feastDays[v.Holiday]
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

func nearestLeapYear(year int) int {
	for n := 0; ; n++ {
		for _, y := range []int{year - n, year + n} {
			if hasDay(y, time.February, 29) {
				return y
			}
		}
	}
}

// hasDay reports whether the calendar has such a day.
func hasDay(year int, m time.Month, day int) bool {
	_, month, _ := date.Of(year, m, day).Date()
	return month == m
}
