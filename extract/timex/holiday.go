package timex

import (
	"time"

	"dateline/extract/date"
)

// holidays tell the day of a feast in a year.
var holidays = map[string]func(year int) date.Day{
	"new_year":      fixed(time.January, 1),
	"halloween":     fixed(time.October, 31),
	"christmas_eve": fixed(time.December, 24),
	"christmas":     fixed(time.December, 25),
	"new_years_eve": fixed(time.December, 31),
	"thanksgiving":  func(y int) date.Day { return nthWeekday(y, time.November, time.Thursday, 4) },
	"good_friday":   func(y int) date.Day { return easter(y) - 2 },
	"easter":        easter,
}

func fixed(m time.Month, d int) func(int) date.Day {
	return func(y int) date.Day { return date.Of(y, m, d) }
}

// nthWeekday is the n-th such weekday of a month.
func nthWeekday(year int, m time.Month, wd time.Weekday, n int) date.Day {
	first := date.Of(year, m, 1)
	ahead := (int(wd) - int(first.Weekday()) + 7) % 7
	return first + date.Day(ahead+7*(n-1))
}

// easter is Western Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
func easter(year int) date.Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return date.Of(year, time.Month(month), day)
}
