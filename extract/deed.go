package extract

import (
	"slices"

	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// act is the last deed of the sentence that can hurt people, nil if there is none.
func (sc *scene) act() *trigger.Hit {
	for i := len(sc.hits) - 1; i >= 0; i-- {
		if h := &sc.hits[i]; !h.Consequence && harmful(h.Kind) {
			return h
		}
	}
	return nil
}

// nobody is the owner of an effect in a sentence without a deed.
const nobody = -1

// owner is the first token of the trigger whose deed the effect word at token i
// belongs to: the nearest that can hurt, one of its own clause or its subject
// before others; nobody if there is none.
func (sc *scene) owner(i int) int {
	best, cost := nobody, 1<<30
	c := sc.At(i)
	effect := effectOf(sc.Doc.Tokens[i].Lower)
	for k := range sc.hits {
		h := &sc.hits[k]
		if h.Consequence || !harmful(h.Kind) || sc.isOutcome(h) {
			continue
		}
		at := sc.At(h.Head)
		d := max(at-c, c-at)
		if own, ok := harms[h.Kind]; ok && own != effect {
			d += kindPenalty
		}
		switch {
		case h.First <= i && i < h.Last:
			d = 0
		case sc.Chunks[c].Kind == phrase.VG && sc.Subject(c) == at, sc.antecedent(sc.clauseOf[c]) == at:
			d = 0
		case sc.clauseOf[at] != sc.clauseOf[c] && !sc.sharesTimeWith(at, c):
			d += 20
		}
		if d < cost {
			best, cost = h.First, d
		}
	}
	return best
}

// antecedent is the noun phrase before a relative clause, -1 if there is none.
func (sc *scene) antecedent(clause int) int {
	k := sc.clauses[clause].Opener - 1
	if k < 0 || sc.kindAt(k+1) != phrase.Rel {
		return -1
	}
	for k > 0 && (sc.Chunks[k].Kind == phrase.Prep || sc.Chunks[k].Kind == phrase.Comma) {
		k--
	}
	return k
}

// sharesTimeWith reports whether the clauses of two chunks tell of one time.
func (sc *scene) sharesTimeWith(a, b int) bool {
	return sc.hangsOn(sc.clauseOf[a], sc.clauseOf[b]) || sc.hangsOn(sc.clauseOf[b], sc.clauseOf[a])
}

// harmful reports whether events of a kind have tolls of their own.
func harmful(kind string) bool {
	switch trigger.Family(kind) {
	case "armed", "unrest":
		return true
	}
	_, ok := harms[kind]
	return ok || kind == "disaster" || kind == "death"
}

// harms are the kinds without violence of their own, with the effect by which
// they hurt: those whom a sentence tells as killed are another deed's victims.
var harms = map[string]string{"arrest": "captured", "displacement": "displaced", "siege": "displaced", "capture": "captured"}

// kindPenalty is how many chunks farther a deed counts whose kind seldom has the
// effect than one whose kind has.
const kindPenalty = 20

// isOutcome reports whether a noun of death tells what came of a deed of the
// sentence: "an operation that resulted in the death of X", "the death of X in a
// raid". It is then no event of its own.
func (sc *scene) isOutcome(h *trigger.Hit) bool {
	if h.Kind != "death" || h.Form != trigger.Noun {
		return false
	}
	c := sc.At(h.Head)
	v := c - 1
	for v > 0 && sc.Chunks[v].Kind == phrase.Prep {
		v--
	}
	came := v >= 0 && sc.Chunks[v].Kind == phrase.VG && is(outcome, sc.Doc.Tokens[sc.Chunks[v].Head].Lower)
	if of := sc.dependent(c); of >= 0 {
		came = came || is(lossCause, sc.lower(of+1))
	}
	return came && slices.ContainsFunc(sc.hits, func(k trigger.Hit) bool { return !k.Consequence && trigger.Family(k.Kind) == "armed" })
}
