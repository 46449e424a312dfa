// Package date holds calendar days and the ranges of days in which an event's
// start may lie, with their EDTF (ISO 8601-2) text form. It reads no text and
// no clock: every reference day is an argument.
package date

import (
	"fmt"
	"time"
)

// Day is a calendar day of the proleptic Gregorian calendar, counted from
// 0001-01-01, which is Day 1. The zero Day is no day at all: an open end or an
// unknown date.
type Day int32

// epoch is Day 1 as a time.
var epoch = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)

// Last is the last day that ISO 8601 can write: 9999-12-31.
const Last Day = 3_652_059

// Of returns the Day of a calendar date. Months and days out of range are
// normalised as time.Date does; years before 1 and after 9999 give the zero Day.
func Of(year int, month time.Month, day int) Day {
	return FromTime(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// FromTime returns the Day on which t lies in t's own location.
func FromTime(t time.Time) Day {
	y, m, d := t.Date()
	if y < 1 || y > 9999 {
		return 0
	}
	n := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() - epoch.Unix()
	return Day(n/86400) + 1
}

// ParseDay reads YYYY-MM-DD, with or without a time after it ("2020-01-23T10:00Z").
func ParseDay(s string) (Day, error) {
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("not a date of the form YYYY-MM-DD: %q", s)
	}
	return FromTime(t), nil
}

// Known reports whether d is a day at all.
func (d Day) Known() bool { return d > 0 }

// Time returns midnight UTC of d; the zero time of an unknown day.
func (d Day) Time() time.Time {
	if !d.Known() {
		return time.Time{}
	}
	return epoch.AddDate(0, 0, int(d)-1)
}

// Date returns d's year, month and day of the month.
func (d Day) Date() (year int, month time.Month, day int) { return d.Time().Date() }

// Weekday returns d's day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// String returns YYYY-MM-DD, or "" for an unknown day.
func (d Day) String() string {
	if !d.Known() {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), day)
}

// MarshalJSON writes the day as a string, an unknown one as null.
func (d Day) MarshalJSON() ([]byte, error) {
	if !d.Known() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes; "" is read as unknown.
func (d *Day) UnmarshalJSON(b []byte) error {
	s := string(b)
	if s == "null" || s == `""` {
		*d = 0
		return nil
	}
	if len(s) < 2 || s[0] != '"' {
		return fmt.Errorf("not a date: %s", s)
	}
	v, err := ParseDay(s[1 : len(s)-1])
	if err != nil {
		return err
	}
	*d = v
	return nil
}
