package extract

import (
	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/trigger"
)

// about returns the nearest place that the sentence tells, with what contains
// it, for a trigger that has none of its own.
func (sc *scene) about(h *trigger.Hit) []mention.Place {
	c := sc.At(h.Head)
	if h.Form == trigger.Noun && sc.lower(c) == "the" { // told before, perhaps of another place
		return nil
	}
	best, cost := -1, farthest
	for i := range sc.places {
		p := &sc.places[i]
		if !sc.tellsWhere(p) || sc.isBearing(i) {
			continue
		}
		if at := sc.At(p.First); max(at-c, c-at) < cost {
			best, cost = i, max(at-c, c-at)
		}
	}
	if best < 0 {
		return nil
	}
	return loosely(sc.chain(best))
}

// tellsWhere reports whether the sentence tells that something is at place p or
// befalls it ("clashes that gripped Homs"), rather than whose or which something is.
func (sc *scene) tellsWhere(p *place.Found) bool {
	at := sc.At(p.First)
	undergoes := sc.kindAt(at-1) == phrase.VG && !sc.Chunks[at-1].Speech && !p.IsCountry()
	return p.Precision != mention.Region && (sc.located(p) || undergoes) && !sc.isPossessor(p) && !sc.isAttribute(p)
}

// loosely returns places as told around an event, not of it.
func loosely(places []mention.Place) []mention.Place {
	var out []mention.Place
	for _, p := range places {
		p.Loose = true
		p.Rule += ", told around"
		out = append(out, p)
	}
	return bySpecificity(out)
}

// placeReach is how many sentences on the place of a story carries.
const placeReach = 2

// grounded are the families of kinds that happen on the spot that the story is
// told of. Decisions and dealings are as often told far from it.
var grounded = map[string]bool{"armed": true, "control": true, "unrest": true, "humanitarian": true}

// placeFromStory carries the town or province that a sentence tells on to the
// mentions after it that are told without any place: "Rebels attacked the town
// of X. Three soldiers were killed."
func (r *reader) placeFromStory() {
	var here []mention.Place
	last := 0
	for _, sc := range r.scenes {
		if sc.kind != article.Body {
			continue
		}
		in := r.mentionsIn(sc)
		if sc.number-last <= placeReach {
			for i := range in {
				if m := &in[i]; len(m.Places) == 0 && len(here) > 0 && grounded[trigger.Family(m.Kind)] && mayBeIn(m, here) {
					m.Places = loosely(here)
					if m.Country == "" {
						m.Country, m.ISO3 = countryOf(here)
					}
				}
			}
		}
		if told := sc.stage(in); len(told) > 0 {
			here, last = told, sc.number
		}
	}
}

// mayBeIn reports whether the country of m allows that it happened at places.
func mayBeIn(m *mention.Mention, places []mention.Place) bool {
	country, _ := countryOf(places)
	return m.Country == "" || country == "" || m.Country == country
}

// stage is where the sentence leaves the story: at the places of the last of its
// mentions that has any but a country, or else at those that it tells.
func (sc *scene) stage(in []mention.Mention) []mention.Place {
	for i := len(in) - 1; i >= 0; i-- {
		if fine := finer(in[i].Places); len(fine) > 0 && !fine[0].Loose {
			return fine
		}
	}
	var told []mention.Place
	for i := range sc.places {
		if p := &sc.places[i]; sc.tellsWhere(p) && !p.IsCountry() && !sc.isBearing(i) {
			told = append(told, p.Place)
		}
	}
	return told
}

// finer are the places that are neither a country nor larger.
func finer(places []mention.Place) []mention.Place {
	var out []mention.Place
	for _, p := range places {
		if !p.IsCountry() && p.Precision != mention.Region {
			out = append(out, p)
		}
	}
	return out
}
