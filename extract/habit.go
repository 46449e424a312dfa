package extract

import (
	"strings"

	"dateline/extract/article"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// isHabit reports talk of what is done time and again rather than of one
// happening: a bare plural under a verb in the simple present ("he supplies
// bombs for attacks on convoys"). Headlines tell news in the present.
func (sc *scene) isHabit(h *trigger.Hit) bool {
	if h.Form != trigger.Noun || h.Support >= 0 || sc.kind == article.Title || sc.Doc.Tokens[h.Head].Tag != "NNS" {
		return false
	}
	c := sc.At(h.Head)
	chunk := sc.Chunks[c]
	if chunk.Kind != phrase.NP || sc.determinedBy(chunk) || sc.timeIn(sc.clauseOf[c]) {
		return false
	}
	v := sc.verbOf(sc.clauseOf[c])
	return v >= 0 && sc.simplePresent(sc.Chunks[v])
}

// determinedBy reports whether a determiner, number, name or possessor stands
// in the noun phrase.
func (sc *scene) determinedBy(chunk phrase.Chunk) bool {
	for i := chunk.First; i < chunk.Head; i++ {
		switch tag := sc.Doc.Tokens[i].Tag; {
		case tag == "DT", tag == "CD", tag == "PRP$", tag == "POS", strings.HasPrefix(tag, "NNP"):
			return true
		}
	}
	return false
}

// timeIn reports whether a time expression stands in a clause.
func (sc *scene) timeIn(clause int) bool {
	for i, c := range sc.Chunks {
		if c.Kind == phrase.Time && sc.clauseOf[i] == clause {
			return true
		}
	}
	return false
}

// verbOf is the first verb group of a clause, -1 if it has none.
func (sc *scene) verbOf(clause int) int {
	for i, c := range sc.Chunks {
		if c.Kind == phrase.VG && sc.clauseOf[i] == clause {
			return i
		}
	}
	return -1
}

// simplePresent reports whether a verb group is one verb in the present tense,
// no form of "be" or "have" and no verb of saying.
func (sc *scene) simplePresent(c phrase.Chunk) bool {
	t := sc.Doc.Tokens[c.Head]
	if c.Speech || c.Last-c.First != 1 || t.Tag != "VBZ" && t.Tag != "VBP" {
		return false
	}
	switch t.Lower {
	case "is", "are", "has", "have", "'s", "'re", "'ve", "continue", "continues", "follow", "follows", "come", "comes":
		return false
	}
	return true
}
