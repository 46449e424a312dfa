package timeline

import (
	"fmt"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
)

func event(id string, r date.Range) Event { return Event{ID: id, Date: mention.Date{Range: r}} }

func rng(a, b string, basis date.Basis) date.Range {
	var m mention.Mention
	between(a, b, basis)(&m)
	return m.Date.Range
}

func TestLayout(t *testing.T) {
	late := event("hour20", date.Single(day("2020-01-03"), date.Explicit))
	late.Date.Hour = 21
	early := event("hour8", date.Single(day("2020-01-03"), date.Explicit))
	early.Date.Hour = 9
	big := event("big", date.Single(day("2020-01-03"), date.Explicit))
	big.Salience = 5
	night := event("night", rng("2020-01-03", "2020-01-04", date.Relative))
	night.Date.Precision = date.PartOfDay
	events := []Event{
		event("undated", date.Range{}),
		event("pattern2", date.Range{Pattern: "XXXX-04-01"}),
		event("pattern1", date.Range{Pattern: "XXXX-03-15"}),
		event("by23", rng("", "2020-01-23", date.Bounded)),
		event("by20", rng("", "2020-01-20", date.Bounded)),
		event("after", rng("2020-01-23", "", date.Bounded)),
		event("year", rng("2020-01-01", "2020-12-31", date.Explicit)),
		event("span", rng("2020-01-03", "2020-01-23", date.Bounded)),
		event("pair", rng("2020-01-02", "2020-01-03", date.Document)),
		event("day1", date.Single(day("2020-01-01"), date.Explicit)),
		late, early, big, night,
	}
	const want = `1 January 2020: day1
2020: year
3 January 2020: hour8 hour20 big night pair
3-23 January 2020: span
Not dated; by 20 January 2020: by20
Not dated; by 23 January 2020: by23
Only after 23 January 2020: after
Year unknown: pattern1 pattern2
Not dated at all: undated
`
	if got := sketch(Layout(events, false)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const descending = `3-23 January 2020: span
3 January 2020: hour20 hour8 big night pair
2020: year
1 January 2020: day1
Not dated; by 23 January 2020: by23
Not dated; by 20 January 2020: by20
Only after 23 January 2020: after
Year unknown: pattern2 pattern1
Not dated at all: undated
`
	if got := sketch(Layout(events, true)); got != descending {
		t.Errorf("descending: got\n%swant\n%s", got, descending)
	}
	if got := len(Ordered(events, false)); got != len(events) {
		t.Errorf("%d events ordered, want %d", got, len(events))
	}
}

func sketch(sections []Section) string {
	var b strings.Builder
	for _, s := range sections {
		fmt.Fprintf(&b, "%s:", s.Heading)
		for _, e := range s.Events {
			b.WriteString(" " + e.ID)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestHeadings(t *testing.T) {
	cases := []struct{ from, to, want string }{
		{"2020-01-01", "2020-01-31", "January 2020"},
		{"2020-02-28", "2020-03-03", "28 February - 3 March 2020"},
		{"2019-12-28", "2020-01-03", "28 December 2019 - 3 January 2020"},
		{"2010-01-01", "2019-12-31", "2010s"},
		{"1900-01-01", "1999-12-31", "1900s"},
	}
	for _, c := range cases {
		if got := longRange(day(c.from), day(c.to)); got != c.want {
			t.Errorf("%s..%s is %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestSortDate(t *testing.T) {
	cases := []struct {
		r    date.Range
		want string
	}{
		{date.Single(day("2020-01-03"), date.Explicit), "2020-01-03"},
		{rng("2020-01-02", "2020-01-03", date.Document), "2020-01-03"},
		{rng("2020-01-03", "2020-01-23", date.Bounded), "2020-01-03"},
		{rng("", "2020-01-23", date.Bounded), "2020-01-23"},
		{rng("2020-01-23", "", date.Bounded), "2020-01-23"},
		{date.Range{Pattern: "XXXX-03-15"}, ""},
		{date.Range{}, ""},
	}
	for _, c := range cases {
		e := Event{Date: mention.Date{Range: c.r}}
		if got := SortDate(&e).String(); got != c.want {
			t.Errorf("%s sorts at %q, want %q", c.r.EDTF(), got, c.want)
		}
	}
}
