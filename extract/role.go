package extract

import (
	"dateline/extract/actor"
	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// roles reads who did it and to whom. For mutual events the actors are the two
// sides and there is no target.
func (r *reader) roles(sc *scene, h *trigger.Hit) (actors, targets []mention.Name) {
	actors, targets = r.parties(sc, h)
	if trigger.Family(h.Kind) != trigger.Speech {
		actors, targets = r.completeByTree(sc, h, actors, targets)
	}
	if counted[trigger.Family(h.Kind)] && !isMutual(h) && !movers[h.Kind] && !anyone(targets) {
		targets = append(targets, r.harmed(sc, h)...)
		targets = append(targets, r.bereft(sc, h)...)
	}
	switch {
	case received[h.Kind]:
		targets = r.recipients(sc, h, targets)
	case withheld[h.Kind]:
		targets = r.deprived(sc, h, targets)
	case personal[h.Kind]:
		targets = someone(targets)
	}
	switch {
	case movers[h.Kind] && len(actors) == 0:
		actors, targets = targets, nil
	case movers[h.Kind] && !ofOffice[h.Kind]:
		targets = nil
	case h.SubjectIs == "target" && h.Form != trigger.Passive && len(targets) == 0:
		actors, targets = nil, actors
	}
	actors = distinct(agents(actors), nil)
	targets = distinct(targets, actors)
	if isMutual(h) {
		return sides(actors, agents(targets)), nil
	}
	if counted[trigger.Family(h.Kind)] {
		targets = withoutCounts(targets)
	}
	return actors, targets
}

// parties are who did it and to whom, read off the chunks, or off the tree where
// the scene says so.
func (r *reader) parties(sc *scene, h *trigger.Hit) (actors, targets []mention.Name) {
	if h.Form == trigger.Noun {
		return r.nounRoles(sc, h)
	}
	return r.verbRoles(sc, h)
}

// completeByTree fills in by the tree the role that the chunks leave open.
func (r *reader) completeByTree(sc *scene, h *trigger.Hit, actors, targets []mention.Name) (a, t []mention.Name) {
	if len(actors) > 0 && len(targets) > 0 {
		return actors, targets
	}
	sc.byTree = true
	a, t = r.parties(sc, h)
	sc.byTree = false
	if len(actors) > 0 {
		a = actors
	}
	if len(targets) > 0 {
		t = targets
	}
	return a, t
}

// counted are the families of kinds whose victims a toll counts.
var counted = map[string]bool{"armed": true, "unrest": true, "humanitarian": true}

// dealings are the kinds that take two sides, whatever the words.
var dealings = map[string]bool{"talks": true, "agreement": true, "break_relations": true, "recognition": true}

func isMutual(h *trigger.Hit) bool { return h.Mutual || dealings[h.Kind] }

// verbRoles reads the subject, object and by-phrase of a verb.
func (r *reader) verbRoles(sc *scene, h *trigger.Hit) (actors, targets []mention.Name) {
	v := sc.At(h.Head)
	if sc.kindAt(v) == phrase.NP && h.Head < sc.Chunks[v].Head {
		return r.attributeRoles(sc, h, v)
	}
	if h.Form == trigger.Passive || sc.isBareParticiple(v, h) {
		targets = r.names(sc, sc.passiveSubject(v))
		actors = r.names(sc, sc.After(v, "by"))
		return actors, targets
	}
	actors = r.names(sc, sc.Subject(v))
	after := sc.At(h.Last - 1)
	if sc.inPhrase(h.Last, after) { // "held talks": the object is part of the trigger
		targets = r.names(sc, after)
	} else {
		targets = r.names(sc, sc.aimedAt(after))
	}
	if isMutual(h) && len(targets) == 0 {
		targets = r.names(sc, sc.After(after, "with", "and"))
	}
	if len(targets) == 0 {
		targets = r.names(sc, sc.After(after, "against", "on"))
	}
	return actors, targets
}

// attributeRoles reads a participle before the noun that it describes: "the
// besieged city", "the visiting minister".
func (r *reader) attributeRoles(sc *scene, h *trigger.Hit, c int) (actors, targets []mention.Name) {
	if sc.Doc.Tokens[h.Head].Tag == "VBG" {
		return r.name(sc, c), nil
	}
	return r.names(sc, sc.After(c, "by")), r.name(sc, c)
}

// aimedAt is the object of the verb at chunk v or, where that is a weapon, what
// it was used on: "fired missiles at the base".
func (sc *scene) aimedAt(v int) int {
	o := sc.Object(v, aims...)
	if o >= 0 && is(instrument, singular(sc.Doc.Tokens[sc.Chunks[o].Head].Lower)) {
		return sc.Object(o, aims...)
	}
	return o
}

// aims are the prepositions by which a verb has its object.
var aims = []string{"on", "at", "against", "into", "with", "upon", "toward", "towards"}

// isBareParticiple reports whether a headline's verb of violence is a passive
// without its auxiliary: "Café bombed".
func (sc *scene) isBareParticiple(v int, h *trigger.Hit) bool {
	tag := sc.Doc.Tokens[h.Head].Tag
	return sc.kind == article.Title && trigger.Family(h.Kind) == "armed" && (tag == "VBD" || tag == "VBN") &&
		sc.Object(v, "on", "at", "into") < 0
}

// inPhrase reports whether chunk c goes on after token last: the trigger ends
// in the middle of a noun phrase.
func (sc *scene) inPhrase(last, c int) bool {
	return sc.Chunks[c].Kind == phrase.NP && last < sc.Chunks[c].Last
}

// passiveSubject is the subject of a passive verb, or the noun phrase right
// before a participle that has no verb group of its own ("troops sent to").
func (sc *scene) passiveSubject(v int) int {
	if !sc.Chunks[v].Finite && sc.kindAt(v-1) == phrase.NP {
		return v - 1
	}
	return sc.Subject(v)
}

// anyone reports whether some name is that of people rather than of a thing or
// a place.
func anyone(names []mention.Name) bool {
	for _, n := range names {
		if n.ID != "" || n.Sector != "" || actor.IsPerson(n) {
			return true
		}
	}
	return false
}

// movers are the kinds that have no one they are done to: whoever comes, goes or
// is driven out is the actor.
var movers = map[string]bool{"displacement": true, "resignation": true, "appointment": true, "withdrawal": true, "deployment": true}

// ofOffice are those of the movers in which another may put one into office or
// out of it: "the king sacked the general".
var ofOffice = map[string]bool{"resignation": true, "appointment": true}

// harmed are those whom the sentence says the deed hit, killed or hurt: "the
// strike hit a hospital", "a raid in which two men died".
func (r *reader) harmed(sc *scene, h *trigger.Hit) []mention.Name {
	if names := r.hit(sc, h); len(names) > 0 {
		return names
	}
	for i := sc.sentence.First; i < sc.sentence.Last; i++ {
		if effectOf(sc.Doc.Tokens[i].Lower) == "" || sc.owner(i) != h.First {
			continue
		}
		for _, k := range sc.affected(i, h) {
			if k == sc.At(i) { // "head injuries" are nobody
				continue
			}
			if names := withoutCounts(r.names(sc, k)); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// hit is the object of a verb of harm whose subject is the deed itself.
func (r *reader) hit(sc *scene, h *trigger.Hit) []mention.Name {
	if h.Form != trigger.Noun {
		return nil
	}
	c := sc.At(h.Head)
	for i := range sc.hits {
		k := &sc.hits[i]
		if v := sc.At(k.Head); k.Consequence && k.Form == trigger.Verb && sc.Subject(v) == c {
			return r.names(sc, sc.Object(v))
		}
	}
	return nil
}

// bereft are those whose losses the deed is told to have caused: "rebel losses
// in the raid", "the group is silent on its casualties from the strikes".
func (r *reader) bereft(sc *scene, h *trigger.Hit) []mention.Name {
	c := sc.At(h.Head)
	k := c - 2
	if h.Form != trigger.Noun || sc.kindAt(k) != phrase.NP || !is(lossCause, sc.lower(c-1)) || !is(loss, sc.Doc.Tokens[sc.Chunks[k].Head].Lower) {
		return nil
	}
	chunk := sc.Chunks[k]
	if sc.Doc.Tokens[chunk.First].Tag != "PRP$" {
		return r.namesIn(sc, chunk.First, chunk.Head)
	}
	for v := k - 1; v >= 0; v-- {
		if sc.Chunks[v].Kind == phrase.VG {
			return r.names(sc, sc.Subject(v))
		}
	}
	return nil
}

// sides marks the parties of a mutual event: those named first as one side,
// those they met or fought as the other.
func sides(a, b []mention.Name) []mention.Name {
	if len(a) == 0 {
		a, b = b, nil
	}
	if len(b) == 0 && len(a) > 1 {
		a, b = a[:1], a[1:]
	}
	out := make([]mention.Name, 0, len(a)+len(b))
	for _, n := range a {
		n.Side = mention.SideA
		out = append(out, n)
	}
	for _, n := range b {
		n.Side = mention.SideB
		out = append(out, n)
	}
	return out
}

// distinct drops names that repeat an earlier one or one of others.
func distinct(names, others []mention.Name) []mention.Name {
	var out []mention.Name
	for _, n := range names {
		if !contains(others, n) && !contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func contains(names []mention.Name, n mention.Name) bool {
	for _, o := range names {
		if o.ID != "" && o.ID == n.ID || o.Name == n.Name {
			return true
		}
	}
	return false
}
