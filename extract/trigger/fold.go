package trigger

import (
	"slices"

	"dateline/extract/token"
)

// harms reports whether a hit is an act of the kinds whose deaths and injuries
// are told beside them.
func harms(h *Hit) bool {
	if h.Consequence {
		return false
	}
	switch Family(h.Kind) {
	case "armed":
		return true
	case "unrest":
		return h.Kind == "crackdown" || h.Kind == "riot"
	}
	return h.Kind == "disaster" || h.Kind == "capture" || h.Kind == "siege"
}

// fold settles which deaths and injuries of a sentence are consequences: those
// beside an act that tells the means. One that stands alone is the event.
func fold(x *context, hits []Hit) {
	cause := false
	for i := range hits {
		cause = cause || harms(&hits[i])
	}
	if !cause {
		keepFirst(hits)
	}
	foldRepeats(x, hits)
}

// repeatReach is how many words may stand between a verb and the noun that
// tells the same act.
const repeatReach = 8

// foldRepeats marks a verb that only carries the act which a noun of its
// clause tells: "an air strike hit the town", "was targeted in a drone attack".
func foldRepeats(x *context, hits []Hit) {
	for i := range hits {
		v := &hits[i]
		if v.Form == Noun || Family(v.Kind) != "armed" {
			continue
		}
		for k := max(0, i-1); k < len(hits) && k <= i+1; k++ {
			n := &hits[k]
			if n.Form == Noun && harms(n) && sameAct(v, n) && x.together(v, n) {
				v.Consequence = true
			}
		}
	}
}

// sameAct reports whether a verb can be said of the act that a noun tells.
func sameAct(v, n *Hit) bool {
	return v.Kind == n.Kind || v.Kind == "attack" || v.toll || slices.Contains(v.Alt, n.Kind)
}

// together reports whether two hits stand in one clause, not merely joined by "and".
func (x *context) together(a, b *Hit) bool {
	if a.First > b.First {
		a, b = b, a
	}
	from, to := a.Last-x.first, b.First-x.first
	if to-from > repeatReach {
		return false
	}
	for i := from; i < to; i++ {
		if x.isBound(i) && !x.g.relative[x.lower(i)] || x.tag(i) == "CC" {
			return false
		}
	}
	return true
}

// keepFirst makes the first consequence of a sentence an event, so that
// "killed two and wounded five" is one.
func keepFirst(hits []Hit) {
	for i := range hits {
		if hits[i].Consequence {
			hits[i].Consequence = false
			return
		}
	}
}

// tollReach is how many sentences after an act its toll may be told.
const tollReach = 3

// foldAcross marks a bare toll ("Nine people were killed") that follows a
// sentence which tells the act.
func foldAcross(g *grammar, doc *token.Doc, hits []Hit) {
	lastAct := -1 // sentence that last told an act
	for i := range hits {
		h := &hits[i]
		if isToll(g, doc, h) && lastAct >= 0 && h.Sentence-lastAct <= tollReach {
			h.Consequence = true
		}
		if harms(h) {
			lastAct = h.Sentence
		}
	}
}

// hasDay reports whether a sentence names a day.
func (g *grammar) hasDay(toks []token.Token) bool {
	return slices.ContainsFunc(toks, func(t token.Token) bool { return g.day[t.Lower] })
}

// isToll reports whether a hit only counts the dead or hurt: a passive without
// an author, a place or a day of its own.
func isToll(g *grammar, doc *token.Doc, h *Hit) bool {
	if !h.toll || h.Form != Passive && h.SubjectIs != "target" {
		return false
	}
	return h.Last < len(doc.Tokens) && doc.Tokens[h.Last].Tag != "IN" && !g.hasDay(doc.In(doc.Sentences[h.Sentence]))
}
