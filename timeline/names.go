package timeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract/mention"
)

// tally is one name or place with how often it is told.
type tally[T any] struct {
	value T
	count int
	key   party // names only
}

// mergeNames returns the different names among lists, each in its best form:
// resolved ones and proper names before descriptions, then the most told. A
// description of those that another name tells is left out.
func mergeNames(lists [][]mention.Name) []mention.Name {
	var found []*tally[mention.Name]
	for _, list := range lists {
		for _, n := range list {
			found = countName(found, n)
		}
	}
	slices.SortStableFunc(found, func(a, b *tally[mention.Name]) int {
		return cmp.Or(compareBool(a.key.generic, b.key.generic), cmp.Compare(b.count, a.count))
	})
	var names []mention.Name
	for i, f := range found {
		told := func(o *tally[mention.Name]) bool { return describes(f, o) }
		if f.key.generic && (slices.ContainsFunc(found[:i], told) || slices.ContainsFunc(found[i+1:], told)) {
			continue
		}
		names = append(names, f.value)
	}
	return names
}

// describes reports whether the description d may well mean those named n: the
// armed men of a side that is told by name, or "rebels" beside "rebel fighters".
func describes(d, n *tally[mention.Name]) bool {
	if d.value.Sector == "" || d.value.Sector == "CIV" || d.value.Sector != n.value.Sector || d.value.Side != n.value.Side {
		return false
	}
	if n.value.ID != "" {
		return d.value.Sector == "REB" || d.value.Sector == "UAF" || d.value.Sector == "MIL"
	}
	words := strings.Fields(n.key.name)
	return len(strings.Fields(d.key.name)) < len(words) && !slices.ContainsFunc(strings.Fields(d.key.name), func(w string) bool {
		return !slices.ContainsFunc(words, func(o string) bool { return strings.TrimSuffix(o, "s") == strings.TrimSuffix(w, "s") })
	})
}

func countName(found []*tally[mention.Name], n mention.Name) []*tally[mention.Name] {
	ps := partiesOf([]mention.Name{n})
	if len(ps) == 0 {
		return found
	}
	for _, f := range found {
		if oneName(f.key, ps[0]) {
			f.count++
			if better(n, f.value) {
				n.Side = cmp.Or(n.Side, f.value.Side)
				f.value, f.key = n, ps[0]
			}
			return found
		}
	}
	return append(found, &tally[mention.Name]{n, 1, ps[0]})
}

// oneName reports whether two names within one event are the same.
func oneName(a, b party) bool {
	if a.id != "" && b.id != "" {
		return a.id == b.id
	}
	return a.name == b.name || compareParty(a, b) == same
}

// better prefers a resolved name, then the fuller one.
func better(a, b mention.Name) bool {
	if (a.ID != "") != (b.ID != "") {
		return a.ID != ""
	}
	return len(strings.Fields(a.Name)) > len(strings.Fields(b.Name))
}

// mergePlaces returns the different places among lists, most specific first, then the most told.
func mergePlaces(lists [][]mention.Place) []mention.Place {
	var found []*tally[mention.Place]
	for _, list := range lists {
		for _, p := range list {
			found = countPlace(found, p)
		}
	}
	slices.SortStableFunc(found, func(a, b *tally[mention.Place]) int {
		return cmp.Or(
			cmp.Compare(a.value.Fineness(), b.value.Fineness()),
			cmp.Compare(b.count, a.count),
		)
	})
	var places []mention.Place
	for _, f := range found {
		places = append(places, f.value)
	}
	return places
}

// dropLoose drops the places that are only told around the event where others
// are told of it; those are at least as fine.
func dropLoose(places []mention.Place) []mention.Place {
	return slices.DeleteFunc(places, func(p mention.Place) bool {
		return p.Loose && slices.ContainsFunc(places, func(o mention.Place) bool { return !o.Loose && !o.IsCountry() })
	})
}

func countPlace(found []*tally[mention.Place], p mention.Place) []*tally[mention.Place] {
	for _, f := range found {
		if (p.ID != "" && p.ID == f.value.ID) || (p.ID == "" && f.value.ID == "" && Fold(p.Name) == Fold(f.value.Name)) {
			f.count++
			f.value.Loose = f.value.Loose && p.Loose
			return found
		}
	}
	return append(found, &tally[mention.Place]{value: p, count: 1})
}

// lastWord is the last word of a folded name: of a person, the surname.
func lastWord(folded string) string {
	return folded[strings.LastIndexByte(folded, ' ')+1:]
}
