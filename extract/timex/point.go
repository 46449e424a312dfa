package timex

import (
	"fmt"
	"time"

	"dateline/extract/date"
)

// point is a stretch of the calendar of one unit: a day, a week, a quarter, a
// decade. A year of 0 is unknown, a negative one is before Christ.
type point struct {
	unit   Unit
	year   int // of a decade or century, its first year
	month  int // of a day or month
	day    int // of a day; 0 where only its month or year is known
	nth    int // the week, quarter or half
	season string
	span   int // of a feast that lasts, its days; else 0
	clock  clock
}

// pointOf is the unit in which a day lies.
func pointOf(d date.Day, u Unit) point {
	y, m, day := d.Date()
	p := point{unit: u, year: y}
	switch u {
	case Week, Weekend:
		p.year, p.nth = d.Time().ISOWeek()
	case Month:
		p.month = int(m)
	case Quarter:
		p.nth = (int(m)-1)/3 + 1
	case Half:
		p.nth = (int(m)-1)/6 + 1
	case Season:
		p.season, p.year = seasonOf(y, int(m))
	case Year:
	case Decade:
		p.year = y / 10 * 10
	case Century:
		p.year = y / 100 * 100
	default:
		p.unit, p.month, p.day = Day, int(m), day
	}
	return p
}

// seasons are the TIMEX3 codes with the month in which each begins. Winter
// belongs to the year in which it begins.
var seasons = []struct {
	code  string
	first int
}{{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}}

func seasonOf(year, month int) (string, int) {
	for _, s := range seasons {
		if month >= s.first && month < s.first+3 {
			return s.code, year
		}
	}
	if month < 3 {
		year--
	}
	return "WI", year
}

// value is the TIMEX3 value.
func (p point) value() string {
	year := fmt.Sprintf("%04d", p.year)
	if p.year < 0 {
		year = fmt.Sprintf("BC%04d", -p.year)
	} else if p.year == 0 {
		year = "XXXX"
	}
	switch p.unit {
	case Century:
		return year[:len(year)-2]
	case Decade:
		return year[:len(year)-1]
	case Half, Quarter:
		return year + "-" + string(p.unit) + part(p.nth, 1)
	case Season:
		return year + "-" + p.season
	case Week:
		return year + "-W" + part(p.nth, 2)
	case Weekend:
		return year + "-W" + part(p.nth, 2) + "-WE"
	case Month:
		return year + "-" + part(p.month, 2)
	case Day:
		if p.span > 1 {
			first, last, _ := p.days()
			return first.String() + "/" + last.String()
		}
		return year + "-" + part(p.month, 2) + "-" + part(p.day, 2) + p.clock.value()
	}
	return year
}

// part is a number with leading zeros, or X for each digit if it is unknown.
func part(n, digits int) string {
	if n == 0 {
		return "XX"[:digits]
	}
	return fmt.Sprintf("%0*d", digits, n)
}

func (c clock) value() string {
	switch {
	case !c.told:
		return ""
	case c.part != "":
		return "T" + c.part
	}
	return fmt.Sprintf("T%02d:%02d", c.hour, c.minute)
}

// The TIMEX3 values of which only the direction is known.
const (
	pastRef   = "PAST_REF"
	futureRef = "FUTURE_REF"
)

// lastYear is the last year, on either side of Christ, that a value can tell.
const lastYear = 9999

// beyondYears is the value of a date so far away that its year cannot be written,
// "" of any other.
func (p point) beyondYears() string {
	switch {
	case p.year > lastYear:
		return futureRef
	case p.year < -lastYear:
		return pastRef
	}
	return ""
}

// onCalendar returns p, or its month where it has no such day: "the 31st" told in
// February.
func (p point) onCalendar() point {
	if p.unit == Day && p.day > 0 && p.month > 0 && p.year > 0 && !hasDay(p.year, time.Month(p.month), p.day) {
		p.day = 0
	}
	return p
}

// days returns the first and last day of p; ok is false where the year is
// unknown or before Christ, or p does not end within the calendar.
func (p point) days() (first, last date.Day, ok bool) {
	if p.year <= 0 || p.year > lastYear {
		return 0, 0, false
	}
	first, last, ok = p.stretchOfDays()
	return first, last, ok && first.Known() && last.Known() && last <= date.Last
}

func (p point) stretchOfDays() (first, last date.Day, ok bool) {
	switch p.unit {
	case Century:
		return years(p.year, 100)
	case Decade:
		return years(p.year, 10)
	case Half:
		return months(p.year, 6*(p.nth-1)+1, 6)
	case Quarter:
		return months(p.year, 3*(p.nth-1)+1, 3)
	case Season:
		return p.seasonDays()
	case Week:
		d := isoMonday(p.year, p.nth)
		return d, d + 6, true
	case Weekend:
		d := isoMonday(p.year, p.nth)
		return d + 5, d + 6, true
	case Month:
		return months(p.year, p.month, 1)
	case Day:
		return p.dayDays()
	}
	return years(p.year, 1)
}

func years(year, n int) (first, last date.Day, ok bool) {
	return date.Of(year, time.January, 1), date.Of(year+n-1, time.December, 31), true
}

func months(year, month, n int) (first, last date.Day, ok bool) {
	return date.Of(year, time.Month(month), 1), date.Of(year, time.Month(month+n), 0), true
}

func (p point) seasonDays() (first, last date.Day, ok bool) {
	for _, s := range seasons {
		if s.code == p.season {
			return months(p.year, s.first, 3)
		}
	}
	return years(p.year, 1)
}

// dayDays is the day itself, or the month or year where only that is known.
func (p point) dayDays() (first, last date.Day, ok bool) {
	switch {
	case p.month == 0:
		return years(p.year, 1)
	case p.day == 0:
		return months(p.year, p.month, 1)
	}
	d := date.Of(p.year, time.Month(p.month), p.day)
	return d, d + date.Day(max(p.span-1, 0)), true
}

// isoMonday is the Monday of an ISO week.
func isoMonday(year, week int) date.Day {
	jan4 := date.Of(year, time.January, 4)
	monday := jan4 - date.Day((int(jan4.Weekday())+6)%7)
	return monday + date.Day(7*(week-1))
}

// tells reports whether the unit u in which p lies is known.
func (p point) tells(u Unit) bool {
	switch {
	case p.year == 0:
		return false
	case p.unit == Decade || p.unit == Century:
		return u == Decade || u == Century
	case u == Day || u == Week || u == Weekend:
		return p.day > 0 || p.unit == Week || p.unit == Weekend
	case u == Month:
		return p.month > 0
	}
	return true
}

// within returns the unit u in which p lies. Of a p coarser than u only what is
// known is kept.
func (p point) within(u Unit) point {
	first, last, ok := p.days()
	if !ok {
		return p.withinUnknown(u)
	}
	q := pointOf(first, u)
	if same := pointOf(last, u); same.value() == q.value() {
		return q
	}
	return point{unit: u, year: p.year, month: p.month}
}

// withinUnknown is within for years that no Day can hold.
func (p point) withinUnknown(u Unit) point {
	q := point{unit: u, year: p.year}
	switch u {
	case Decade:
		q.year = p.year / 10 * 10
	case Century:
		q.year = p.year / 100 * 100
	case Month:
		q.month = p.month
	case Day:
		q.month, q.day = p.month, p.day
	}
	return q
}

// shifted returns the unit u that lies n of them away from p.
func (p point) shifted(n int, u Unit) point {
	q := p.within(u)
	if n == 0 {
		return q
	}
	switch u {
	case Century:
		q.year = shiftSpan(q.year, 100*n)
	case Decade:
		q.year = shiftSpan(q.year, 10*n)
	case Year:
		q.year = shiftYear(q.year, n)
	case Month:
		return q.shiftedIn(n, 12, q.month, func(q *point) *int { return &q.month })
	case Quarter:
		return q.shiftedIn(n, 4, q.nth, func(q *point) *int { return &q.nth })
	case Half:
		return q.shiftedIn(n, 2, q.nth, func(q *point) *int { return &q.nth })
	case Week, Weekend:
		return q.shiftedDays(7*n, q.nth > 0)
	case Day:
		return q.shiftedDays(n, q.day > 0 && q.month > 0)
	}
	return q
}

// shiftYear counts n years on, knowing that there is no year 0.
func shiftYear(year, n int) int {
	if year == 0 {
		return 0
	}
	y := year + n
	if year < 0 && y >= 0 {
		return y + 1
	}
	return y
}

// shiftSpan counts n years on from the first year of a decade or century, if it
// is known.
func shiftSpan(year, n int) int {
	if year == 0 {
		return 0
	}
	return year + n
}

// shiftedIn shifts a part of which a year has per.
func (p point) shiftedIn(n, per, now int, field func(*point) *int) point {
	if now == 0 || p.year <= 0 {
		return p
	}
	total := p.year*per + now - 1 + n
	if total < per {
		return point{unit: p.unit} // before the year 1
	}
	p.year = total / per
	*field(&p) = total%per + 1
	return p
}

// shiftedDays shifts by days where the day is known; else, the day is no longer known.
func (p point) shiftedDays(n int, known bool) point {
	first, _, ok := p.days()
	if !known || !ok {
		return point{unit: p.unit, year: p.year, month: p.month}
	}
	if day := int(first) + n; day <= 0 || day > int(date.Last) {
		return point{unit: p.unit}
	}
	return pointOf(first+date.Day(n), p.unit)
}
