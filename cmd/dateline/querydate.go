package main

import (
	"fmt"
	"regexp"
	"strings"

	"dateline/extract/date"
)

// readDate reads a date that a user typed: ISO 8601 and EDTF first, strictly,
// then English ("last month", "March 2019", "3 days ago") with ref as today.
// A date told as a period is the whole period.
func readDate(s string, ref date.Day) (date.Range, error) {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return date.Range{}, usagef("empty date; write it as 2020-01-23, 2020-01, 2020 or \"last month\"")
	}
	if looksISO(s) {
		r, err := readISO(s)
		if err != nil {
			return date.Range{}, usagef("%v; write dates as 2020-01-23, 2020-01, 2020-W04, 2020 or 2020-01-03/2020-01-23", err)
		}
		return r, nil
	}
	r, ok := readEnglish(s, ref)
	if !ok {
		return date.Range{}, usagef("cannot read %q as a date; write it as 2020-01-23, 2020-01, 2020, \"March 2019\" or \"last month\"", s)
	}
	return r, nil
}

// readDay is readDate for places where only a single day will do.
func readDay(s string, ref date.Day) (date.Day, error) {
	r, err := readDate(s, ref)
	if err != nil {
		return 0, err
	}
	if !r.IsDay() {
		return 0, usagef("%q is not a single day; write it as 2020-01-23", s)
	}
	return r.Earliest, nil
}

// isoShape is what only ISO 8601 and EDTF look like: such input is never
// passed on to the English reader, which would guess at a slip of the pen.
var isoShape = regexp.MustCompile(`^[0-9X.\[\]/~-]*[0-9X][0-9X.\[\]/~-]*([WQ][0-9]+|([T ][0-9:.Z+-]+))?([0-9X.\[\]/~-]*)$`)

func looksISO(s string) bool { return isoShape.MatchString(s) }

// readISO reads the parts of EDTF that name known days: a date of any
// precision, an interval a/b, a one-of set [a..b], either with an open end.
func readISO(s string) (date.Range, error) {
	if inner, ok := strings.CutPrefix(s, "["); ok {
		inner, closed := strings.CutSuffix(inner, "]")
		from, to, ok := strings.Cut(inner, "..")
		if !closed || !ok {
			return date.Range{}, fmt.Errorf("not a date: %q", s)
		}
		return between(from, to)
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		return between(strings.TrimPrefix(from, ".."), strings.TrimPrefix(to, ".."))
	}
	return readUnit(s)
}

// between joins two dates, either of which may be empty for an open end.
func between(from, to string) (date.Range, error) {
	r := date.Range{Precision: date.Unknown, Basis: date.Explicit}
	if from != "" {
		a, err := readUnit(from)
		if err != nil {
			return r, err
		}
		r.Earliest = a.Earliest
	}
	if to != "" {
		b, err := readUnit(to)
		if err != nil {
			return r, err
		}
		r.Latest = b.Latest
	}
	if r.IsZero() {
		return r, fmt.Errorf("a period open at both ends is no date")
	}
	return r, r.Valid()
}

// isoUnits are the forms of one date, each with its reading. The number of
// capture groups is what the reading expects.
var isoUnits = []struct {
	form *regexp.Regexp
	read func(part []int) (date.Range, bool)
}{
	{regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$`), func(p []int) (date.Range, bool) {
		d := date.Of(p[0], month(p[1]), p[2])
		_, m, day := d.Date()
		return date.Single(d, date.Explicit), d.Known() && int(m) == p[1] && day == p[2]
	}},
	{regexp.MustCompile(`^(\d{4})-W(\d\d)$`), func(p []int) (date.Range, bool) {
		r := weekOf(isoWeek(p[0], p[1]))
		return r, p[1] >= 1 && p[1] <= weeksIn(p[0])
	}},
	{regexp.MustCompile(`^(\d{4})-Q([1-4])$`), func(p []int) (date.Range, bool) { return quarterOf(p[0], p[1]), true }},
	{regexp.MustCompile(`^(\d{4})-(\d\d)$`), func(p []int) (date.Range, bool) {
		return monthOf(p[0], p[1]), p[1] >= 1 && p[1] <= 12
	}},
	{regexp.MustCompile(`^(\d{4})$`), func(p []int) (date.Range, bool) { return yearsOf(p[0], 1, date.Year), p[0] > 0 }},
	{regexp.MustCompile(`^(\d{3})X$`), func(p []int) (date.Range, bool) {
		return yearsOf(p[0]*10, 10, date.Decade), p[0] > 0
	}},
	{regexp.MustCompile(`^(\d{2})XX$`), func(p []int) (date.Range, bool) {
		return yearsOf(p[0]*100, 100, date.Century), p[0] > 0
	}},
}

func readUnit(s string) (date.Range, error) {
	plain, about := strings.CutSuffix(s, "~")
	for _, u := range isoUnits {
		groups := u.form.FindStringSubmatch(plain)
		if groups == nil {
			continue
		}
		r, ok := u.read(numbers(groups[1:]))
		if !ok || !r.Bounded() { // there is no year 0
			return date.Range{}, fmt.Errorf("there is no such date: %q", s)
		}
		r.Approx = about
		return r, nil
	}
	return date.Range{}, fmt.Errorf("not a date: %q", s)
}
