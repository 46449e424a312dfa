package timex

import (
	"strconv"
	"strings"
)

// numeric reads a date in digits: 2020-01-03, 15.03.2020, 03/15/2020.
func numeric([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		c := m.caps[0]
		y, mo, d, ok := numericDate(c.meaning.code, m.dayFirst)
		it.value = Underspecified{Year: y, Month: mo, Day: d}
		return ok && it.value.plausible()
	}, nil
}

// numericDate takes a date in digits apart. With dots and hyphens the day comes
// first; with slashes the month does, unless it cannot be one or the document
// puts the day first.
func numericDate(s string, dayFirst bool) (year, month, day int, ok bool) {
	p := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == '.' || r == 't' })
	if len(p) < 3 {
		return 0, 0, 0, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(p[i]) // digits only: its shape says so
	}
	switch {
	case len(p[0]) == 4:
		year, month, day = n[0], n[1], n[2]
	case strings.Contains(s, "/") && n[0] <= 12 && (!dayFirst || n[1] > 12):
		year, month, day = n[2], n[0], n[1]
	default:
		year, month, day = n[2], n[1], n[0]
	}
	if year < 100 {
		year = fullYear(year)
	}
	return year, month, day, month >= 1 && month <= 12 && day >= 1
}

// putsDayFirst reports whether some date of the document, in digits and with
// slashes, can only have its day first ("25/04/2019").
func (f *finder) putsDayFirst() bool {
	for i := range f.words {
		m, ok := f.words[i].meaning(shapeNumericDate)
		if !ok || !strings.Contains(m.code, "/") {
			continue
		}
		if first, err := strconv.Atoi(m.code[:strings.Index(m.code, "/")]); err == nil && first > 12 && first <= 31 {
			return true
		}
	}
	return false
}

// military reads the day and hour of a date-time group: "081200Z MAR 11".
func military([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		group, _ := m.get("date_time_group")
		n := group.meaning.num
		it.value = m.overlay(Underspecified{}, func(string) bool { return true })
		it.value.Day = n / 10000
		it.value.Clock = clock{told: true, hour: n / 100 % 100, minute: n % 100}
		return it.value.Day > 0 && it.value.plausible()
	}, nil
}

// slash reads a day and a month with a slash between, the month first unless it
// cannot be one or the document puts the day first: "3/15".
func slash([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		first, _ := m.get("first")
		second, _ := m.get("second")
		month, day := first.meaning.num, second.meaning.num
		if month > 12 || m.dayFirst && day <= 12 {
			month, day = day, month
		}
		it.value = m.overlay(Underspecified{}, func(string) bool { return true })
		it.value.Month, it.value.Day = month, day
		return month >= 1 && month <= 12 && day >= 1 && it.value.plausible()
	}, nil
}
