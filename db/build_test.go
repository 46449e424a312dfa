package db

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

func day(s string) date.Day {
	d, err := date.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// option sets a part of a hand-made mention.
type option func(*mention.Mention)

// told is a mention of a strike in Syria on 3 January 2020, unless the options
// say otherwise; its sentence is quote.
func told(start int, quote string, opts ...option) mention.Mention {
	m := mention.Mention{
		Span: mention.Span{Start: start, End: start + 6}, Text: "strike", Kind: "airstrike", Rule: "strike",
		Country: "Syria", ISO3: "SYR", Within: []string{"Middle East"}, Modality: mention.Actual, Outcome: mention.Completed, Confidence: .75,
		Quote: quote, Sentence: mention.Span{Start: start, End: start + len(quote)}, SentenceIndex: start / 100,
	}
	m.Date.Range = date.Single(day("2020-01-03"), date.Explicit)
	for _, o := range opts {
		o(&m)
	}
	return m
}

func kind(k string) option { return func(m *mention.Mention) { m.Kind = k } }
func on(s string) option {
	return func(m *mention.Mention) { m.Date.Range = date.Single(day(s), date.Explicit) }
}
func dated(r date.Range) option     { return func(m *mention.Mention) { m.Date.Range = r } }
func country(c string) option       { return func(m *mention.Mention) { m.Country = c } }
func mod(x mention.Modality) option { return func(m *mention.Mention) { m.Modality = x } }
func killed(n int) option {
	return func(m *mention.Mention) { m.Killed = &mention.Count{Low: n, High: n} }
}
func by(ns ...mention.Name) option {
	return func(m *mention.Mention) { m.Actors = append(m.Actors, ns...) }
}
func target(ns ...mention.Name) option {
	return func(m *mention.Mention) { m.Targets = append(m.Targets, ns...) }
}
func name(s string) mention.Name { return mention.Name{Text: s, Name: s} }
func known(id, s string) mention.Name {
	return mention.Name{Text: s, Name: s, ID: id, Sector: "GOV", Rule: "alias"}
}

func by23() date.Range { return date.Range{Latest: day("2020-01-23"), Basis: date.Bounded} }

func at(town, admin1 string) option {
	return func(m *mention.Mention) {
		m.Places = append(m.Places, mention.Place{
			Text: town, Name: town, ID: "g:" + town, Admin1: admin1, Country: m.Country, ISO3: m.ISO3, Lat: 33.5, Lon: 36.25,
			Precision: mention.Town, Within: []string{admin1, m.Country, "Middle East"},
		})
	}
}

// stored is an article published on 23 January 2020 with its mentions.
func stored(key string, ms ...mention.Mention) Stored {
	text := strings.Repeat("Nothing else happened. ", 60)
	s := Stored{
		Article: Article{
			Key: key, ID: key + ".txt", File: key + ".txt", Title: "News of " + key, Outlet: "Outlet " + key,
			Published: day("2020-01-23"), PublishedBasis: "stated", PublishedWhere: "byline", Text: text, Digest: "d1",
			IngestedAt: time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC),
		},
		Sentences: []mention.Span{{Start: 0, End: 22}, {Start: 23, End: 45}},
	}
	for _, m := range ms {
		m.Article, m.Published, m.Outlet = key, s.Article.Published, s.Article.Outlet
		s.Mentions = append(s.Mentions, m)
	}
	return s
}

// undatedArticle takes the publication day away from an article.
func undatedArticle(s Stored) Stored {
	s.Article.Published, s.Article.PublishedBasis, s.Article.PublishedWhere = 0, "none", ""
	s.Mentions = slices.Clone(s.Mentions)
	for i := range s.Mentions {
		s.Mentions[i].Published = 0
	}
	return s
}

func newDB(t testing.TB) *DB {
	t.Helper()
	return openDB(t, filepath.Join(t.TempDir(), "test.db"))
}

func openDB(t testing.TB, path string) *DB {
	t.Helper()
	d, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func put(t testing.TB, d *DB, articles ...Stored) {
	t.Helper()
	for _, a := range articles {
		if _, err := d.Put(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Derive(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func query(t testing.TB, d *DB, f timeline.Filter) timeline.Shown {
	t.Helper()
	shown, err := d.Query(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// kinds tells the kinds of the events shown, in order.
func kinds(shown timeline.Shown) string {
	var ks []string
	for _, e := range shown.Events {
		ks = append(ks, e.Kind)
	}
	return strings.Join(ks, " ")
}

func keysOf(e timeline.Event) string {
	var keys []string
	for _, m := range e.Mentions {
		keys = append(keys, fmt.Sprintf("%s@%d", m.Article, m.Start))
	}
	return strings.Join(keys, " ")
}
