package reports

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/mention"
	"dateline/timeline"
)

// header is the promise to those who read the export by column.
const header = "event_id,event_date,date_earliest,date_latest,date_precision,date_basis,date_text,edtf,end_date,ongoing_as_of," +
	"sort_date,kind,event_type,sub_event_type,plover,actors,targets,location,admin1,country,country_iso3,region,latitude,longitude," +
	"geo_precision,killed_low,killed_best,killed_high,injured_low,injured_best,injured_high,captured,modality,outcome,attribution," +
	"summary,evidence_quote,sources,source_count,origin_count,first_published_at,urls,review_status,confidence"

// table is a CSV export read back by column.
type csvTable struct {
	columns []string
	rows    [][]string
}

func readBack(t *testing.T, r Report) csvTable {
	t.Helper()
	out := strings.TrimPrefix(write(t, "csv", r), byteOrderMark)
	in := csv.NewReader(strings.NewReader(out))
	if d := r.Options.CSV.Delimiter; d != 0 {
		in.Comma = d
	}
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return csvTable{rows[0], rows[1:]}
}

// get is the cell of an event in a column.
func (c csvTable) get(t *testing.T, event, column string) string {
	t.Helper()
	at := slices.Index(c.columns, column)
	for _, row := range c.rows {
		if row[0] == event && at >= 0 {
			return row[at]
		}
	}
	t.Fatalf("no %s of %s", column, event)
	return ""
}

func TestCSVColumns(t *testing.T) {
	if got := strings.Join(readBack(t, sample()).columns, ","); got != header {
		t.Errorf("header\n%s\nwant\n%s", got, header)
	}
	for _, rows := range []Rows{ByActor, BySource} {
		seen := map[string]bool{}
		for _, c := range Columns(rows) {
			if seen[c.Name] || c.About == "" {
				t.Errorf("rows by %s: column %s stands twice or is not described", rows, c.Name)
			}
			seen[c.Name] = true
		}
	}
}

func TestCSVCells(t *testing.T) {
	got := readBack(t, sample())
	for _, want := range []struct{ event, column, cell string }{
		{"e0soleimani", "event_date", "2020-01-03"},
		{"e0soleimani", "event_type", "Explosions/Remote violence"},
		{"e0soleimani", "plover", "ASSAULT/drone"},
		{"e0soleimani", "targets", "Qassem Soleimani; Abu Mahdi al-Muhandis"},
		{"e0soleimani", "latitude", "33.2625"},
		{"e0soleimani", "region", "Middle East"},
		{"e0soleimani", "killed_low", "2"},
		{"e0soleimani", "killed_best", "10"}, // one article each: the later one
		{"e0soleimani", "killed_high", "10"},
		{"e0soleimani", "injured_low", ""},
		{"e0soleimani", "source_count", "2"},
		{"e0soleimani", "origin_count", "2"},
		{"e0soleimani", "first_published_at", "2020-01-09"},
		{"e0soleimani", "urls", "https://news.example/iran?a=1&b=2"},
		{"e0soleimani", "attribution", "Iraqi officials"},
		{"e2protest", "event_date", ""}, // one of two days
		{"e2protest", "sort_date", "2020-01-23"},
		{"e2protest", "edtf", "[2020-01-22..2020-01-23]"},
		{"e2protest", "geo_precision", "country"},
		{"e4month", "edtf", "2016-10"},
		{"e5year", "edtf", "2014~"},
		{"e6arrest", "date_earliest", ""},
		{"e6arrest", "edtf", "[..2020-01-23]"},
		{"e6arrest", "sort_date", "2020-01-23"},
		{"e7airstrikes", "edtf", "XXXX-03-15/.."},
		{"e7airstrikes", "sort_date", ""},
		{"e7airstrikes", "location", ""}, // only the country is known
		{"e7airstrikes", "latitude", ""},
		{"e8siege", "edtf", "2021-08-15/.."},
		{"e8siege", "ongoing_as_of", "2021-08-27"},
		{"e9ship", "location", "Red Sea"},
		{"e9ship", "longitude", ""}, // a sea's centroid is no site
		{"eb-talks", "end_date", "2021-08-22"},
		{"ea-withdrawal", "plover", "AGREE"}, // only planned: a promise
		{"ee-brazil", "longitude", "-46.63611"},
		{"ec-injected", "actors", "'+SUM(A1); @handle; －１; <script>alert(1)</script>"},
		{"ec-injected", "date_text", "'-1+1"},
		{"ef-undated", "edtf", ""},
	} {
		if cell := got.get(t, want.event, want.column); cell != want.cell {
			t.Errorf("%s of %s is %q, want %q", want.column, want.event, cell, want.cell)
		}
	}
}

// TestCSVRows: no event is lost, whatever a row is.
func TestCSVRows(t *testing.T) {
	events := len(sampleEvents())
	for rows, least := range map[Rows]int{ByEvent: events, ByActor: events + 5, BySource: events + 2} {
		r := sample()
		r.Options.CSV.Rows = rows
		got := readBack(t, r)
		ids := map[string]bool{}
		for _, row := range got.rows {
			ids[row[0]] = true
		}
		if len(ids) != events || len(got.rows) < least {
			t.Errorf("rows by %s: %d rows of %d events, want at least %d of %d", rows, len(got.rows), len(ids), least, events)
		}
	}
}

func TestCSVRefuses(t *testing.T) {
	for _, opt := range []CSVOptions{{Delimiter: '"'}, {Delimiter: '\n'}, {Rows: "picnic"}} {
		r := sample()
		r.Options.CSV = opt
		if err := Write(new(strings.Builder), "csv", r); err == nil {
			t.Errorf("%+v was taken", opt)
		}
	}
}

func TestLongCell(t *testing.T) {
	r := sample()
	e := plainEvent("elong", "attack", "armed", "a1", mention.Date{}, strings.Repeat("wörd 😀 ", 10000))
	r.Shown.Events = []timeline.Event{e}
	got := readBack(t, r).get(t, "elong", "summary")
	if n := utf16Len(got); n > LongestCell || n < LongestCell-100 {
		t.Errorf("a long cell has %d characters", n)
	}
	if !strings.HasSuffix(got, " more characters]") {
		t.Errorf("a long cell ends in %q", got[len(got)-40:])
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "=1+1": "'=1+1", "+31": "'+31", "-58": "'-58", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x", "'=1": "''=1", "'tis": "'tis", "a=1": "a=1",
	} {
		if got := GuardFormula(in); got != want {
			t.Errorf("GuardFormula(%q) = %q, want %q", in, got, want)
		}
		if back := UnguardFormula(want); back != in {
			t.Errorf("UnguardFormula(%q) = %q, want %q", want, back, in)
		}
	}
}

// FuzzGuard: no guarded text begins like a formula, every text comes back, and
// a field holds no control characters and is read back as it was written.
func FuzzGuard(f *testing.F) {
	for _, s := range []string{"=1+1", "'=1", "\x00=1", " =1", "－1", "\u202e=x", "a\r\n=b", "\ufeff=1", "\xff=", "\"=1\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if g := GuardFormula(s); UnguardFormula(g) != s {
			t.Errorf("%q comes back as %q", s, UnguardFormula(g))
		}
		got := field(text(s), true)
		if first, _ := utf8.DecodeRuneInString(got); got != "" && strings.ContainsRune(formulaStarts, first) {
			t.Errorf("%q is written as %q", s, got)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return r < ' ' || r == 0x7f || turnsDirection(r) }); i >= 0 {
			t.Errorf("%q is written as %q", s, got)
		}
		if n := field(cell{text: s, number: true}, true); n != s {
			t.Errorf("the number %q is written as %q", s, n)
		}
		var b strings.Builder
		w := csv.NewWriter(&b)
		if err := w.Write([]string{"id", got}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if back, err := csv.NewReader(strings.NewReader(b.String())).Read(); err != nil || back[1] != got {
			t.Errorf("%q is read back as %q, %v", got, back, err)
		}
	})
}

// TestNumbersAreNumbers: what a spreadsheet calculates with holds digits only, guarded or not.
func TestNumbersAreNumbers(t *testing.T) {
	got := readBack(t, sample())
	for _, column := range []string{"latitude", "longitude", "killed_low", "killed_best", "killed_high", "injured_low", "injured_best",
		"injured_high", "captured", "source_count", "origin_count", "confidence"} {
		at := slices.Index(got.columns, column)
		for _, row := range got.rows {
			if row[at] == "" {
				continue
			}
			if _, err := strconv.ParseFloat(row[at], 64); err != nil {
				t.Errorf("%s of %s is %q", column, row[0], row[at])
			}
		}
	}
}

func TestBestFigure(t *testing.T) {
	at := func(n, published int) figure {
		return figure{mention.Count{Low: n, High: n}, day(2020, 1, published)}
	}
	tests := []struct {
		name string
		in   figures
		want int
		ok   bool
	}{
		{"none", figures{}, 0, false},
		{"one", figures{"a": at(9, 1)}, 9, true},
		{"most articles", figures{"a": at(9, 1), "b": at(9, 2), "c": at(12, 3)}, 9, true},
		{"the latest of equals", figures{"a": at(9, 1), "b": at(12, 3)}, 12, true},
		{"the lower of one day", figures{"a": at(12, 1), "b": at(9, 1)}, 9, true},
		{"a range is no number", figures{"a": {mention.Count{Low: 20, High: 30}, 0}}, 0, false},
	}
	for _, tt := range tests {
		if got, ok := tt.in.best(); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %d %v, want %d %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}

func TestOrigins(t *testing.T) {
	copied := "Officials said that the convoy was hit twice before it reached the town."
	e := timeline.Event{Mentions: []mention.Mention{
		telling("a", 1, "Wire", copied), telling("b", 1, "Post", copied), telling("c", 1, "Wire", "Another sentence of the same outlet, of some length."),
		telling("d", 1, "", "A short one."), telling("e", 1, "", "A short one."),
	}}
	if got := origins(&e, nil); got != 3 {
		t.Errorf("%d origins, want 3: the wire with its copy, and two unnamed articles", got)
	}
}
