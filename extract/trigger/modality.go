package trigger

import (
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/extract/table"
	"dateline/extract/token"
)

// scope is how a cue of modality reaches a trigger.
type scope string

// The scopes.
const (
	onVerb   scope = "verb"     // governs a verb: "will attack", "plans to attack"
	onNoun   scope = "noun"     // in the noun's phrase: "possible strikes", "fears of attacks"
	onAfter  scope = "after"    // follows a noun in its clause: "the meeting is scheduled"
	inClause scope = "clause"   // anywhere before it in its clause: "if they attack"
	ofComing scope = "present"  // before a verb in the present tense in its clause: "until they attack"
	beside   scope = "beside"   // within three words: "shells the village daily"
	anywhere scope = "sentence" // anywhere in the sentence: "reportedly"
)

// cue is a row of modality.tsv.
type cue struct {
	effect  string // a modality, attempted, foiled, or generic
	scope   scope
	pattern pattern
	rank    int // of the effect: a higher one prevails
}

// effects are what a cue can say, weakest first: where several cues reach a
// trigger the strongest modality prevails. "actual" undoes a cue within it
// ("managed to" undoes "to").
var effects = []string{"generic", "actual", "claimed", "planned", "hypothetical", "negated", "attempted", "foiled"}

// addCues compiles the cues: effect, scope, pattern, example.
func (lex *lexicon) addCues(voc *vocabulary, rows []table.Row) error {
	for _, r := range rows {
		if len(r.Cells) != 4 {
			return r.Errorf("has %d columns, want 4: effect, scope, pattern, example", len(r.Cells))
		}
		c := cue{effect: r.Cells[0], scope: scope(r.Cells[1]), rank: slices.Index(effects, r.Cells[0])}
		if c.rank < 0 {
			return r.Errorf("unknown effect, want one of %s", strings.Join(effects, ", "))
		}
		switch c.scope {
		case onVerb, onNoun, onAfter, inClause, ofComing, beside, anywhere:
		default:
			return r.Errorf("unknown scope, want verb, noun, after, clause, present, beside or sentence")
		}
		p, err := voc.pattern(r.Cells[2])
		if err != nil {
			return r.Errorf("%v", err)
		}
		c.pattern = p
		n := int32(len(lex.cues))
		lex.cues = append(lex.cues, c)
		for w := range p[0].words {
			lex.cueAt[w] = append(lex.cueAt[w], n)
		}
	}
	return nil
}

// Modality tells whether the text says that the event of a hit happened, with
// which outcome, and the words that say so (zero if it is told plainly).
func Modality(doc *token.Doc, h Hit) (mention.Modality, mention.Outcome, mention.Span) {
	modality, outcome := mention.Actual, mention.Completed
	var by mention.Span
	best := 0
	for _, f := range h.cues {
		switch f.cue.effect {
		case "generic":
		case "attempted", "foiled":
			if outcome != mention.Foiled {
				outcome = mention.Outcome(f.cue.effect)
			}
		default:
			if f.cue.rank > best {
				best, modality = f.cue.rank, mention.Modality(f.cue.effect)
				first := doc.Sentences[h.Sentence].First
				by = doc.Cover(first+f.first, first+f.last)
			}
		}
	}
	return modality, outcome, by
}

// isGeneric reports whether a cue says that a hit is talk of such events in general.
func isGeneric(x *context, h *Hit) bool {
	return slices.ContainsFunc(h.cues, func(f cueFound) bool {
		return f.cue.effect == "generic" && (f.cue.scope != onNoun || f.last == h.First-x.first)
	})
}

// cueFound is a cue that reaches a hit.
type cueFound struct {
	span
	cue *cue
}

// cueReach is how many words from a trigger a cue may stand.
const cueReach = 40

// cuesIn finds the cues of a sentence, in order of their first word.
func (lex *lexicon) cuesIn(x *context) []cueFound {
	var found []cueFound
	for i := range x.toks {
		for _, n := range lex.cueAt[x.toks[i].Lower] {
			c := &lex.cues[n]
			if s, ok := c.pattern.at(x.toks, i, 0); ok && !x.isName(i) {
				found = append(found, cueFound{s, c})
			}
		}
	}
	return found
}

// cuesFor picks from the cues of a sentence those that reach a hit. Of
// overlapping ones the longest counts, so that "managed to" hides "to".
func cuesFor(x *context, cues []cueFound, h Hit) []cueFound {
	first, last := h.First-x.first, h.Last-x.first
	from, _ := slices.BinarySearchFunc(cues, first-cueReach, func(c cueFound, at int) int { return c.first - at })
	var found []cueFound
	for _, c := range cues[from:] {
		if c.first > last+cueReach {
			break
		}
		if (c.last <= first || last <= c.first) && x.reaches(c.cue.scope, c.span, h) {
			found = append(found, c)
		}
	}
	return longest(found)
}

// isName reports whether a modal's spelling is a name here: "in May".
func (x *context) isName(i int) bool {
	return x.g.modal[x.lower(i)] && strings.HasPrefix(x.tag(i), "NN")
}

// longest drops cues that lie inside longer ones.
func longest(found []cueFound) []cueFound {
	return slices.DeleteFunc(slices.Clone(found), func(a cueFound) bool {
		return slices.ContainsFunc(found, func(b cueFound) bool {
			return b.first <= a.first && a.last <= b.last && b.last-b.first > a.last-a.first
		})
	})
}

// reaches reports whether a cue at s bears on hit h.
func (x *context) reaches(sc scope, s span, h Hit) bool {
	first, last, head := h.First-x.first, h.Last-x.first, h.Head-x.first
	switch sc {
	case anywhere:
		return true
	case beside:
		return s.first-last <= 3 && first-s.last <= 3
	case inClause:
		return s.last <= first && s.last >= x.cueStart(first)
	case ofComing:
		return x.inPresent(head) && h.Form != Noun && s.last <= first && s.last >= x.cueStart(first)
	case onAfter:
		return h.Form == Noun && s.first >= last && s.first-last <= 6 && x.clauseEnd(last) >= s.last
	case onNoun:
		return h.Form == Noun && s.last <= first && first-s.last <= 5 && x.onlyPhrase(s.last, first)
	}
	if h.Form != Noun {
		return x.governs(s, min(first, head))
	}
	v := h.Support - x.first
	if h.Support < 0 {
		v = x.governingVerb(first)
	}
	return v >= 0 && x.governs(s, v)
}

// inPresent reports whether token i is a verb in the present tense.
func (x *context) inPresent(i int) bool { return x.tag(i) == "VBZ" || x.tag(i) == "VBP" }

// cueStart is the first token of the clause before i, with the word that opens it.
func (x *context) cueStart(i int) int { return max(0, x.clauseStart(i)-1) }

// governingVerb is the infinitive whose object the noun phrase that ends in
// the noun at token i is, -1 if there is none. A definite noun takes nothing
// from its verb: to condemn the attack presumes the attack.
func (x *context) governingVerb(i int) int {
	for k := i - 1; k >= 0 && i-k <= 6; k-- {
		switch tag := x.tag(k); {
		case tag == "VB":
			return k
		case x.g.definite[x.lower(k)] || tag == "PRP$" || tag == "POS":
			return -1
		case strings.HasPrefix(tag, "NN") || tag == "JJ" || tag == "CD" || tag == "DT" || x.lower(k) == "of":
		default:
			return -1
		}
	}
	return -1
}

// governs reports whether the cue at s stands right before the verb at token
// i, auxiliaries and adverbs apart, or before a verb to which this one is joined.
func (x *context) governs(s span, i int) bool {
	if s.last > i {
		return false
	}
	if x.onlyAuxiliaries(s.last, i) {
		return true
	}
	for i > 0 && (x.g.be[x.lower(i-1)] || x.tag(i-1) == "RB") {
		i-- // to the first word of "be ousted"
	}
	joined := x.g.conjunction[x.lower(i-1)]
	return joined && x.tag(i) == "VB" && i-s.last <= 10 && x.clauseStart(i) <= s.first
}

// onlyAuxiliaries reports whether nothing but auxiliaries and adverbs stands in from..to.
func (x *context) onlyAuxiliaries(from, to int) bool {
	for i := from; i < to; i++ {
		w := x.lower(i)
		if !x.g.be[w] && !x.g.have[w] && !x.g.adverb[w] && w != "to" && x.tag(i) != "RB" {
			return false
		}
	}
	return true
}
