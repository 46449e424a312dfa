package extract

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/trigger"
)

// where returns the places that the sentence names for the event, most specific
// first.
func (r *reader) where(sc *scene, h *trigger.Hit) []mention.Place {
	best, cost := -1, farthest
	for i := range sc.places {
		if c := sc.placeDistance(h, &sc.places[i]); c < cost && !sc.isBearing(i) {
			best, cost = i, c
		}
	}
	if best >= 0 {
		return bySpecificity(sc.chain(best))
	}
	if town := r.sameTown(sc, h); town != nil {
		return town
	}
	return sc.about(h)
}

// townReach is how many sentences back "the city" may be named.
const townReach = 4

// sameTown is the town last named before the sentence, where the sentence puts
// the event in "the city" or "the town".
func (r *reader) sameTown(sc *scene, h *trigger.Hit) []mention.Place {
	if !sc.inTheTown(h) {
		return nil
	}
	if p, ok := r.townBefore(sc, sc.sentence.Start); ok {
		p.Rule += ", coreference"
		return []mention.Place{p}
	}
	return nil
}

// townBefore is the town last named before byte b of the sentence sc or those
// right before it.
func (r *reader) townBefore(sc *scene, b int) (mention.Place, bool) {
	for i := len(r.places) - 1; i >= 0; i-- {
		p := &r.places[i]
		switch {
		case p.Span.Start >= b || p.Precision != mention.Town:
			continue
		case p.Span.Start < r.scenes[max(0, sc.number-townReach)].sentence.Start:
			return mention.Place{}, false
		}
		return p.Place, true
	}
	return mention.Place{}, false
}

// inTheTown reports whether a phrase of place in the trigger's clause is "the
// city" or the like.
func (sc *scene) inTheTown(h *trigger.Hit) bool {
	clause := sc.clause(h.Head)
	for i := 1; i < len(sc.Chunks); i++ {
		c := sc.Chunks[i]
		if c.Kind == phrase.NP && c.Last-c.First == 2 && sc.lower(i) == "the" && is(town, sc.Doc.Tokens[c.Head].Lower) &&
			sc.clauseOf[i] == clause && sc.Chunks[i-1].Kind == phrase.Prep && is(ground, sc.lower(i-1)) {
			return true
		}
	}
	return false
}

// placeDistance is how loosely a place stands with a trigger; farthest where it
// is no place of it.
func (sc *scene) placeDistance(h *trigger.Hit, p *place.Found) int {
	at, c := sc.At(p.First), sc.At(h.Head)
	located := sc.located(p)
	switch {
	case sc.isPossessor(p) && !domestic[h.Kind]:
		return farthest
	case sc.isAttribute(p):
		return farthest
	case at == c && p.Last <= h.First: // "the Baghdad bombing"
		return 1
	case !located && !sc.isSite(h, at), sc.apart(at, c):
		return farthest
	}
	hc, pc := sc.clauseOf[c], sc.clauseOf[at]
	if hc != pc && sc.isWay(at) {
		return farthest
	}
	gap := max(at-c, c-at)
	if at < c {
		gap += 3
	}
	switch {
	case sc.saying(pc) && hc != pc:
		return farthest
	case hc == pc:
		return gap
	case sc.hangsOn(hc, pc):
		return gap + 8
	case sc.hangsOn(pc, hc):
		return gap + 10
	}
	return gap + 20
}

// isWay reports whether a preposition makes the place at chunk c the end or the
// start of a way, which only the verb of that way has: "fled to X".
func (sc *scene) isWay(c int) bool {
	for k := c - 1; k >= 0; k-- {
		switch sc.Chunks[k].Kind {
		case phrase.Prep:
			if is(way, sc.lower(k)) {
				return true
			}
			if sc.lower(k) != "of" {
				return false
			}
		case phrase.NP, phrase.Comma, phrase.Conj:
		default:
			return false
		}
	}
	return false
}

// siteKinds are the kinds whose object, where it is a place, is where they happen.
var siteKinds = map[string]bool{"armed": true, "control": true}

// located reports whether a preposition of place governs p, directly or in a
// list ("in Homs, Hama and Idlib").
func (sc *scene) located(p *place.Found) bool {
	for k := sc.At(p.First) - 1; k >= 0; k-- {
		switch sc.Chunks[k].Kind {
		case phrase.Prep:
			return is(locative, sc.lower(k))
		case phrase.Comma, phrase.Conj, phrase.NP, phrase.Stop:
			continue
		default:
			return false
		}
	}
	return false
}

// isSite reports whether the chunk at is the object or target of a deed that
// happens where its target is ("captured Mosul", "shelled the town of X").
func (sc *scene) isSite(h *trigger.Hit, at int) bool {
	if !siteKinds[trigger.Family(h.Kind)] {
		return false
	}
	c := sc.At(h.Head)
	if h.Form == trigger.Passive {
		return sc.passiveSubject(c) == at
	}
	return at > c && at <= c+3 || sc.attached(c, victims(h.Kind)) == at
}

// isAttribute reports whether a country's name stands before a noun, where it
// says whose or who and not where: "US air strikes", "removal of US troops".
func (sc *scene) isAttribute(p *place.Found) bool {
	return p.IsCountry() && p.Last <= sc.Chunks[sc.At(p.First)].Head && !sc.isPossessor(p)
}

// isPossessor reports whether 's follows the place, or an s without its
// apostrophe: "Iran's attack" is no attack in Iran.
func (sc *scene) isPossessor(p *place.Found) bool {
	if p.Last < sc.sentence.Last && sc.Doc.Tokens[p.Last].Tag == "POS" {
		return true
	}
	last := sc.Doc.Tokens[p.Last-1]
	return p.Span.End < last.End && strings.HasSuffix(last.Text, "s")
}

// chain returns place i with those right after it that contain it ("Andar
// district, Ghazni province") or stand in a list with it.
func (sc *scene) chain(i int) []mention.Place {
	var out []mention.Place
	if i > 0 && sc.owns(&sc.places[i-1], &sc.places[i]) {
		out = append(out, sc.places[i-1].Place)
	}
	out = append(out, sc.places[i].Place)
	for k := i + 1; k < len(sc.places); k++ {
		prev, p := &sc.places[k-1], &sc.places[k]
		if !sc.adjoins(prev.Last, p.First) && !sc.owns(prev, p) || sc.isAttribute(p) {
			break
		}
		out = append(out, p.Place)
	}
	return out
}

// owns reports whether place a, which is no country, is the possessor of place b:
// "Tehran's Azadi Square".
func (sc *scene) owns(a, b *place.Found) bool {
	return !a.IsCountry() && sc.isPossessor(a) && sc.At(a.First) == sc.At(b.First)
}

// isBearing reports whether place i only tells which way from it the place named
// before it lies: Lima in "in Huancayo, 300 km east of Lima".
func (sc *scene) isBearing(i int) bool {
	if i == 0 {
		return false
	}
	from, to := sc.places[i-1].Last, sc.places[i].First
	if to-from < 3 || to-from > 6 || sc.Doc.Tokens[from].Lower != "," || !is(bearing, sc.Doc.Tokens[to-2].Lower) {
		return false
	}
	for _, t := range sc.Doc.Tokens[from+1 : to-2] {
		if t.Tag != "CD" && !is(measure, t.Lower) {
			return false
		}
	}
	return sc.Doc.Tokens[to-1].Lower == "of" || sc.Doc.Tokens[to-1].Lower == "from"
}

// adjoins reports whether only commas, brackets, articles, prepositions of
// place or "and" and nouns of place stand between tokens a and b.
func (sc *scene) adjoins(a, b int) bool {
	if b-a > 4 {
		return false
	}
	for i := a; i < b; i++ {
		t := sc.Doc.Tokens[i]
		switch t.Tag {
		case ",", "DT", "CC", "(", ")", "NN", "NNP", "JJ":
		case "IN":
			if t.Lower != "in" && t.Lower != "of" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// bySpecificity sorts places finest first, keeping the order of equals.
func bySpecificity(places []mention.Place) []mention.Place {
	slices.SortStableFunc(places, func(a, b mention.Place) int {
		return cmp.Compare(a.Fineness(), b.Fineness())
	})
	return places
}
