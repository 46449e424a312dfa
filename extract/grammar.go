package extract

import (
	"slices"

	"dateline/extract/phrase"
	"dateline/extract/syntax"
)

// tree is the dependency tree of the sentence, built when it is first asked for.
func (sc *scene) tree() *syntax.Tree {
	if sc.parsed == nil {
		sc.parsed = syntax.Parse(sc.Doc, sc.sentence)
	}
	return sc.parsed
}

// nounAt is the noun phrase in which token i stands, -1 if it stands in none or
// i is -1.
func (sc *scene) nounAt(i int) int {
	if i < 0 {
		return -1
	}
	if c := sc.At(i); sc.kindAt(c) == phrase.NP {
		return c
	}
	return -1
}

// A tree costs more than all the rest of a sentence: it is asked only for roles
// that the chunks leave open (see roles), everything else goes by the chunks.

// Subject is the noun phrase that is the subject of the verb group at chunk v,
// or -1: the one right before a finite verb, where nothing governs it; else by
// the tree, if roles are read off it and it has one, or by the order of the chunks.
func (sc *scene) Subject(v int) int {
	if !sc.byTree {
		return sc.Sentence.Subject(v)
	}
	if sc.Chunks[v].Finite && sc.kindAt(v-1) == phrase.NP && sc.Sentence.Subject(v) == v-1 {
		return v - 1
	}
	if s := sc.nounAt(sc.tree().SubjectOf(sc.Chunks[v].Head)); s >= 0 && s != v {
		return s
	}
	return sc.Sentence.Subject(v)
}

// Object is the noun phrase that the verb group at chunk v acts on, or -1. With
// preps, one that they govern will do.
func (sc *scene) Object(v int, preps ...string) int {
	if !sc.byTree {
		return sc.Sentence.Object(v, preps...)
	}
	head := sc.Chunks[v].Head
	if o := sc.nounAt(sc.tree().ObjectOf(head)); o >= 0 && o != v {
		return o
	}
	if o := sc.governed(head, preps...); o >= 0 {
		return o
	}
	return sc.Sentence.Object(v, preps...)
}

// After is the noun phrase that one of preps ties to the word at the head of
// chunk i, or else the first that one of them governs after it; -1 if none.
func (sc *scene) After(i int, preps ...string) int {
	if !sc.byTree {
		return sc.Sentence.After(i, preps...)
	}
	if o := sc.governed(sc.Chunks[i].Head, preps...); o >= 0 && o != i {
		return o
	}
	return sc.Sentence.After(i, preps...)
}

// governed is the first noun phrase that one of preps ties to token i; -1 if
// there is none.
func (sc *scene) governed(i int, preps ...string) int {
	if len(preps) == 0 || !sc.byTree {
		return -1
	}
	isPrep := func(p int) bool { return slices.Contains(preps, sc.Doc.Tokens[p].Lower) }
	for _, g := range sc.tree().Governed(i, isPrep) {
		if n := sc.nounAt(g); n >= 0 {
			return n
		}
	}
	return -1
}
