package actor

import (
	"sort"
	"strings"

	"github.com/agnivade/levenshtein"

	"dateline/extract/date"
	"dateline/extract/table"
)

// All returns every actor of the roster: the rows of the tables, then the
// organs that every state has by rule. The slice must not be changed.
func All() []Actor { return current().actors }

// Use adds a user's tables to the roster, in place of those given before. A row
// has the columns of the roster (id, name, PLOVER sector, country, aliases,
// member of), the last three of which may be left out, and may have a seventh,
// "person". It replaces the roster's row of the same id, and its names win over
// those of other groups and people. The error names the bad row.
func Use(own []table.File) error { return known.Use(own) }

// Get returns the actor with an id.
func Get(id string) (Actor, bool) {
	r := current()
	at, ok := r.byID[id]
	if !ok {
		return Actor{}, false
	}
	return r.actors[at], true
}

// Country returns the English short name of an actor's country, "" if it has
// none or is not in the roster.
func Country(id string) string {
	a, _ := Get(id)
	return a.Country
}

// Affiliations returns the ids of those that an actor belongs to on a day, as
// an organ or holding an office, nearest first. On an unknown day (0) every
// term counts.
func Affiliations(id string, on date.Day) []string { return current().affiliations(id, on) }

// Digest identifies the version of the roster and its words.
func Digest() string { return current().digest }

// Lookup returns the actors with a name, best first: those whose own name it
// is, then aliases, then short forms. Case, diacritics, apostrophes and the
// Arabic article do not count. An id will do, too.
func Lookup(name string) []Actor {
	r := current()
	rank := map[int32]int{}
	note := func(at int32, n int) {
		if old, ok := rank[at]; !ok || n < old {
			rank[at] = n
		}
	}
	if at, ok := r.byID[strings.ToLower(name)]; ok {
		note(at, 3)
	}
	atoms := nameAtoms(name)
	if len(atoms) == 0 {
		return nil
	}
	for _, a := range r.names[atoms[0]] {
		if strings.Join(a.atoms, " ") == strings.Join(atoms, " ") && a.kind != seat {
			note(a.actor, r.lookupRank(a, atoms))
		}
	}
	found := make([]int32, 0, len(rank))
	for at := range rank {
		found = append(found, at)
	}
	sort.Slice(found, func(i, j int) bool {
		if rank[found[i]] != rank[found[j]] {
			return rank[found[i]] < rank[found[j]]
		}
		return found[i] < found[j]
	})
	var out []Actor
	for _, at := range found {
		out = append(out, r.actors[at])
	}
	return out
}

// lookupRank tells how well a name that fits stands for its actor.
func (r *roster) lookupRank(a *alias, atoms []string) int {
	switch {
	case a.dispute != nil && !a.dispute.preset:
		return 3
	case strings.Join(nameAtoms(r.actors[a.actor].Name), " ") == strings.Join(atoms, " "):
		return 1
	case a.auto:
		return 5
	case a.short || a.cued:
		return 4
	}
	return 2
}

// Near returns up to n names of the roster that are like a name, most alike
// first, for "did you mean".
func Near(name string, n int) []string {
	want := strings.Join(nameAtoms(name), " ")
	if want == "" || n <= 0 {
		return nil
	}
	r := current()
	best := map[string]int{}
	for _, aliases := range r.names {
		for _, a := range aliases {
			if d, ok := likeness(want, strings.Join(a.atoms, " ")); ok {
				actor := r.actors[a.actor].Name
				if old, seen := best[actor]; !seen || d < old {
					best[actor] = d
				}
			}
		}
	}
	names := make([]string, 0, len(best))
	for s := range best {
		names = append(names, s)
	}
	sort.Slice(names, func(i, j int) bool {
		if best[names[i]] != best[names[j]] {
			return best[names[i]] < best[names[j]]
		}
		return names[i] < names[j]
	})
	return names[:min(n, len(names))]
}

// likeness is the number of edits between two names, a part of a name counting
// one; names further apart than a third of their letters are not alike.
func likeness(want, have string) (int, bool) {
	if len(want) >= 3 && strings.Contains(" "+have+" ", " "+want+" ") {
		return 1, true
	}
	limit := max(1, len(want)/3)
	if len(have)-len(want) > limit || len(want)-len(have) > limit {
		return 0, false
	}
	d := levenshtein.ComputeDistance(want, have)
	return d, d <= limit
}
