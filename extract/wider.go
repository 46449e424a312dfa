package extract

import (
	"slices"

	"dateline/extract/mention"
	"dateline/extract/place"
)

// naming is a country or province as the article names it.
type naming struct {
	place.Found
	located bool // some naming of it stands after a preposition of place
}

// namings are the countries and provinces that the article names, in the order
// of their first naming, each with the words that name it first, if possible as
// a place where something is.
func (r *reader) namings() []naming {
	var out []naming
	at := map[string]int{}
	for _, sc := range r.scenes {
		for i := range sc.places {
			p := &sc.places[i]
			if !p.IsCountry() && !p.IsProvince() {
				continue
			}
			n := naming{Found: *p, located: sc.located(p) && !sc.isPossessor(p)}
			k, before := at[p.ID]
			switch {
			case !before:
				at[p.ID] = len(out)
				out = append(out, n)
			case n.located && !out[k].located:
				out[k] = n
			}
		}
	}
	return out
}

// widen adds to the places of the mentions the province and the country that
// they lie in, or the country that the event happened in, where the article names
// them as such.
func (r *reader) widen() {
	named := r.namings()
	for i := range r.mentions {
		widen(&r.mentions[i], named)
	}
}

func widen(m *mention.Mention, named []naming) {
	var wider []mention.Place
	for i := range named {
		n := &named[i]
		if n.holds(m) && !slices.ContainsFunc(m.Places, func(p mention.Place) bool { return p.ID == n.ID || p.Fineness() == n.Fineness() }) {
			wide := n.Place
			wide.Rule += ", wider"
			wider = append(wider, wide)
		}
	}
	m.Places = bySpecificity(append(m.Places, wider...))
}

// holds reports whether the naming is of the country of m or of a province that
// its places are told to lie in.
func (n *naming) holds(m *mention.Mention) bool {
	if n.IsCountry() {
		return n.ISO3 != "" && n.ISO3 == m.ISO3 && (n.located || len(m.Places) == 0)
	}
	return n.located && slices.ContainsFunc(m.Places, func(p mention.Place) bool {
		return p.ISO3 == n.ISO3 && p.Admin1 == n.Admin1 && !p.IsProvince() && p.Name != n.Name
	})
}
