package actor

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"dateline/extract/date"
	"dateline/extract/lang/en"
	"dateline/extract/table"
)

//go:embed data/*.tsv
var world embed.FS

// Actor is a row of the roster.
type Actor struct {
	ID      string
	Name    string
	Sector  string // PLOVER sector
	Country string // English short name, "" if it belongs to none
	Aliases []string
	Member  []Membership
}

// The relations of a Membership. Proxies and allies are recorded but are not
// part of the one they stand by.
const (
	Organ  = "organ"
	Office = "office"
	Ally   = "ally"
	Proxy  = "proxy"
)

// Membership ties an actor to one it belongs to.
type Membership struct {
	Of       string // id
	Relation string
	Title    string   // of an office ("president"), "" if not told
	From, To date.Day // both included, open or unknown if 0
}

// On reports whether the membership holds on a day; on an unknown day any does.
func (m Membership) On(day date.Day) bool {
	if !day.Known() {
		return true
	}
	return (!m.From.Known() || m.From <= day) && (!m.To.Known() || day <= m.To)
}

// sectors are the PLOVER sectors that the tables may use.
var sectors = map[string]bool{"GOV": true, "MIL": true, "COP": true, "LEG": true, "JUD": true, "SPY": true, "PTY": true,
	"OPP": true, "REB": true, "UAF": true, "CRM": true, "CIV": true, "REF": true, "BUS": true, "LAB": true, "EDU": true,
	"MED": true, "REL": true, "NGO": true, "IGO": true, "UNK": true}

// roster is the loaded world knowledge with its index of names.
type roster struct {
	words    *words
	actors   []Actor
	rows     []table.Row // where each actor was read, parallel to actors; zero for organs made by rule
	person   []bool
	own      []bool // of a user's own table
	byID     map[string]int32
	stateOf  map[string]int32 // country name -> state
	names    index
	offices  map[string][]officeHolder // "id\ttitle"
	disputed map[string]map[int32]*dispute
	digest   string
}

// officeHolder is a person who held an office for some days.
type officeHolder struct {
	person int32
	term   Membership
}

// dispute says when a disputed alias means one of its claimants.
type dispute struct {
	cues    []string // ids, or words in lower case, any of which in the text decides for it
	preset  bool     // meant where nothing decides
	visited bool     // an alias of the actor was seen to use it
}

// files of the roster in the order of reading, and whether they list people.
var files = []struct {
	name   string
	people bool
}{{"data/organs.tsv", false}, {"data/groups.tsv", false}, {"data/organisations.tsv", false}, {"data/people.tsv", true}}

// known is the roster of the embedded tables and of a user's own.
var known = table.NewData(func(own []table.File) (*roster, error) { return load(world, en.Files, own) })

// current returns the roster. The embedded tables are compiled in and checked
// by a test, and a user's before they are used, so that an error cannot be
// caused by input.
func current() *roster {
	r, err := known.Get()
	if err != nil {
		panic(err)
	}
	return r
}

// load reads and checks the roster. Rows of own tables stand before those of
// data, whose rows of the same id and claims to the same names they replace.
func load(data, lang fs.FS, own []table.File) (*roster, error) {
	w, err := loadWords(lang)
	if err != nil {
		return nil, err
	}
	r := &roster{words: w, byID: map[string]int32{}, stateOf: map[string]int32{}, names: index{},
		offices: map[string][]officeHolder{}, disputed: map[string]map[int32]*dispute{}}
	readOwn := func(fs.FS) error { return r.readOwn(own) }
	for _, step := range []func(fs.FS) error{r.readStates, readOwn, r.readFiles, r.readDisputes} {
		if err := step(data); err != nil {
			return nil, err
		}
	}
	r.makeOrgans()
	if err := r.checkMembers(); err != nil {
		return nil, err
	}
	r.indexOffices()
	if err := r.indexNames(); err != nil {
		return nil, err
	}
	r.digest, err = digest(data, lang, own)
	return r, err
}

// add appends an actor read from a row.
func (r *roster) add(a Actor, from table.Row, person bool) error {
	if a.ID == "" || a.Name == "" {
		return from.Errorf("id and name must be given")
	}
	if _, ok := r.byID[a.ID]; ok {
		return from.Errorf("id %q is taken", a.ID)
	}
	if !sectors[a.Sector] {
		return from.Errorf("unknown sector %q", a.Sector)
	}
	r.byID[a.ID] = int32(len(r.actors))
	r.actors = append(r.actors, a)
	r.rows = append(r.rows, from)
	r.person, r.own = append(r.person, person), append(r.own, false)
	return nil
}

// readStates reads the states; their adjectives, people and seats are indexed
// from the rows by indexNames.
func (r *roster) readStates(data fs.FS) error {
	rows, err := table.Read(data, "data/states.tsv", 1, 6)
	if err != nil {
		return err
	}
	for _, line := range rows {
		a := Actor{ID: line.Cells[0], Name: line.Cells[1], Sector: "GOV", Country: line.Cells[1], Aliases: table.List(line.Cells[2])}
		if err := r.add(a, line, false); err != nil {
			return err
		}
		r.stateOf[a.Name] = r.byID[a.ID]
	}
	return nil
}

func (r *roster) readFiles(data fs.FS) error {
	for _, f := range files {
		rows, err := table.Read(data, f.name, 1, 6)
		if err != nil {
			return err
		}
		for _, line := range rows {
			if r.isOwn(line.Cells[0]) {
				continue
			}
			if err := r.readRow(line, f.people); err != nil {
				return err
			}
		}
	}
	return nil
}

// personMark in the seventh column of a user's row says that it is a person.
const personMark = "person"

// readOwn reads a user's tables.
func (r *roster) readOwn(own []table.File) error {
	for _, f := range own {
		rows, err := f.Rows(3, 7)
		if err != nil {
			return err
		}
		for _, line := range rows {
			if mark := line.Cells[6]; mark != "" && mark != personMark {
				return line.Errorf("the seventh column is %q; it may be %q or empty", mark, personMark)
			}
			if err := r.readRow(line, line.Cells[6] == personMark); err != nil {
				return err
			}
			r.own[len(r.own)-1] = true
		}
	}
	return nil
}

// isOwn reports whether a user's row has the id.
func (r *roster) isOwn(id string) bool {
	at, ok := r.byID[id]
	return ok && r.own[at]
}

func (r *roster) readRow(line table.Row, people bool) error {
	a := Actor{ID: line.Cells[0], Name: line.Cells[1], Sector: line.Cells[2], Country: line.Cells[3]}
	if _, ok := r.stateOf[a.Country]; a.Country != "" && !ok {
		return line.Errorf("country %q is no state's name", a.Country)
	}
	for _, s := range table.List(line.Cells[4]) {
		a.Aliases = append(a.Aliases, strings.TrimLeft(s, "~?"))
	}
	for _, s := range table.List(line.Cells[5]) {
		m, err := parseMembership(s)
		if err != nil {
			return line.Errorf("%v", err)
		}
		a.Member = append(a.Member, m)
	}
	return r.add(a, line, people)
}

// parseMembership reads RELATION:ID:FROM..TO[:TITLE].
func parseMembership(s string) (Membership, error) {
	parts := strings.SplitN(s, ":", 4)
	if len(parts) < 3 {
		return Membership{}, fmt.Errorf("membership %q is not RELATION:ID:FROM..TO", s)
	}
	m := Membership{Relation: parts[0], Of: parts[1]}
	if len(parts) == 4 {
		m.Title = parts[3]
	}
	switch m.Relation {
	case Organ, Office, Ally, Proxy:
	default:
		return m, fmt.Errorf("unknown relation %q", m.Relation)
	}
	from, to, ok := strings.Cut(parts[2], "..")
	if !ok {
		return m, fmt.Errorf("term %q is not FROM..TO", parts[2])
	}
	var err error
	if m.From, err = parsePartial(from, false); err != nil {
		return m, err
	}
	if m.To, err = parsePartial(to, true); err != nil {
		return m, err
	}
	if m.From.Known() && m.To.Known() && m.From > m.To {
		return m, fmt.Errorf("term %q ends before it begins", parts[2])
	}
	return m, nil
}

// parsePartial reads YYYY, YYYY-MM or YYYY-MM-DD as the first day it may mean,
// or the last; "" is no day.
func parsePartial(s string, last bool) (date.Day, error) {
	var day date.Day
	var err error
	switch len(s) {
	case 0:
		return 0, nil
	case 4:
		day, err = date.ParseDay(s + "-01-01")
	case 7:
		day, err = date.ParseDay(s + "-01")
	default:
		return date.ParseDay(s)
	}
	if err != nil || !last {
		return day, err
	}
	year, month, _ := day.Date()
	if len(s) == 4 {
		return date.Of(year+1, 1, 1) - 1, nil
	}
	return date.Of(year, month+1, 1) - 1, nil
}

// makeOrgans gives every state the organs that it has no row for.
func (r *roster) makeOrgans() {
	for i := range r.actors {
		state := r.actors[i]
		if r.stateOf[state.Name] != int32(i) || state.Country != state.Name {
			continue
		}
		adjective := state.Name
		if adjectives := table.List(r.rows[i].Cells[3]); len(adjectives) > 0 {
			adjective = adjectives[0]
		}
		for _, kind := range r.words.kinds {
			id := organID(state.ID, kind.key)
			if _, ok := r.byID[id]; ok || kind.key == stateKind {
				continue
			}
			r.byID[id] = int32(len(r.actors))
			r.actors = append(r.actors, Actor{ID: id, Name: adjective + " " + kind.label, Sector: kind.sector,
				Country: state.Name, Member: []Membership{{Of: state.ID, Relation: Organ}}})
			r.rows = append(r.rows, table.Row{})
			r.person, r.own = append(r.person, false), append(r.own, false)
		}
	}
}

// organID is the id of a state's organ of a kind.
func organID(state, kind string) string {
	if kind == stateKind {
		return state
	}
	return state + "." + kind
}

// checkMembers reports members of what is not there, and circles.
func (r *roster) checkMembers() error {
	for i, a := range r.actors {
		for _, m := range a.Member {
			if _, ok := r.byID[m.Of]; !ok {
				return r.rows[i].Errorf("member of %q, which is no row", m.Of)
			}
		}
		for _, id := range r.affiliations(a.ID, 0) {
			if id == a.ID {
				return r.rows[i].Errorf("belongs to itself")
			}
		}
	}
	return nil
}

// affiliations follows organ and office from id, nearest first. id itself is
// among them only if the roster goes in a circle.
func (r *roster) affiliations(id string, on date.Day) []string {
	var out []string
	seen := map[string]bool{}
	for queue := []string{id}; len(queue) > 0; queue = queue[1:] {
		at, ok := r.byID[queue[0]]
		if !ok {
			continue
		}
		for _, m := range r.actors[at].Member {
			if (m.Relation == Organ || m.Relation == Office) && m.On(on) && !seen[m.Of] {
				seen[m.Of] = true
				out, queue = append(out, m.Of), append(queue, m.Of)
			}
		}
	}
	return out
}

// indexOffices notes each office holder under the body and all it is an organ of.
func (r *roster) indexOffices() {
	for i, a := range r.actors {
		for _, m := range a.Member {
			if m.Relation != Office || m.Title == "" {
				continue
			}
			bodies := []string{m.Of}
			for id := m.Of; ; {
				at := r.actors[r.byID[id]]
				if len(at.Member) == 0 || at.Member[0].Relation != Organ {
					break
				}
				id = at.Member[0].Of
				bodies = append(bodies, id)
			}
			for _, id := range bodies {
				key := id + "\t" + m.Title
				r.offices[key] = append(r.offices[key], officeHolder{int32(i), m})
			}
		}
	}
}

// digest hashes the tables, so that a store knows when they have changed.
func digest(data, lang fs.FS, own []table.File) (string, error) {
	sum := sha256.New()
	for _, f := range own {
		fmt.Fprintf(sum, "own %d\n%s", len(f.Text), f.Text)
	}
	for _, from := range []struct {
		fsys    fs.FS
		pattern string
	}{{data, "data/*.tsv"}, {lang, "actor_*.tsv"}} {
		names, err := fs.Glob(from.fsys, from.pattern)
		if err != nil {
			return "", err
		}
		for _, name := range names {
			b, err := fs.ReadFile(from.fsys, name)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(sum, "%s %d\n", name, len(b))
			sum.Write(b)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:16], nil
}
