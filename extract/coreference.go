package extract

import (
	"strings"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
)

// owner is whom "its forces", "their troops", "his army" belong to, if the text
// has just named an actor of the roster whose they can be: the state or group
// itself or, of a ruler, the organ of the state.
func (r *reader) owner(sc *scene, chunk phrase.Chunk) (mention.Name, bool) {
	sector, ok := actor.GroupNoun(singular(sc.Doc.Tokens[chunk.Head].Lower))
	if sc.Doc.Tokens[chunk.First].Tag != "PRP$" || !ok || sector != "MIL" {
		return mention.Name{}, false
	}
	names := r.possessor(sc, chunk.First)
	if len(names) != 1 || names[0].ID == "" {
		return mention.Name{}, false
	}
	n := names[0]
	if actor.IsPerson(n) {
		if n, ok = actor.OrganOf(n.ID, sc.Doc.Tokens[chunk.Head].Lower, r.article.Published.Day); !ok {
			return mention.Name{}, false
		}
		n = coreferent(n)
	}
	n.Span = sc.Doc.Cover(chunk.First, chunk.Last)
	n.Text, n.Sector = sc.Doc.Slice(n.Span), sector
	return n, true
}

// possessor is who the possessive pronoun at token i stands for.
func (r *reader) possessor(sc *scene, i int) []mention.Name {
	switch w := sc.Doc.Tokens[i].Lower; w {
	case "its", "their":
		return r.referent(sc, "it", i)
	case "his":
		return r.referent(sc, "he", i)
	case "her":
		return r.referent(sc, w, i)
	}
	return nil
}

// referent is who a pronoun at token i of the sentence stands for: a person
// named before it for "he" and "she", else the subject of the verb on which its
// clause hangs or of the sentence before; none where there is no such name.
func (r *reader) referent(sc *scene, pronoun string, i int) []mention.Name {
	switch pronoun {
	case "he", "him":
		return r.person(sc, i, false)
	case "she", "her":
		return r.person(sc, i, true)
	case "they", "them", "it":
		if sc.subjectAbove(i) >= 0 {
			return r.coreferentsAbove(sc, i)
		}
		return r.subjectBefore(sc)
	}
	return nil
}

// subjectAbove is the subject of the first finite verb before token i, if it is
// a noun and stands before the verb, so that i is no part of it; -1 otherwise.
func (sc *scene) subjectAbove(i int) int {
	at := sc.At(i)
	for v := 0; v < at; v++ {
		if c := sc.Chunks[v]; c.Kind != phrase.VG || !c.Finite {
			continue
		}
		s := sc.Subject(v)
		if s >= 0 && s < v && sc.Doc.Tokens[sc.Chunks[s].Head].Tag != "PRP" {
			return s
		}
		return -1
	}
	return -1
}

// coreferents are the names at chunk c as what a pronoun stands for; none where
// the phrase itself leans on a pronoun ("its troops"), so that no chain of them
// is followed through the text.
func (r *reader) coreferents(sc *scene, c int) []mention.Name {
	if sc.Doc.Tokens[sc.Chunks[c].First].Tag == "PRP$" {
		return nil
	}
	names := r.names(sc, c)
	for i := range names {
		names[i] = coreferent(names[i])
	}
	return names
}

// person is the man or the woman for whom a pronoun at token i stands: the
// subject above it or of the sentence before, else the last one named.
func (r *reader) person(sc *scene, i int, woman bool) []mention.Name {
	fits := func(n mention.Name) bool { return actor.IsPerson(n) && actor.IsWoman(n) == woman }
	for _, names := range [][]mention.Name{r.coreferentsAbove(sc, i), r.subjectBefore(sc)} {
		if len(names) == 1 && fits(names[0]) {
			return names
		}
	}
	before := sc.Doc.Tokens[i].Start
	for k := len(r.actors) - 1; k >= 0; k-- {
		if a := r.actors[k]; a.Span.Start < before && fits(a.Name) {
			return []mention.Name{coreferent(a.Name)}
		}
	}
	return nil
}

// coreferentsAbove are the names of the subject above token i, if it has any.
func (r *reader) coreferentsAbove(sc *scene, i int) []mention.Name {
	if s := sc.subjectAbove(i); s >= 0 {
		return r.coreferents(sc, s)
	}
	return nil
}

// subjectBefore is the subject of the first finite verb of the sentence before
// sc, if both are of the body.
func (r *reader) subjectBefore(sc *scene) []mention.Name {
	if sc.number == 0 || r.scenes[sc.number-1].kind != sc.kind {
		return nil
	}
	prev := r.scenes[sc.number-1]
	subject := prev.firstSubject()
	if subject < 0 || prev.Doc.Tokens[prev.Chunks[subject].Head].Tag == "PRP" {
		return nil
	}
	return r.coreferents(prev, subject)
}

// firstSubject is the subject of the first finite verb, or -1.
func (sc *scene) firstSubject() int {
	for v, c := range sc.Chunks {
		if c.Kind == phrase.VG && c.Finite {
			return sc.Subject(v)
		}
	}
	return -1
}

func coreferent(n mention.Name) mention.Name {
	n.Rule = strings.TrimPrefix(n.Rule+", coreference", ", ")
	n.Side = mention.NoSide
	return n
}

// pairReach is how many sentences back the two that "both" means may be named.
const pairReach = 3

// pair is whom "both leaders", "the two sides" or "the pair" at chunk c mean: the
// two people, or the two states or groups, that a sentence right before names.
func (r *reader) pair(sc *scene, c int) []mention.Name {
	chunk := sc.Chunks[c]
	noun := sc.Doc.Tokens[chunk.Head].Lower
	counted := sc.lower(c) == "both" || sc.lower(c) == "the" && sc.Doc.Tokens[chunk.First+1].Lower == "two"
	people := is(pairOfPeople, noun) && (counted || noun == singular(noun))
	if !people && !(counted && is(pairOfBodies, noun)) || chunk.Last-chunk.First > 3 {
		return nil
	}
	for n := sc.number - 1; n >= max(0, sc.number-pairReach); n-- {
		var out []mention.Name
		for _, a := range r.scenes[n].actors {
			if (people && actor.IsPerson(a.Name) || !people && a.ID != "" && !actor.IsPerson(a.Name)) && !contains(out, a.Name) {
				out = append(out, coreferent(a.Name))
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}
