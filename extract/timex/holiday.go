package timex

import (
	"time"

	"dateline/extract/date"
)

// holidays tell the day of a feast in a year.
var holidays = map[string]func(year int) date.Day{
	"new_year":           fixed(time.January, 1),
	"epiphany":           fixed(time.January, 6),
	"orthodox_christmas": fixed(time.January, 7),
	"martin_luther_king": func(y int) date.Day { return nthWeekday(y, time.January, time.Monday, 3) },
	"valentine":          fixed(time.February, 14),
	"presidents":         func(y int) date.Day { return nthWeekday(y, time.February, time.Monday, 3) },
	"womens_day":         fixed(time.March, 8),
	"st_patrick":         fixed(time.March, 17),
	"nowruz":             nowruz,
	"lunar_new_year":     chineseNewYear,
	"tet":                tet,
	"anzac":              fixed(time.April, 25),
	"may_day":            fixed(time.May, 1),
	"memorial_day":       func(y int) date.Day { return nthWeekday(y, time.June, time.Monday, 1) - 7 },
	"bastille":           fixed(time.July, 14),
	"labor_day":          func(y int) date.Day { return nthWeekday(y, time.September, time.Monday, 1) },
	"columbus":           func(y int) date.Day { return nthWeekday(y, time.October, time.Monday, 2) },
	"halloween":          fixed(time.October, 31),
	"all_saints":         fixed(time.November, 1),
	"election_day":       func(y int) date.Day { return nthWeekday(y, time.November, time.Monday, 1) + 1 },
	"armistice":          fixed(time.November, 11),
	"thanksgiving":       func(y int) date.Day { return nthWeekday(y, time.November, time.Thursday, 4) },
	"christmas_eve":      fixed(time.December, 24),
	"christmas":          fixed(time.December, 25),
	"boxing_day":         fixed(time.December, 26),
	"new_years_eve":      fixed(time.December, 31),
	"ash_wednesday":      func(y int) date.Day { return easter(y) - 46 },
	"palm_sunday":        func(y int) date.Day { return easter(y) - 7 },
	"maundy_thursday":    func(y int) date.Day { return easter(y) - 3 },
	"good_friday":        func(y int) date.Day { return easter(y) - 2 },
	"easter":             easter,
	"easter_monday":      func(y int) date.Day { return easter(y) + 1 },
	"ascension":          func(y int) date.Day { return easter(y) + 39 },
	"pentecost":          func(y int) date.Day { return easter(y) + 49 },
	"orthodox_easter":    orthodoxEaster,
	"islamic_new_year":   islamic(1, 1),
	"ashura":             islamic(1, 10),
	"mawlid":             islamic(3, 12),
	"ramadan":            islamic(9, 1),
	"eid_al_fitr":        islamic(10, 1),
	"eid_al_adha":        islamic(12, 10),
	"rosh_hashanah":      hebrew(0),
	"yom_kippur":         hebrew(9),
	"passover":           func(y int) date.Day { return hebrew(0)(y) - 163 },
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

// feastDays are the days of the feasts that last.
var feastDays = map[string]int{"ramadan": 30}
