package extract

import (
	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/trigger"
)

// domestic are the kinds that happen in the country of those who take part.
var domestic = map[string]bool{"protest": true, "riot": true, "crackdown": true, "labour_strike": true, "vote": true,
	"election": true, "decree": true, "appointment": true, "resignation": true, "trial": true, "arrest": true, "curfew": true, "coup": true}

// setCountry sets the country in which the event happened: that of its places,
// else of the ground it is told on ("on Iraqi soil"), else for domestic events
// that of the actor or the target, else the one in which the article is set
// thereabouts.
func (r *reader) setCountry(sc *scene, h *trigger.Hit, m *mention.Mention) {
	for _, find := range []func() (name, iso3 string){
		func() (string, string) { return countryOf(m.Places) },
		func() (string, string) { return r.ground(sc, h) },
		func() (string, string) { return homeOf(m) },
		func() (string, string) { return r.theatres.of(sc, m) },
	} {
		if m.Country == "" {
			m.Country, m.ISO3 = find()
		}
	}
	if m.Country != "" {
		m.Within = place.RegionsOf(m.Country)
	}
}

// countryOf is the country of the first of the places told of an event that has
// one. One told around it is but evidence of where the article is set.
func countryOf(places []mention.Place) (name, iso3 string) {
	for _, p := range places {
		if p.Country != "" && !p.Loose {
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
			if short, iso, ok := countryOfParty(a.ID); ok {
				return short, iso
			}
		}
	}
	return "", ""
}

// homeOf is the country of the first party to a domestic event that has one.
func homeOf(m *mention.Mention) (name, iso3 string) {
	if !domestic[m.Kind] {
		return "", ""
	}
	for _, names := range [][]mention.Name{m.Actors, m.Targets} {
		for _, n := range names {
			if short, iso, ok := countryOfParty(n.ID); ok {
				return short, iso
			}
		}
	}
	return "", ""
}
