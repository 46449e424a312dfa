package date

import (
	"encoding/json"
	"testing"
	"time"
)

func day(t *testing.T, s string) Day {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDay(t *testing.T) {
	if got := Of(1, time.January, 1); got != 1 {
		t.Errorf("0001-01-01 is Day %d, want 1", got)
	}
	if got := Of(0, time.December, 31); got != 0 {
		t.Errorf("a day before year 1 is Day %d, want 0", got)
	}
	if got := Of(2019, time.February, 30).String(); got != "2019-03-02" {
		t.Errorf("30 February is %s, want it normalised", got)
	}
	d := Of(2020, time.January, 23)
	if d.Weekday() != time.Thursday || (d+9).String() != "2020-02-01" {
		t.Errorf("%s is a %s, and 9 days on %s", d, d.Weekday(), d+9)
	}
	east := time.FixedZone("east", 3*3600)
	if got := FromTime(time.Date(2020, 1, 3, 1, 0, 0, 0, east)); got.String() != "2020-01-03" {
		t.Errorf("one o'clock in the east is on %s, want the local day", got)
	}
	if Day(0).Known() || !Day(0).Time().IsZero() || Day(0).String() != "" {
		t.Error("the zero Day is a day")
	}
}

func TestParseDay(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2020-01-23", "2020-01-23"},
		{"2020-01-23T10:00:00+03:00", "2020-01-23"},
		{"2020-01-23 10:00", "2020-01-23"},
		{"2020-02-30", ""},
		{"2020-1-3", ""},
		{"23 January 2020", ""},
		{"2020-01", ""},
		{"", ""},
	} {
		got, err := ParseDay(c.text)
		if got.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("ParseDay(%q) = %s, %v; want %q", c.text, got, err, c.want)
		}
	}
}

func TestDayJSON(t *testing.T) {
	for _, c := range []struct{ in, out string }{{`"2020-01-23"`, `"2020-01-23"`}, {`null`, `null`}, {`""`, `null`}} {
		d := Day(99)
		if err := json.Unmarshal([]byte(c.in), &d); err != nil {
			t.Errorf("%s: %v", c.in, err)
		}
		if b, _ := json.Marshal(d); string(b) != c.out {
			t.Errorf("%s is written as %s, want %s", c.in, b, c.out)
		}
	}
	for _, bad := range []string{`"tomorrow"`, `7`, `"2020-13-01"`} {
		var d Day
		if err := json.Unmarshal([]byte(bad), &d); err == nil {
			t.Errorf("%s is read as %s, want an error", bad, d)
		}
	}
}

func TestEDTF(t *testing.T) {
	for _, c := range []struct {
		earliest, latest, pattern string
		approx                    bool
		want                      string
	}{
		{"2020-01-03", "2020-01-03", "", false, "2020-01-03"},
		{"2020-01-03", "2020-01-03", "", true, "2020-01-03~"},
		{"2020-01-01", "2020-01-31", "", false, "2020-01"},
		{"2020-02-01", "2020-02-29", "", false, "2020-02"},
		{"2019-02-01", "2019-02-28", "", false, "2019-02"},
		{"2020-02-01", "2020-02-28", "", false, "[2020-02-01..2020-02-28]"},
		{"2014-06-01", "2014-06-30", "", true, "2014-06~"},
		{"2014-01-01", "2014-12-31", "", false, "2014"},
		{"2014-01-01", "2015-12-31", "", false, "[2014-01-01..2015-12-31]"},
		{"1990-01-01", "1999-12-31", "", false, "199X"},
		{"1991-01-01", "2000-12-31", "", false, "[1991-01-01..2000-12-31]"},
		{"1900-01-01", "1999-12-31", "", false, "19XX"},
		{"", "2020-01-23", "", false, "[..2020-01-23]"},
		{"2020-01-03", "", "", false, "[2020-01-03..]"},
		{"2020-01-03", "2020-01-23", "", false, "[2020-01-03..2020-01-23]"},
		{"2020-01-03", "2020-01-23", "", true, "[2020-01-03..2020-01-23]"},
		{"", "", "XXXX-03-15", false, "XXXX-03-15"},
		{"", "", "", false, ""},
		{"", "", "", true, ""},
	} {
		r := Range{Earliest: day(t, c.earliest), Latest: day(t, c.latest), Pattern: c.pattern, Approx: c.approx}
		if got := r.EDTF(); got != c.want {
			t.Errorf("%s to %s %s: %q, want %q", c.earliest, c.latest, c.pattern, got, c.want)
		}
	}
}

func TestLasting(t *testing.T) {
	began := Single(day(t, "2025-03-15"), Explicit)
	for _, c := range []struct {
		r       Range
		end     string
		ongoing bool
		want    string
	}{
		{began, "2025-03-20", false, "2025-03-15/2025-03-20"},
		{began, "2025-03-20", true, "2025-03-15/2025-03-20"},
		{began, "", true, "2025-03-15/.."},
		{began, "", false, "2025-03-15"},
		{Range{Pattern: "XXXX-03-15"}, "", true, "XXXX-03-15/.."},
		{Range{Earliest: day(t, "2025-03-01"), Latest: day(t, "2025-03-09")}, "", true, "[2025-03-01..2025-03-09]/.."},
		{Range{}, "2025-03-20", true, ""},
	} {
		if got := Lasting(c.r, day(t, c.end), c.ongoing); got != c.want {
			t.Errorf("%s until %q, ongoing %t: %q, want %q", c.r.EDTF(), c.end, c.ongoing, got, c.want)
		}
	}
}

func TestInsideAndOverlaps(t *testing.T) {
	january := Range{Earliest: day(t, "2020-01-01"), Latest: day(t, "2020-01-31")}
	open := Range{Latest: day(t, "2020-01-23")}
	unknown := Range{Pattern: "XXXX-01-15"}
	for _, c := range []struct {
		r        Range
		from, to string
		want     bool
	}{
		{january, "2020-01-01", "2020-01-31", true},
		{january, "2020-01-02", "2020-01-31", false},
		{january, "", "2020-02-01", true},
		{january, "2019-12-31", "", true},
		{january, "", "2020-01-30", false},
		{open, "", "2020-01-23", true},
		{open, "2019-01-01", "2020-01-23", false},
		{unknown, "2020-01-01", "", false},
	} {
		if got := c.r.Inside(day(t, c.from), day(t, c.to)); got != c.want {
			t.Errorf("%s inside %q to %q: %t", c.r.EDTF(), c.from, c.to, got)
		}
	}
	for _, c := range []struct {
		a, b Range
		want bool
	}{
		{january, open, true},
		{january, Single(day(t, "2020-01-31"), Explicit), true},
		{january, Single(day(t, "2020-02-01"), Explicit), false},
		{open, Single(day(t, "2020-01-24"), Explicit), false},
		{january, unknown, false},
		{january, Range{}, false},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%s overlaps %s: want %t both ways", c.a.EDTF(), c.b.EDTF(), c.want)
		}
	}
}

func TestDaysAndValid(t *testing.T) {
	r := Range{Earliest: day(t, "2020-01-03"), Latest: day(t, "2020-01-23")}
	if r.Days() != 21 || r.Valid() != nil {
		t.Errorf("%s has %d days, %v", r.EDTF(), r.Days(), r.Valid())
	}
	r.Earliest, r.Latest = r.Latest, r.Earliest
	if r.Valid() == nil {
		t.Error("a range that ends before it begins is valid")
	}
	if open := (Range{Latest: 9}); open.Days() != 0 || open.Valid() != nil {
		t.Error("an open range has days or is invalid")
	}
}

func TestRank(t *testing.T) {
	order := []Basis{Analyst, Explicit, Inferred, Relative, Corpus, Document, Bounded, None, "nonsense"}
	for i, b := range order {
		if b.Rank() != i {
			t.Errorf("%s has rank %d, want %d", b, b.Rank(), i)
		}
	}
}

// FuzzParseDay: whatever is read is a day that is written as it was read.
func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2020-01-23", "0001-01-01", "9999-12-31", "2020-02-30", "2020-01-23T10:00", "-001-01-01", "２０２０-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDay(s)
		if err != nil {
			if d.Known() {
				t.Fatalf("%q: day %s and error %v", s, d, err)
			}
			return
		}
		if d.Known() && d.String() != s[:10] {
			t.Fatalf("%q is read as %s", s, d)
		}
		again, err := ParseDay(d.String())
		if d.Known() && (err != nil || again != d) {
			t.Fatalf("%s is read back as %s, %v", d, again, err)
		}
	})
}

// FuzzEDTF: the text form never contradicts the range.
func FuzzEDTF(f *testing.F) {
	f.Add(int32(737_425), int32(737_455))
	f.Add(int32(0), int32(737_455))
	f.Add(int32(737_425), int32(0))
	f.Fuzz(func(t *testing.T, a, b int32) {
		r := Range{Earliest: Day(max(0, a%3_000_000)), Latest: Day(max(0, b%3_000_000))}
		s := r.EDTF()
		switch {
		case r.IsZero() != (s == ""):
			t.Fatalf("%v is written as %q", r, s)
		case r.IsDay() && s != r.Earliest.String():
			t.Fatalf("the day %s is written as %q", r.Earliest, s)
		case len(s) == len("2020-01") && s[0] != '[' && (r.Days() < 28 || r.Days() > 31):
			t.Fatalf("%d days are written as the month %q", r.Days(), s)
		}
	})
}
