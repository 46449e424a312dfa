package trigger

import (
	"slices"

	"dateline/extract/mention"
)

// candidate is a sense that fits the words at a span.
type candidate struct {
	span
	sense *sense
	form  Form
	score int
}

// match finds the best sense at each place of a sentence.
func (lex *lexicon) match(x *context) []Hit {
	var all []candidate
	for i := range x.toks {
		for _, n := range lex.index[x.toks[i].Lower] {
			if c, ok := lex.senses[n].fit(x, i); ok {
				all = append(all, c)
			}
		}
	}
	return choose(x, all)
}

// fit matches one sense at token i and checks its conditions.
func (sn *sense) fit(x *context, i int) (candidate, bool) {
	s, ok := sn.pattern.at(x.toks, i, sn.head)
	if !ok || s.head < 0 {
		return candidate{}, false
	}
	form, ok := x.form(sn, s)
	if !ok {
		return candidate{}, false
	}
	score := 100 * s.words
	for _, c := range sn.conditions {
		if !c.holds(x, s, form) {
			return candidate{}, false
		}
		if !c.not {
			score += 10
		}
	}
	if sn.kind == noKind {
		score++ // of equals, the row that rules an event out
	}
	if sn.own {
		score += 2 // of equals, the user's row
	}
	return candidate{s, sn, form, score}, true
}

// choose keeps the best of overlapping candidates: most words, then most
// conditions, then the earlier row. What loses at the same place becomes an
// alternative.
func choose(x *context, all []candidate) []Hit {
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	taken := make([]int, len(x.toks)) // by which of hits, plus one
	var hits []Hit
	for _, c := range all {
		at := slices.IndexFunc(taken[c.first:c.last], func(n int) bool { return n > 0 })
		if at < 0 {
			hits = append(hits, c.hit(x))
			for i := c.first; i < c.last; i++ {
				taken[i] = len(hits)
			}
		} else if h := &hits[taken[c.first+at]-1]; h.First == x.first+c.first && h.Last == x.first+c.last {
			h.addAlt(c.sense.kind)
		}
	}
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.Kind == noKind })
	slices.SortFunc(hits, func(a, b Hit) int { return a.First - b.First })
	return hits
}

// hit makes the finding of a candidate.
func (c candidate) hit(x *context) Hit {
	sn := c.sense
	h := Hit{
		First: x.first + c.first, Last: x.first + c.last, Head: x.first + c.head, Sentence: x.index,
		Kind: sn.kind, Alt: slices.Clone(sn.alt), Rule: sn.rule, Form: c.form,
		SubjectIs: "actor", Mutual: sn.flags.mutual, Support: -1,
		Consequence: sn.flags.consequence, toll: sn.flags.consequence,
		Lemma: sn.pattern[sn.head].lemmas[x.toks[c.head].Lower],
	}
	h.Span = mention.Span{Start: x.toks[c.first].Start, End: x.toks[c.last-1].End}
	if sn.flags.subjectIsTarget {
		h.SubjectIs = "target"
	}
	return h
}

// addAlt adds another reading.
func (h *Hit) addAlt(kind string) {
	if kind != noKind && kind != h.Kind && !slices.Contains(h.Alt, kind) {
		h.Alt = append(h.Alt, kind)
	}
}
