// Package place finds place names in a text and says which place each means.
//
// World knowledge is the embedded gazetteer of GeoNames (internal/gazetteer,
// written by internal/gazgen) under tables of our own in data/, which name
// things as English news does; language knowledge is place_stop.tsv and
// place_cues.tsv of extract/lang. A row added to a table works at once.
//
// Find works in passes over one document: scan for names and their candidates,
// read the words around them, drop persons and organisations, link names to the
// places named after them, weigh the countries that the document is about, and
// choose for each name the candidate for which most speaks. Of places that are
// about equally likely none is chosen.
package place

import (
	"slices"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// Found is a place named in the text.
type Found struct {
	mention.Place
	First, Last int // tokens of the name, Last excluded
}

// Find returns the places named in doc in text order, none overlapping,
// resolved with the whole document as context. title (may be "") is context only.
func Find(doc *token.Doc, title string) []Found {
	w, err := loaded()
	if err != nil || len(doc.Tokens) == 0 {
		return nil // embedded: Check and the tests tell what is wrong
	}
	f := &finder{world: w, doc: doc, inText: map[int]string{}, made: map[[2]int]mention.Place{}}
	f.readWords()
	f.readStyles()
	f.scan()
	f.findPersons()
	f.markNotable()
	f.readCues()
	f.drop()
	f.link()
	f.pair()
	f.tell()
	f.readContext(title)
	return f.unlisted(f.resolve())
}

// told is a country told in a sentence, and the token that tells it.
type told struct{ country, token int }

// markNotable marks the tokens of names that are places of note, for the words around
// them: a hamlet may be anybody's name.
func (f *finder) markNotable() {
	f.covered = make([]bool, len(f.doc.Tokens))
	for i := range f.names {
		if !f.isNotable(&f.names[i]) {
			continue
		}
		for k := f.names[i].first; k < f.names[i].last; k++ {
			f.covered[k] = true
		}
	}
}

// isNotable reports whether n may be the name of more than a small town.
func (f *finder) isNotable(n *name) bool {
	return slices.ContainsFunc(n.cands, func(c candidate) bool { return f.rank(&c) >= known || c.capital })
}

// drop takes out the names that are persons or organisations.
func (f *finder) drop() {
	surnames := f.surnames()
	for i := range f.names {
		if n := &f.names[i]; (n.cue.inside || n.cue.fragment) && !n.isGreat() {
			surnames[n.key] = true // "Lloyd Austin" of a given name that no table has
		}
	}
	f.names = slices.DeleteFunc(f.names, func(n name) bool {
		if f.isPerson(&n) || f.isOrganisation(&n) {
			return true
		}
		bare := !n.cue.placed && !n.cue.leveled && !n.cue.dateline
		return bare && n.last-n.first == 1 && surnames[n.key]
	})
}

// isGreat reports whether n is the name of a great city, country or region,
// which few persons bear.
func (n *name) isGreat() bool {
	return slices.ContainsFunc(n.cands, func(c candidate) bool {
		return c.capital || c.population >= 1_000_000 || c.level > admin2
	})
}

// tell notes the countries told in each sentence and the provinces of the text.
func (f *finder) tell() {
	f.told = make([][]told, len(f.doc.Sentences))
	for s, sent := range f.doc.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			if c := f.peoples[i]; c != nowhere {
				f.told[s] = append(f.told[s], told{c, i})
			}
		}
	}
	for i := range f.names {
		n := &f.names[i]
		for k := range n.cands {
			switch c := &n.cands[k]; c.level {
			case country:
				f.told[n.sentence] = append(f.told[n.sentence], told{c.country, n.first})
			case admin1:
				if n.tellsProvince(c) {
					f.inText[c.admin1] = n.key
				}
			}
		}
	}
}

// tellsProvince reports whether n names the province c rather than a town
// elsewhere that has the same name.
func (n *name) tellsProvince(c *candidate) bool {
	return n.cue.leveled && n.cue.level == admin1 || !slices.ContainsFunc(n.cands, func(x candidate) bool {
		return x.level < admin1 && x.country == c.country && x.admin1 != c.admin1
	})
}

// resolve chooses a place for every name, first those whose container is told,
// then their namesakes, and returns the credible ones.
func (f *finder) resolve() []Found {
	for i := range f.names {
		f.score(&f.names[i])
	}
	for i := range f.names {
		f.narrow(&f.names[i])
	}
	settled := f.settle()
	var out []Found
	for i := range f.names {
		n := &f.names[i]
		best, rule := f.choose(n)
		if c, ok := settled[n.key]; ok && !n.contained && !n.cue.leveled {
			if k := indexOf(n.cands, c); k >= 0 {
				best, rule, n.contained = k, ruleSameName, true
			}
		}
		if best < 0 || !f.isCredible(n, &n.cands[best]) {
			continue
		}
		out = append(out, f.found(n, &n.cands[best], rule))
	}
	return out
}

// settle tells for each key the place that a container told it to be.
func (f *finder) settle() map[string]candidate {
	settled := map[string]candidate{}
	for i := range f.names {
		n := &f.names[i]
		if !n.contained {
			continue
		}
		if best, _ := f.choose(n); best >= 0 {
			if _, before := settled[n.key]; !before {
				settled[n.key] = n.cands[best]
			}
		}
	}
	return settled
}

func indexOf(cands []candidate, c candidate) int {
	return slices.IndexFunc(cands, func(x candidate) bool { return x.own == c.own && x.record == c.record })
}
