package db

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// a full mention, to see that every field comes back.
func fullMention() mention.Mention {
	m := told(120, "A drone strike killed nine.", kind("drone_strike"), at("Baghdad", "Baghdad"), killed(9))
	m.Date = mention.Date{
		Range: date.Range{Earliest: day("2020-01-03"), Latest: day("2020-01-04"), Precision: date.PartOfDay, Basis: date.Relative, Hour: 2, Approx: true},
		Text:  "overnight", Span: mention.Span{Start: 140, End: 149}, Anchor: "2020-01-04", Filled: "year, month, day", Rule: "overnight",
	}
	m.Ongoing, m.OngoingAsOf = true, day("2020-01-23")
	m.Actors = []mention.Name{{Text: "US", Name: "United States", ID: "us", Of: "nato", Sector: "GOV", Side: mention.SideA, Span: mention.Span{Start: 1, End: 3}, Rule: "alias"}}
	m.Targets = []mention.Name{name("Qassem Soleimani")}
	m.Places = append(m.Places, mention.Place{Text: "Camp X", Name: "Camp X", Country: "Syria", Within: []string{"Syria"}, Span: mention.Span{Start: 9, End: 15}, Rule: "unlisted"})
	m.Injured = &mention.Count{Low: 2, High: 3}
	m.Tolls = []mention.Toll{{Effect: "killed", Count: mention.Count{Low: 9, High: 9}, Qualifier: mention.AtLeast, Victims: "civilian",
		Side: mention.SideB, Who: "a hospital", Scope: "event", Span: mention.Span{Start: 160, End: 164}, Unnumbered: true, Word: 150}}
	m.Attribution = []mention.Attribution{{Who: "officials", Span: mention.Span{Start: 170, End: 179}}}
	m.Headline, m.Anaphoric, m.SentenceIndex = true, true, 1
	m.LastDay = day("2020-02-01")
	m.Line = "[He] struck the base …"
	m.Runes = mention.Span{Start: 119, End: 125}
	return m
}

// A field added to Mention must be stored: here it is missed until fullMention
// has it, and then TestEventsComeBackAsMerged asks for it.
func TestFullMentionIsFull(t *testing.T) {
	m := fullMention()
	m.Article, m.Published, m.Outlet, m.Generic = "a", 1, "o", true // set by stored, or never in an event
	for _, v := range []any{m, m.Date, m.Actors[0], m.Tolls[0], m.Attribution[0]} {
		r := reflect.ValueOf(v)
		for i := range r.NumField() {
			switch f := r.Type().Field(i).Name; {
			case f == "Pattern" || f == "Article" && r.Type() == reflect.TypeFor[mention.Toll](): // only without days; only in an event
			case r.Field(i).IsZero():
				t.Errorf("%s.%s is not set", r.Type(), f)
			}
		}
	}
}

func TestEventsComeBackAsMerged(t *testing.T) {
	ms := []Stored{
		stored("a", fullMention(), told(400, "A strike hit Homs.", at("Homs", "Homs"))),
		stored("b", told(0, "Homs was struck.", at("Homs", "Homs"), dated(by23()), by(name("jets"))),
			told(100, "A strike hit Homs, too.", at("Homs", "Homs"))),
	}
	d := newDB(t)
	put(t, d, ms...)
	want := map[string]timeline.Event{}
	for _, e := range timeline.Merge(append(ms[0].Mentions, ms[1].Mentions...)) {
		want[e.ID] = e
	}
	got := query(t, d, timeline.Filter{All: true})
	if len(got.Events) != len(want) {
		t.Fatalf("%d events, want %d", len(got.Events), len(want))
	}
	for _, e := range got.Events {
		if !reflect.DeepEqual(e, want[e.ID]) {
			t.Errorf("event comes back as\n%+v\nnot\n%+v", e, want[e.ID])
		}
	}
	if s := got.Sources["a"]; s.ID != "a.txt" || s.Outlet != "Outlet a" || s.Published != day("2020-01-23") {
		t.Errorf("source %+v", s)
	}
	if got.AsOf != day("2020-01-23") {
		t.Errorf("as of %s", got.AsOf)
	}
}

// corpus is some articles that tell of the same few events.
func corpus(n int) []Stored {
	r := rand.New(rand.NewPCG(3, 4))
	towns := []string{"Homs", "Idlib", "Raqqa"}
	countries := []string{"Syria", "Iraq", ""}
	actors := []mention.Name{known("ru", "Russia"), known("us", "United States"), name("Omar Haddad")}
	var out []Stored
	for i := range n {
		var ms []mention.Mention
		for k := range 6 {
			town := towns[r.IntN(3)]
			opts := []option{country(countries[r.IntN(3)]), at(town, town), on(fmt.Sprintf("2020-01-%02d", 1+r.IntN(4))), by(actors[r.IntN(3)])}
			if r.IntN(3) == 0 {
				opts = append(opts, dated(by23()))
			}
			if r.IntN(3) == 0 {
				opts = append(opts, target(actors[r.IntN(3)]), killed(1+r.IntN(3)))
			}
			ms = append(ms, told(k*100, fmt.Sprintf("Sentence %d of article %d tells of %s.", k, i, town), opts...))
		}
		out = append(out, stored(fmt.Sprintf("article%02d", i), ms...))
	}
	return out
}

func TestAnyOrderAndBatchesGiveTheSame(t *testing.T) {
	articles := corpus(12)
	d := newDB(t)
	put(t, d, articles...)
	want := query(t, d, timeline.Filter{All: true})
	if len(want.Events) < 10 {
		t.Fatalf("only %d events to compare", len(want.Events))
	}
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 9))
		r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		d := newDB(t)
		for _, a := range articles {
			if _, err := d.Put(t.Context(), a); err != nil {
				t.Fatal(err)
			}
			if r.IntN(3) == 0 { // the end of a batch
				put(t, d)
			}
		}
		put(t, d)
		if got := query(t, d, timeline.Filter{All: true}); !reflect.DeepEqual(got, want) {
			t.Fatalf("order %d gives other events", seed)
		}
	}
}

func TestTheSameArticleAgainChangesNothing(t *testing.T) {
	d := newDB(t)
	a := stored("a", told(0, "A strike."))
	put(t, d, a)
	before := query(t, d, timeline.Filter{All: true})
	again := a
	again.Article.Outlet, again.Article.Title = "Another", ""
	again.Article.Published = day("2020-02-02")
	if c, err := d.Put(t.Context(), again); err != nil || c != Unchanged {
		t.Errorf("put again: %s, %v", c, err)
	}
	if after := query(t, d, timeline.Filter{All: true}); !reflect.DeepEqual(after, before) {
		t.Error("events differ")
	}
}

func TestMissingMetadataIsFilledIn(t *testing.T) {
	pattern := func(p string) option { return dated(date.Range{Pattern: p, Basis: date.Explicit}) }
	d := newDB(t)
	bare := undatedArticle(stored("a", told(0, "A strike on 3 January.", pattern("XXXX-01-03"))))
	bare.Article.Outlet = ""
	put(t, d, bare)
	if c, err := d.Put(t.Context(), stored("a", told(0, "A strike on 3 January."))); err != nil || c != Updated {
		t.Errorf("put with a day: %s, %v", c, err)
	}
	put(t, d)
	shown := query(t, d, timeline.Filter{})
	if len(shown.Events) != 1 || shown.Events[0].EDTF() != "2020-01-03" || shown.Sources["a"].Outlet != "Outlet a" {
		t.Errorf("got %+v", shown)
	}
	byHand := stored("a", told(0, "A strike on 3 January.", on("2021-01-03")))
	byHand.Article.Published, byHand.Article.PublishedBasis = day("2021-01-23"), ByHand
	if c, err := d.Put(t.Context(), byHand); err != nil || c != Updated {
		t.Errorf("put with a day by hand: %s, %v", c, err)
	}
	put(t, d)
	if e := query(t, d, timeline.Filter{}).Events; len(e) != 1 || e[0].EDTF() != "2021-01-03" {
		t.Errorf("got %+v", e)
	}
}

func TestRecoverDerivesWhatWasLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	d := openDB(t, path)
	if _, err := d.Put(t.Context(), stored("a", told(0, "A strike."))); err != nil {
		t.Fatal(err)
	}
	if n := len(query(t, d, timeline.Filter{}).Events); n != 0 {
		t.Fatalf("%d events before they are derived", n)
	}
	d.Close() // as a kill would: nothing is derived
	d = openDB(t, path)
	if err := d.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(query(t, d, timeline.Filter{}).Events); n != 1 {
		t.Errorf("%d events after recovery, want 1", n)
	}
}

func TestFullTextFollowsTheSentences(t *testing.T) {
	d := newDB(t)
	check := func(when string) {
		t.Helper()
		if _, err := d.write.Exec(`INSERT INTO sentence_text (sentence_text, rank) VALUES ('integrity-check', 1)`); err != nil {
			t.Errorf("%s: %v", when, err)
		}
	}
	a, b := stored("a", told(100, "A strike.")), stored("b") // b tells of no event
	put(t, d, a, b)
	check("after two articles")
	if _, err := d.Put(t.Context(), stored("c", told(100, "Another strike."))); err != nil {
		t.Fatal(err)
	}
	if err := d.Replace(t.Context(), stored("c", told(100, "A third strike."))); err != nil { // before anything of c is indexed
		t.Fatal(err)
	}
	put(t, d)
	check("after one was replaced")
	if err := d.RemoveArticle(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	check("after one was removed")
	if got := query(t, d, timeline.Filter{Text: []string{"strike"}}); len(got.Events) != 1 {
		t.Errorf("%d events found, want 1", len(got.Events))
	}
}

func TestCancelledPutLeavesNothing(t *testing.T) {
	d := newDB(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := d.Put(ctx, stored("a", told(0, "A strike."))); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if s, err := d.Stats(t.Context()); err != nil || s.Articles != 0 || s.Sentences != 0 {
		t.Errorf("stats %+v, %v", s, err)
	}
}

func TestReadingWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	d := openDB(t, path)
	put(t, d, stored("a", told(0, "A strike.")))
	err := d.inWriting(t.Context(), "hold the lock", func(tx *sql.Tx) error {
		if err := d.insertArticle(t.Context(), tx, new(stored("b", told(0, "A strike.", country("Iraq"))))); err != nil {
			return err
		}
		if n := len(query(t, openDB(t, path), timeline.Filter{}).Events); n != 1 {
			t.Errorf("%d events read while another writes", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreNotOursAreRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	newer := filepath.Join(dir, "newer.db")
	d := openDB(t, newer)
	put(t, d, stored("a", told(0, "A strike.")))
	if _, err := d.write.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	d.Close()
	foreign := filepath.Join(dir, "foreign.db")
	f, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Exec("CREATE TABLE theirs (x)"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	notes := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(notes, []byte("Notes.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, message := range map[string]string{newer: "newer dateline", foreign: "another application", notes: "not a SQLite database"} {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Open(t.Context(), path)
		if err == nil || !strings.Contains(err.Error(), message) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error %v, want %q", path, err, message)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
	missing := filepath.Join(dir, "missing.db")
	if _, err := OpenExisting(t.Context(), missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("a missing file was created")
	}
}

func TestNamesOfFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "what? 100% #1 ü.db")
	put(t, openDB(t, path), stored("a", told(0, "A strike.")))
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestBusyIsToldClearly(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the lock")
	}
	path := filepath.Join(t.TempDir(), "test.db")
	d, other := openDB(t, path), openDB(t, path)
	err := d.inWriting(t.Context(), "hold the lock", func(*sql.Tx) error {
		_, err := other.Put(t.Context(), stored("a", told(0, "A strike.")))
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "another process is writing to "+path) {
		t.Errorf("error %v", err)
	}
}

func TestOwnTables(t *testing.T) {
	d := newDB(t)
	for _, tables := range [][]OwnTable{
		{{"actors", "mine.tsv", "a\tA\tREB\n"}, {"places", "sites.tsv", ""}},
		{{"actors", "other.tsv", "b\tB\tREB\n"}},
		nil,
	} {
		if err := d.PutOwnTables(t.Context(), tables); err != nil {
			t.Fatal(err)
		}
		if got, err := d.OwnTables(t.Context()); err != nil || !slices.Equal(got, tables) {
			t.Errorf("got %v, %v, want %v", got, err, tables)
		}
	}
}
