package extract

import (
	"slices"

	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// answer is a statement of who did a deed: "X claimed responsibility for the
// attack", "the raid was blamed on X", "Y accused X of it".
type answer struct {
	doer int // chunk of who did it
	deed int // chunk of the deed or the first after its preposition, -1 if not told
}

// deedReach is how many sentences back the deed of an answer may be told.
const deedReach = 6

// nameAnswerable gives the deeds whose author a statement of responsibility
// names that author, if their own sentence names none.
func (r *reader) nameAnswerable() {
	for _, sc := range r.scenes {
		for v, c := range sc.Chunks {
			if c.Kind != phrase.VG {
				continue
			}
			if a, ok := sc.answer(v); ok {
				r.assign(sc, a)
			}
		}
	}
}

// answer reads the statement of responsibility that the verb at chunk v makes,
// if it makes one.
func (sc *scene) answer(v int) (answer, bool) {
	verb := sc.Doc.Tokens[sc.Chunks[v].Head].Lower
	switch {
	case is(claiming, verb):
		return sc.claimed(v)
	case is(blaming, verb):
		return sc.blamed(v)
	case is(ascribing, verb):
		return sc.ascribed(v)
	case is(committing, verb):
		return sc.committed(v)
	}
	return sc.responsible(v)
}

// claimed reads "X claimed responsibility for the deed".
func (sc *scene) claimed(v int) (answer, bool) {
	if sc.Chunks[v].Passive {
		a := answer{sc.After(v, "by"), sc.forDeed(v)}
		s := sc.Subject(v)
		return a, s >= 0 && is(responsibility, sc.Doc.Tokens[sc.Chunks[s].Head].Lower) && a.doer >= 0
	}
	o := sc.Object(v)
	if o < 0 || !is(responsibility, sc.Doc.Tokens[sc.Chunks[o].Head].Lower) {
		return answer{}, false
	}
	a := answer{sc.Subject(v), sc.forDeed(o)}
	return a, a.doer >= 0
}

// blamed reads "X is blamed for the deed", "Y blamed X for the deed".
func (sc *scene) blamed(v int) (answer, bool) {
	if on := sc.After(v, "on"); on >= 0 && sc.forDeed(v) < 0 {
		return answer{on, sc.affectedBy(v)}, true
	}
	a := answer{sc.affectedBy(v), sc.forDeed(v)}
	return a, a.doer >= 0 && a.deed >= 0
}

// ascribed reads "the deed is attributed to X", "Y attributed the deed to X".
func (sc *scene) ascribed(v int) (answer, bool) {
	a := answer{sc.After(v, "to"), sc.affectedBy(v)}
	return a, a.doer >= 0
}

// committed reads "the deed was carried out by X", "the deed, staged by X".
func (sc *scene) committed(v int) (answer, bool) {
	a := answer{sc.After(v, "by"), sc.passiveSubject(v)}
	if a.deed < 0 || sc.noun(a.deed) == nil {
		a.deed = sc.deedNounBefore(v)
	}
	return a, a.doer >= 0 && a.deed >= 0
}

// deedNounBefore is the noun phrase of the last deed before chunk v that no
// other verb parts from it; -1 if there is none.
func (sc *scene) deedNounBefore(v int) int {
	for c := v - 1; c >= 0 && sc.Chunks[c].Kind != phrase.VG; c-- {
		if sc.noun(c) != nil {
			return c
		}
	}
	return -1
}

// noun returns the deed that the noun phrase at chunk c tells, nil if it is none.
func (sc *scene) noun(c int) *trigger.Hit {
	for i := range sc.hits {
		if h := &sc.hits[i]; h.Form == trigger.Noun && sc.At(h.Head) == c {
			return h
		}
	}
	return nil
}

// responsible reads "X is responsible for the deed", "Y held X responsible", "X
// was behind it" and "it was the work of X".
func (sc *scene) responsible(v int) (answer, bool) {
	if sc.lower(v+1) == "behind" && sc.isBe(v) {
		a := answer{sc.Subject(v), v + 2}
		return a, a.doer >= 0 && sc.kindAt(a.deed) == phrase.NP
	}
	if o := sc.Object(v); o >= 0 && sc.isBe(v) && sc.lower(o+1) == "of" && sc.Doc.Tokens[sc.Chunks[o].Head].Lower == "work" {
		a := answer{o + 2, sc.Subject(v)}
		return a, sc.kindAt(a.doer) == phrase.NP
	}
	for i := v + 1; i < len(sc.Chunks) && i <= v+2; i++ {
		if sc.Doc.Tokens[sc.Chunks[i].Last-1].Lower != "responsible" {
			continue
		}
		a := answer{sc.Subject(v), sc.forDeed(i)}
		if o := sc.Object(v); o >= 0 && o < i {
			a.doer = o
		}
		return a, a.doer >= 0
	}
	return answer{}, false
}

// isBe reports whether the main verb at chunk v is a form of "be".
func (sc *scene) isBe(v int) bool { return is(be, sc.Doc.Tokens[sc.Chunks[v].Head].Lower) }

// affectedBy is the subject of a passive verb, the object of another.
func (sc *scene) affectedBy(v int) int {
	if sc.Chunks[v].Passive {
		return sc.passiveSubject(v)
	}
	return sc.Object(v)
}

// forDeed is the chunk after the first "for", "of" or "in" that follows chunk c
// in its clause, -1 if there is none.
func (sc *scene) forDeed(c int) int {
	for k := c + 1; k+1 < len(sc.Chunks); k++ {
		switch sc.Chunks[k].Kind {
		case phrase.Prep, phrase.Sub:
			if w := sc.lower(k); w == "for" || w == "of" {
				return k + 1
			}
		case phrase.VG, phrase.Rel, phrase.Stop:
			return -1
		}
	}
	return -1
}

// assign names the author of the deed that an answer tells or refers to.
func (r *reader) assign(sc *scene, a answer) {
	names := agents(r.names(sc, a.doer))
	if len(names) == 0 {
		return
	}
	r.affiliate(names)
	in := r.mentionsIn(sc)
	if i := sc.deedAt(in, a.deed); i >= 0 {
		in[i].Actors = names
		in[i].Targets = distinct(in[i].Targets, names)
		if !in[i].Anaphoric {
			return
		}
	} else if a.deed >= 0 && !sc.refers(a.deed) {
		return
	}
	if m := r.deedBefore(sc); m != nil && len(m.Actors) == 0 {
		m.Actors = names
		for i := range m.Actors {
			m.Actors[i] = coreferent(names[i])
		}
	}
}

// deedAt is the index of the mention in chunk c, or of its verb; -1 if none.
func (sc *scene) deedAt(in []mention.Mention, c int) int {
	return slices.IndexFunc(in, func(m mention.Mention) bool {
		h := sc.hitAt(m.Start)
		return h != nil && c >= 0 && sc.At(h.Head) == c && trigger.Family(m.Kind) != "speech"
	})
}

// refers reports whether the noun phrase at chunk c only points to a deed told
// before: "it", "the incident".
func (sc *scene) refers(c int) bool {
	head := sc.Doc.Tokens[sc.Chunks[c].Head]
	return head.Tag == "PRP" || head.Tag == "DT" || is(incident, singular(head.Lower))
}

// deedBefore is the last armed deed told before sc, within reach.
func (r *reader) deedBefore(sc *scene) *mention.Mention {
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if m.Start >= sc.sentence.Start || m.Headline || sc.kind != article.Body {
			continue
		}
		if sc.index-m.SentenceIndex > deedReach {
			return nil
		}
		if trigger.Family(m.Kind) == "armed" && !m.Generic && (m.Modality == mention.Actual || m.Modality == mention.Claimed) {
			return m
		}
	}
	return nil
}
