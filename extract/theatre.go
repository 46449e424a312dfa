package extract

import (
	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/place"
	"dateline/extract/trigger"
)

// What a naming of a country, or of something in it, says of where a sentence is
// set.
const (
	groundWeight = 2.0 // a place where something is told to be: "in Homs"
	nameWeight   = 1.0 // a place in any other role
	partyWeight  = 0.3 // someone of it: "Syrian troops", "US jets"
)

// nearWeights are what the evidence of a sentence counts for itself and for the
// two after it; farWeight is what it counts everywhere.
var nearWeights = []float64{1, 0.5, 0.3}

const farWeight = 0.1

// settingShare is the share of all evidence that a country must have to stand
// for an event that names none.
const settingShare = 0.4

// land is a country, and how much speaks for it.
type land struct {
	name, iso3 string
	weight     float64
}

// lands are countries in the order in which they are first told.
type lands []land

// add gives a country more weight.
func (l *lands) add(name, iso3 string, weight float64) {
	for i := range *l {
		if (*l)[i].iso3 == iso3 {
			(*l)[i].weight += weight
			return
		}
	}
	*l = append(*l, land{name, iso3, weight})
}

// theatres are the countries in which the sentences of an article are set.
type theatres struct {
	bySentence []lands
	whole      lands
}

// readTheatres gathers what the sentences say of where they are set. A dateline
// says where the reporter is and counts as any name.
func readTheatres(scenes []*scene) theatres {
	t := theatres{bySentence: make([]lands, len(scenes))}
	for i, sc := range scenes {
		t.bySentence[i] = sc.lands()
		for _, l := range t.bySentence[i] {
			t.whole.add(l.name, l.iso3, l.weight)
		}
	}
	return t
}

// lands are the countries that the sentence tells, in places and in parties.
func (sc *scene) lands() lands {
	var out lands
	for i := range sc.places {
		p := &sc.places[i]
		switch {
		case p.Country == "", sc.isAttribute(p): // whose something is, which the parties tell
		case sc.located(p) && !sc.isPossessor(p):
			out.add(p.Country, p.ISO3, groundWeight)
		default:
			out.add(p.Country, p.ISO3, nameWeight)
		}
	}
	for i := range sc.actors {
		if name, iso3, ok := countryOfParty(sc.actors[i].ID); ok {
			out.add(name, iso3, partyWeight)
		}
	}
	return out
}

// of is the country in which the article is set about mention m of sentence sc,
// "" if none stands out or if m need not be there.
func (t *theatres) of(sc *scene, m *mention.Mention) (name, iso3 string) {
	var all lands
	for _, l := range t.whole {
		all.add(l.name, l.iso3, farWeight*l.weight)
	}
	for back, weight := range nearWeights {
		if k := sc.number - back; k >= 0 {
			for _, l := range t.bySentence[k] {
				all.add(l.name, l.iso3, (weight-farWeight)*l.weight)
			}
		}
	}
	for _, n := range m.Targets {
		if name, iso3, ok := countryOfParty(n.ID); ok {
			all.add(name, iso3, partyWeight) // the deed goes to where its target is
		}
	}
	var best land
	sum := 0.0
	for _, l := range all {
		sum += l.weight
		if l.weight > best.weight {
			best = l
		}
	}
	if best.weight < settingShare*sum || isAbroad(m, best.iso3) {
		return "", ""
	}
	return best.name, best.iso3
}

// decisions are the kinds that states and courts decide wherever they sit.
var decisions = map[string]bool{"vote": true, "trial": true, "decree": true}

// isAbroad reports whether m is a dealing or a decision that is not told to be in
// a country: a sanction hits from afar, and others have a party of another
// country or of none, as the Security Council.
func isAbroad(m *mention.Mention, iso3 string) bool {
	if m.Kind == "sanction" {
		return true
	}
	if trigger.Family(m.Kind) != "diplomacy" && !decisions[m.Kind] {
		return false
	}
	for _, names := range [][]mention.Name{m.Actors, m.Targets} {
		for _, n := range names {
			if _, of, _ := countryOfParty(n.ID); n.ID != "" && of != iso3 {
				return true
			}
		}
	}
	return false
}

// countryOfParty is the country of an entry of the roster.
func countryOfParty(id string) (name, iso3 string, ok bool) {
	if id == "" {
		return "", "", false
	}
	return place.Country(actor.Country(id))
}
