package reports

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

func TestWhen(t *testing.T) {
	on := func(from, to date.Day, p date.Precision, b date.Basis) date.Range {
		return date.Range{Earliest: from, Latest: to, Precision: p, Basis: b}
	}
	third, last := day(2020, 1, 3), day(2020, 1, 23)
	approx := on(third, third, date.DayOf, date.Explicit)
	approx.Approx = true
	hour := on(third, third, date.Hour, date.Explicit)
	hour.Hour = 1
	tests := []struct {
		in    date.Range
		want  string
		short string
	}{
		{on(third, third, date.DayOf, date.Explicit), "3 January 2020", "2020-01-03"},
		{hour, "3 January 2020, 00:00-00:59", "2020-01-03"},
		{on(third, third+1, date.PartOfDay, date.Relative), "3 January 2020", "2020-01-03"}, // a night belongs to the day it begins on
		{on(third-1, third, date.DayOf, date.Document), "c. 3 January 2020 or the day before", "c. 2020-01-03"},
		{approx, "c. 3 January 2020", "c. 2020-01-03"},
		{on(third, last, date.Unknown, date.Bounded), "between 3 and 23 January 2020", "2020-01-03..23"},
		{on(third, day(2020, 2, 5), date.Unknown, date.Bounded), "between 3 January and 5 February 2020", "2020-01-03..02-05"},
		{on(third-10, last, date.Unknown, date.Bounded), "between 24 December 2019 and 23 January 2020", "2019-12-24..2020-01-23"},
		{on(day(2020, 2, 1), day(2020, 2, 29), date.Month, date.Explicit), "in February 2020", "2020-02"},
		{on(day(2014, 1, 1), day(2014, 12, 31), date.Year, date.Explicit), "in 2014", "2014"},
		{on(day(1990, 1, 1), day(1999, 12, 31), date.Decade, date.Explicit), "in the 1990s", "199X"},
		{on(day(1900, 1, 1), day(1999, 12, 31), date.Century, date.Explicit), "in the 1900s", "19XX"},
		{on(0, last, date.Unknown, date.Bounded), "by 23 January 2020", "by 2020-01-23"},
		{on(third, 0, date.Unknown, date.Bounded), "after 3 January 2020", "after 2020-01-03"},
		{date.Range{Pattern: "XXXX-03-15"}, "15 March, year unknown", "XXXX-03-15"},
		{date.Range{Pattern: "XXXX-03"}, "March, year unknown", "XXXX-03"},
		{date.Range{Pattern: "XXXX-XX-15"}, "XXXX-XX-15, year unknown", "XXXX-XX-15"},
		{date.Range{}, "not dated", "undated"},
	}
	for _, tt := range tests {
		e := timeline.Event{Date: mention.Date{Range: tt.in}}
		if got := when(&e); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.in.EDTF(), got, tt.want)
		}
		if got := shortWhen(&e); got != tt.short {
			t.Errorf("%s: %q in a table, want %q", tt.in.EDTF(), got, tt.short)
		}
	}
}

func TestDated(t *testing.T) {
	for _, tt := range []struct {
		in   mention.Date
		want string
	}{
		{mention.Date{Range: date.Range{Basis: date.Analyst}}, "date set by hand"},
		{mention.Date{Range: date.Range{Basis: date.Explicit}, Text: "3 January\n2020"}, "date from “3 January 2020”"},
		{mention.Date{Range: date.Range{Basis: date.Inferred}, Text: "Jan. 3", Anchor: "2020-01-23"}, "date from “Jan. 3” (year or month filled in), read against 2020-01-23"},
		{mention.Date{Range: date.Range{Basis: date.Relative}, Text: "Tuesday", Anchor: "2020-01-23"}, "date from “Tuesday”, read against 2020-01-23"},
		{mention.Date{Range: date.Range{Basis: date.Corpus}}, "date from another report"},
		{mention.Date{Range: date.Range{Basis: date.Document}}, "no day told; dated by the report’s own day"},
		{mention.Date{Range: date.Range{Basis: date.Bounded}}, "day not told; bounded by other dates"},
		{mention.Date{Range: date.Range{Basis: date.None}}, ""},
	} {
		if got := dated(&timeline.Event{Date: tt.in}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.in.Basis, got, tt.want)
		}
	}
}

func TestParties(t *testing.T) {
	sided := []mention.Name{{Name: "Armenia", Side: mention.SideA}, {Name: "Azerbaijan", Side: mention.SideB}}
	for _, tt := range []struct {
		e    timeline.Event
		want string
	}{
		{timeline.Event{}, ""},
		{timeline.Event{Actors: names("Iran")}, "Iran"},
		{timeline.Event{Targets: names("a convoy")}, "→ a convoy"},
		{timeline.Event{Actors: names("A", "B", "A"), Targets: names("C")}, "A and B → C"},
		{timeline.Event{Actors: sided}, "Armenia ↔ Azerbaijan"},
		{timeline.Event{Actors: names("A", "B", "C", "D", "E", "F", "G", "H")}, "A, B, C, D, E, F and 2 more"},
	} {
		if got := parties(&tt.e); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestStatus(t *testing.T) {
	e := claimed()
	e.OngoingAsOf = day(2021, 9, 1)
	if got := strings.Join(statusInWords(&e), "; "); got != "alleged by The group; attempted; ongoing as of 1 September 2021" {
		t.Errorf("status %q", got)
	}
	e = soleimani()
	if got := statusInWords(&e); len(got) != 0 {
		t.Errorf("a plain event has the status %q", got)
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := grouped(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestCite(t *testing.T) {
	if got := cite([]int{1, 2}); got != "[1][2]" {
		t.Error(got)
	}
	if got := cite([]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}); got != "[1][2][3][4][5][6][7][8] and 2 more" {
		t.Error(got)
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x?y=1&z=2": "https://a.example/x?y=1&z=2", "http://a.example": "http://a.example", "HTTPS://A.example/": "https://A.example/",
		"javascript:alert(1)": "", "java\nscript:alert(1)": "", "//a.example": "", "data:text/html,x": "", "file:///etc/passwd": "", "": "", "https://": "", "a.example": "", "http://[::1": "", `https://"0`: "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "a\tb": "a b", "a\r\nb\rc\u2028d": "a\nb\nc\nd", "\x1b[31mred\x00\x07": "[31mred", "\u202Eabc\u2066": "abc", "\ufeffx": "x",
		"نامه\u200cها": "نامه\u200cها", "\u0085x\u009b1m": "\nx1m", "a\xffb": "a\ufffdb",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzText: no report lets through what steers a terminal, and no line is wider
// than asked for, but for words that do not break.
func FuzzText(f *testing.F) {
	for _, s := range []string{"\x1b]0;title\x07", "a\nb", "日本語の長い文", "word word word", "\u202e", "\xff\xfe"} {
		f.Add(s, 60)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		r := sample()
		r.Options.Width = min(max(width, narrowest), 200)
		r.Title, r.Query, r.Shown.Events = s, s, r.Shown.Events[:1]
		e := &r.Shown.Events[0]
		e.ID, e.Kind, e.Summary, e.Country, e.Actors, e.Date.Text, e.Attribution = s, s, s, s, names(s, s+"x"), s, []mention.Attribution{{Who: s}}
		for _, format := range []string{"text", "table", "md"} {
			for line := range strings.Lines(write(t, format, r)) {
				line = strings.TrimSuffix(line, "\n")
				if i := strings.IndexFunc(line, func(c rune) bool { return c < ' ' || c >= 0x7f && c < 0xa0 || turnsDirection(c) }); i >= 0 || !utf8.ValidString(line) {
					t.Errorf("%s: %q", format, line)
				}
				if longest := longestWord(line); format == "text" && uniseg.StringWidth(line) > max(r.Options.Width, longest+8) {
					t.Errorf("%d columns instead of %d: %q", uniseg.StringWidth(line), r.Options.Width, line)
				}
			}
		}
	})
}

func longestWord(line string) int {
	longest := 0
	for w := range strings.FieldsSeq(line) {
		longest = max(longest, uniseg.StringWidth(w))
	}
	return longest
}
