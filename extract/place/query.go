package place

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"slices"
	"strings"

	"dateline/extract/lang/en"
	"dateline/extract/mention"
	"dateline/extract/place/internal/gazetteer"
)

// Lookup returns all places that bear a name, best first; Rule is empty and
// Span zero.
func Lookup(name string) []mention.Place {
	w, err := loaded()
	if err != nil {
		return nil
	}
	f := &finder{world: w}
	cands := w.asked(gazetteer.Fold(name))
	slices.SortStableFunc(cands, func(a, b candidate) int { return cmp.Compare(f.base(&b), f.base(&a)) })
	var out []mention.Place
	for _, c := range cands {
		p := w.place(c.own, c.record)
		p.Text = name
		out = append(out, p)
	}
	return out
}

// asked are the candidates for a key that a user typed, which may have the
// word for the kind of place: "Anbar province".
func (w *world) asked(key string) []candidate {
	f := &finder{world: w}
	var cands []candidate
	for _, r := range w.byName[key] {
		if r.own >= 0 {
			e := &w.own[r.own]
			cands = append(cands, candidate{own: r.own, record: -1, level: e.level, country: e.country, admin1: e.admin1})
		} else if c, ok := w.recordCandidate(r.record, false); ok {
			cands = append(cands, c)
		}
	}
	cands = f.recordCandidates(cands, w.index.AppendHits(nil, []byte(key)))
	if len(cands) > 0 {
		return cands
	}
	if short, dropped := gazetteer.DropArticles(key); dropped {
		return w.asked(short)
	}
	if i := strings.LastIndexByte(key, ' '); i > 0 && w.cueOf(key[i+1:]).after != noLevel {
		lvl := w.cueOf(key[i+1:]).after
		return slices.DeleteFunc(w.asked(key[:i]), func(c candidate) bool { return lvl >= admin2 && c.level != lvl })
	}
	return nil
}

// Country returns the short name and alpha-3 code of the country that a name,
// alias, ISO code or demonym means.
func Country(name string) (short, iso3 string, ok bool) {
	w, err := loaded()
	if err != nil || name == "" {
		return "", "", false
	}
	c, ok := w.byCode[name]
	key := gazetteer.Fold(name)
	for _, r := range w.byName[key] {
		if !ok && r.own >= 0 && w.own[r.own].level == country {
			c, ok = w.own[r.own].country, true
		}
	}
	if !ok {
		c, ok = w.demonyms[key]
	}
	if !ok {
		return "", "", false
	}
	return w.nations[c].name, w.nations[c].iso3, true
}

// RegionsOf returns the world regions that contain a country, smallest first.
func RegionsOf(country string) []string {
	w, err := loaded()
	if err != nil {
		return nil
	}
	short, iso3, ok := Country(country)
	if !ok || short == "" {
		return nil
	}
	return slices.Clone(w.nations[w.byCode[iso3]].regions)
}

// Digest changes whenever what is found may change through data: the index or a table.
func Digest() string {
	w, err := loaded()
	if err != nil {
		return ""
	}
	h := sha256.New()
	io.WriteString(h, w.index.Stamp())
	io.WriteString(h, w.added)
	hashTables(h, data, "data/*.tsv")
	hashTables(h, en.Files, "place_*.tsv")
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// hashTables adds the tables that match pattern, in the order of their names.
func hashTables(h io.Writer, files fs.FS, pattern string) {
	names, _ := fs.Glob(files, pattern) // the pattern is well formed
	for _, name := range names {
		if b, err := fs.ReadFile(files, name); err == nil {
			h.Write(b)
		}
	}
}
