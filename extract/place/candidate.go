package place

import (
	"strings"

	"dateline/extract/place/internal/gazetteer"
)

// candidate is a place that a name of the text may mean.
type candidate struct {
	own        int // -1 for a record of the index
	record     int
	level      level
	capital    bool
	seat       bool // of a province or district
	alternate  bool // goes by this name among others
	listed     bool // goes by this name in our tables
	renamed    bool // our tables call it otherwise
	country    int
	admin1     int // record, or -1
	population int
	score      float64
}

// candidates are the places that bear the name key, less those that the words
// themselves rule out.
func (f *finder) candidates(key []byte, first, last, s int) []candidate {
	if len(key) < 2 || !f.properCase(key, first, last, s) {
		return nil
	}
	cands := f.ownCandidates(nil, key)
	if f.stop[string(key)] != stopNever && len(key) > 2 && !f.isAcronym(first, last, s) {
		f.hits = f.index.AppendHits(f.hits[:0], key)
		cands = f.recordCandidates(cands, f.hits)
	}
	if short, dropped := f.withoutArticle(key); dropped && len(cands) == 0 {
		cands = f.ownCandidates(cands, short)
		f.hits = f.index.AppendHits(f.hits[:0], short)
		cands = f.recordCandidates(cands, f.hits)
		cands = f.arabicOnly(cands)
	}
	return cands
}

// withoutArticle is key without Arabic articles, if it has any and what is left
// is no common word.
func (f *finder) withoutArticle(key []byte) ([]byte, bool) {
	if !gazetteer.HasArticle(key) {
		return nil, false
	}
	short, dropped := gazetteer.DropArticles(string(key))
	return []byte(short), dropped && len(short) > 3 && f.stop[short] == ""
}

func (f *finder) arabicOnly(cands []candidate) []candidate {
	kept := cands[:0]
	for _, c := range cands {
		if c.country != nowhere && gazetteer.HasArticles(f.nations[c.country].iso2) {
			kept = append(kept, c)
		}
	}
	return kept
}

// properCase refuses short names that are words unless written as an
// initialism: "us", "Us", and in capitals only with full stops ("U.S.").
func (f *finder) properCase(key []byte, first, last, s int) bool {
	if len(key) > 3 || last-first > 1 {
		return true
	}
	if !f.isInitialism(key) {
		return true
	}
	text := f.doc.Tokens[first].Text
	return isUpper(text) && (f.styles[s] != capitals || strings.Contains(text, "."))
}

// isInitialism reports whether a short key is a country's initials.
func (f *finder) isInitialism(key []byte) bool {
	for _, r := range f.byName[string(key)] {
		if r.own >= 0 && f.own[r.own].level == country {
			return true
		}
	}
	return false
}

// isAcronym reports whether a single short word in capitals stands among words
// that are not: no town is written so, but organisations are. Datelines are.
func (f *finder) isAcronym(first, last, s int) bool {
	t := f.doc.Tokens[first].Text
	return last-first == 1 && len(t) <= 6 && f.styles[s] != capitals && isUpper(t) && !f.opensDateline(first, last, s)
}

func isUpper(s string) bool { return strings.ToUpper(s) == s }

func (f *finder) ownCandidates(cands []candidate, key []byte) []candidate {
	for _, r := range f.byName[string(key)] {
		switch {
		case r.hidden:
		case r.own >= 0:
			e := &f.own[r.own]
			cands = append(cands, candidate{own: r.own, record: -1, level: e.level, country: e.country, admin1: e.admin1})
		default:
			if c, ok := f.recordCandidate(r.record, false); ok {
				c.listed = true
				cands = append(cands, c)
			}
		}
	}
	return cands
}

func (f *finder) recordCandidates(cands []candidate, hits []gazetteer.Hit) []candidate {
	for _, h := range hits {
		if c, ok := f.recordCandidate(h.Index, h.Alternate); ok && !hasRecord(cands, h.Index) {
			_, c.renamed = f.called[h.Index]
			cands = append(cands, c)
		}
	}
	return cands
}

func hasRecord(cands []candidate, record int) bool {
	for i := range cands {
		if cands[i].record == record {
			return true
		}
	}
	return false
}

var levelOf = [...]level{
	gazetteer.Admin1: admin1, gazetteer.Admin2: admin2, gazetteer.Capital: town, gazetteer.Seat1: town,
	gazetteer.Seat2: town, gazetteer.Town: town, gazetteer.Quarter: quarter,
}

func (w *world) recordCandidate(record int, alternate bool) (candidate, bool) {
	c := w.countryOf(record)
	if c == nowhere {
		return candidate{}, false
	}
	r := w.index.Record(record)
	out := candidate{
		own: -1, record: record, level: levelOf[r.Class], capital: r.Class == gazetteer.Capital, alternate: alternate,
		seat: r.Class == gazetteer.Seat1 || r.Class == gazetteer.Seat2, country: c, admin1: r.Admin1, population: r.Population,
	}
	if out.level == admin1 {
		out.admin1 = record
	}
	return out, true
}
