package place

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"dateline/extract/place/internal/gazetteer"
)

// Limits of a suggestion.
const (
	nearTown = 100_000 // people of a town that is suggested
	farthest = 3       // letters that a suggestion may differ in, fewer for short names
)

// suggestion is a name and how far it is from what was asked for.
type suggestion struct {
	name     string
	distance int
	rank     int // people, the more the better
}

// Near returns up to n names like name, nearest first: of countries, regions,
// provinces, sites and larger towns.
func Near(name string, n int) []string {
	w, err := loaded()
	key := gazetteer.Fold(name)
	if err != nil || key == "" {
		return nil
	}
	var found []suggestion
	seen := map[string]bool{}
	w.eachName(func(name string, rank int) {
		if d, ok := distance(key, gazetteer.Fold(name)); ok && !seen[name] {
			seen[name] = true
			found = append(found, suggestion{name, d, rank})
		}
	})
	slices.SortStableFunc(found, func(a, b suggestion) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.rank, a.rank), strings.Compare(a.name, b.name))
	})
	var out []string
	for _, s := range found[:min(n, len(found))] {
		out = append(out, s.name)
	}
	return out
}

// eachName calls yield with every name that may be suggested.
func (w *world) eachName(yield func(name string, rank int)) {
	f := &finder{world: w}
	for i := range w.own {
		yield(w.own[i].name, f.rank(&candidate{own: i, level: w.own[i].level}))
	}
	for i := range w.index.Len() {
		switch class := w.index.Class(i); {
		case class == gazetteer.Admin2:
			continue
		case class == gazetteer.Admin1:
			yield(w.nameOf(w.index.Record(i)), nearTown)
		default:
			if r := w.index.Record(i); r.Population >= nearTown || class == gazetteer.Capital {
				yield(w.nameOf(r), r.Population)
			}
		}
	}
}

// distance is the number of letters in which two keys differ, and whether they
// are near enough. A key that the other begins with is near.
func distance(a, b string) (int, bool) {
	if len(a) >= 4 && strings.HasPrefix(b, a) {
		return 1, true
	}
	limit := min(farthest, len(a)/3)
	if abs(len(a)-len(b)) > limit {
		return 0, false
	}
	d := levenshtein.ComputeDistance(a, b)
	return d, d <= limit
}

func abs(x int) int { return max(x, -x) }
