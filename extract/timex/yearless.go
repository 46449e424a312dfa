package timex

import (
	"strings"

	"dateline/extract/date"
)

// readYearless picks the year of a month, season, quarter or feast.
func (r *resolver) readYearless(v Underspecified, e Expr) reading {
	rd := reading{basis: date.Inferred, point: v.in(0)}
	if year, ok := r.yearBeside(v, e); ok {
		rd.point = v.in(year)
		return rd
	}
	if r.tellsStory(v) {
		rd.point, rd.anchor = v.nearStory(r.story), anchorText(r.story)
		if year, ok := r.line.years[e.Start]; ok {
			rd.point = v.in(year)
		}
		if r.stillToCome(rd.point) && r.tense(e) != future {
			rd.point = v.in(rd.point.year - 1)
		}
		return rd
	}
	if !r.published.Known() {
		return rd
	}
	rd.anchor = r.published.String()
	rd.point = v.in(r.pickYear(v, e))
	return rd
}

// yearBeside is the year of a date that is listed with the next one, which
// tells it: "the spring and the early summer of 1943".
func (r *resolver) yearBeside(v Underspecified, e Expr) (int, bool) {
	if len(r.ahead) == 0 || v.Chosen {
		return 0, false
	}
	next := r.ahead[0].Value
	if r.ahead[0].Start <= e.End || r.ahead[0].Start-e.End > len(" through the ") || !next.yearTold() || next.Year == 0 || next.finestUnit() == Year {
		return 0, false
	}
	between := strings.TrimSuffix(strings.TrimSpace(strings.ToLower(r.doc.Text[e.End:r.ahead[0].Start])), " the")
	if !r.grammar.is(listing, between) {
		return 0, false
	}
	year := next.year()
	if v.in(year).stretch().from > next.in(year).stretch().from {
		year-- // November and January 1940
	}
	return year, true
}

// tellsStory reports whether a date without a year belongs to what is told
// rather than to the day of writing: in a history, or where the paragraph has
// told of another year.
func (r *resolver) tellsStory(v Underspecified) bool {
	switch {
	case r.story.year == 0 || v.Chosen && !r.history:
		return false
	case r.history || !r.published.Known():
		return true
	}
	year, _, _ := r.published.Date()
	return r.storyBlock == r.block && r.story.unit == Day && r.story.year < year-1
}

// nearStory is the stretch that v tells, in the year nearest to where the story is.
func (v Underspecified) nearStory(last point) point {
	same := v.in(last.year)
	first, end, ok := last.days()
	if !ok || last.month == 0 && last.season == "" {
		return same
	}
	best := same
	for _, y := range []int{last.year + 1, last.year - 1} {
		if gap(v.in(y), first, end) < gap(best, first, end) {
			best = v.in(y)
		}
	}
	return best
}

// gap is the number of days between p and first..last, 0 if they overlap.
func gap(p point, first, last date.Day) int {
	a, b, ok := p.days()
	switch {
	case !ok:
		return 1 << 20
	case a > last:
		return int(a - last)
	case b < first:
		return int(first - b)
	}
	return 0
}

// pickYear picks the year that v means when read on the day of publication:
// the nearest one, unless "last", "next" or the verb says otherwise.
func (r *resolver) pickYear(v Underspecified, e Expr) int {
	now := r.published
	year, _, _ := now.Date()
	this, begun, past := v.in(year), true, false
	if first, last, ok := this.days(); ok {
		begun, past = first <= now, last < now
	}
	switch {
	case v.Which < 0 && !past:
		return year - 1
	case v.Which > 0 && begun:
		return year + 1
	case v.Chosen:
		return year
	}
	best := year
	for _, y := range []int{year - 1, year + 1} {
		if gap(v.in(y), now, now) < gap(v.in(best), now, now) {
			best = y
		}
	}
	return r.bend(v, e, best)
}

// bend moves a year by one where the verb tells of the other side of now, and
// the date is not so near that the verb may be another's.
func (r *resolver) bend(v Underspecified, e Expr, year int) int {
	now := r.published
	first, last, ok := v.in(year).days()
	if !ok || gap(v.in(year), now, now) < bendable {
		return year
	}
	switch t := r.tense(e); {
	case first > now && (t == past || t == unclear && e.Signal != By):
		return year - 1
	case t == future && last < now:
		return year + 1
	}
	return year
}

// bendable is by how many days a date must be away from the day of writing for
// the verb to have a say in its year.
const bendable = 60
