package extract

import (
	"strings"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
)

// owner is whom "its forces", "their troops" belong to, if the text has just
// named an actor of the roster whose they can be.
func (r *reader) owner(sc *scene, chunk phrase.Chunk) (mention.Name, bool) {
	first := sc.Doc.Tokens[chunk.First]
	sector, ok := actor.GroupNoun(singular(sc.Doc.Tokens[chunk.Head].Lower))
	if first.Lower != "its" && first.Lower != "their" || !ok || sector != "MIL" {
		return mention.Name{}, false
	}
	names := r.referent(sc, "it", chunk.First)
	if len(names) != 1 || names[0].ID == "" || actor.IsPerson(names[0]) {
		return mention.Name{}, false
	}
	n := names[0]
	n.Span = sc.Doc.Cover(chunk.First, chunk.Last)
	n.Text, n.Sector = sc.Doc.Slice(n.Span), sector
	return n, true
}

// referent is who a pronoun at token i of the sentence stands for: the last
// person named before it for "he" and "she", else the subject of the verb on
// which its clause hangs or of the sentence before; none where there is no such
// name.
func (r *reader) referent(sc *scene, pronoun string, i int) []mention.Name {
	switch pronoun {
	case "he", "she", "him", "her":
		return r.lastPerson(sc.Doc.Tokens[i].Start)
	case "they", "them", "it":
		if s := sc.subjectAbove(i); s >= 0 {
			return r.coreferents(sc, s)
		}
		return r.subjectBefore(sc)
	}
	return nil
}

// subjectAbove is the subject of the first finite verb before token i, if it is
// a noun that i does not belong to; -1 otherwise.
func (sc *scene) subjectAbove(i int) int {
	at := sc.At(i)
	for v := 0; v < at; v++ {
		if c := sc.Chunks[v]; c.Kind != phrase.VG || !c.Finite {
			continue
		}
		s := sc.Subject(v)
		if s >= 0 && s != at && sc.Doc.Tokens[sc.Chunks[s].Head].Tag != "PRP" {
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

func (r *reader) lastPerson(before int) []mention.Name {
	for i := len(r.actors) - 1; i >= 0; i-- {
		a := r.actors[i]
		if a.Span.Start < before && actor.IsPerson(a.Name) {
			return []mention.Name{coreferent(a.Name)}
		}
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
