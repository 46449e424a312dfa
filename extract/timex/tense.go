package timex

import (
	"slices"
	"sort"
	"strings"

	"dateline/extract/token"
)

// tense is whether the verb beside an expression tells of the past or the future.
type tense int

const (
	unclear tense = iota
	past
	future
)

// tenseReach is how many tokens before or after an expression its verb may stand.
const tenseReach = 14

// tense is what the verb beside an expression tells. A participle just before
// it is past ("announced Tuesday"); else the nearest verb before it counts, then
// the nearest after it, within the sentence.
func (r *resolver) tense(e Expr) tense {
	if r.sentence >= len(r.doc.Sentences) {
		return unclear
	}
	toks := r.doc.Tagged(r.sentence)
	at, end := tokenAt(toks, e.Start), tokenAt(toks, e.End)
	switch {
	case end < len(toks) && toks[end].Tag == "POS" && e.Signal != Before:
		return past // Tuesday's attack
	case r.endsPast(toks, at):
		return past
	case r.opensFuture(toks, at):
		return future
	}
	for i := at - 1; i >= 0 && i >= at-tenseReach; i-- {
		if r.tellsPlan(toks, i) {
			return future
		}
		if t := r.verbTense(toks, i); t != unclear {
			return t
		}
	}
	for i := end; i < len(toks) && i < end+tenseReach; i++ {
		if t := r.verbTense(toks, i); t != unclear {
			return t
		}
	}
	return unclear
}

// tokenAt is the index of the first token that begins at or after a byte.
func tokenAt(toks []token.Token, at int) int {
	return sort.Search(len(toks), func(i int) bool { return toks[i].Start >= at })
}

// endsPast reports whether a past form stands just before toks[at], "on" aside,
// and tells of no plan ("will be held Tuesday", "scheduled Tuesday").
func (r *resolver) endsPast(toks []token.Token, at int) bool {
	i := at - 1
	if i > 0 && toks[i].Lower == "on" {
		i--
	}
	if i < 0 || r.grammar.is(plan, toks[i].Lower) {
		return false
	}
	return toks[i].Tag == "VBD" || toks[i].Tag == "VBN" && !precededBy(toks, i, "be", "get")
}

// opensFuture reports whether the words just before toks[at] point ahead:
// "postponed until Tuesday", "as early as Tuesday".
func (r *resolver) opensFuture(toks []token.Token, at int) bool {
	if at < 2 {
		return false
	}
	if r.grammar.is(fromThen, toks[at-1].Lower) {
		return true
	}
	if toks[at-1].Lower == "as" {
		return at > 2 && toks[at-3].Lower == "as" && (toks[at-2].Lower == "early" || toks[at-2].Lower == "soon")
	}
	return r.grammar.is(untilWord, toks[at-1].Lower)
}

// tellsPlan reports whether toks[i] tells of something still to come when it was said.
func (r *resolver) tellsPlan(toks []token.Token, i int) bool {
	t := &toks[i]
	if !r.grammar.is(plan, t.Lower) || strings.HasPrefix(t.Tag, "NN") {
		return false
	}
	return t.Tag == "VBG" || !r.precededByCue(toks, i, planOver) // were planning to, but not: had planned to
}

// verbTense is what toks[i] tells of the tense.
func (r *resolver) verbTense(toks []token.Token, i int) tense {
	t := &toks[i]
	switch {
	case t.Tag == "VBD":
		return past
	case r.tellsPlan(toks, i):
		return future
	case (t.Tag == "VBZ" || t.Tag == "VBP") && r.grammar.is(scheduleVerb, t.Lower):
		return future
	case t.Tag == "VBN" && precededBy(toks, i, "has", "have", "'ve"):
		return past
	case t.Tag == "MD" && i+1 < len(toks) && toks[i+1].Lower == "have":
		return past // may have lost
	case t.Tag == "MD" && t.Lower == "could" && r.denied(toks, i):
		return past // could not be reached
	case t.Tag == "MD" && r.grammar.is(futureVerb, t.Lower):
		return future
	case i > 0 && t.Lower == "to" && r.grammar.is(beforeIntent, toks[i-1].Lower) && i+1 < len(toks) && toks[i+1].Tag == "VB":
		return future // is to visit, agreed to visit
	}
	return unclear
}

// denialReach is how many tokens before a verb its negated subject may stand.
const denialReach = 8

// denied reports whether the verb at toks[i] is negated, by a word after it or by
// its subject: "could not be reached", "no one could be reached".
func (r *resolver) denied(toks []token.Token, i int) bool {
	if i+1 < len(toks) && r.grammar.is(negation, toks[i+1].Lower) {
		return true
	}
	return slices.ContainsFunc(toks[max(0, i-denialReach):i], func(t token.Token) bool { return r.grammar.is(negation, t.Lower) })
}

// precededBy reports whether one of words stands up to two tokens before toks[i].
func precededBy(toks []token.Token, i int, words ...string) bool {
	for j := max(0, i-2); j < i; j++ {
		for _, w := range words {
			if toks[j].Lower == w {
				return true
			}
		}
	}
	return false
}

// precededByCue reports whether a word of c stands up to two tokens before toks[i].
func (r *resolver) precededByCue(toks []token.Token, i int, c cue) bool {
	for j := max(0, i-2); j < i; j++ {
		if r.grammar.is(c, toks[j].Lower) {
			return true
		}
	}
	return false
}
