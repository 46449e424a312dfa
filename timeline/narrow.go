package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/date"
)

// joinNarrow links tellings of the same days completely: the second pass.
func joinNarrow(ts []*Telling) []*group {
	byDay := make([]int, len(ts))
	for i := range byDay {
		byDay[i] = i
	}
	slices.SortFunc(byDay, func(a, b int) int {
		return cmp.Or(cmp.Compare(ts[a].traits.date.Earliest, ts[b].traits.date.Earliest), cmp.Compare(a, b))
	})
	var pairs []pair
	for k, a := range byDay {
		for _, b := range byDay[k+1:] {
			if ts[b].traits.date.Earliest > ts[a].traits.date.Latest {
				break
			}
			i, j := min(a, b), max(a, b)
			if l, points := likeOnDay(ts[i], ts[j]); points > 0 {
				pairs = append(pairs, pair{i, j, points, l})
			}
		}
	}
	return joinPairs(ts, pairs, "narrow")
}

// enoughOnDay is the evidence, in the points of evidence, that two articles
// must share to tell of one event of the same days: say kind, day and either
// town, or actor and target.
const enoughOnDay = 4

// likeOnDay compares two tellings of the same days; points are 0 if they are
// not to be linked.
func likeOnDay(a, b *Telling) (likeness, int) {
	if a.first().Article == b.first().Article {
		return likeness{}, 0 // what the first pass kept apart stays apart
	}
	l := compare(&a.traits, &b.traits)
	if l.clash() != "" || (l.toll == contrary) {
		return l, 0
	}
	points := evidence(l, a)
	if l.kind == same {
		points++
	}
	if assumedApart(a, b) {
		points--
	}
	if a.Block() == "" && !named(l) {
		return l, 0
	}
	if points < enoughOnDay {
		return l, 0
	}
	return l, points
}

// assumedApart reports whether the days of two articles of different days
// agree only because one of them is assumed from its publication.
func assumedApart(a, b *Telling) bool {
	assumed := a.traits.date.Basis == date.Document || b.traits.date.Basis == date.Document
	return assumed && a.first().Published != b.first().Published
}

// evidence counts what speaks for two tellings of different articles being one
// event, the kind left out. A vote or a resignation is known by who it was,
// which of strikes and arrests says little; an election by its country.
func evidence(l likeness, t *Telling) int {
	p := weigh(l)
	if l.toll == same && t.traits.killed.High > 1 {
		p++
	}
	if l.actors == same && knownByActor(t.traits.kinds) {
		p += 2
	}
	if l.where >= loosely && oneADay(t.traits.kinds) {
		p += 3
	}
	if l.targets == same && onceInALife(t.traits.kinds) {
		p += 3
	}
	if l.sharedParties > 1 && l.targets != same {
		p++
	}
	return p
}

// named reports whether two tellings share the name of somebody who took part.
func named(l likeness) bool { return l.targets == same || l.actors == same }
