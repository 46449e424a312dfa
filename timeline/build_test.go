package timeline

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// option sets a part of a hand-made mention.
type option func(*mention.Mention)

// told is a mention of an airstrike in Syria, unless the options say otherwise.
func told(article string, start int, opts ...option) mention.Mention {
	m := mention.Mention{
		Span: mention.Span{Start: start, End: start + 6}, Text: "strike", Kind: "airstrike",
		Country: "Syria", ISO3: "SYR", Modality: mention.Actual, Outcome: mention.Completed, Confidence: .8,
		Quote: fmt.Sprintf("Sentence %d of %s tells what happened there.", start, article), Sentence: mention.Span{Start: start, End: start + 40},
		SentenceIndex: start / 100, Article: article, Published: day("2020-01-23"),
	}
	for _, o := range opts {
		o(&m)
	}
	return m
}

func day(s string) date.Day {
	d, err := date.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func kind(k string) option          { return func(m *mention.Mention) { m.Kind = k } }
func on(s string) option            { return dated(date.Single(day(s), date.Explicit)) }
func dated(r date.Range) option     { return func(m *mention.Mention) { m.Date.Range = r } }
func published(s string) option     { return func(m *mention.Mention) { m.Published = day(s) } }
func country(c string) option       { return func(m *mention.Mention) { m.Country = c } }
func mod(x mention.Modality) option { return func(m *mention.Mention) { m.Modality = x } }
func killed(lo, hi int) option {
	return func(m *mention.Mention) { m.Killed = &mention.Count{Low: lo, High: hi} }
}
func anaphoric(m *mention.Mention)    { m.Anaphoric = true }
func headline(m *mention.Mention)     { m.Headline, m.SentenceIndex = true, -1 }
func name(s string) mention.Name      { return mention.Name{Text: s, Name: s} }
func known(id, s string) mention.Name { return mention.Name{Text: s, Name: s, ID: id} }
func by(ns ...mention.Name) option {
	return func(m *mention.Mention) { m.Actors = append(m.Actors, ns...) }
}
func target(ns ...mention.Name) option {
	return func(m *mention.Mention) { m.Targets = append(m.Targets, ns...) }
}

func between(a, b string, basis date.Basis) option {
	var r date.Range
	if a != "" {
		r.Earliest = day(a)
	}
	if b != "" {
		r.Latest = day(b)
	}
	r.Basis = basis
	return dated(r)
}

func pattern(p string) option { return dated(date.Range{Pattern: p, Basis: date.Explicit}) }

func in(town, admin1 string) option {
	return func(m *mention.Mention) {
		m.Places = append(m.Places, mention.Place{
			Text: town, Name: town, ID: strings.ToLower(town), Admin1: admin1, Country: m.Country, Precision: mention.Town,
			Within: []string{admin1, m.Country, "Middle East"},
		})
	}
}

// shape tells which mentions became one event: "a0 b0 | a7".
func shape(events []Event) string {
	var parts []string
	for _, e := range events {
		var keys []string
		for _, m := range e.Mentions {
			keys = append(keys, fmt.Sprintf("%s%d", m.Article, m.Start))
		}
		parts = append(parts, strings.Join(keys, " "))
	}
	return strings.Join(parts, " | ")
}

func shuffled(ms []mention.Mention, seed uint64) []mention.Mention {
	out := append([]mention.Mention(nil), ms...)
	r := rand.New(rand.NewPCG(seed, 1))
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func only(t *testing.T, events []Event) Event {
	t.Helper()
	if len(events) != 1 {
		t.Fatalf("want one event, got %s", shape(events))
	}
	return events[0]
}
