package actor

import (
	"errors"
	"io/fs"
	"strings"

	"dateline/extract/table"
)

// aliasKind tells what a name says of its actor.
type aliasKind uint8

const (
	ofActor   aliasKind = iota // a name of the actor itself
	adjective                  // "Iraqi"
	people                     // "Iraqis"
	seat                       // "Baghdad"
)

// alias is one name of one actor.
type alias struct {
	text    string
	atoms   []string
	actor   int32
	kind    aliasKind
	short   bool     // a short form, read only after the full name or with a title
	auto    bool     // a short form made by rule: the last word of a person's name
	cued    bool     // needs the country or a fellow in the same text
	acronym bool     // must be in capitals
	firstUp bool     // the first word must begin with a capital
	lastUp  bool     // the last word must begin with a capital
	dispute *dispute // how it is decided between claimants, nil if it has but one
}

// index finds names by their first atom; longer names stand before shorter.
type index map[string][]*alias

func (x index) add(a *alias) {
	all := append(x[a.atoms[0]], a)
	for i := len(all) - 1; i > 0 && len(all[i].atoms) > len(all[i-1].atoms); i-- {
		all[i], all[i-1] = all[i-1], all[i]
	}
	x[a.atoms[0]] = all
}

// readDisputes reads how aliases with several claimants, or none that is
// certain, are decided.
func (r *roster) readDisputes(data fs.FS) error {
	rows, err := table.Read(data, "data/disputed.tsv", 1, 4)
	if err != nil {
		return err
	}
	for _, line := range rows {
		at, ok := r.byID[line.Cells[1]]
		if !ok {
			return line.Errorf("no row has the id %q", line.Cells[1])
		}
		key := strings.Join(nameAtoms(line.Cells[0]), " ")
		if r.disputed[key] == nil {
			r.disputed[key] = map[int32]*dispute{}
		}
		r.disputed[key][at] = &dispute{cues: table.List(line.Cells[2]), preset: line.Cells[3] == "default"}
	}
	return nil
}

// indexNames indexes every name of every actor and reports names that two
// actors claim without a rule that decides.
func (r *roster) indexNames() error {
	claims := map[string]int32{}
	var errs []error
	for i := range r.actors {
		for _, a := range r.aliasesOf(int32(i)) {
			if len(a.atoms) == 0 {
				continue
			}
			if a.auto && r.shadowed(claims, a) || r.overruled(claims, a) {
				continue
			}
			errs = append(errs, r.claim(claims, a))
			r.names.add(a)
		}
	}
	for key, claimants := range r.disputed {
		for at, d := range claimants {
			if !d.visited && !r.own[at] {
				errs = append(errs, r.rows[at].Errorf("disputed.tsv settles %q, which is no alias of the row", key))
			}
		}
	}
	return errors.Join(errs...)
}

// shadowed reports whether a surname is also the name of a group: the Houthis
// are not to be read as one of that family. People are read last.
func (r *roster) shadowed(claims map[string]int32, a *alias) bool {
	other, taken := claims[strings.Join(a.atoms, " ")]
	return taken && !r.person[other]
}

// overruled reports whether a user has given the name to an actor of the
// user's own.
func (r *roster) overruled(claims map[string]int32, a *alias) bool {
	key := strings.Join(a.atoms, " ")
	other, taken := claims[key]
	if !taken || !r.own[other] || r.own[a.actor] {
		return false
	}
	if d := r.disputed[key][a.actor]; d != nil {
		d.visited = true
	}
	return true
}

// claim checks that an alias is free, or that it is told how it is decided.
// People may share a name: their terms of office decide.
func (r *roster) claim(claims map[string]int32, a *alias) error {
	key := strings.Join(a.atoms, " ")
	if d := r.disputed[key][a.actor]; d != nil {
		a.dispute, d.visited = d, true
		return nil
	}
	if a.short || a.kind == seat {
		return nil
	}
	other, taken := claims[key]
	claims[key] = a.actor
	if !taken || other == a.actor || (r.person[other] && r.person[a.actor]) {
		return nil
	}
	if r.own[a.actor] {
		return r.rows[a.actor].Errorf("%q is already a name of %s", a.text, r.actors[other].ID)
	}
	return r.rows[a.actor].Errorf("%q is also claimed by %s; settle it in disputed.tsv", a.text, r.actors[other].ID)
}

// isState reports whether an actor is a row of the states.
func (r *roster) isState(at int32) bool {
	state, ok := r.stateOf[r.actors[at].Name]
	return ok && state == at
}

// aliasesOf lists the names of an actor with their marks.
func (r *roster) aliasesOf(at int32) []*alias {
	actor, line := r.actors[at], r.rows[at]
	out := []*alias{newAlias(actor.Name, at, ofActor)}
	if line.File == "" {
		return out
	}
	if r.isState(at) {
		for i, kind := range []aliasKind{ofActor, adjective, people, seat} {
			for _, s := range table.List(line.Cells[2+i]) {
				out = append(out, newAlias(s, at, kind))
			}
		}
		return out
	}
	for _, s := range table.List(line.Cells[4]) {
		a := newAlias(strings.TrimLeft(s, "~?"), at, ofActor)
		a.short, a.cued = strings.HasPrefix(s, "~"), strings.HasPrefix(s, "?")
		out = append(out, a)
	}
	if r.person[at] {
		out = appendSurname(out, actor, at)
	}
	return out
}

// appendSurname adds the last word of a person's names as a short form, unless
// the row gives short forms itself.
func appendSurname(out []*alias, actor Actor, at int32) []*alias {
	have := map[string]bool{}
	for _, a := range out {
		if a.short {
			return out
		}
		have[strings.Join(a.atoms, " ")] = true
	}
	for _, full := range append([]string{actor.Name}, actor.Aliases...) {
		words := nameWords(full)
		if len(words) < 2 || len(words) > max(2, len(nameWords(actor.Name))) {
			continue // a longer form may end in a second surname
		}
		a := newAlias(words[len(words)-1], at, ofActor)
		key := strings.Join(a.atoms, " ")
		if len(a.atoms) == 0 || have[key] || len(key) < 3 {
			continue
		}
		have[key] = true
		a.short, a.auto = true, true
		out = append(out, a)
	}
	return out
}

func newAlias(text string, at int32, kind aliasKind) *alias {
	a := &alias{text: text, actor: at, kind: kind, atoms: nameAtoms(text)}
	words := nameWords(text)
	if len(words) == 0 {
		return a
	}
	a.acronym = len(words) == 1 && acronym(words[0])
	a.firstUp, a.lastUp = capital(words[0]), capital(words[len(words)-1])
	return a
}
