package extract

import (
	"dateline/extract/actor"
	"dateline/extract/phrase"
)

// groups are the noun phrases that tell who was affected, the one at chunk k and
// those joined to it: "two soldiers of the guard, a policeman and three
// civilians". Chunk v holds the effect word: the verb of which they may be the
// subject, or the subject of the verb that follows them.
func (sc *scene) groups(k, v int) []int {
	if sc.isIncluded(k) {
		return nil
	}
	out := []int{k}
	for {
		n, joined := sc.joinedTo(k)
		if !joined || sc.followedByVerb(n, v) && (v == out[0] || sc.Subject(n+1) != v) || sc.namesEffect(n) {
			return out
		}
		out = append(out, n)
		k = n
	}
}

// joinedTo is the noun phrase that a conjunction or "along with" joins to the one
// at chunk k, what else belongs to that one aside.
func (sc *scene) joinedTo(k int) (int, bool) {
	i := k + 1
	for sc.kindAt(i) == phrase.Prep && sc.kindAt(i+1) == phrase.NP && sc.lower(i) == "of" {
		i += 2
	}
	if sc.kindAt(i) == phrase.Comma && sc.explains(k, i+1) {
		for i += 2; sc.kindAt(i) == phrase.Prep || sc.kindAt(i) == phrase.NP; i++ {
		}
	}
	comma := sc.kindAt(i) == phrase.Comma
	if comma {
		i++
	}
	switch {
	case sc.kindAt(i) == phrase.Conj && (sc.lower(i) == "and" || sc.lower(i) == "plus"):
		i++
	case sc.spellsAt(i, "along", "with"), sc.spellsAt(i, "together", "with"):
		i += 2
	case sc.spellsAt(i, "as", "well", "as"), sc.spellsAt(i, "in", "addition", "to"):
		i += 3
	case comma && sc.kindAt(i) == phrase.NP && sc.lower(i+1) != "of":
		if _, more := sc.joinedTo(i); !more {
			return -1, false
		}
	default:
		return -1, false
	}
	return i, sc.kindAt(i) == phrase.NP && !sc.isIncluded(i) && !sc.isOfThem(i)
}

// explains reports whether the phrase at chunk n says who the one at chunk k is:
// "X, commander of the guard", "the commander, X".
func (sc *scene) explains(k, n int) bool {
	if sc.kindAt(n) != phrase.NP {
		return false
	}
	name := func(c int) bool { return sc.Doc.Tokens[sc.Chunks[c].Head].Tag == "NNP" }
	f, _ := figures()
	_, counted := f.amountIn(sc.Doc.Tokens, sc.Chunks[n].First, sc.Chunks[n].Last)
	return name(k) != name(n) && !counted
}

// spellsAt reports whether single-word chunks from c on spell words.
func (sc *scene) spellsAt(c int, words ...string) bool {
	if c < 0 || c >= len(sc.Chunks) {
		return false
	}
	first := sc.Chunks[c].First
	return first+len(words) <= sc.sentence.Last && spells(sc.Doc.Tokens[first:first+len(words)], words)
}

// followedByVerb reports whether a finite verb other than v has the phrase at
// chunk n for its subject.
func (sc *scene) followedByVerb(n, v int) bool {
	return n+1 != v && sc.kindAt(n+1) == phrase.VG && sc.Chunks[n+1].Finite
}

// namesEffect reports whether the phrase at chunk n holds an effect word of its
// own: "and 15 wounded".
func (sc *scene) namesEffect(n int) bool {
	chunk := sc.Chunks[n]
	for _, t := range sc.Doc.Tokens[chunk.First:chunk.Last] {
		if effectOf(t.Lower) != "" {
			return true
		}
	}
	return false
}

// isIncluded reports whether the phrase at chunk k tells of some of those already
// counted: "including three children".
func (sc *scene) isIncluded(k int) bool {
	return k > 0 && sc.lower(k-1) != "of" && is(part, sc.lower(k-1))
}

// isOfThem reports whether the phrase at chunk k is "three of them", which after
// another figure tells of some of those counted.
func (sc *scene) isOfThem(k int) bool {
	return sc.lower(k+1) == "of" && (sc.lower(k+2) == "them" || sc.lower(k+2) == "whom")
}

// isPlural reports whether the noun phrase at chunk n is of several.
func (sc *scene) isPlural(n int) bool {
	head := sc.Doc.Tokens[sc.Chunks[n].Head]
	return head.Tag == "NNS" || head.Tag == "NNPS" || singular(head.Lower) != head.Lower
}

// isOneMore reports whether the phrase at chunk n, which a conjunction joins to
// another, is of another person: "and his wife", but not "a journalist and writer".
func (sc *scene) isOneMore(n int) bool {
	chunk := sc.Chunks[n]
	if a, ok := sc.actorAt(chunk); ok && actor.IsPerson(a) {
		return true
	}
	return is(determined, sc.Doc.Tokens[chunk.First].Lower) || sc.Doc.Tokens[chunk.Head].Tag == "NNP"
}
