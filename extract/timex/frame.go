package timex

import (
	"time"

	"dateline/extract/date"
)

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
		if v.Frame.Base == Narrative && v.Which != 0 {
			rd.point = inFrame.beside(r.base(v.Frame, e).stretch())
		}
	}
	if v.Clock.told {
		rd.point.clock = v.Clock
	}
	return rd
}

// beside is the stretch that v tells next after another one, or last before it.
func (v Underspecified) beside(s stretch) point {
	p := v.in(s.year)
	switch {
	case v.Which > 0 && p.stretch().from < s.to:
		return v.in(shiftYear(s.year, 1))
	case v.Which < 0 && p.stretch().to > s.from:
		return v.in(shiftYear(s.year, -1))
	}
	return p
}

// frame resolves a frame against its base.
func (r *resolver) frame(f Frame, e Expr) reading {
	rd := reading{basis: date.Relative, approx: f.Unit != Day && (f.Count > 1 || f.Count < -1)}
	base := r.base(f, e)
	rd.anchor = anchorText(base)
	u := f.Unit
	switch {
	case f.Base == Beside:
		return r.beside(f, e)
	case f.Base == Context && u == Quarter:
		rd.point = r.reportedQuarter(e).shifted(f.Count, u)
		return rd
	case f.Base == Context && r.quarter.year != 0:
		rd.point = r.quarter.shifted(4*f.Count, Quarter)
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
		return r.told(f)
	case f.Base == Story && r.last.tells(f.Unit) && (r.history || r.lastBlock == r.block):
		return r.told(f)
	case f.Base == Publication && r.history && r.story.year != 0 && f.Unit != Day && r.told(f).tells(f.Unit) && r.tense(e) == past:
		return r.told(f)
	case r.published.Known():
		return pointOf(r.published, Day)
	}
	return point{unit: Day}
}

// told is the date told last, or, to go on from what an earlier paragraph named in
// passing, where the story is.
func (r *resolver) told(f Frame) point {
	aside := r.lastAside && f.Count != 0 && r.lastBlock != r.block
	if r.story.year != 0 && (aside || !r.last.tells(f.Unit) && r.story.tells(f.Unit)) {
		return r.story
	}
	return r.last
}

func anchorText(p point) string {
	if p.year == 0 {
		return ""
	}
	return p.value()
}

// window is the range of a duration that ends or begins with the day of writing.
func (r *resolver) window(v Underspecified) (date.Range, string) {
	f := v.Frame
	if f.Vague {
		f.Count *= recentDays
		switch f.Unit {
		case Hour, Minute, Second:
			f.Count = 0
		case Day:
		default:
			return date.Range{}, "" // recent weeks, months and years reach back too uncertainly
		}
	}
	if f.Base == NoBase || !r.published.Known() {
		return date.Range{}, ""
	}
	return r.between(f, f.from(r.published), r.published)
}

// recentDays is how many days "recent days" and "the past few days" reach back.
const recentDays = 7

// few and several are the least and greatest number that "a few" may stand for.
const (
	few     = 2
	several = 6
)

// vaguely is the range of a number of units before or after the day of writing
// that is not told: "a few months ago".
func (r *resolver) vaguely(f Frame) (date.Range, string) {
	if f.Base != Publication || !r.published.Known() {
		return date.Range{}, ""
	}
	near, far := f, f
	near.Count, far.Count = f.Count*few, f.Count*several
	if f.Unit == Hour || f.Unit == Minute || f.Unit == Second {
		near.Count, far.Count = 0, 0
	}
	return r.between(f, far.from(r.published), near.from(r.published))
}

// between is the range of the days from a to b, whichever is earlier, that f
// counts off from the day of writing; none where one of them cannot be told.
func (r *resolver) between(f Frame, a, b date.Day) (date.Range, string) {
	if !a.Known() || !b.Known() {
		return date.Range{}, ""
	}
	return date.Range{
		Earliest: min(a, b), Latest: max(a, b),
		Precision: f.Unit.precision(), Basis: date.Relative, Approx: a != b,
	}, r.published.String()
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

// from is the day a frame's length away from d. Hours are counted from midnight,
// and less is the day itself.
func (f Frame) from(d date.Day) date.Day {
	t, n := d.Time(), f.Count
	switch f.Unit {
	case Century:
		t = t.AddDate(100*n, 0, 0)
	case Decade:
		t = t.AddDate(10*n, 0, 0)
	case Year:
		t = t.AddDate(n, 0, 0)
	case Half:
		t = t.AddDate(0, 6*n, 0)
	case Quarter:
		t = t.AddDate(0, 3*n, 0)
	case Month:
		t = t.AddDate(0, n, 0)
	case Week, Weekend:
		t = t.AddDate(0, 0, 7*n)
	case Day:
		t = t.AddDate(0, 0, n)
	case Hour:
		t = t.Add(time.Duration(n) * time.Hour)
	}
	return date.FromTime(t)
}
