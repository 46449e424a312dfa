package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// traits is what is compared of a mention or of a telling, folded once.
type traits struct {
	kinds   []string
	mood    mood
	date    date.Range
	actors  []party
	targets []party
	mutual  bool
	spots   []spot
	country string
	killed  *mention.Count // where a number is given
	asserts []string       // who gives the figures, if not the article itself
}

// mood groups the modalities that may be told of one event: a plan is never the deed.
type mood int

const (
	real mood = iota
	unreal
	denied
)

func moodOf(m mention.Modality) mood {
	switch m {
	case mention.Planned, mention.Hypothetical:
		return unreal
	case mention.Negated:
		return denied
	}
	return real
}

// party is an actor or target as it is compared.
type party struct {
	id, of, name string
	generic      bool // a description that names nobody: "gunmen", "the soldiers"
}

// spot is a place as it is compared.
type spot struct {
	id, name, admin1 string
	fine             bool // a town or finer
	known            bool // in the gazetteer
	area             bool // a sea or a world region: no country
	within           []string
}

func traitsOf(m *mention.Mention) traits {
	t := traits{
		kinds: []string{m.Kind}, mood: moodOf(m.Modality), date: m.Date.Range,
		actors: partiesOf(m.Actors), targets: partiesOf(m.Targets),
		country: m.Country,
	}
	if numbered(m, "killed") {
		t.killed = m.Killed
	}
	for _, n := range slices.Concat(m.Actors, m.Targets) {
		t.mutual = t.mutual || n.Side != mention.NoSide
	}
	for _, p := range m.Places {
		if !p.Loose && (!p.IsCountry() || p.Country != m.Country) { // the mention's country is compared by itself
			t.spots = append(t.spots, spotOf(p))
		}
	}
	for _, toll := range m.Tolls {
		if toll.Who != "" {
			t.asserts = append(t.asserts, Fold(toll.Who))
		}
	}
	return t
}

// union folds the traits of further mentions of the same event into t.
func (t traits) union(o traits) traits {
	t.kinds = appendNew(t.kinds, o.kinds...)
	t.actors = appendNew(t.actors, o.actors...)
	t.targets = appendNew(t.targets, o.targets...)
	t.mutual = t.mutual || o.mutual
	t.spots = slices.Concat(t.spots, o.spots)
	t.asserts = appendNew(t.asserts, o.asserts...)
	if t.country == "" {
		t.country = o.country
	}
	t.killed = hull(t.killed, o.killed)
	return t
}

func appendNew[T comparable](list []T, more ...T) []T {
	list = slices.Clip(list)
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// hull is the narrowest range of people that holds both counts; nil is no figure.
func hull(a, b *mention.Count) *mention.Count {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	return &mention.Count{Low: min(a.Low, b.Low), High: max(a.High, b.High)}
}

func partiesOf(names []mention.Name) []party {
	var ps []party
	for _, n := range names {
		p := party{id: n.ID, of: n.Of, name: Fold(n.Name), generic: n.ID == "" && !hasCapital(n.Name)}
		if p.name != "" || p.id != "" {
			ps = append(ps, p)
		}
	}
	return ps
}

// hasCapital reports whether some word of s begins like a name.
func hasCapital(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func spotOf(p mention.Place) spot {
	s := spot{
		id: p.ID, name: Fold(p.Name), admin1: Fold(p.Admin1),
		fine:  p.ID == "" || p.Precision == mention.Exact || p.Precision == mention.Town,
		known: p.ID != "",
		area:  p.Precision == mention.Region,
	}
	if p.IsProvince() {
		s.admin1 = s.name
	}
	for _, w := range p.Within {
		s.within = append(s.within, Fold(w))
	}
	return s
}
