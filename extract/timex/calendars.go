package timex

import (
	"math"
	"time"

	"dateline/extract/date"
)

// Days are counted below as julian day numbers: the one of 1 January 1970 is unixJDN.
const unixJDN = 2440588

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

// orthodoxEaster is Easter Sunday by the Julian computus (Meeus).
func orthodoxEaster(year int) date.Day {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	return date.Of(year, time.Month(month), day) + date.Day(year/100-year/400-2)
}

// islamic is the day of the tabular Islamic calendar that falls into a year of
// ours, the first of two. The sighted day may be one off.
func islamic(month, day int) func(int) date.Day {
	return func(year int) date.Day {
		for hijri := (year-622)*33/32 - 1; ; hijri++ {
			days := day + (59*(month-1)+1)/2 + 354*(hijri-1) + (3+11*hijri)/30
			if d := fromJDN(days + 1948439); yearOf(d) >= year {
				return d
			}
		}
	}
}

// hebrew is a day after the Jewish New Year (0 is that day).
func hebrew(after int) func(int) date.Day {
	return func(year int) date.Day {
		return fromJDN(hebrewNewYear(year+3761) + after)
	}
}

// hebrewNewYear is the julian day number of 1 Tishri of a Hebrew year: the mean
// conjunction, put off by the rules that keep feasts from certain weekdays.
func hebrewNewYear(year int) int {
	day := hebrewElapsed(year)
	before, after := hebrewElapsed(year-1), hebrewElapsed(year+1)
	switch {
	case after-day == 356:
		day += 2
	case day-before == 382:
		day++
	}
	return day + 347998
}

// hebrewElapsed is the days from the epoch to the conjunction of a year's first month.
func hebrewElapsed(year int) int {
	months := (235*year - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// nowruz is the day of the spring equinox in Iran, or the day after where the
// sun is past noon there. The equinox is Meeus' mean one, minutes off at most.
func nowruz(year int) date.Day {
	y := (float64(year) - 2000) / 1000
	equinox := 2451623.80984 + y*(365242.37404+y*(0.05169+y*(-0.00411-y*0.00057)))
	const iran, noon = 3.5 / 24, 7.0 / 1440 // ahead of Greenwich; local noon is after twelve
	return fromJDN(int(math.Floor(equinox+iran-noon)) + 1)
}

func fromJDN(n int) date.Day { return date.FromTime(time.Unix(int64(n-unixJDN)*24*60*60, 0).UTC()) }

func yearOf(d date.Day) int {
	year, _, _ := d.Date()
	return year
}
