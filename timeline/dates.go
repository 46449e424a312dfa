package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// mergeDates is the date of an event told by ms: the most certain and
// narrowest one that is told, narrowed by those that agree with it.
func mergeDates(ms []mention.Mention) mention.Date {
	dates := make([]mention.Date, len(ms))
	for i := range ms {
		dates[i] = ms[i].Date
	}
	slices.SortStableFunc(dates, byCertainty)
	d := dates[0]
	for _, o := range dates[1:] {
		d = narrowed(d, o)
	}
	return d
}

// bestDate is mergeDates for two ranges.
func bestDate(a, b date.Range) date.Range {
	x, y := mention.Date{Range: a}, mention.Date{Range: b}
	if byCertainty(y, x) < 0 {
		x, y = y, x
	}
	return narrowed(x, y).Range
}

// byCertainty puts the date to start from first: closed at both ends, or at
// least with a day of the year, on the most certain basis, the narrowest, with
// an hour if any tells it.
func byCertainty(a, b mention.Date) int {
	return cmp.Or(
		cmp.Compare(openness(a.Range), openness(b.Range)),
		cmp.Compare(a.Basis.Rank(), b.Basis.Rank()),
		cmp.Compare(width(a.Range), width(b.Range)),
		compareBool(a.Hour == 0, b.Hour == 0),
	)
}

// openness ranks how much of a date is missing.
func openness(r date.Range) int {
	switch {
	case r.YearUnknown():
		return 1
	case r.Bounded():
		return 0
	case r.IsZero():
		return 3
	}
	return 2
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// width is the number of days in r, open ranges being wider than any other.
func width(r date.Range) int {
	if !r.Bounded() {
		return 1 << 30
	}
	return r.Days()
}

// narrowed returns d, or the part of d in which o lies too if that is less.
func narrowed(d, o mention.Date) mention.Date {
	if !mayNarrow(d, o) {
		return d
	}
	r, ok := intersection(d.Range, o.Range)
	switch {
	case !ok || (r.Earliest == d.Earliest && r.Latest == d.Latest):
		return d
	case r.Earliest == o.Earliest && r.Latest == o.Latest:
		return o
	}
	if o.Basis.Rank() > d.Basis.Rank() {
		d.Basis = o.Basis
	}
	d.Earliest, d.Latest, d.Hour, d.Precision = r.Earliest, r.Latest, 0, date.Unknown
	if d.IsDay() {
		d.Precision = date.DayOf
	}
	return d
}

// intersection is the days that lie in both ranges.
func intersection(d, o date.Range) (date.Range, bool) {
	if o.YearUnknown() && !d.YearUnknown() {
		return fitting(d, o.Pattern)
	}
	if !d.Overlaps(o) {
		return d, false
	}
	r := date.Range{Earliest: max(d.Earliest, o.Earliest), Latest: min(d.Latest, o.Latest)}
	if !d.Latest.Known() || !o.Latest.Known() {
		r.Latest = max(d.Latest, o.Latest)
	}
	return r, true
}

// fitting is the part of r, a year or less, whose days have a pattern's digits.
func fitting(r date.Range, pattern string) (date.Range, bool) {
	var out date.Range
	if r.Days() == 0 || r.Days() > yearDays {
		return r, false
	}
	for d := r.Earliest; d <= r.Latest; d++ {
		if digitsAgree(d.String(), pattern) {
			out.Latest = d
			if !out.Earliest.Known() {
				out.Earliest = d
			}
		}
	}
	return out, out.Bounded()
}

// mayNarrow reports whether o is good enough to narrow d: read from a text, or
// no worse than d itself. A mere bound or assumption never narrows what was read,
// unless it closes an open end.
func mayNarrow(d, o mention.Date) bool {
	return firmly(o.Basis) || o.Basis.Rank() <= d.Basis.Rank() || !d.Bounded()
}
