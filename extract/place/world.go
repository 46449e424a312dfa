package place

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"dateline/extract/lang/en"
	"dateline/extract/mention"
	"dateline/extract/place/internal/gazetteer"
	"dateline/extract/table"
)

//go:generate go run ./internal/gazgen

//go:embed data/*.tsv
var data embed.FS

// level is what kind of place a candidate is, finest first.
type level int8

const (
	site level = iota // a facility, base, crossing
	quarter
	town
	admin2
	admin1
	country
	region // a sea, river, mountain range, or region of several provinces or countries
)

// noLevel is no kind of place.
const noLevel level = -1

// nowhere is the number of no country.
const nowhere = -1

// nation is a row of countries.tsv.
type nation struct {
	name, iso2, iso3 string
	capital          string
	regions          []string // world regions, smallest first
}

// entry is a place of our own tables.
type entry struct {
	id, name  string
	level     level
	precision mention.GeoPrecision
	country   int // number of its country, or nowhere
	admin1    int // record of its province in the index, or -1
	lat, lon  float64
	within    []string // of a sea or region without a country: what contains it
	members   []int    // of a region: its countries, of a sea: those it borders on
	whole     bool     // a world region, made of whole countries
	hidden    bool     // understood where asked for, but no place in a text
}

// world is the gazetteer: the index of GeoNames and our own tables over it. It
// never changes once it is loaded.
type world struct {
	index     *gazetteer.Index
	nations   []nation
	byCode    map[string]int // ISO alpha-2 and alpha-3
	own       []entry
	byName    map[string][]ref  // folded name -> own places and records
	demonyms  map[string]int    // folded demonym -> country
	called    map[int]string    // record -> the name that we prefer
	inRegions map[int][]string  // admin1 record -> sub-national regions that it lies in
	stop      map[string]string // folded name -> kind of place_stop.tsv
	inner     map[string]bool   // folded words that may stand in a name without a capital
	words     map[string]word   // lower-case word -> what it tells of names beside it
	added     string            // the text of a user's tables
}

// ref is a place that bears a name: an own entry, or a record of the index.
type ref struct {
	own    int // -1 for a record
	record int
	hidden bool
}

// worldData is made of the index, our tables and a user's own.
var worldData = table.NewData(func(own []table.File) (*world, error) { return loadFrom(data, en.Files, own) })

// loaded returns the gazetteer. Its error can only be that of a broken build,
// which Check tells.
func loaded() (*world, error) { return worldData.Get() }

// Check reports what is wrong with the embedded gazetteer and tables, if anything is.
func Check() error {
	_, err := loaded()
	return err
}

// Use adds a user's tables of places, in place of those given before. A row of
// eight columns is a new place (id, name, kind, latitude, longitude, ISO 3166
// code of three letters, province, aliases), one of three gives a place of the
// gazetteer its name and further ones (id, name, aliases). The error names the
// bad row.
func Use(own []table.File) error { return worldData.Use(own) }

// loadFrom reads the tables in the order in which they refer to one another.
func loadFrom(tables, language fs.FS, own []table.File) (*world, error) {
	index, err := gazetteer.Embedded()
	if err != nil {
		return nil, err
	}
	w := &world{
		index: index, byCode: map[string]int{}, byName: map[string][]ref{}, demonyms: map[string]int{},
		called: map[int]string{}, inRegions: map[int][]string{}, stop: map[string]string{}, inner: map[string]bool{}, words: map[string]word{},
	}
	for _, t := range []struct {
		name    string
		columns int
		files   fs.FS
		add     func(table.Row) error
	}{
		{"data/countries.tsv", 8, tables, w.addCountry},
		{"data/regions.tsv", 5, tables, w.addRegion},
		{"data/admin1.tsv", 3, tables, w.addName},
		{"data/aliases.tsv", 3, tables, w.addName},
		{"data/waters.tsv", 8, tables, w.addWater},
		{"data/facilities.tsv", 8, tables, w.addFacility},
		{"place_stop.tsv", 2, language, w.addStop},
		{"place_cues.tsv", 3, language, w.addCue},
	} {
		rows, err := table.Read(t.files, t.name, t.columns, t.columns)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if err := t.add(r); err != nil {
				return nil, err
			}
		}
	}
	for _, f := range own {
		if err := w.addOwnTable(f); err != nil {
			return nil, err
		}
	}
	maps.Copy(w.inner, particles)
	w.nestRegions()
	return w, nil
}

// addOwnTable adds a user's table, whose rows are facilities or names.
func (w *world) addOwnTable(f table.File) error {
	rows, err := f.Rows(3, 8)
	if err != nil {
		return err
	}
	for _, r := range rows {
		taken := func(e entry) bool { return e.id == ownID(r.Cells[0]) }
		if slices.ContainsFunc(w.own, taken) {
			return r.Errorf("the id %q is taken", r.Cells[0])
		}
		add := w.addFacility
		if len(r.Cells) > 3 && strings.Join(r.Cells[3:], "") == "" {
			add = w.addName
		}
		if err := add(r); err != nil {
			return err
		}
	}
	w.added += f.Text
	return nil
}

func (w *world) addCountry(r table.Row) error {
	lat, lon, err := position(r, 3)
	if err != nil {
		return err
	}
	n := nation{name: r.Cells[0], iso2: r.Cells[1], iso3: r.Cells[2], capital: r.Cells[5]}
	if len(n.iso2) != 2 || len(n.iso3) != 3 {
		return r.Errorf("not ISO codes of two and three letters")
	}
	c := len(w.nations)
	w.nations = append(w.nations, n)
	w.byCode[n.iso2], w.byCode[n.iso3] = c, c
	w.addOwn(entry{id: "iso:" + n.iso3, name: n.name, level: country, precision: mention.Country, country: c, admin1: -1, lat: lat, lon: lon}, r.Cells[6])
	for _, d := range table.List(r.Cells[7]) {
		w.demonyms[gazetteer.Fold(d)] = c
	}
	return nil
}

// addOwn adds an own place under its name and aliases.
func (w *world) addOwn(e entry, aliases string) {
	at := len(w.own)
	e.name, e.hidden = strings.CutPrefix(e.name, "?")
	w.own = append(w.own, e)
	w.addRef(e.name, ref{own: at, record: -1, hidden: e.hidden})
	w.addAliases(aliases, ref{own: at, record: -1, hidden: e.hidden})
}

func (w *world) addAliases(aliases string, r ref) {
	for _, a := range table.List(aliases) {
		name, hidden := strings.CutPrefix(a, "?")
		w.addRef(name, ref{own: r.own, record: r.record, hidden: r.hidden || hidden})
	}
}

func (w *world) addRef(name string, r ref) {
	key := gazetteer.Fold(name)
	w.learnInner(name)
	w.file(key, r)
	if short, dropped := gazetteer.DropArticles(key); dropped && len(short) > 3 && w.speaksArabic(r) {
		w.file(short, r)
	}
}

func (w *world) file(key string, r ref) {
	same := func(x ref) bool { return x.own == r.own && x.record == r.record }
	if i := slices.IndexFunc(w.byName[key], same); i >= 0 {
		w.byName[key][i].hidden = w.byName[key][i].hidden && r.hidden
		return
	}
	w.byName[key] = append(w.byName[key], r)
}

// speaksArabic reports whether the names of the place's country may have the
// Arabic article, so that it can be left out.
func (w *world) speaksArabic(r ref) bool {
	c := nowhere
	if r.own >= 0 {
		c = w.own[r.own].country
	} else {
		c = w.countryOf(r.record)
	}
	return c != nowhere && gazetteer.HasArticles(w.nations[c].iso2)
}

// countryOf is the number of the country of a record.
func (w *world) countryOf(record int) int {
	if c, ok := w.byCode[w.index.Country(record)]; ok {
		return c
	}
	return nowhere
}

// addName gives a record of the index our name and other names.
func (w *world) addName(r table.Row) error {
	rec, ok := w.index.Find(r.Cells[0])
	if !ok {
		return r.Errorf("no place %s in the gazetteer index", r.Cells[0])
	}
	w.called[rec.Index] = r.Cells[1]
	at := ref{own: -1, record: rec.Index}
	w.addRef(r.Cells[1], at)
	w.addAliases(r.Cells[2], at)
	return nil
}

// addWater adds a sea or a region within or across countries.
func (w *world) addWater(r table.Row) error {
	lat, lon, err := position(r, 2)
	if err != nil {
		return err
	}
	e := entry{
		id: ownID(slug(r.Cells[0])), name: r.Cells[0], level: region, precision: mention.Region,
		country: nowhere, admin1: -1, lat: lat, lon: lon,
	}
	if e.members, err = w.countries(r, r.Cells[4]); err != nil {
		return err
	}
	if len(e.members) == 1 {
		e.country = e.members[0]
	}
	e.within = append(e.within, table.List(r.Cells[5])...)
	for id := range strings.FieldsSeq(r.Cells[7]) {
		rec, ok := w.index.Find(id)
		if !ok {
			return r.Errorf("no province %s in the gazetteer index", id)
		}
		w.inRegions[rec.Index] = append(w.inRegions[rec.Index], e.name)
	}
	w.addOwn(e, r.Cells[6])
	return nil
}

// countries reads a list of alpha-3 codes.
func (w *world) countries(r table.Row, codes string) ([]int, error) {
	var out []int
	for code := range strings.FieldsSeq(codes) {
		c, ok := w.byCode[code]
		if !ok {
			return nil, r.Errorf("no country %s in countries.tsv", code)
		}
		out = append(out, c)
	}
	return out, nil
}

// ownID is the id under which a row of our tables is known.
func ownID(id string) string { return "own:" + id }

// slug is a name as part of an id.
func slug(name string) string { return strings.ReplaceAll(gazetteer.Fold(name), " ", "-") }

func (w *world) addFacility(r table.Row) error {
	lat, lon, err := position(r, 3)
	if err != nil {
		return err
	}
	c, ok := w.byCode[r.Cells[5]]
	if !ok {
		return r.Errorf("no country has the ISO 3166 code %q", r.Cells[5])
	}
	e := entry{id: ownID(r.Cells[0]), name: r.Cells[1], level: site, precision: mention.Exact, country: c, admin1: -1, lat: lat, lon: lon}
	if r.Cells[2] == "town" || r.Cells[2] == "district" {
		e.level, e.precision = town, mention.Town
	}
	if r.Cells[6] != "" {
		if e.admin1 = w.provinceNamed(r.Cells[6], c); e.admin1 < 0 {
			return r.Errorf("no province %s in %s", r.Cells[6], w.nations[c].name)
		}
	}
	w.addOwn(e, r.Cells[7])
	return nil
}

// provinceNamed finds the admin1 of country c by a name, or -1.
func (w *world) provinceNamed(name string, c int) int {
	key := gazetteer.Fold(name)
	for _, r := range w.byName[key] {
		if r.own < 0 && w.index.Class(r.record) == gazetteer.Admin1 && w.countryOf(r.record) == c {
			return r.record
		}
	}
	for _, h := range w.index.AppendHits(nil, []byte(key)) {
		if w.index.Class(h.Index) == gazetteer.Admin1 && w.countryOf(h.Index) == c {
			return h.Index
		}
	}
	return -1
}

func (w *world) addStop(r table.Row) error {
	if r.Cells[1] != stopNever && r.Cells[1] != stopSupport && r.Cells[1] != stopGiven {
		return r.Errorf("%q is none of %s, %s, %s", r.Cells[1], stopNever, stopSupport, stopGiven)
	}
	w.stop[gazetteer.Fold(r.Cells[0])] = r.Cells[1]
	return nil
}
