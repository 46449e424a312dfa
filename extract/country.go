package extract

import (
	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/trigger"
)

// background is the country that an article is about, for the events whose
// sentence names no place.
type background struct {
	name, iso3 string
}

// dominance is the share of an article's placed names that one country must
// have to stand for the events that name none.
const dominance = 0.5

// settings returns the country that at least half of the article's places lie in.
// A dateline says where the reporter is, which is no evidence for an event.
func (r *reader) settings() background {
	count := map[background]int{}
	total := 0
	for _, p := range r.places {
		if p.Country != "" {
			count[background{p.Country, p.ISO3}]++
			total++
		}
	}
	var best background
	for c, n := range count {
		if n > count[best] || n == count[best] && c.name < best.name {
			best = c
		}
	}
	if float64(count[best]) < dominance*float64(total) {
		return background{}
	}
	return best
}

// domestic are the kinds that happen in the country of those who take part.
var domestic = map[string]bool{"protest": true, "riot": true, "crackdown": true, "labour_strike": true, "vote": true,
	"election": true, "decree": true, "appointment": true, "resignation": true, "trial": true, "arrest": true, "curfew": true, "coup": true}

// setCountry sets the country in which the event happened: that of its places,
// else of the ground it is told on ("on Iraqi soil"), else for domestic events
// that of the actor, of the target, or of the article.
func (r *reader) setCountry(sc *scene, h *trigger.Hit, m *mention.Mention) {
	for _, find := range []func() (name, iso3 string){
		func() (string, string) { return countryOf(m.Places, false) },
		func() (string, string) { return r.ground(sc, h) },
		func() (string, string) { return r.partyCountry(m) },
		func() (string, string) { return countryOf(m.Places, true) },
	} {
		if m.Country == "" {
			m.Country, m.ISO3 = find()
		}
	}
	if m.Country == "" {
		m.Country, m.ISO3 = r.country.name, r.country.iso3
	}
	if m.Country != "" {
		m.Within = place.RegionsOf(m.Country)
	}
}

// countryOf is the country of the first of the places told of an event, or
// around it, that has one.
func countryOf(places []mention.Place, loose bool) (name, iso3 string) {
	for _, p := range places {
		if p.Country != "" && p.Loose == loose {
			return p.Country, p.ISO3
		}
	}
	return "", ""
}

// ground is the country whose adjective stands in a phrase of place that goes
// with the trigger: "in a Yemeni village", "on Iraqi soil".
func (r *reader) ground(sc *scene, h *trigger.Hit) (name, iso3 string) {
	c := sc.At(h.Head)
	for i := range sc.actors {
		a := &sc.actors[i]
		at := sc.At(a.First)
		if a.Rule != actor.RuleAdjective || at == 0 || at == c || sc.clauseOf[at] != sc.clauseOf[c] {
			continue
		}
		if sc.Chunks[at-1].Kind == phrase.Prep && is(ground, sc.lower(at-1)) {
			if short, iso, ok := place.Country(actor.Country(a.ID)); ok {
				return short, iso
			}
		}
	}
	return "", ""
}

func (r *reader) partyCountry(m *mention.Mention) (name, iso3 string) {
	parties := m.Targets
	if domestic[m.Kind] {
		parties = append(append([]mention.Name{}, m.Actors...), m.Targets...)
	}
	for _, n := range parties {
		if n.ID == "" {
			continue
		}
		if short, iso, ok := place.Country(actor.Country(n.ID)); ok {
			return short, iso
		}
	}
	return "", ""
}
