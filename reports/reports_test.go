package reports

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/extract/mention"
	"dateline/timeline"
)

var update = flag.Bool("update", false, "write the golden files anew; then review the diff")

// write prints r and fails the test where that fails.
func write(t testing.TB, format string, r Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, r); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	descending, wide, narrow, empty, source, actor, excel := sample(), sample(), sample(), sample(), sample(), sample(), sample()
	descending.Descending = true
	wide.Options.Width = -1
	narrow.Options.Width, narrow.Options.Colour = 60, true
	empty.Shown.Events, empty.Shown.Sources, empty.Shown.AsOf = nil, nil, 0
	source.Options.CSV.Rows, actor.Options.CSV.Rows = BySource, ByActor
	excel.Options.CSV = CSVOptions{Excel: true, Delimiter: ';', NoFormulaGuard: true}
	tests := []struct {
		file, format string
		r            Report
	}{
		{"report.txt", "text", sample()}, {"descending.txt", "text", descending}, {"narrow.txt", "text", narrow}, {"empty.txt", "text", empty},
		{"report.md", "md", sample()}, {"empty.md", "md", empty},
		{"report.html", "html", sample()}, {"empty.html", "html", empty},
		{"table.txt", "table", sample()}, {"table-wide.txt", "table", wide}, {"table-empty.txt", "table", empty},
		{"events.csv", "csv", sample()}, {"sources.csv", "csv", source}, {"actors.csv", "csv", actor}, {"excel.csv", "csv", excel}, {"empty.csv", "csv", empty},
		{"events.json", "json", sample()}, {"empty.json", "json", empty}, {"events.jsonl", "jsonl", sample()},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			got := write(t, tt.format, tt.r)
			path := filepath.Join("testdata", tt.file)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s:\n%s", path, firstDifference(got, string(want)))
			}
		})
	}
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer than the other"
}

// TestSameBytes: the order in which events come does not matter, in any format.
func TestSameBytes(t *testing.T) {
	for _, f := range Formats() {
		turned := large(300)
		slices.Reverse(turned.Shown.Events)
		if write(t, f.Name, large(300)) != write(t, f.Name, turned) {
			t.Errorf("%s depends on the order of its events", f.Name)
		}
	}
}

func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats() {
		if seen[f.Name] || f.About == "" || f.Media == "" {
			t.Errorf("format %q stands twice or is not described", f.Name)
		}
		seen[f.Name] = true
	}
	for command, want := range map[string]string{Timeline: "text md html", Events: "table", Export: "csv json jsonl"} {
		var names []string
		for _, f := range FormatsOf(command) {
			names = append(names, f.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("formats of %s are %q, want %q", command, got, want)
		}
	}
	if err := Write(io.Discard, "docx", sample()); err == nil || !strings.Contains(err.Error(), "html") {
		t.Errorf("an unknown format: %v", err)
	}
}

// failing is a disk that is full after some bytes.
type failing int

func (f *failing) Write(p []byte) (int, error) {
	if *f -= failing(len(p)); *f < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	for _, f := range Formats() {
		for _, room := range []failing{0, 5000} {
			left := room
			r := large(200)
			r.Options.CSV.Excel = true
			if err := Write(&left, f.Name, r); err == nil {
				t.Errorf("%s: a full disk after %d bytes goes unseen", f.Name, room)
			}
		}
	}
}

// TestSources: articles are cited by day, unknown last; one that the report
// knows nothing of is told by its mention.
func TestSources(t *testing.T) {
	e := timeline.Event{Mentions: []mention.Mention{
		telling("late", day(2020, 1, 9), "", ""), telling("none", 0, "", ""), telling("early", day(2020, 1, 3), "", ""),
		telling("gone", day(2020, 1, 5), "Wire", ""), telling("late", day(2020, 1, 9), "", ""),
	}}
	known := map[string]timeline.Source{
		"late": {Article: "late", ID: "l", Published: day(2020, 1, 9)}, "none": {Article: "none", ID: "n"},
		"early": {Article: "early", ID: "e", Published: day(2020, 1, 3)},
	}
	var got []string
	for _, s := range sourcesOf(&e, known) {
		got = append(got, s.ID+s.Outlet)
	}
	if want := "e goneWire l n"; strings.Join(got, " ") != want {
		t.Errorf("sources %q, want %q", got, want)
	}
}

// TestKeyPoints: sentences as they stand in events that happened, each once.
func TestKeyPoints(t *testing.T) {
	r := sample()
	for i := range r.Shown.Events {
		r.Shown.Events[i].Salience = float64(i)
	}
	twin := r.Shown.Events[15]
	twin.ID = "ef-twin"
	r.Shown.Events = append(r.Shown.Events, twin)
	d := compose(&r)
	told := map[string]bool{}
	for _, k := range d.KeyPoints {
		if told[k.Quote] {
			t.Errorf("%q is told twice", k.Quote)
		}
		told[k.Quote] = true
		if k.ID == "ea-withdrawal" {
			t.Error("a plan is a key point")
		}
	}
	if len(d.KeyPoints) != 4 || !told["Dockers had walked out."] {
		t.Errorf("key points %v", told)
	}
	if d := compose(&Report{}); len(d.KeyPoints) != 0 || d.Title == "" {
		t.Errorf("an empty report: %+v", d)
	}
}

// TestCoverageCondenses: many outlets and days are summed up, and said to be.
func TestCoverageCondenses(t *testing.T) {
	r := large(2000)
	d := compose(&r)
	c := d.Coverage
	if len(c.Outlets) != mostOutlets || !strings.HasPrefix(c.MoreOutlets, "and 8 more outlets with ") {
		t.Errorf("%d outlets, %q", len(c.Outlets), c.MoreOutlets)
	}
	total := 0
	for _, row := range c.Days {
		total += row.Articles
	}
	if c.Unit != "year" || total != 1000 {
		t.Errorf("%d articles by %s, want 1000 by year", total, c.Unit)
	}
}
