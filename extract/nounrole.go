package extract

import (
	"slices"

	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/syntax"
	"dateline/extract/trigger"
)

// The prepositions by which a noun names those who take part.
var (
	byPrepositions     = []string{"by", "from"}
	mutualPrepositions = []string{"between", "with", "among", "and", "against"}
	// victimPrepositions name the target of a noun, by the family of its kind.
	victimPrepositions = map[string][]string{
		"armed":   {"on", "against", "at", "of", "upon", "into", "over"},
		"control": {"on", "against", "of", "over"},
		"unrest":  {"against"},
	}
	defaultVictims = []string{"of", "against"}
)

func victims(kind string) []string {
	if p, ok := victimPrepositions[trigger.Family(kind)]; ok {
		return p
	}
	return defaultVictims
}

// nounRoles reads the possessor or modifier before a noun, the prepositions and
// participles after it, and the words that it hangs on.
func (r *reader) nounRoles(sc *scene, h *trigger.Hit) (actors, targets []mention.Name) {
	c := sc.At(h.Head)
	if isMutual(h) {
		actors = append(r.namesIn(sc, sc.Chunks[c].First, h.Head), r.convener(sc, h, c)...)
		if len(actors) == 0 {
			actors = r.genitive(sc, h.Head)
		}
		if len(actors) == 0 {
			actors = r.names(sc, sc.bearer(h.Head, meetingPrepositions))
		}
		return actors, r.names(sc, sc.attached(c, mutualPrepositions))
	}
	targets = r.names(sc, sc.attached(c, victims(h.Kind)))
	if len(targets) == 0 {
		targets = r.names(sc, sc.aim(h.Head))
	}
	first, owner := sc.Chunks[c].First, r.genitive(sc, h.Head)
	if len(targets) == 0 && len(owner) > 0 && is(fate, h.Kind) {
		first, targets, owner = sc.possessor(h.Head)+1, owner, nil
	}
	actors = append(r.namesIn(sc, first, h.Head), r.names(sc, sc.attached(c, byPrepositions))...)
	if len(actors) == 0 {
		actors = r.names(sc, sc.doer(h.Head))
	}
	if len(actors) == 0 {
		actors = owner
	}
	return r.responsible(sc, h, actors), targets
}

// responsible is whom the words around a noun make answer for the deed, where
// those with the noun itself name no one.
func (r *reader) responsible(sc *scene, h *trigger.Hit, actors []mention.Name) []mention.Name {
	switch {
	case len(actors) > 0:
	case h.Support >= 0:
		actors = r.supportActors(sc, h)
	default:
		actors = r.names(sc, sc.bearer(h.Head, deedPrepositions))
	}
	return actors
}

// genitive is whose deed or fate the noun at token n is said to be: "the rebels'
// advance", "his arrest".
func (r *reader) genitive(sc *scene, n int) []mention.Name {
	p := sc.possessor(n)
	if p < 0 {
		return nil
	}
	if sc.Doc.Tokens[p].Tag == "PRP$" {
		return r.possessor(sc, p)
	}
	for i := range sc.actors {
		if a := &sc.actors[i]; a.First <= p && p < a.Last {
			return []mention.Name{a.Name}
		}
	}
	return nil
}

// possessor is the token that says whose the noun at token n is: "rebels" in "the
// rebels' advance", "his" in "his arrest"; -1 if none does.
func (sc *scene) possessor(n int) int {
	if sc.byTree {
		return sc.tree().Child(n, syntax.Possessor)
	}
	for i := n - 1; i >= sc.Chunks[sc.At(n)].First; i-- {
		switch sc.Doc.Tokens[i].Tag {
		case "PRP$":
			return i
		case "POS":
			return i - 1
		}
	}
	return -1
}

// doer is the agent of a participle that describes the noun at token n: "strikes
// led by France"; -1 if there is none.
func (sc *scene) doer(n int) int {
	if !sc.byTree {
		return -1
	}
	t := sc.tree()
	for c := range t.Children(n) {
		if t.Describes(c) && t.IsPassive(c) {
			if by := sc.governed(c, "by"); by >= 0 {
				return by
			}
		}
	}
	return -1
}

// aim is the object of a participle that describes the noun at token n: "attacks
// targeting officials"; -1 if there is none.
func (sc *scene) aim(n int) int {
	if !sc.byTree {
		return -1
	}
	t := sc.tree()
	for c := range t.Children(n) {
		if t.Describes(c) && !t.IsPassive(c) && t.SubjectOf(c) == n {
			if o := sc.nounAt(t.ObjectOf(c)); o >= 0 {
				return o
			}
		}
	}
	return -1
}

// The prepositions that tie a deed, or a meeting, to the verb whose subject takes
// part in it: "embarked on a crackdown", "spoke after talks".
var (
	deedPrepositions    = []string{"on", "in", "into", "with", "to"}
	meetingPrepositions = []string{"on", "in", "into", "with", "to", "after", "before", "during", "at", "for", "from"}
)

// maxClimb bounds how many words up the tree a deed is followed: "the start of a
// series of attacks".
const maxClimb = 4

// bearer is the noun phrase whose deed the noun at token n is by the words on
// which it hangs: "took part in attacks and ambushes", "their campaign of
// strikes". -1 if there is none.
func (sc *scene) bearer(n int, preps []string) int {
	if !sc.byTree {
		return -1
	}
	t := sc.tree()
	for range maxClimb {
		head := t.Head(n)
		if head < 0 {
			return -1
		}
		switch prep := sc.preposition(n); t.Rel(n) {
		case syntax.Conjunct:
			n = head
		case syntax.Modifier:
			if prep != "of" {
				return -1
			}
			if p := t.Child(head, syntax.Possessor); p >= 0 {
				return sc.nounAt(p)
			}
			n = head
		case syntax.Object, syntax.Oblique:
			if t.Rel(n) == syntax.Oblique && (t.IsPassive(head) || !slices.Contains(preps, prep)) || !t.IsVerb(head) || is(reaction, sc.Doc.Tokens[head].Lower) {
				return -1
			}
			return sc.nounAt(t.SubjectOf(head))
		default:
			return -1
		}
	}
	return -1
}

// preposition is the word that governs the noun at token n, "" if none does.
func (sc *scene) preposition(n int) string {
	if p := sc.tree().Child(n, syntax.Case); p >= 0 {
		return sc.Doc.Tokens[p].Lower
	}
	return ""
}

// convener is the subject of the verb that a noun of dealing is the object of:
// "the envoy held talks", "ministers are ready to enter into talks".
func (r *reader) convener(sc *scene, h *trigger.Hit, c int) []mention.Name {
	if h.Support >= 0 {
		return r.supportActors(sc, h)
	}
	v := c - 1
	if sc.kindAt(v) == phrase.Prep {
		v--
	}
	if sc.kindAt(v) != phrase.VG || sc.Chunks[v].Passive || sc.Chunks[v].Speech {
		return nil
	}
	return r.names(sc, sc.Subject(v))
}

// supportActors are the subject of the verb that carries a noun, or its
// by-phrase where it is passive.
func (r *reader) supportActors(sc *scene, h *trigger.Hit) []mention.Name {
	v := sc.At(h.Support)
	if h.SupportForm == trigger.Passive {
		return r.names(sc, sc.After(v, "by"))
	}
	return r.names(sc, sc.Subject(v))
}

// attached is the noun phrase that one of preps ties to the noun phrase at c: by
// the tree or, failing that, with nothing between them but when and where; -1 if
// none.
func (sc *scene) attached(c int, preps []string) int {
	if n := sc.governed(sc.Chunks[c].Head, preps...); n >= 0 {
		return n
	}
	for i := c + 1; i+1 < len(sc.Chunks); i++ {
		switch sc.Chunks[i].Kind {
		case phrase.Time, phrase.Other, phrase.Adverb:
		case phrase.NP:
			if !sc.isPlace(i) {
				return -1
			}
		case phrase.Prep:
			if !slices.Contains(preps, sc.lower(i)) {
				continue
			}
			for n := i + 1; n < len(sc.Chunks) && n <= i+2; n++ {
				if sc.Chunks[n].Kind == phrase.NP {
					return n
				}
			}
		default:
			return -1
		}
	}
	return -1
}

// isPlace reports whether a place is named in the noun phrase at chunk i.
func (sc *scene) isPlace(i int) bool {
	for k := range sc.places {
		if p := &sc.places[k]; p.First < sc.Chunks[i].Last && sc.Chunks[i].First < p.Last {
			return true
		}
	}
	return false
}
