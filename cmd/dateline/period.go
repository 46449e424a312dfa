package main

import (
	"strconv"
	"time"

	"dateline/extract/date"
)

// The calendar periods that a typed date may name, as ranges of days.

func month(n int) time.Month { return time.Month(n) }

func monthOf(year, m int) date.Range {
	return date.Range{Earliest: date.Of(year, month(m), 1), Latest: date.Of(year, month(m)+1, 0),
		Precision: date.Month, Basis: date.Explicit}
}

func quarterOf(year, q int) date.Range {
	return date.Range{Earliest: date.Of(year, month(3*q-2), 1), Latest: date.Of(year, month(3*q)+1, 0),
		Precision: date.Quarter, Basis: date.Explicit}
}

func yearsOf(first, n int, p date.Precision) date.Range {
	return date.Range{Earliest: date.Of(first, 1, 1), Latest: date.Of(first+n, 1, 0), Precision: p, Basis: date.Explicit}
}

// weekOf is the week, Monday to Sunday, in which d lies.
func weekOf(d date.Day) date.Range {
	monday := d - date.Day((d.Weekday()+6)%7)
	return date.Range{Earliest: monday, Latest: monday + 6, Precision: date.Week, Basis: date.Explicit}
}

// isoWeek is the Monday of an ISO week. The fourth of January always lies in week 1.
func isoWeek(year, week int) date.Day {
	return weekOf(date.Of(year, time.January, 4)).Earliest + date.Day(7*(week-1))
}

// weeksIn is the number of ISO weeks in a year. The 28th of December always lies in the last.
func weeksIn(year int) int {
	_, w := date.Of(year, time.December, 28).Time().ISOWeek()
	return w
}

// periodOf is the period of a unit ("day", "week", "month", "year") that lies
// n units from the one that holds ref.
func periodOf(unit string, ref date.Day, n int) date.Range {
	year, m, _ := ref.Date()
	switch unit {
	case "day":
		return date.Single(ref+date.Day(n), date.Relative)
	case "week":
		return weekOf(ref + date.Day(7*n))
	case "month":
		y, shifted, _ := date.Of(year, m+time.Month(n), 1).Date()
		return monthOf(y, int(shifted))
	default:
		return yearsOf(year+n, 1, date.Year)
	}
}

func numbers(digits []string) []int {
	out := make([]int, len(digits))
	for i, d := range digits {
		out[i], _ = strconv.Atoi(d) // the pattern lets only digits through
	}
	return out
}
