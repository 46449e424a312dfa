package place

import (
	"strings"

	"dateline/extract/place/internal/gazetteer"
)

// How much a word tells of the country that a document is about.
const (
	locatedWeight  = 2.0 // a country after "in": the news is there
	countryWeight  = 1.0 // a country named in any other way, perhaps as an actor
	demonymWeight  = 1.0
	placeWeight    = 1.0 // a place whose name only one country has
	datelineWeight = 3.0
	titleWeight    = 2.0
	bigTown        = 500_000 // people of a town whose name tells its country
	neighbourPart  = 0.3     // of the share of the countries around it that a country takes part in
	dominance      = 10      // how many times as many people it has as its namesakes elsewhere
)

// readContext weighs the countries that the document names.
func (f *finder) readContext(title string) {
	f.weights = make([]float64, len(f.nations))
	for i := range f.names {
		n := &f.names[i]
		if c := f.surely(n.cands); c != nowhere {
			f.weights[c] += f.weightOf(n)
		}
	}
	for _, c := range f.peoples {
		if c != nowhere {
			f.weights[c] += demonymWeight
		}
	}
	for word := range strings.FieldsSeq(title) {
		key := gazetteer.Fold(strings.TrimSuffix(strings.Trim(word, `.,:;"'()`), "'s"))
		if c, ok := f.demonyms[key]; ok {
			f.weights[c] += titleWeight
		}
		for _, r := range f.byName[key] {
			if isName(word) && r.own >= 0 && f.own[r.own].country != nowhere {
				f.weights[f.own[r.own].country] += titleWeight
			}
		}
	}
	f.normalise()
}

func (f *finder) weightOf(n *name) float64 {
	switch {
	case n.cue.dateline:
		return datelineWeight
	case n.cands[0].level == country && n.cue.located:
		return locatedWeight
	case n.cands[0].level == country:
		return countryWeight
	}
	return placeWeight
}

// normalise turns weights into shares of the whole, and adds to each country
// something of those around it.
func (f *finder) normalise() {
	sum := 0.0
	for _, w := range f.weights {
		sum += w
	}
	for c := range f.weights {
		if sum > 0 {
			f.weights[c] /= sum
		}
	}
	f.addNeighbours()
}

// addNeighbours gives each country a part of the shares of the others in the
// smallest region around it.
func (f *finder) addNeighbours() {
	shares := map[string]float64{}
	for c, w := range f.weights {
		if w > 0 && len(f.nations[c].regions) > 0 {
			shares[f.nations[c].regions[0]] += w
		}
	}
	f.nearby = make([]float64, len(f.weights))
	for c := range f.nearby {
		if len(f.nations[c].regions) > 0 {
			f.nearby[c] = neighbourPart * (shares[f.nations[c].regions[0]] - f.weights[c])
		}
	}
}

// surely is the country that a name tells whatever the context, or nowhere: a
// country's own name, a place of our tables, or a town that has no namesake of
// note elsewhere.
func (f *finder) surely(cands []candidate) int {
	best := 0
	for i := range cands {
		c := &cands[i]
		if c.level == country {
			return f.unlessProvince(c.country, cands)
		}
		if f.rank(c) > f.rank(&cands[best]) {
			best = i
		}
	}
	top := &cands[best]
	if top.own < 0 && top.level != admin1 && top.population < bigTown && !top.capital {
		return nowhere
	}
	for i := range cands {
		if c := &cands[i]; c.country != top.country && f.rank(c)*dominance > f.rank(top) {
			return nowhere
		}
	}
	return top.country
}

// unlessProvince is country c, or nowhere if another country has a province of
// the same name (Georgia).
func (f *finder) unlessProvince(c int, cands []candidate) int {
	for i := range cands {
		if cands[i].level == admin1 && cands[i].country != c {
			return nowhere
		}
	}
	return c
}

// rank is how well known a place is, as a number of people.
func (f *finder) rank(c *candidate) int {
	switch {
	case c.level == country:
		return 100_000_000
	case c.own >= 0:
		return 2_000_000
	case c.level == admin1:
		return 500_000
	}
	return c.population
}
