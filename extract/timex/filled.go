package timex

import "strings"

// Parts is a set of parts of a date.
type Parts uint16

// The parts of a date.
const (
	CenturyPart Parts = 1 << iota
	DecadePart
	YearPart
	HalfPart
	QuarterPart
	SeasonPart
	MonthPart
	WeekPart
	DayPart
)

// partNames are the parts, coarsest first.
var partNames = []struct {
	part Parts
	name string
}{
	{CenturyPart, "century"}, {DecadePart, "decade"}, {YearPart, "year"}, {HalfPart, "half"}, {QuarterPart, "quarter"},
	{SeasonPart, "season"}, {MonthPart, "month"}, {WeekPart, "week"}, {DayPart, "day"},
}

// Names are the names of the parts, coarsest first.
func (p Parts) Names() []string {
	var out []string
	for _, n := range partNames {
		if p&n.part != 0 {
			out = append(out, n.name)
		}
	}
	return out
}

// String is the names of the parts with commas between them.
func (p Parts) String() string { return strings.Join(p.Names(), ", ") }

// filled returns the parts of p, the date that v was read as, which the words
// do not tell.
func (p point) filled(v Underspecified) Parts {
	if v.Frame.Base == Given && v.Frame.Of != nil {
		return p.filled(*v.Frame.Of) // the day before May 5: no more than May 5 lacks
	}
	if p.year == 0 {
		return 0
	}
	var out Parts
	add := func(part Parts, told bool) {
		if !told {
			out |= part
		}
	}
	switch p.unit {
	case Century:
		add(CenturyPart, v.yearTold())
		return out
	case Decade:
		add(CenturyPart, v.yearTold())
		add(DecadePart, v.yearTold() || v.Decade > 0)
		return out
	}
	add(YearPart, v.yearTold())
	switch p.unit {
	case Half:
		add(HalfPart, v.Half > 0)
	case Quarter:
		add(QuarterPart, v.Quarter > 0)
	case Season:
		add(SeasonPart, v.Season != "")
	case Week, Weekend:
		add(WeekPart, v.Day > 0)
	case Month:
		add(MonthPart, v.Month > 0)
	case Day:
		add(MonthPart, v.Month > 0 || v.Holiday != "" || p.month == 0)
		add(DayPart, v.Day > 0 || v.Holiday != "" || p.day == 0)
	}
	return out
}
