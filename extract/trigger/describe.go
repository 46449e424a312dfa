package trigger

import (
	"strings"

	"dateline/extract/table"
)

// addSupport compiles the light verbs: pattern, example.
func (lex *lexicon) addSupport(voc *vocabulary, rows []table.Row) error {
	for _, r := range rows {
		p, err := voc.pattern(r.Cells[0])
		if err != nil {
			return r.Errorf("%v", err)
		}
		if len(r.Cells) != 2 {
			return r.Errorf("has %d columns, want 2: pattern, example", len(r.Cells))
		}
		lex.support = append(lex.support, p)
	}
	return nil
}

// describe adds to a hit what its clause says of it.
func (lex *lexicon) describe(x *context, cues []cueFound, h *Hit) {
	if h.Form == Noun {
		lex.findSupport(x, h)
		h.Anaphoric = x.refersBack(h)
	}
	h.cues = cuesFor(x, cues, *h)
	h.Generic = x.isBarePlural(h) || isGeneric(x, h)
}

// supportReach is how many words may stand between a light verb and its noun:
// "carried out a series of deadly attacks".
const supportReach = 8

// findSupport looks for the light verb of a noun, before it in the active and
// after it in the passive.
func (lex *lexicon) findSupport(x *context, h *Hit) {
	first, last := h.First-x.first, h.Last-x.first
	for i := first - 1; i >= 0 && first-i <= supportReach && !x.isBound(i); i-- {
		if end, ok := lex.supportAt(x, i); ok && end <= first && x.onlyPhrase(end, first) {
			h.Support, h.SupportForm = x.first+i, Verb
			return
		}
	}
	for i := last; i < len(x.toks) && i-last <= supportReach && !x.isBound(i); i++ {
		if _, ok := lex.supportAt(x, i); ok && x.inPassive(i) {
			h.Support, h.SupportForm = x.first+i, Passive
			return
		}
	}
}

// supportAt matches a light verb at token i.
func (lex *lexicon) supportAt(x *context, i int) (end int, ok bool) {
	for _, p := range lex.support {
		if s, ok := p.at(x.toks, i, 0); ok {
			return s.last, true
		}
	}
	return 0, false
}

// onlyPhrase reports whether the tokens from..to could all belong to one noun phrase.
func (x *context) onlyPhrase(from, to int) bool {
	for _, t := range x.toks[from:to] {
		if strings.HasPrefix(t.Tag, "VB") && t.Tag != "VBG" && t.Tag != "VBN" || t.Tag == "IN" && t.Lower != "of" {
			return false
		}
	}
	return true
}

// refersBack reports whether a noun is definite and says nothing of its own:
// "the attack", "Saturday's strike", but not "the attack on the base".
func (x *context) refersBack(h *Hit) bool {
	first, last := h.First-x.first, h.Last-x.first
	det := x.lower(first - 1)
	if x.tag(first-1) == "POS" {
		det = x.lower(first - 2)
		if !x.g.day[det] {
			return false
		}
	} else if !x.g.definite[det] {
		return false
	}
	return !x.g.argument[x.lower(last)]
}

// isBarePlural reports a plural that is said to be something: "attacks on
// civilians are war crimes".
func (x *context) isBarePlural(h *Hit) bool {
	first, last := h.First-x.first, h.Last-x.first
	bare := first == 0 || x.isBound(first-1)
	return h.Form == Noun && bare && x.tag(h.Head-x.first) == "NNS" && x.nextVerbIs(last)
}

// nextVerbIs reports whether the next verb of the clause is a copula in the present.
func (x *context) nextVerbIs(i int) bool {
	for ; i < len(x.toks) && !x.isBound(i); i++ {
		if strings.HasPrefix(x.tag(i), "VB") || x.tag(i) == "MD" {
			return x.g.copula[x.lower(i)]
		}
	}
	return false
}
