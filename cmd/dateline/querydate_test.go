package main

import (
	"testing"
	"time"

	"dateline/extract/date"
)

// refDay is the Thursday on which the typed dates of these tests are read.
var refDay = date.Of(2020, time.January, 23)

func TestReadDate(t *testing.T) {
	tests := []struct{ in, from, to string }{
		{"2020-01-03", "2020-01-03", "2020-01-03"},
		{"2020-01-03T10:30:00Z", "2020-01-03", "2020-01-03"},
		{"2020-02-29", "2020-02-29", "2020-02-29"},
		{"2020-01", "2020-01-01", "2020-01-31"},
		{"2020-02", "2020-02-01", "2020-02-29"},
		{"2019", "2019-01-01", "2019-12-31"},
		{"2014~", "2014-01-01", "2014-12-31"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"19XX", "1900-01-01", "1999-12-31"},
		{"2020-W01", "2019-12-30", "2020-01-05"},
		{"2020-W53", "2020-12-28", "2021-01-03"},
		{"2020-Q1", "2020-01-01", "2020-03-31"},
		{"2020-01-03/2020-01-23", "2020-01-03", "2020-01-23"},
		{"2019/2020-01", "2019-01-01", "2020-01-31"},
		{"2025-03-15/..", "2025-03-15", ""},
		{"../2020", "", "2020-12-31"},
		{"[..2020-01-23]", "", "2020-01-23"},
		{"[2020-01-03..2020-01-23]", "2020-01-03", "2020-01-23"},

		{"today", "2020-01-23", "2020-01-23"},
		{"Yesterday", "2020-01-22", "2020-01-22"},
		{"3 days ago", "2020-01-20", "2020-01-20"},
		{"two weeks ago", "2020-01-06", "2020-01-12"},
		{"a month ago", "2019-12-01", "2019-12-31"},
		{"14 months ago", "2018-11-01", "2018-11-30"},
		{"last week", "2020-01-13", "2020-01-19"},
		{"this week", "2020-01-20", "2020-01-26"},
		{"last month", "2019-12-01", "2019-12-31"},
		{"this month", "2020-01-01", "2020-01-31"},
		{"last year", "2019-01-01", "2019-12-31"},
		{"last 7 days", "2020-01-17", "2020-01-23"},
		{"the past three months", "2019-10-24", "2020-01-23"},
		{"Thursday", "2020-01-23", "2020-01-23"},
		{"on Tuesday", "2020-01-21", "2020-01-21"},
		{"last Thursday", "2020-01-16", "2020-01-16"},
		{"friday", "2020-01-17", "2020-01-17"},
		{"March", "2019-03-01", "2019-03-31"},
		{"January", "2020-01-01", "2020-01-31"},
		{"March 2019", "2019-03-01", "2019-03-31"},
		{"Feb. 2016", "2016-02-01", "2016-02-29"},
		{"January 3", "2020-01-03", "2020-01-03"},
		{"Jan. 31", "2019-01-31", "2019-01-31"},
		{"3 January 2020", "2020-01-03", "2020-01-03"},
		{"the 3rd of January, 2020", "2020-01-03", "2020-01-03"},
		{"March 15, 2025", "2025-03-15", "2025-03-15"},
		{"  march   15 ", "2019-03-15", "2019-03-15"},
		{"Q1 2020", "2020-01-01", "2020-03-31"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			r, err := readDate(tt.in, refDay)
			if err != nil {
				t.Fatal(err)
			}
			if got := [2]string{r.Earliest.String(), r.Latest.String()}; got != [2]string{tt.from, tt.to} {
				t.Errorf("got %v, want %v", got, [2]string{tt.from, tt.to})
			}
		})
	}
}

func TestReadDateRefuses(t *testing.T) {
	for _, in := range []string{
		"", "2020-13-01", "2020-02-30", "2019-02-29", "2020-00", "2020-W54", "2019-W53", "20200103", "3/1/2020", "0000",
		"2020-01-23/2020-01-03", "[2020-01-03", "../..", "XXXX-03-15",
		"sometime", "February 30", "30 February 2020", "yesterday in Baghdad", "the war of 2003", "March 2019 or so",
	} {
		if r, err := readDate(in, refDay); err == nil {
			t.Errorf("readDate(%q) = %s, want an error", in, r.EDTF())
		}
	}
}

func TestReadDay(t *testing.T) {
	if d, err := readDay("yesterday", refDay); err != nil || d != refDay-1 {
		t.Errorf("yesterday: got %s, %v", d, err)
	}
	if d, err := readDay("2020-01", refDay); err == nil {
		t.Errorf("a month was taken for the day %s", d)
	}
}

func FuzzReadDate(f *testing.F) {
	for _, s := range []string{"2020-01-03", "[..2020]", "last month", "3 days ago", "March 15, 2025", "9999 years ago", "Q1 2020", "0001-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := readDate(s, refDay)
		if err != nil {
			return
		}
		if r.IsZero() {
			t.Errorf("%q was read as no date at all", s)
		}
		if err := r.Valid(); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}
