package extract

import (
	"slices"
	"strings"

	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// affected are the noun phrases that may tell who the effect word at token i
// befell, likeliest first: the object of an active verb, the subject of a
// passive one, the phrase before "dead", the one after "the death of".
func (sc *scene) affected(i int, h *trigger.Hit) []int {
	c := sc.At(i)
	word := sc.Doc.Tokens[i].Lower
	var candidates []int
	switch chunk := sc.Chunks[c]; {
	case word == "toll":
		candidates = []int{sc.tollAfter(c)}
	case h.First < i && i < h.Last && sc.Doc.Tokens[i-1].Lower == "to": // "was stoned to death"
		candidates = sc.affectedByVerb(c - 2)
	case chunk.Kind == phrase.VG:
		candidates = sc.affectedByVerb(c)
	case chunk.Kind == phrase.NP && is(perish, word): // "with nine people dying"
		candidates = []int{c - 1}
	case chunk.Kind == phrase.NP && chunk.Head == i && is(dying, word):
		candidates = sc.affectedByNoun(c, word, h)
	case chunk.Kind == phrase.NP && chunk.Head != i && is(dying, word): // "death squad", "assassination attempt"
	case chunk.Kind == phrase.NP:
		candidates = []int{c}
	case sc.kindAt(c-1) == phrase.VG: // "shot dead two men", "was found dead"
		candidates = append([]int{c + 1}, sc.affectedByVerb(c-1)...)
	default:
		candidates = []int{c - 1, c + 1} // "nine dead", "dead: nine"
	}
	var out []int
	for _, k := range candidates {
		switch {
		case sc.kindAt(k) != phrase.NP:
		case sc.antecedent(sc.clauseOf[c]) == k: // "five of the men who were killed" are not all
			out = append(out, k)
		default:
			out = append(out, sc.counting(k))
		}
	}
	return out
}

// counting is the noun phrase that counts the one at chunk k, which "of" joins to
// it ("a couple of guards"), or k itself.
func (sc *scene) counting(k int) int {
	if sc.lower(k-1) != "of" || sc.kindAt(k-2) != phrase.NP {
		return k
	}
	chunk := sc.Chunks[k-2]
	f, _ := figures()
	if _, ok := f.amountIn(sc.Doc.Tokens, chunk.First, chunk.Last); ok || is(quantity, sc.Doc.Tokens[chunk.Head].Lower) {
		return k - 2
	}
	return k
}

// affectedByVerb are the phrases that the verb at chunk v may have befallen.
func (sc *scene) affectedByVerb(v int) []int {
	if sc.kindAt(v) != phrase.VG {
		return nil
	}
	chunk := sc.Chunks[v]
	switch {
	case is(perish, sc.Doc.Tokens[chunk.Head].Lower):
		return []int{sc.sufferer(v)}
	case sc.isBareNumber(v - 1): // "23 killed, 100 injured"
		return []int{v - 1}
	case !chunk.Passive && sc.Object(v) >= 0:
		return []int{sc.Object(v)}
	}
	if s := sc.sufferer(v); s >= 0 {
		return []int{s, v - 1}
	}
	return []int{v - 1, sc.invertedSubject(v)}
}

// isBareNumber reports whether chunk c is a number alone, which does nothing
// itself: before a verb of harm it counts those harmed.
func (sc *scene) isBareNumber(c int) bool {
	return sc.kindAt(c) == phrase.NP && sc.Doc.Tokens[sc.Chunks[c].Head].Tag == "CD"
}

// invertedSubject is the subject that follows a participle at the head of its
// clause: "Also killed in the raid were two guards"; -1 if there is none.
func (sc *scene) invertedSubject(v int) int {
	if v > 0 && sc.kindAt(v-1) != phrase.Adverb {
		return -1
	}
	for k := v + 1; k < len(sc.Chunks); k++ {
		if sc.Chunks[k].Kind != phrase.VG {
			continue
		}
		for n := k + 1; n < len(sc.Chunks) && is(be, sc.Doc.Tokens[sc.Chunks[k].Head].Lower); n++ {
			if sc.Chunks[n].Kind == phrase.NP {
				return n
			}
		}
		break
	}
	return -1
}

// tollAfter is the noun phrase that gives the death toll told of at chunk c:
// "the death toll rose to 12", "a toll that the mayor put at 20"; -1 if none does.
func (sc *scene) tollAfter(c int) int {
	if sc.isSuperseded(c) {
		return -1
	}
	f, _ := figures()
	for k := c + 1; k+1 < len(sc.Chunks); k++ {
		switch n := sc.Chunks[k+1]; sc.lower(k) {
		case "to", "at", "of":
			if _, ok := f.amountIn(sc.Doc.Tokens, n.First, n.Last); ok && n.Kind == phrase.NP {
				return k + 1
			}
		}
	}
	return -1
}

// sufferer is the phrase that a verb without an object befalls: its subject, but
// the noun phrase right before it where the subject found stands before another
// verb ("four were killed, and 43 others were wounded").
func (sc *scene) sufferer(v int) int {
	s := sc.passiveSubject(v)
	if s < 0 || s == v-1 {
		return s
	}
	near := v - 1
	if sc.kindAt(near) == phrase.Comma { // "a woman, Mary Doe, was killed"
		near--
	}
	if before := sc.kindAt(near - 1); sc.kindAt(near) != phrase.NP || before != phrase.Conj && before != phrase.Comma {
		return s
	}
	if slices.ContainsFunc(sc.Chunks[s:near], func(c phrase.Chunk) bool { return c.Kind == phrase.VG }) {
		return near
	}
	return s
}

// affectedByNoun are the phrases of whose death the noun at chunk c tells. It
// counts where the noun is the trigger, or what came of the deed: "resulted in
// the death of", "the death of X in a raid".
func (sc *scene) affectedByNoun(c int, word string, h *trigger.Hit) []int {
	chunk := sc.Chunks[c]
	of := sc.dependent(c)
	verb := c - 1
	for verb > 0 && sc.Chunks[verb].Kind == phrase.Prep {
		verb--
	}
	head := ""
	if verb >= 0 {
		head = sc.Doc.Tokens[sc.Chunks[verb].Head].Lower
	}
	switch {
	case strings.HasPrefix(word, "li"): // "lost their lives", "claimed 400 lives", "claimed the life of"
		if sc.kindAt(verb) != phrase.VG || !is(taking, head) {
			return nil
		}
		if sc.Doc.Tokens[chunk.First].Tag == "PRP$" {
			return []int{sc.Subject(verb)}
		}
		return []int{of, c}
	case h.First <= chunk.Head && chunk.Head < h.Last, is(outcome, head), c > 0 && is(outcome, sc.lower(c-1)):
		return []int{of, c}
	case of >= 0 && sc.causedBy(of):
		return []int{of, c}
	}
	return []int{c} // "ten insurgent deaths"
}

// dependent is the noun phrase that "of" joins to the one at chunk c, a time
// between them aside: "the killing on Monday of a guard".
func (sc *scene) dependent(c int) int {
	for k := c + 1; k+1 < len(sc.Chunks) && k < c+4; k++ {
		switch {
		case sc.lower(k) == "of":
			return k + 1
		case sc.Chunks[k].Kind != phrase.Time && sc.Chunks[k].Kind != phrase.Prep:
			return -1
		}
	}
	return -1
}

// isSuperseded reports whether the death toll told of at chunk c is one given
// before the article's own: "who earlier gave a toll of 31".
func (sc *scene) isSuperseded(c int) bool {
	for k := range sc.Chunks {
		if sc.clauseOf[k] == sc.clauseOf[c] && k <= c {
			for _, t := range sc.Doc.Tokens[sc.Chunks[k].First:sc.Chunks[k].Last] {
				if is(superseded, t.Lower) {
					return true
				}
			}
		}
	}
	return false
}
