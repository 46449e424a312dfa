package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/reports"
)

// seedDB stores the pasted clippings that the project started from, and skips
// the test where they do not lie beside the repository.
func seedDB(t *testing.T, args ...string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("no ../shared/seeds beside the repository")
	}
	db := filepath.Join(t.TempDir(), "seed.db")
	dateline(t, exitOK, "", slices.Concat([]string{"ingest", "--db", db}, args, files)...)
	return db
}

// seedEvents are the events of a timeline, as data.
func seedEvents(t *testing.T, db string, filters ...string) []reports.StoredEventJSON {
	t.Helper()
	out, _ := dateline(t, exitOK, "", append([]string{"export", "--db", db, "--format", "jsonl", "--limit", "1000", "--order", "asc"}, filters...)...)
	var events []reports.StoredEventJSON
	for line := range strings.Lines(out) {
		var e reports.StoredEventJSON
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		// Without a filter JSON Lines hold every kind and modality.
		if e.Modality == "actual" || e.Modality == "claimed" {
			events = append(events, e)
		}
	}
	return events
}

func ofKind(events []reports.StoredEventJSON, kind string) []reports.StoredEventJSON {
	return slices.DeleteFunc(slices.Clone(events), func(e reports.StoredEventJSON) bool { return e.Kind != kind })
}

func edtfOf(e reports.StoredEventJSON) string {
	if e.Date == nil {
		return ""
	}
	return e.Date.EDTF
}

func TestSeedArticles(t *testing.T) {
	db := seedDB(t)
	out, _ := dateline(t, exitOK, "", "articles", "--db", db, "--format", "json")
	var rows []articleRow
	if err := json.Unmarshal([]byte(out), &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Title == "" || rows[1].Title == "" {
		t.Fatalf("not two articles with titles: %s", out)
	}
	if rows[0].day("") != "2020-01-23" || rows[0].PublishedBasis != "inferred" || rows[1].day("") != "" {
		t.Errorf("publication days: %s", out)
	}
}

func TestSeedEvents(t *testing.T) {
	events := seedEvents(t, seedDB(t))
	for _, want := range []struct {
		kind  string
		dates []string // any of these
	}{
		{"drone_strike", []string{"2020-01-03"}},
		{"vote", []string{"[..2020-01-23]", "[2020-01-03..2020-01-23]"}},
		{"missile_attack", []string{"[2020-01-03..2020-01-23]"}},
		{"protest", []string{"2020-01-23"}},
		{"evacuation", []string{"[2020-01-03..2020-01-23]"}},
		{"airstrike", []string{"XXXX-03-15/.."}},
		{"displacement", []string{"[XXXX-03-15..]"}},
	} {
		found := ofKind(events, want.kind)
		if len(found) != 1 || !slices.Contains(want.dates, edtfOf(found[0])) {
			t.Errorf("%s: want one, dated one of %q; got %d", want.kind, want.dates, len(found))
			for _, e := range found {
				t.Logf("  %s: %s", edtfOf(e), e.Summary)
			}
		}
	}
	for _, e := range ofKind(events, "drone_strike") {
		if e.Killed == nil || e.Killed[0] < 1 || e.Country != "Iraq" {
			t.Errorf("drone strike: killed %v, country %q", e.Killed, e.Country)
		}
	}
	for _, e := range ofKind(events, "missile_attack") {
		if len(e.Places) == 0 || e.Places[0].Lat == nil || e.Places[0].Precision != "exact" {
			t.Errorf("missile attack: not placed exactly: %+v", e.Places)
		}
	}
}

func TestSeedFilters(t *testing.T) {
	db := seedDB(t)
	for _, tt := range []struct{ flag, name, kinds string }{
		{"--actor", "Soleimani", "drone_strike"},
		{"--actor", "Iran", "drone_strike missile_attack"},
		{"--actor", "Houthi", "airstrike displacement"},
		{"--region", "Yemen", "airstrike displacement"},
		{"--region", "Anbar", "missile_attack"},
	} {
		var kinds []string
		for _, e := range seedEvents(t, db, tt.flag, tt.name) {
			kinds = append(kinds, e.Kind)
		}
		slices.Sort(kinds)
		if got := strings.Join(kinds, " "); got != tt.kinds {
			t.Errorf("%s %s: got %s, want %s", tt.flag, tt.name, got, tt.kinds)
		}
	}
}

func TestSeedWithItsYear(t *testing.T) {
	events := seedEvents(t, seedDB(t, "--published", "2025-04-02"), "--region", "Yemen")
	for _, e := range ofKind(events, "airstrike") {
		if edtfOf(e) != "2025-03-15/.." || e.OngoingAsOf.String() != "2025-04-02" {
			t.Errorf("airstrikes: %s, ongoing as of %s", edtfOf(e), e.OngoingAsOf)
		}
	}
	for _, e := range ofKind(events, "displacement") {
		if edtfOf(e) != "[2025-03-15..2025-04-02]" {
			t.Errorf("flight: %s", edtfOf(e))
		}
	}
	if len(events) < 2 {
		t.Errorf("%d events in Yemen", len(events))
	}
}

// TestSeedHasLittleElse counts the rows of the default timeline beyond those asked for.
func TestSeedHasLittleElse(t *testing.T) {
	const asked, tolerated = 8, 3
	out, _ := dateline(t, exitOK, "", "export", "--db", seedDB(t), "--format", "json")
	var report struct{ Events []reports.StoredEventJSON }
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	if n := len(report.Events); n == 0 || n > asked+tolerated {
		t.Errorf("%d events in the timeline, want at most %d", n, asked+tolerated)
	}
}
