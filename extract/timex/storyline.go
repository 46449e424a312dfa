package timex

import (
	"cmp"
	"math"
	"slices"
)

// A storyline is the course of a history through time: which of the dates told
// by year it goes through, which it only names in passing, and the year of each
// date that tells none. It is the cheapest course over the whole text, so that a
// date is filled in from what is told after it as well as before it.
type storyline struct {
	years  map[int]int  // of the dates that tell none, by the start of the expression
	asides map[int]bool // the dates named in passing, likewise
}

// leg is one way in which the story may have come to where it is.
type leg struct {
	stretch
	cost  float64
	aside aside // the last date named in passing
	step  *step
}

// stretch is a stretch of time, in ticks, the second end excluded. A year of 0
// means that nothing is told yet.
type stretch struct{ from, to, year int }

// aside is a date named in passing, and the sentence in which it is.
type aside struct {
	stretch
	sentence int
}

// step is the choice made for one expression, and those before it.
type step struct {
	prev  *step
	start int // of the expression
	year  int // filled in, else 0
	aside bool
}

// mostLegs is how many ways are followed at once.
const mostLegs = 16

// follow finds the storyline of a history.
func (r *resolver) follow(exprs []Expr) storyline {
	legs, next := []leg{{}}, []leg(nil)
	var before position
	for _, e := range exprs {
		r.enter(e)
		at := r.positionOf(e)
		if next = at.extend(next[:0], legs, e, at.jumpWeight(before)); len(next) > 0 {
			legs, next, before = cheapest(next), legs, at
		}
	}
	r.sentence, r.block = 0, 0
	return legs[0].storyline()
}

// storyline reads off the choices that led here.
func (l leg) storyline() storyline {
	out := storyline{years: map[int]int{}, asides: map[int]bool{}}
	for s := l.step; s != nil; s = s.prev {
		if s.aside {
			out.asides[s.start] = true
		} else if s.year != 0 {
			out.years[s.start] = s.year
		}
	}
	return out
}

// cheapest keeps the cheapest leg to each stretch, and of those the cheapest.
func cheapest(legs []leg) []leg {
	slices.SortStableFunc(legs, func(a, b leg) int { return cmp.Compare(a.cost, b.cost) })
	out := legs[:0]
	for _, l := range legs {
		if len(out) < mostLegs && !slices.ContainsFunc(out, func(o leg) bool { return o.stretch == l.stretch }) {
			out = append(out, l)
		}
	}
	return out
}

// extend appends to out where each leg goes on to with what e tells; nothing if
// that is no date to which a story can go. Weight is that of a jump from the
// expression before.
func (at position) extend(out, legs []leg, e Expr, weight float64) []leg {
	v := e.Value
	switch {
	case !v.dated() || v.clockOnly() || v.Frame.Vague:
	case v.yearTold():
		for _, l := range legs {
			out = append(out, l.goTo(v, e.Start, weight), l.pass(e, at))
		}
	case v.Frame.Base == Narrative || v.Frame.Base == Story:
		for _, l := range legs {
			out = append(out, l.shifted(v))
		}
	case v.Frame.Base == NoBase && (v.Month > 0 || v.Season != "" || v.Holiday != ""):
		for _, l := range legs {
			out = l.guess(out, v, e.Start, weight, at)
		}
	}
	return out
}

// goTo goes on to a date told by its year. A year that holds where the story is
// tells nothing new.
func (l leg) goTo(v Underspecified, start int, weight float64) leg {
	p := v.in(v.year())
	l.step = &step{prev: l.step, start: start}
	if whole := p.stretch(); l.year != 0 && whole.from <= l.from && l.to <= whole.to {
		return l
	}
	s := v.part(p.stretch())
	l.cost += jumpCost(l.stretch, s, weight, true)
	l.stretch = s
	return l
}

// pass takes e for a date named in passing.
func (l leg) pass(e Expr, at position) leg {
	l.cost += at.asideCost(e)
	l.aside = aside{e.Value.part(e.Value.in(e.Value.year()).stretch()), at.sentence}
	l.step = &step{prev: l.step, start: e.Start, aside: true}
	return l
}

// shifted goes on to "the next year" or "two days later". What was earlier is
// told in passing.
func (l leg) shifted(v Underspecified) leg {
	n := v.Frame.Count
	if l.year == 0 || n < 0 || v.Which < 0 {
		return l
	}
	switch v.Frame.Unit {
	case Year:
		within := v
		within.Frame, within.Year = Frame{}, l.year+n
		switch {
		case v.Which > 0:
			l.stretch = v.part(within.beside(l.stretch).stretch())
		case n != 0 || within.finestUnit() != Year:
			l.stretch = v.part(within.in(within.Year).stretch())
		}
	case Month:
		l.stretch = l.later(n * ticksOfMonth)
	case Week:
		l.stretch = l.later(n * 7)
	case Day:
		l.stretch = l.later(n)
	}
	return l
}

func (s stretch) later(ticks int) stretch {
	from := s.from + ticks
	return stretch{from, s.to + ticks, int(math.Floor(float64(from) / ticksOfYear))}
}

// guess appends to out where l goes on to with a date without a year, in each of
// the years about, and in those about a date named in passing in the same sentence.
func (l leg) guess(out []leg, v Underspecified, start int, weight float64, at position) []leg {
	if l.year == 0 {
		return append(out, l)
	}
	first := len(out)
	out = l.inYearsAbout(out, v, start, weight)
	if l.aside.year == 0 || l.aside.sentence != at.sentence || l.aside.to-l.aside.from > longestDigression {
		return out
	}
	for i := first; i < len(out); i++ {
		out[i].cost += leaveAside
	}
	beside := leg{stretch: l.aside.stretch, cost: l.cost, step: l.step}
	first = len(out)
	out = beside.inYearsAbout(out, v, start, 1)
	for i := first; i < len(out); i++ {
		out[i].aside = aside{out[i].stretch, at.sentence}
		out[i].stretch = l.stretch
	}
	return out
}

// inYearsAbout appends to out where l goes on to with v in the year in which the
// story is and those beside it. "Next summer" is only looked ahead to.
func (l leg) inYearsAbout(out []leg, v Underspecified, start int, weight float64) []leg {
	for _, year := range [...]int{l.year, l.year + 1, l.year - 1} {
		if year == 0 {
			continue
		}
		next, s := l, v.part(v.in(year).stretch())
		next.step = &step{prev: l.step, start: start, year: year}
		next.cost += jumpCost(l.stretch, s, weight, false)
		switch {
		case v.Which <= 0:
			next.stretch = s
		case s.from < l.to:
			continue
		}
		out = append(out, next)
	}
	return out
}
