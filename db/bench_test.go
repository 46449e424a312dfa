package db

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// manyArticles makes n articles of 21 mentions and 30 sentences each, spread
// over a year and some countries, as a news corpus is.
func manyArticles(n int) []Stored {
	r := rand.New(rand.NewPCG(1, 2))
	towns := []string{"Homs", "Idlib", "Raqqa", "Aleppo", "Hama", "Deraa", "Kobani", "Palmyra", "Latakia", "Tartus"}
	countries := []string{"Syria", "Syria", "Syria", "Iraq", "Iran", "Turkey", "Russia", ""}
	kinds := []string{"airstrike", "shelling", "protest", "talks", "clash", "arrest", "vote", "killing", "attack", "accusation"}
	var out []Stored
	for i := range n {
		published := day("2020-01-01")
		published += mentionDay(r, 365)
		s := Stored{Article: Article{
			Key: fmt.Sprintf("key%05d", i), ID: fmt.Sprintf("article-%d", i), Title: "News", Outlet: fmt.Sprintf("Outlet %d", i%20),
			Published: published, PublishedBasis: "stated", Text: strings.Repeat("Some words of an article that tells of a war. ", 90), Digest: "d",
		}}
		for k := range 30 {
			s.Sentences = append(s.Sentences, mention.Span{Start: k * 130, End: k*130 + 125})
		}
		for k := range 21 {
			c := countries[r.IntN(len(countries))]
			m := told(k*130, s.Article.Text[k*130:k*130+125], kind(kinds[r.IntN(len(kinds))]), country(c), dated(by23()),
				by(known(fmt.Sprint("a", r.IntN(80)), fmt.Sprint("Actor ", r.IntN(80)))), target(name(fmt.Sprint("Target ", r.IntN(500)))))
			if r.IntN(2) == 0 {
				at(towns[r.IntN(len(towns))], "Province")(&m)
			}
			m.Date.Latest = published
			if r.IntN(2) == 0 {
				m.Date.Earliest = published - mentionDay(r, 3)
				m.Date.Latest, m.Date.Basis = m.Date.Earliest, "relative"
			}
			m.Article, m.Published = s.Article.Key, published
			s.Mentions = append(s.Mentions, m)
		}
		out = append(out, s)
	}
	return out
}

func mentionDay(r *rand.Rand, n int) date.Day { return date.Day(r.IntN(n)) }

// BenchmarkIngest stores a corpus of 1,900 articles with 40,000 mentions and derives its events.
func BenchmarkIngest(b *testing.B) {
	articles := manyArticles(1900)
	b.ReportAllocs()
	for b.Loop() {
		d := newDB(b)
		put(b, d, articles...)
	}
	b.ReportMetric(float64(len(articles))*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkPut(b *testing.B) {
	articles := manyArticles(2000)
	d := newDB(b)
	i := 0
	for b.Loop() {
		a := articles[i%len(articles)]
		a.Article.Key = fmt.Sprint(a.Article.Key, i)
		for k := range a.Mentions {
			a.Mentions[k].Article = a.Article.Key
		}
		if _, err := d.Put(b.Context(), a); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkQuery(b *testing.B) {
	d := newDB(b)
	put(b, d, manyArticles(1900)...)
	for _, c := range []struct {
		name string
		f    timeline.Filter
	}{
		{"all", timeline.Filter{All: true}},
		{"region and month", timeline.Filter{Regions: []string{"Homs"}, From: day("2020-03-01"), To: day("2020-03-31")}},
		{"actor", timeline.Filter{Actors: []string{"Actor 7"}}},
		{"text", timeline.Filter{Text: []string{"article war"}, Limit: 50}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				query(b, d, c.f)
			}
		})
	}
}
