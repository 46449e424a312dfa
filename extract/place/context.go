package place

import (
	"strings"

	"dateline/extract/place/internal/gazetteer"
)

// How much a word tells of the country that a document is about.
const (
	countryWeight  = 2.0
	demonymWeight  = 1.0
	placeWeight    = 1.0 // a place whose name only one country has
	datelineWeight = 3.0
	titleWeight    = 2.0
	bigTown        = 500_000 // people of a town whose name tells its country
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
	for i := range f.doc.Tokens {
		if t := &f.doc.Tokens[i]; isName(t.Text) || f.doc.Tokens[i].Tag == "JJ" {
			f.weighDemonym(t.Lower, demonymWeight)
		}
	}
	for word := range strings.FieldsSeq(title) {
		key := gazetteer.Fold(strings.TrimSuffix(strings.Trim(word, `.,:;"'()`), "'s"))
		f.weighDemonym(key, titleWeight)
		for _, r := range f.byName[key] {
			if isName(word) && r.own >= 0 && f.own[r.own].country != nowhere {
				f.weights[f.own[r.own].country] += titleWeight
			}
		}
	}
	f.normalise()
}

func (f *finder) weighDemonym(lower string, weight float64) {
	c, ok := f.demonyms[lower]
	if !ok {
		c, ok = f.demonyms[strings.TrimSuffix(lower, "s")]
	}
	if ok {
		f.weights[c] += weight
	}
}

func (f *finder) weightOf(n *name) float64 {
	switch {
	case n.cue.dateline:
		return datelineWeight
	case n.cands[0].level == country:
		return countryWeight
	}
	return placeWeight
}

// normalise turns weights into shares of the whole.
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
}

// surely is the country that a name tells whatever the context, or nowhere: a
// country's own name, a place of our tables, or a town that has no namesake of
// note elsewhere.
func (f *finder) surely(cands []candidate) int {
	best := 0
	for i := range cands {
		c := &cands[i]
		if c.level == country {
			return c.country
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
