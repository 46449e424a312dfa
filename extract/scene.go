package extract

import (
	"slices"
	"sort"
	"strings"

	"dateline/extract/actor"
	"dateline/extract/article"
	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/syntax"
	"dateline/extract/timex"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// scene is a sentence with everything found in it.
type scene struct {
	*phrase.Sentence
	sentence token.Sentence
	number   int // among all sentences
	index    int // among the sentences of the body; headlines and captions count as 0
	kind     article.BlockKind
	// published is the day on which the text came out; 0 if unknown.
	published date.Day
	lead      bool // the first sentence that tells something
	clauses   []phrase.Clause
	clauseOf  []int // chunk -> clause

	parsed *syntax.Tree
	byTree bool // roles are being read off the tree

	times  []timex.Timex
	places []place.Found
	actors []actor.Found
	hits   []trigger.Hit
}

// tagNames tags the words of names as names, so that none is taken apart, and
// adjectives of states as adjectives.
func (r *reader) tagNames() {
	tag := func(first, last int) {
		for i := first; i < last; i++ {
			if t := &r.doc.Tokens[i]; t.Tag != "POS" && !strings.HasPrefix(t.Tag, "NN") {
				t.Tag = "NNP"
			}
		}
	}
	for i := range r.places {
		tag(r.places[i].First, r.places[i].Last)
	}
	for i := range r.actors {
		switch a := &r.actors[i]; a.Rule {
		case actor.RuleAdjective:
			r.doc.Tokens[a.Last-1].Tag = "JJ"
		case actor.RuleGroup, actor.RulePeople, actor.RuleDemonym:
		default:
			tag(a.First, a.Last)
		}
	}
}

// scenes distributes the findings over the sentences.
func scenes(r *reader) []*scene {
	r.tagNames()
	out := make([]*scene, len(r.doc.Sentences))
	body := 0
	for i, s := range r.doc.Sentences {
		sc := &scene{sentence: s, number: i, kind: article.Body, published: publishedAt(r.article, s.Start)}
		if s.Block < len(r.article.Blocks) {
			sc.kind = r.article.Blocks[s.Block].Kind
		}
		sc.index = body
		if sc.kind == article.Body {
			body++
		}
		sc.times = within(r.times, s.Span, func(t timex.Timex) mention.Span { return t.Span })
		sc.places = within(r.places, s.Span, func(p place.Found) mention.Span { return p.Span })
		sc.actors = within(r.actors, s.Span, func(a actor.Found) mention.Span { return a.Span })
		sc.hits = within(r.hits, s.Span, func(h trigger.Hit) mention.Span { return h.Span })
		sc.Sentence = phrase.Parse(r.doc, s, timeSpans(sc.times))
		sc.clauses, sc.clauseOf = sc.Clauses()
		out[i] = sc
	}
	return out
}

// markLeads marks the first sentence of the article's body, and of each stamped
// part of the page, that has a verb: lines before it name an office, a place or
// a photographer.
func markLeads(scenes []*scene) {
	var before *scene
	for _, sc := range scenes {
		if sc.kind != article.Body || !slices.ContainsFunc(sc.Chunks, func(c phrase.Chunk) bool { return c.Kind == phrase.VG && c.Finite }) {
			continue
		}
		sc.lead = before == nil || before.published != sc.published
		before = sc
	}
}

// timeSpans are the spans of the expressions that name a date: durations and
// sets stay part of the phrase they stand in ("a two-week siege").
func timeSpans(times []timex.Timex) []mention.Span {
	var out []mention.Span
	for _, t := range times {
		if t.Type == timex.Date || t.Type == timex.Time {
			out = append(out, t.Span)
		}
	}
	return out
}

// within returns the items, sorted by position, that lie in span.
func within[T any](items []T, span mention.Span, at func(T) mention.Span) []T {
	from := sort.Search(len(items), func(i int) bool { return at(items[i]).Start >= span.Start })
	to := sort.Search(len(items), func(i int) bool { return at(items[i]).Start >= span.End })
	return items[from:to]
}

// clause returns the clause that token i stands in.
func (sc *scene) clause(i int) int { return sc.clauseOf[sc.At(i)] }

// verb returns the token of the verb that tells a trigger: itself or, of a noun,
// the verb that carries it; -1 for a noun that none carries.
func (sc *scene) verb(h *trigger.Hit) int {
	if h.Form == trigger.Noun {
		return h.Support
	}
	return h.Head
}

// lower returns the lower-case text of the first token of chunk c, "" out of range.
func (sc *scene) lower(c int) string {
	if c < 0 || c >= len(sc.Chunks) {
		return ""
	}
	return sc.Doc.Tokens[sc.Chunks[c].First].Lower
}

// kindAt returns the kind of chunk c, Other out of range.
func (sc *scene) kindAt(c int) phrase.Kind {
	if c < 0 || c >= len(sc.Chunks) {
		return phrase.Other
	}
	return sc.Chunks[c].Kind
}

// tokenAt returns the token of the sentence in which byte b lies.
func (sc *scene) tokenAt(b int) int {
	toks := sc.Doc.Tokens[sc.sentence.First:sc.sentence.Last]
	i := sort.Search(len(toks), func(i int) bool { return toks[i].End > b })
	return sc.sentence.First + min(i, len(toks)-1)
}
