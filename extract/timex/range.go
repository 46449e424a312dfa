package timex

import (
	"dateline/extract/date"
)

// precisions are the precision of a date told in each unit.
var precisions = map[Unit]date.Precision{
	Century: date.Century, Decade: date.Decade, Year: date.Year, Half: date.Year, Quarter: date.Quarter,
	Season: date.Season, Month: date.Month, Week: date.Week, Weekend: date.Weekend, Day: date.DayOf,
}

func (u Unit) precision() date.Precision {
	if p, ok := precisions[u]; ok {
		return p
	}
	return date.Unknown
}

// rangeOf is the days that a reading of v means.
func (rd reading) rangeOf(v Underspecified) date.Range {
	p := rd.point
	first, last, ok := p.days()
	if !ok {
		return p.unknownYear(rd.basis)
	}
	rng := date.Range{Earliest: first, Latest: last, Precision: p.unit.precision(), Basis: rd.basis, Approx: rd.approx || v.Mod != NoMod}
	if p.unit == Day {
		if p.day == 0 {
			rng.Precision, rng.Approx = date.Month, true
		}
		return withClock(rng, p.clock)
	}
	rng.Earliest, rng.Latest = v.Mod.third(first, last)
	return rng
}

// unknownYear is the range of a date whose year is not known: its EDTF
// pattern, if it has one.
func (p point) unknownYear(b date.Basis) date.Range {
	if p.year != 0 || p.month == 0 || p.unit != Day && p.unit != Month {
		return date.Range{}
	}
	p.clock = clock{}
	return date.Range{Pattern: p.value(), Precision: p.unit.precision(), Basis: b}
}

// third narrows first..last to the part that a modifier tells.
func (m Mod) third(first, last date.Day) (date.Day, date.Day) {
	n := (last - first + 1) / 3
	switch {
	case n < 2:
	case m == Start:
		last = first + n - 1
	case m == End:
		first = last - n + 1
	case m == Mid:
		first, last = first+n, last-n
	}
	return first, last
}

// withClock narrows a range of one day to a time of it. A night runs on into
// the next day.
func withClock(r date.Range, c clock) date.Range {
	switch {
	case !c.told:
	case c.part != "":
		r.Precision = date.PartOfDay
		if c.part == "NI" && r.Latest < date.Last {
			r.Latest++
		}
	case c.minute != 0:
		r.Precision, r.Hour = date.Minute, int8(c.hour%24)+1
	default:
		r.Precision, r.Hour = date.Hour, int8(c.hour%24)+1
	}
	return r
}
