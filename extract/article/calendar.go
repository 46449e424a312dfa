package article

import (
	"fmt"
	"strings"
	"time"

	"dateline/extract/date"
)

// calendar is a date as written; Year is 0 if it is not told.
type calendar struct {
	Year  int
	Month time.Month
	Day   int
}

// The years that a publication date may have.
const firstYear, lastYear = 1700, 2199

func (c calendar) full() bool    { return c.Year != 0 }
func (c calendar) day() date.Day { return date.Of(c.Year, c.Month, c.Day) }

// edtf is the date with its year, if unknown, left open.
func (c calendar) edtf() string {
	if c.full() {
		return c.day().String()
	}
	return fmt.Sprintf("XXXX-%02d-%02d", int(c.Month), c.Day)
}

// valid reports whether the calendar has such a day (29 February of an unknown year included).
func (c calendar) valid() bool {
	year := c.Year
	if year == 0 {
		year = 2000
	} else if year < firstYear || year > lastYear {
		return false
	}
	t := time.Date(year, c.Month, c.Day, 0, 0, 0, 0, time.UTC)
	return c.Month >= 1 && c.Month <= 12 && c.Day >= 1 && t.Month() == c.Month && t.Day() == c.Day
}

// parseCalendar reads a day at the beginning of s, with or without weekday and
// year, and returns how many bytes it takes: "Thursday, Jan. 23, 2020",
// "3 JAN 90", "2020-01-23". Numbers whose order is uncertain (03/04/2020) are no date.
func parseCalendar(s string) (c calendar, n int, ok bool) {
	i := skipWeekday(s)
	for _, form := range []func(string) (calendar, int){isoDate, numericDate, monthFirst, dayFirst} {
		if c, n := form(s[i:]); n > 0 && c.valid() {
			return c, i + n, true
		}
	}
	return calendar{}, 0, false
}

// isoDate reads 2020-01-23, 2020/01/23, 2020.01.23 and 20200123.
func isoDate(s string) (calendar, int) {
	y, n := digits(s)
	if n == 8 {
		return calendar{y / 10000, time.Month(y / 100 % 100), y % 100}, n
	}
	if n != 4 || len(s) < n+2 || !strings.ContainsRune("-/.", rune(s[n])) {
		return calendar{}, 0
	}
	m, mn := digits(s[n+1:])
	at := n + 1 + mn
	if mn == 0 || mn > 2 || at >= len(s) || s[at] != s[n] {
		return calendar{}, 0
	}
	d, dn := digits(s[at+1:])
	if dn == 0 || dn > 2 {
		return calendar{}, 0
	}
	return calendar{y, time.Month(m), d}, at + 1 + dn
}

// numericDate reads 23/01/2020 and 01/23/2020 where one order alone is possible,
// and 23.01.2020, which is always written day first.
func numericDate(s string) (calendar, int) {
	a, an := digits(s)
	if an == 0 || an > 2 || len(s) <= an || !strings.ContainsRune("/.-", rune(s[an])) {
		return calendar{}, 0
	}
	b, bn := digits(s[an+1:])
	at := an + 1 + bn
	if bn == 0 || bn > 2 || at >= len(s) || s[at] != s[an] {
		return calendar{}, 0
	}
	y, yn := digits(s[at+1:])
	if yn != 4 {
		return calendar{}, 0
	}
	n := at + 1 + yn
	switch {
	case s[an] == '.' || a > 12 || a == b:
		return calendar{y, time.Month(b), a}, n
	case b > 12:
		return calendar{y, time.Month(a), b}, n
	}
	return calendar{}, 0
}

// monthFirst reads January 23, 2020, Jan. 23 and January 23rd.
func monthFirst(s string) (calendar, int) {
	month, i := monthName(s)
	if i == 0 {
		return calendar{}, 0
	}
	i += spaces(s[i:])
	d, n := digits(s[i:])
	if n == 0 || n > 2 {
		return calendar{}, 0
	}
	i += n
	i += ordinal(s[i:])
	if wordGoesOn(s[i:]) {
		return calendar{}, 0
	}
	y, yn := yearAfter(s[i:])
	return calendar{y, month, d}, i + yn
}

// dayFirst reads 23 January 2020, 23rd of January, 23-Jan-2020 and a wire's 3 JAN 90.
func dayFirst(s string) (calendar, int) {
	d, i := digits(s)
	if i == 0 || i > 2 {
		return calendar{}, 0
	}
	i += ordinal(s[i:])
	i += gap(s[i:])
	if rest := s[i:]; len(rest) > 3 && strings.EqualFold(rest[:3], "of ") {
		i += 3
	}
	month, n := monthName(s[i:])
	if n == 0 {
		return calendar{}, 0
	}
	i += n
	if y, yn := yearAfter(s[i:]); yn > 0 {
		return calendar{y, month, d}, i + yn
	}
	if y, yn := shortYear(s[i:]); yn > 0 {
		return calendar{y, month, d}, i + yn
	}
	if wordGoesOn(s[i:]) {
		return calendar{}, 0
	}
	return calendar{0, month, d}, i
}

// yearAfter reads ", 2020" or " 2020" after a day; the next word may have run
// into it ("2020Updated").
func yearAfter(s string) (year, n int) {
	i := 0
	if strings.HasPrefix(s, ",") || strings.HasPrefix(s, ".") {
		i = 1
	}
	i += gap(s[i:])
	y, yn := digits(s[i:])
	if i == 0 || yn != 4 || y < firstYear || y > lastYear || wordGoesOn(s[i+yn:]) && !startsUpper(s[i+yn:]) {
		return 0, 0
	}
	return y, i + yn
}

// shortYear reads the two digits of a wire's year; its century turns at 1970.
func shortYear(s string) (year, n int) {
	i := spaces(s)
	y, yn := digits(s[i:])
	if i == 0 || yn != 2 || wordGoesOn(s[i+yn:]) || strings.HasPrefix(s[i+yn:], ":") {
		return 0, 0
	}
	if y < 70 {
		y += 100
	}
	return 1900 + y, i + yn
}

// skipWeekday returns the length of a weekday's name and what parts it from the date.
func skipWeekday(s string) int {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	if !calendarWords().weekdays[strings.ToLower(s[:i])] {
		return 0
	}
	for i < len(s) && strings.IndexByte(".,/ ", s[i]) >= 0 {
		i++
	}
	return i
}

// monthName reads a month's name or abbreviation, with its full stop.
func monthName(s string) (time.Month, int) {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	if i < 3 || i > 9 {
		return 0, 0
	}
	m := calendarWords().months[strings.ToLower(s[:i])]
	if m == 0 {
		return 0, 0
	}
	if strings.HasPrefix(s[i:], ".") {
		i++
	}
	return m, i
}

// onlyTime reports whether what follows a day is a time of day, or nothing.
func onlyTime(s string) bool {
	return s == "" || s[0] == 'T' || s[0] == 't' || s[0] == ' ' || s[0] == ','
}

// digits reads a number of at most eight digits.
func digits(s string) (value, n int) {
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		if n == 8 {
			return 0, 0
		}
		value = value*10 + int(s[n]-'0')
		n++
	}
	return value, n
}

// spaces counts leading spaces, no-break spaces included.
func spaces(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\t':
			n++
		case strings.HasPrefix(s[n:], "\u00a0"):
			n += len("\u00a0")
		default:
			return n
		}
	}
	return n
}

// gap is the spaces, or the one hyphen, between the parts of a date.
func gap(s string) int {
	if strings.HasPrefix(s, "-") {
		return 1
	}
	return spaces(s)
}

func ordinal(s string) int {
	if len(s) < 2 {
		return 0
	}
	switch strings.ToLower(s[:2]) {
	case "st", "nd", "rd", "th":
		return 2
	}
	return 0
}

func wordGoesOn(s string) bool {
	return s != "" && (isLetter(s[0]) || s[0] >= '0' && s[0] <= '9')
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
