package extract

import (
	"slices"

	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// act is the last deed of violence in the sentence, nil if there is none.
func (sc *scene) act() *trigger.Hit {
	for i := len(sc.hits) - 1; i >= 0; i-- {
		h := &sc.hits[i]
		if _, peaceful := harms[h.Kind]; !h.Consequence && !peaceful && harmful(h.Kind) {
			return h
		}
	}
	return nil
}

// onlyTellsOutcome reports whether the sentence tells what came of a deed told
// before, or nothing that is an event.
func (sc *scene) onlyTellsOutcome() bool {
	other := false
	for i := range sc.hits {
		if sc.hits[i].Consequence {
			return true
		}
		other = true
	}
	return !other
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
			continue
		}
		if h.Kind == "capture" && effect != "captured" {
			d += capturePenalty
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
	return ok || kind == "disaster" || kind == "death" || kind == "capture"
}

// harms are the kinds without violence of their own, with the effect by which
// they hurt: those whom a sentence tells as killed are another deed's victims. A
// place is seldom captured without a fight, whose dead are told with it.
var harms = map[string]string{"arrest": "captured", "displacement": "displaced", "siege": "displaced"}

// capturePenalty is how many chunks farther a capture counts than a deed of violence.
const capturePenalty = 20

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
		came = came || sc.causedBy(of)
	}
	return came && slices.ContainsFunc(sc.hits, func(k trigger.Hit) bool { return !k.Consequence && trigger.Family(k.Kind) == "armed" })
}

// causedBy reports whether a preposition ties the noun phrase at chunk c to the
// deed of which it tells the outcome: "the death of X in a raid".
func (sc *scene) causedBy(c int) bool {
	if !is(lossCause, sc.lower(c+1)) || sc.kindAt(c+2) != phrase.NP {
		return false
	}
	chunk := sc.Chunks[c+2]
	return slices.ContainsFunc(sc.hits, func(h trigger.Hit) bool { return h.Form == trigger.Noun && h.Head == chunk.Head })
}
