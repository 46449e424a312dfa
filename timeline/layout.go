package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/extract/date"
)

// Group is a part of a timeline, by what is known of when its events took place.
type Group string

// The groups of a timeline.
const (
	Dated       Group = "dated"        // some day, or between two days
	Before      Group = "before"       // not dated, but by some day
	After       Group = "after"        // only after some day
	YearUnknown Group = "year-unknown" // a day of an unknown year
	Undated     Group = "undated"      // nothing is known
)

// groups is the order in which the groups are printed.
var groups = []Group{Dated, Before, After, YearUnknown, Undated}

// Section is a heading of a timeline with its events in order.
type Section struct {
	Group   Group
	Heading string   // "3 January 2020", "3-23 January 2020", "Not dated; by 23 January 2020"
	From    date.Day // first and last day of the heading; 0 where it has none
	To      date.Day
	Events  []Event
}

// Layout lays events out under headings: days and wider ranges in order of
// time, then what has no lower bound, by its upper one, what is only known to
// be later than a day, days of unknown years, and what has no date at all.
// Descending turns the days around, not the groups.
func Layout(events []Event, descending bool) []Section {
	byHeading := map[section]*Section{}
	var sections []*Section
	for _, e := range events {
		key := headingOf(&e)
		s := byHeading[key]
		if s == nil {
			s = &Section{Group: key.group, From: key.from, To: key.to, Heading: key.String()}
			byHeading[key] = s
			sections = append(sections, s)
		}
		s.Events = append(s.Events, e)
	}
	slices.SortFunc(sections, func(a, b *Section) int { return compareSections(a, b, descending) })
	var out []Section
	for _, s := range sections {
		slices.SortFunc(s.Events, func(a, b Event) int { return compareWithin(&a, &b, descending) })
		out = append(out, *s)
	}
	return out
}

// Ordered returns the events in the order of their layout.
func Ordered(events []Event, descending bool) []Event {
	out := make([]Event, 0, len(events))
	for _, s := range Layout(events, descending) {
		out = append(out, s.Events...)
	}
	return out
}

// SortDate is the day at which a timeline puts e: its day, the later day of a
// pair known only from the report, else its earliest day, or the only bound
// there is. It is 0 for a year-unknown or undated event.
func SortDate(e *Event) date.Day {
	key := headingOf(e)
	if key.group == Before {
		return key.to
	}
	return key.from
}

// section is the identity of a heading.
type section struct {
	group    Group
	from, to date.Day
}

func headingOf(e *Event) section {
	r := e.Date.Range
	switch {
	case r.YearUnknown():
		return section{group: YearUnknown}
	case r.IsZero():
		return section{group: Undated}
	case !r.Earliest.Known():
		return section{Before, 0, r.Latest}
	case !r.Latest.Known():
		return section{After, r.Earliest, 0}
	case r.Basis == date.Document && r.Days() == 2:
		return section{Dated, r.Latest, r.Latest}
	case withinDay(r.Precision) && r.Days() == 2:
		return section{Dated, r.Earliest, r.Earliest} // a night belongs to the day on which it begins
	}
	return section{Dated, r.Earliest, r.Latest}
}

// withinDay reports whether a precision is finer than the day that it ranges over.
func withinDay(p date.Precision) bool {
	return p == date.Minute || p == date.Hour || p == date.PartOfDay
}

func (s section) String() string {
	switch s.group {
	case Before:
		return "Not dated; by " + longDay(s.to)
	case After:
		return "Only after " + longDay(s.from)
	case YearUnknown:
		return "Year unknown"
	case Undated:
		return "Not dated at all"
	}
	return longRange(s.from, s.to)
}

// longDay writes a day as "3 January 2020".
func longDay(d date.Day) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%d %s %d", day, m, y)
}

// longRange writes what the days share only once: "3-23 January 2020",
// "28 February - 3 March 2020"; a whole month or year goes by its name.
func longRange(from, to date.Day) string {
	if from == to {
		return longDay(from)
	}
	fy, fm, fd := from.Date()
	ty, tm, td := to.Date()
	switch unit := (date.Range{Earliest: from, Latest: to}).EDTF(); {
	case strings.HasSuffix(unit, "X"): // a decade or a century
		return strings.ReplaceAll(unit, "X", "0") + "s"
	case len(unit) == len("2020"):
		return unit
	case len(unit) == len("2020-01"):
		return fmt.Sprintf("%s %d", fm, fy)
	case fy == ty && fm == tm:
		return fmt.Sprintf("%d-%d %s %d", fd, td, fm, fy)
	case fy == ty:
		return fmt.Sprintf("%d %s - %d %s %d", fd, fm, td, tm, fy)
	}
	return longDay(from) + " - " + longDay(to)
}

// compareSections orders headings: by group, then by day; at one day the
// narrower heading first.
func compareSections(a, b *Section, descending bool) int {
	if c := cmp.Compare(slices.Index(groups, a.Group), slices.Index(groups, b.Group)); c != 0 {
		return c
	}
	c := cmp.Or(cmp.Compare(a.bound(), b.bound()), cmp.Compare(a.To, b.To))
	if descending {
		return -c
	}
	return c
}

// bound is the day by which a section without a first day is sorted.
func (s *Section) bound() date.Day {
	if s.From.Known() {
		return s.From
	}
	return s.To
}

// compareWithin orders the events under a heading: by the pattern of an
// unknown year, the hour (told ones first), the salience, the id.
func compareWithin(a, b *Event, descending bool) int {
	byTime := cmp.Or(cmp.Compare(a.Date.Pattern, b.Date.Pattern), cmp.Compare(a.Date.Hour, b.Date.Hour))
	if descending {
		byTime = -byTime
	}
	return cmp.Or(
		compareBool(a.Date.Hour == 0, b.Date.Hour == 0),
		byTime,
		cmp.Compare(b.Salience, a.Salience),
		cmp.Compare(a.ID, b.ID),
	)
}
