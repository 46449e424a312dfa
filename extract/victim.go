package extract

import (
	"slices"

	"dateline/extract/actor"
	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// figure reads how many the noun phrase at chunk k counts: "at least nine
// people", "between 20 and 30 soldiers", "a policeman", a person by name.
func (r *reader) figure(sc *scene, k int, known trust) (mention.Toll, bool) {
	chunk := sc.Chunks[k]
	t := mention.Toll{Span: sc.Doc.Cover(chunk.First, chunk.Last), Victims: r.victims(sc, chunk)}
	f, _ := figures()
	if sc.tellsDeed(chunk) && !sc.namesEffect(k) || is(instrument, singular(sc.Doc.Tokens[chunk.Head].Lower)) {
		return t, false
	}
	if a, ok := f.amountIn(sc.Doc.Tokens[:sc.sentence.Last], chunk.First, chunk.Last); ok && !(a.first > chunk.First && sc.Doc.Tokens[a.first-1].Lower == "no") {
		t.Count, t.Qualifier, t.Unnumbered = a.Count, a.Qualifier, a.vague
		return t, true
	}
	if effectOf(sc.Doc.Tokens[chunk.Head].Lower) == "" && r.onePerson(sc, chunk, known) {
		t.Count, t.Qualifier, t.Unnumbered = mention.Count{Low: 1, High: 1}, mention.ExactFigure, true
		return t, true
	}
	return t, false
}

// tellsDeed reports whether the head of a noun phrase is a trigger and nobody:
// "12 attacks", but not "two suicide bombers".
func (sc *scene) tellsDeed(chunk phrase.Chunk) bool {
	if _, person := actor.GroupNoun(singular(sc.Doc.Tokens[chunk.Head].Lower)); person {
		return false
	}
	return slices.ContainsFunc(sc.hits, func(h trigger.Hit) bool { return h.Form == trigger.Noun && h.Head == chunk.Head })
}

// onePerson reports whether the phrase is one person: by name, by pronoun, or
// with a determiner and a word for a person in the singular.
func (r *reader) onePerson(sc *scene, chunk phrase.Chunk, known trust) bool {
	if a, ok := sc.actorAt(chunk); ok && actor.IsPerson(a) {
		return true
	}
	head := sc.Doc.Tokens[chunk.Head]
	switch head.Tag {
	case "PRP":
		return head.Lower == "him" || head.Lower == "her" || head.Lower == "he" || head.Lower == "she"
	case "NN":
		return sc.oneByNoun(chunk, head, known)
	case "NNP":
		return sc.oneByName(chunk, known)
	}
	return false
}

// trust is how far a word of an effect vouches that the singular it befalls is a person.
type trust int

const (
	knownPerson    trust = iota // only a word or name known to be a person's: "captured a soldier", not "a town"
	determinedNoun              // or any noun with "a" or "his", any name: "killed a facilitator"
	anySingular                 // or any singular: "was hanged", as the trigger itself
)

// trusted is how far the effect word at token i vouches for a person.
func (sc *scene) trusted(i int, effect string, h *trigger.Hit) trust {
	switch {
	case effect != "killed":
		return knownPerson
	case h.First <= i && i < h.Last:
		return anySingular
	case sc.Chunks[sc.At(i)].Kind == phrase.VG || is(dying, sc.Doc.Tokens[i].Lower):
		return determinedNoun
	}
	return knownPerson
}

// oneByNoun reads "the commander", "a facilitator", as far as the effect is trusted.
func (sc *scene) oneByNoun(chunk phrase.Chunk, head token.Token, known trust) bool {
	first := sc.Doc.Tokens[chunk.First]
	if is(collective, head.Lower) || is(quantity, head.Lower) || is(struggle, head.Lower) || is(noone, head.Lower) || first.Lower == "no" || singular(head.Lower) != head.Lower {
		return false
	}
	if known == anySingular {
		return true
	}
	_, person := actor.GroupNoun(head.Lower)
	if person {
		return is(determined, first.Lower) || first.Tag == "NNP" || first.Tag == "NN" || first.Tag == "JJ"
	}
	return known == determinedNoun && is(determined, first.Lower) && first.Lower != "the"
}

// oneByName reads a name that no list knows: behind a title ("Taliban leader
// Rostum"), or alone, outside headlines, if it is no place and no body.
func (sc *scene) oneByName(chunk phrase.Chunk, known trust) bool {
	head := sc.Doc.Tokens[chunk.Head]
	if _, group := actor.GroupNoun(singular(head.Lower)); group {
		return false
	}
	if chunk.Head > chunk.First {
		title := sc.Doc.Tokens[chunk.Head-1].Lower
		if _, person := actor.GroupNoun(title); person && !is(collective, title) {
			return true
		}
	}
	if known == knownPerson || sc.kind == article.Title {
		return false
	}
	if _, listed := sc.actorAt(chunk); listed {
		return false
	}
	for i := range sc.places {
		if p := &sc.places[i]; p.First <= chunk.Head && chunk.Head < p.Last {
			return false
		}
	}
	return true
}

// victims classes those counted as civilians or fighters.
func (r *reader) victims(sc *scene, chunk phrase.Chunk) string {
	for i := chunk.Last - 1; i >= chunk.First; i-- {
		sector, ok := actor.GroupNoun(singular(sc.Doc.Tokens[i].Lower))
		if !ok {
			continue
		}
		switch sector {
		case "MIL", "REB", "INS", "COP", "PRM", "UAF", "SPY":
			return "combatant"
		case "CVL", "CIV", "MED", "EDU", "REF", "REL", "LAB":
			return "civilian"
		}
	}
	return "unknown"
}
