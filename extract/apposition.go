package extract

import (
	"strings"

	"dateline/extract/actor"
	"dateline/extract/phrase"
	"dateline/extract/token"
)

// apposed are the noun phrases of people named right after the one at chunk c,
// as those whom it describes: "the mayor, Juan Perez", "two nurses, Ana Diaz
// and Eva Luna".
func (sc *scene) apposed(c int) []int {
	noun, next, ok := sc.description(c)
	if !ok {
		return nil
	}
	if sc.kindAt(next) == phrase.Prep && sc.lower(next) == "of" && sc.kindAt(next+1) == phrase.NP {
		next += 2 // "the mayor of the town, Juan Perez"
	}
	if sc.kindAt(next) != phrase.Comma || !sc.namesPerson(next+1) {
		return nil
	}
	out := []int{next + 1}
	for k := next + 2; sc.kindAt(k) == phrase.Comma || sc.kindAt(k) == phrase.Conj; k++ {
		if sc.kindAt(k) == phrase.Comma && sc.kindAt(k+1) == phrase.Conj {
			k++
		}
		if noun.Tag != "NNS" && noun.Tag != "NNPS" && !strings.HasSuffix(noun.Lower, "s") || !sc.namesPerson(k+1) {
			break
		}
		k++
		out = append(out, k)
	}
	return out
}

// description returns the noun that the phrase at chunk c says by what someone
// is, and the chunk after it; false if it names a body or a thing.
func (sc *scene) description(c int) (noun token.Token, next int, ok bool) {
	chunk := sc.Chunks[c]
	noun, next = sc.Doc.Tokens[chunk.Head], c+1
	for i := range sc.actors {
		a := &sc.actors[i]
		if a.First > chunk.Head || chunk.Head >= a.Last || a.ID != "" || a.Rule != actor.RuleGroup && a.Rule != actor.RulePeople {
			continue
		}
		noun, next = sc.Doc.Tokens[a.Last-1], sc.At(a.Last-1)+1
		return noun, next, !is(collective, noun.Lower)
	}
	return noun, next, actor.IsTitle(noun.Lower)
}

// namesPerson reports whether the noun phrase at chunk c is a person's name.
func (sc *scene) namesPerson(c int) bool {
	if sc.kindAt(c) != phrase.NP {
		return false
	}
	a, ok := sc.actorAt(sc.Chunks[c])
	return ok && actor.IsPerson(a)
}

// namesAnyone reports whether the noun phrase at chunk c holds a person's name.
func (sc *scene) namesAnyone(c int) bool {
	chunk := sc.Chunks[c]
	for i := range sc.actors {
		if a := &sc.actors[i]; a.First >= chunk.First && a.Last <= chunk.Last && a.Last > chunk.Head && actor.IsPerson(a.Name) {
			return true
		}
	}
	return false
}
