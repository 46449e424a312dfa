package timex

import "dateline/extract/token"

// tense is whether the verb beside an expression tells of the past or the future.
type tense int

const (
	unclear tense = iota
	past
	future
)

// tenseReach is how many tokens before or after an expression its verb may stand.
const tenseReach = 14

// futureWords stand before a verb that has not happened yet; plans may stand
// without one ("elections scheduled for May").
var (
	futureWords = wordSet("will 'll shall would wo")
	plans       = wordSet("scheduled expected due planned plans plan set slated hopes hope intends intend aims upcoming")
)

// tense looks for the verb nearest before the expression, then after it, within
// its sentence.
func (r *resolver) tense(e Expr) tense {
	if r.sentence >= len(r.doc.Sentences) {
		return unclear
	}
	toks := r.doc.In(r.doc.Sentences[r.sentence])
	at := 0
	for at < len(toks) && toks[at].Start < e.Start {
		at++
	}
	for i := at - 1; i >= 0 && i >= at-tenseReach; i-- {
		if t := verbTense(toks, i); t != unclear {
			return t
		}
	}
	for i := at; i < len(toks) && i < at+tenseReach; i++ {
		if t := verbTense(toks, i); t != unclear {
			return t
		}
	}
	return unclear
}

// verbTense is what toks[i] tells of the tense.
func verbTense(toks []token.Token, i int) tense {
	t := &toks[i]
	switch {
	case plans[t.Lower] && !precededBy(toks, i, "had", "was", "were"):
		return future
	case t.Tag == "MD" && futureWords[t.Lower]:
		return future
	case t.Tag == "VBD":
		return past
	}
	return unclear
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
