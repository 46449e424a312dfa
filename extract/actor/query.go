package actor

import (
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
