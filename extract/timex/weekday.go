package timex

import (
	"strings"

	"dateline/extract/date"
)

// readWeekday picks the day that a weekday means.
func (r *resolver) readWeekday(v Underspecified, e Expr) reading {
	rd := reading{basis: date.Relative, point: point{unit: Day, clock: v.Clock}}
	if r.inApposition(v, e) {
		rd.point, rd.anchor = r.last, anchorText(r.last)
		rd.point.clock = v.Clock
		return rd
	}
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

// inApposition reports whether v is the weekday of the day told just before, with
// but a comma between: "tomorrow, Thursday".
func (r *resolver) inApposition(v Underspecified, e Expr) bool {
	if r.lastEnd == 0 || r.lastEnd > e.Start || strings.TrimSpace(r.doc.Text[r.lastEnd:e.Start]) != "," {
		return false
	}
	first, last, ok := r.last.days()
	return ok && first == last && isoWeekday(first) == v.Weekday
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

// startBefore moves t, a weekday that begins an interval, to the week before where
// the weekday that ends it lies further back: "from Monday to Wednesday".
func (t *Timex) startBefore(end *Timex) {
	if end.Signal != To || !t.Value.bareWeekday() || !end.Value.bareWeekday() || t.Range.Earliest <= end.Range.Earliest || !t.Range.Bounded() || !end.Range.Bounded() {
		return
	}
	day := t.Range.Earliest - 7
	p := pointOf(day, Day)
	p.clock = t.Value.Clock
	t.Range.Latest -= 7
	t.Range.Earliest, t.TIMEX3 = day, p.value()
}

// closeIntervals gives the first expression of each interval its last day.
func closeIntervals(ts []Timex) {
	for i := 1; i < len(ts); i++ {
		a, b := &ts[i-1], &ts[i]
		a.startBefore(b)
		if b.Signal == To && (a.Signal == From || a.Signal == Between) && a.Range.Bounded() && b.Range.Bounded() && b.Range.Latest >= a.Range.Earliest {
			a.LastDay = b.Range.Latest
		}
	}
}
