package db

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"dateline/timeline"
)

// SuggestActors returns up to n names of actors in the database that are
// nearest to a name which matches none.
func (d *DB) SuggestActors(ctx context.Context, name string, n int) ([]string, error) {
	return d.suggest(ctx, name, n, `SELECT DISTINCT name FROM event_actor
		UNION SELECT l.alias FROM actor_alias l WHERE l.actor_id IN (SELECT actor_id FROM event_actor)`)
}

// SuggestRegions returns up to n names of places and regions in the database
// that are nearest to a name which matches none.
func (d *DB) SuggestRegions(ctx context.Context, name string, n int) ([]string, error) {
	return d.suggest(ctx, name, n, `SELECT name FROM place UNION SELECT admin1 FROM place UNION SELECT name FROM place_within
		UNION SELECT DISTINCT country FROM event UNION SELECT DISTINCT w.value FROM event e, json_each(e.within) w`)
}

func (d *DB) suggest(ctx context.Context, name string, n int, query string) ([]string, error) {
	var names []string
	err := d.inReading(ctx, "suggest names", func(tx *sql.Tx) (err error) {
		names, err = texts(ctx, tx, query)
		return err
	})
	return nearest(name, names, n), err
}

// nearest returns the n names that are like name, the likest first, one of
// those that fold to the same.
func nearest(name string, names []string, n int) []string {
	type candidate struct {
		name, folded string
		cost         int
	}
	want := timeline.Fold(name)
	var near []candidate
	seen := map[string]bool{}
	slices.Sort(names)
	for _, s := range names {
		f := timeline.Fold(s)
		if f == "" || seen[f] {
			continue
		}
		seen[f] = true
		if c := unlikeness(want, f); c <= max(1, len(want)/3) {
			near = append(near, candidate{s, f, c})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	var out []string
	for _, c := range near[:min(n, len(near))] {
		out = append(out, c.name)
	}
	return out
}

// unlikeness is the edit distance of two folded names, or of the nearer one of
// the other's words if it is but a word; a beginning counts as one edit.
func unlikeness(want, have string) int {
	best := levenshtein.ComputeDistance(want, have)
	if len(want) > 2 && strings.HasPrefix(have, want) {
		best = min(best, 1)
	}
	if !strings.Contains(want, " ") {
		for w := range strings.FieldsSeq(have) {
			best = min(best, levenshtein.ComputeDistance(want, w)+1)
		}
	}
	return best
}
