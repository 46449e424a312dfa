package date

import (
	"fmt"
	"strings"
	"time"
)

// Precision is the granularity with which a date is told.
type Precision string

// The precisions, finest first.
const (
	Minute    Precision = "minute"
	Hour      Precision = "hour"
	PartOfDay Precision = "part-of-day"
	DayOf     Precision = "day"
	Weekend   Precision = "weekend"
	Week      Precision = "week"
	Month     Precision = "month"
	Quarter   Precision = "quarter"
	Season    Precision = "season"
	Year      Precision = "year"
	Decade    Precision = "decade"
	Century   Precision = "century"
	Unknown   Precision = "unknown"
)

// Basis tells how a date is known, from most to least certain.
type Basis string

// The bases in falling order of certainty; Rank follows this order.
const (
	Analyst  Basis = "analyst"  // set by hand
	Explicit Basis = "explicit" // a full calendar date in the text
	Inferred Basis = "inferred" // a calendar date whose year or month was filled in from context
	Relative Basis = "relative" // resolved against an anchor: yesterday, two days later
	Corpus   Basis = "corpus"   // filled in from another article
	Document Basis = "document" // the article's own news without a time phrase: the day before publication or the day itself
	Bounded  Basis = "bounded"  // only after or before something known; at the least by publication
	None     Basis = "none"     // nothing bounds it
)

var bases = []Basis{Analyst, Explicit, Inferred, Relative, Corpus, Document, Bounded, None}

// Rank is the place of b in the order of certainty, 0 the most certain.
func (b Basis) Rank() int {
	for i, x := range bases {
		if b == x {
			return i
		}
	}
	return len(bases)
}

// Range is the days, inclusive, between which an event's start lies. A zero
// end is open. The zero Range is a date of which nothing is known.
type Range struct {
	Earliest, Latest Day
	Precision        Precision
	Basis            Basis
	// Pattern is the EDTF of a date some of whose leading digits are unknown
	// ("XXXX-03-15"); Earliest and Latest are then open.
	Pattern string
	// Approx marks a date told as "about".
	Approx bool
	// Hour is the local hour of the day plus one (1 = midnight, 24 = 23 o'clock); 0 if not told.
	Hour int8
}

// Single returns the range of one day.
func Single(d Day, b Basis) Range {
	return Range{Earliest: d, Latest: d, Precision: DayOf, Basis: b}
}

// IsDay reports whether the event's start lies on one known day.
func (r Range) IsDay() bool { return r.Earliest.Known() && r.Earliest == r.Latest }

// Bounded reports whether both ends are known.
func (r Range) Bounded() bool { return r.Earliest.Known() && r.Latest.Known() }

// IsZero reports whether nothing at all is known of the date.
func (r Range) IsZero() bool { return !r.Earliest.Known() && !r.Latest.Known() && r.Pattern == "" }

// YearUnknown reports whether the date is a day or month of an unknown year.
func (r Range) YearUnknown() bool { return r.Pattern != "" }

// Days is the number of days in a range closed at both ends, else 0.
func (r Range) Days() int {
	if !r.Bounded() {
		return 0
	}
	return int(r.Latest-r.Earliest) + 1
}

// Inside reports whether r lies wholly between from and to, either of which may be open.
func (r Range) Inside(from, to Day) bool {
	if from.Known() && (!r.Earliest.Known() || r.Earliest < from) {
		return false
	}
	return !to.Known() || (r.Latest.Known() && r.Latest <= to)
}

// Overlaps reports whether some day may lie in both r and o; open ends reach
// for ever. Ranges of an unknown year overlap nothing.
func (r Range) Overlaps(o Range) bool {
	if r.YearUnknown() || o.YearUnknown() || r.IsZero() || o.IsZero() {
		return false
	}
	before := func(a, b Range) bool { return a.Latest.Known() && b.Earliest.Known() && a.Latest < b.Earliest }
	return !before(r, o) && !before(o, r)
}

// Valid reports an error if the ends are the wrong way round.
func (r Range) Valid() error {
	if r.Bounded() && r.Earliest > r.Latest {
		return fmt.Errorf("date range %s ends before it begins", r.EDTF())
	}
	return nil
}

// EDTF returns the text form of r, "" for the zero Range. An instant within a
// span of days is a one-of set ("[2020-01-03..2020-01-23]"); a whole calendar
// month or year is written as such ("2020-01", "2014").
func (r Range) EDTF() string {
	s := r.edtf()
	if r.Approx && s != "" && s[0] != '[' {
		s += "~"
	}
	return s
}

func (r Range) edtf() string {
	switch {
	case r.Pattern != "":
		return r.Pattern
	case r.IsZero():
		return ""
	case !r.Earliest.Known():
		return "[.." + r.Latest.String() + "]"
	case !r.Latest.Known():
		return "[" + r.Earliest.String() + "..]"
	case r.IsDay():
		return r.Earliest.String()
	}
	if s := calendarUnit(r.Earliest, r.Latest); s != "" {
		return s
	}
	return "[" + r.Earliest.String() + ".." + r.Latest.String() + "]"
}

// calendarUnit names the calendar month, year, decade or century that is
// exactly a..b, or "".
func calendarUnit(a, b Day) string {
	ay, am, ad := a.Date()
	by, bm, bd := b.Date()
	_, _, afterDay := (b + 1).Date()
	if ad != 1 || afterDay != 1 || bd < 28 {
		return ""
	}
	wholeYears := am == time.January && bm == time.December
	switch {
	case ay == by && am == bm:
		return fmt.Sprintf("%04d-%02d", ay, int(am))
	case wholeYears && ay == by:
		return fmt.Sprintf("%04d", ay)
	case wholeYears && ay%10 == 0 && by == ay+9:
		return fmt.Sprintf("%03dX", ay/10)
	case wholeYears && ay%100 == 0 && by == ay+99:
		return fmt.Sprintf("%02dXX", ay/100)
	}
	return ""
}

// Lasting returns the EDTF of an event that began in r and lasted until end, or
// goes on: "2025-03-15/2025-03-20", "2025-03-15/..". Where the start is no
// single date it stays a set ("[2025-03-01..2025-03-09]/..").
func Lasting(r Range, end Day, ongoing bool) string {
	s := r.EDTF()
	switch {
	case s == "":
		return ""
	case end.Known():
		return s + "/" + end.String()
	case ongoing:
		return s + "/.."
	}
	return s
}

// PatternAfter returns the pattern of a date of an unknown year that is no
// earlier than the one of pattern: "[XXXX-03-15..]".
func PatternAfter(pattern string) string {
	if strings.HasPrefix(pattern, "[") {
		return pattern
	}
	return "[" + pattern + "..]"
}
