package timex

import "math"

// What the steps of a story cost, fitted to histories. Stories go forward, and
// a writer who jumps far tells the year.
const (
	forward       = 0.55 // by the logarithm of the months, to a date told by year
	forwardUntold = 1.25 // to one that tells no year
	backward      = 1.2
	backStep      = 0.5
	backUntold    = 1.4 // times as much

	passingBy    = 1.5 // to name a year in passing
	passingMonth = 0.5 // more for one with its month
	passingDay   = 2.4 // more for one with its day
	passingOpen  = 1.2 // more for one that opens a sentence, and again a paragraph
	passingSign  = 0.8 // less for one after "since", "until" and the like
	intervalEnds = 0.2 // for the last year of an interval
	leaveAside   = 1.0 // to go on with the story in a sentence that names a date in passing
)

// longestDigression is the longest date in passing, in ticks, that the dates
// after it in its sentence may belong to.
const longestDigression = 3 * ticksOfMonth

// ticksOfYear is how finely a storyline measures time: by years of twelve months
// of 31 days, which serve before Christ as well.
const (
	ticksOfMonth = 31
	ticksOfYear  = 12 * ticksOfMonth
)

// jumpCost is what it costs to go from one stretch to another. Weight is that of
// going back; told is whether the date told there has its year.
func jumpCost(a, b stretch, weight float64, told bool) float64 {
	ahead, back := forward, weight
	if !told {
		ahead, back = forwardUntold, weight*backUntold
	}
	months := func(ticks int) float64 { return math.Log1p(float64(ticks) / ticksOfMonth) }
	switch {
	case a.year == 0:
		return 0
	case b.from >= a.to:
		return ahead * months(b.from-a.to)
	case b.to <= a.from:
		return back * (backStep + backward*months(a.from-b.to))
	}
	return 0
}

// stretch is p in ticks.
func (p point) stretch() stretch {
	from, n := p.year*ticksOfYear, ticksOfYear
	switch {
	case p.unit == Century:
		n *= 100
	case p.unit == Decade:
		n *= 10
	case p.unit == Half:
		n /= 2
		from += n * (p.nth - 1)
	case p.unit == Quarter:
		n /= 4
		from += n * (p.nth - 1)
	case p.unit == Season:
		for _, s := range seasons {
			if s.code == p.season {
				from, n = from+ticksOfMonth*(s.first-1), n/4
			}
		}
	case p.month > 0 && p.day > 0:
		from, n = from+ticksOfMonth*(p.month-1)+p.day-1, 1
	case p.month > 0:
		from, n = from+ticksOfMonth*(p.month-1), ticksOfMonth
	}
	return stretch{from, from + n, p.year}
}

// part is the part of s that v's modifier tells.
func (v Underspecified) part(s stretch) stretch {
	third := (s.to - s.from) / 3
	switch {
	case third == 0:
	case v.Mod == Start:
		s.to = s.from + third
	case v.Mod == Mid:
		s.from, s.to = s.from+third, s.to-third
	case v.Mod == End:
		s.from = s.to - third
	}
	return s
}

// position is where in the text an expression stands.
type position struct {
	block, sentence int
	opensSentence   bool
	opensBlock      bool
}

func (r *resolver) positionOf(e Expr) position {
	p := position{block: r.block, sentence: r.sentence}
	p.opensSentence = e.Start-r.doc.Sentences[r.sentence].Start <= openingReach
	p.opensBlock = p.opensSentence && (r.sentence == 0 || r.doc.Sentences[r.sentence-1].Block != r.block)
	return p
}

// jumpWeight weighs a jump back in time from one position to the next: less
// at a new paragraph, and within a sentence, than from sentence to sentence.
func (at position) jumpWeight(before position) float64 {
	switch {
	case at.block != before.block:
		return 0.5
	case at.sentence != before.sentence:
		return 1
	}
	return 0.6
}

// asideCost is what it costs to take e for a date named in passing.
func (at position) asideCost(e Expr) float64 {
	if e.Signal == To && e.Value.finestUnit() == Year {
		return intervalEnds
	}
	cost := passingBy
	if e.Value.finestUnit() != Year {
		cost += passingMonth
	}
	if e.Value.Day > 0 {
		cost += passingDay
	}
	if at.opensSentence {
		cost += passingOpen
	}
	if at.opensBlock {
		cost += passingOpen
	}
	switch e.Signal {
	case By, Since, To, After, Before:
		cost -= passingSign
	}
	return cost
}
