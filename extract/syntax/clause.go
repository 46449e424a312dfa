package syntax

import (
	"slices"
	"strings"
)

// maxControl bounds how many verbs a subject is handed down through: "vowed to
// try to retake".
const maxControl = 6

// SubjectOf is the word that the verb v has as its subject, its own or one
// handed down: by the verb that v is joined to, that governs it, or that it
// tells more of, or from the noun that it describes. -1 if there is none.
func (t *Tree) SubjectOf(v int) int {
	for range maxControl {
		if s := t.Child(v, Subject, PassiveSubject); s >= 0 {
			return t.resolve(v, s)
		}
		head := t.Head(v)
		if head < 0 {
			return -1
		}
		switch t.Rel(v) {
		case Relative:
			return head
		case Participle:
			if t.isInfinitive(v) { // "a plan to attack" is of whoever has it
				if p := t.Child(head, Possessor); p >= 0 {
					return p
				}
				head = t.governor(head)
				if head < 0 {
					return -1
				}
				break
			}
			return head
		case Controlled:
			if o := t.Child(head, Object, IndirectObject); o >= 0 && o < v {
				return o
			}
		case Adverbial:
			if m := t.Child(v, Mark); m >= 0 && slices.Contains(controlling, t.doc.Tokens[m].Lower) {
				if o := t.Child(head, Object); o >= 0 && o < v {
					return o
				}
			}
			fallthrough
		case Conjunct:
			if !t.IsVerb(head) && t.Child(head, Subject, PassiveSubject) < 0 {
				return -1
			}
		default:
			return -1
		}
		v = head
	}
	return -1
}

// controlling are the words before a gerund whose subject is the object of the
// verb above: "accused rebels of shelling", "kept him from leaving".
var controlling = []string{"of", "from", "into", "against", "for", "with"}

// resolve is the subject s of verb v or, where that is a relative pronoun, what
// the pronoun stands for.
func (t *Tree) resolve(v, s int) int {
	if !strings.HasPrefix(t.Tag(s), "W") {
		return s
	}
	for range maxControl {
		head := t.Head(v)
		switch {
		case head < 0:
			return -1
		case t.Rel(v) == Relative:
			return head
		case t.Rel(v) != Conjunct && t.Rel(v) != Controlled:
			return -1
		}
		v = head
	}
	return -1
}

// Describes reports whether token i is a verb that describes the noun it hangs on:
// a participle or the verb of a relative clause.
func (t *Tree) Describes(i int) bool { return t.Rel(i) == Participle || t.Rel(i) == Relative }

// governor is the verb whose subject, object or complement the noun at n is.
func (t *Tree) governor(n int) int {
	if h := t.Head(n); h >= 0 && t.IsVerb(h) {
		return h
	}
	return -1
}

func (t *Tree) isInfinitive(v int) bool {
	m := t.Child(v, Mark)
	return m >= 0 && t.Tag(m) == "TO"
}

// IsVerb reports whether token i is a verb.
func (t *Tree) IsVerb(i int) bool { return strings.HasPrefix(t.Tag(i), "VB") }

// IsPassive reports whether verb v is passive: with its auxiliary, as a
// participle that describes a noun, or joined to a passive without an
// auxiliary or a subject of its own.
func (t *Tree) IsPassive(v int) bool {
	if t.Tag(v) != "VBN" && t.Tag(v) != "VBD" {
		return false
	}
	if t.Child(v, PassiveAux, PassiveSubject) >= 0 {
		return true
	}
	if t.Child(v, Subject, Auxiliary) >= 0 || t.Tag(v) != "VBN" {
		return false
	}
	switch t.Rel(v) {
	case Participle:
		return true
	case Adverbial:
		return t.Child(v, Object) < 0
	case Conjunct:
		return t.Child(v, Object) < 0 && t.Child(t.Head(v), PassiveAux) >= 0
	}
	return false
}

// ObjectOf is the word that the verb v has as its object: its own, the noun
// that a relative clause describes ("the town that rebels seized"), or that of
// a verb joined to it ("shelled and seized the town"). -1 if there is none.
func (t *Tree) ObjectOf(v int) int {
	if o := t.Child(v, Object); o >= 0 {
		if strings.HasPrefix(t.Tag(o), "W") && t.Rel(v) == Relative {
			return t.Head(v)
		}
		return o
	}
	if t.Rel(v) == Relative {
		if s := t.Child(v, Subject); s >= 0 && !strings.HasPrefix(t.Tag(s), "W") && !t.asksWhere(v) {
			return t.Head(v)
		}
		return -1
	}
	return t.sharedObject(v)
}

// sharedObject is the object of a verb joined to v, with nothing that could be
// v's own before it.
func (t *Tree) sharedObject(v int) int {
	for c := range t.Children(v) {
		switch {
		case c < v:
		case t.Rel(c) == Conjunct && t.IsVerb(c) && t.Child(c, Subject, PassiveSubject) < 0:
			for k := range t.Children(c) {
				if k < c && t.Rel(k) != Coordinator && t.Rel(k) != Adverb && t.Rel(k) != Mark {
					return -1
				}
			}
			return t.Child(c, Object)
		case t.Rel(c) != Adverb && t.Rel(c) != Coordinator:
			return -1
		}
	}
	return -1
}

// asksWhere reports whether a word such as "where" opens the clause of verb v, so
// that the noun above is a place or a time of it.
func (t *Tree) asksWhere(v int) bool {
	a := t.Child(v, Adverb, Mark)
	return a >= 0 && t.Tag(a) == "WRB"
}

// Governed are the words that hang on token i by a preposition for which want
// holds, in order. The words are given with their conjuncts left to Conjuncts.
func (t *Tree) Governed(i int, want func(preposition int) bool) []int {
	var out []int
	for c := range t.Children(i) {
		switch t.Rel(c) {
		case Oblique, Agent, Modifier, Adverbial, Participle:
			if p := t.Child(c, Case, Mark); p >= 0 && want(p) {
				out = append(out, c)
			}
		}
	}
	return out
}

// Conjuncts are token i and those that a conjunction or a comma joins to it.
func (t *Tree) Conjuncts(i int) []int {
	out := []int{i}
	for k := 0; k < len(out); k++ {
		for c := range t.Children(out[k]) {
			if t.Rel(c) == Conjunct && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return out
}
