package timeline

import (
	"slices"

	"dateline/extract/date"
)

// joinLoose adds loosely dated tellings to the event of narrow date that they
// fit, if there is just one: the third pass. A telling that fits two events
// joins neither, so none is ever a bridge. It returns the tellings left.
func joinLoose(groups []*group, ts []*Telling) []*Telling {
	index := indexGroups(groups)
	var left []*Telling
	for _, t := range ts {
		var fit []*group
		for _, n := range index.sharing(&t.traits) {
			if fitsLoosely(groups[n], t) {
				fit = append(fit, groups[n])
			}
		}
		if len(fit) != 1 {
			left = append(left, t)
			continue
		}
		g := fit[0]
		l := compare(&g.traits, &t.traits)
		g.add(newGroup(t), Link{
			Mention: t.first().Key(), With: g.tellings[0].first().Key(), Pass: "loose",
			Reason: "the only event that fits: " + l.reason(),
		})
	}
	return left
}

// needed is the evidence that tellings without a narrow date must share, more
// the further apart they are in days: the more such events have happened.
func needed(days date.Day) int {
	switch {
	case -10 <= days && days <= 10:
		return 3
	case -31 <= days && days <= 31:
		return 4
	}
	return 5
}

// unknownApart stands for the distance to an article of unknown day: most
// collections are of one time.
const unknownApart = 31

func fitsLoosely(g *group, t *Telling) bool {
	for _, o := range g.tellings {
		if o.first().Article == t.first().Article {
			return false
		}
		if l := compare(&o.traits, &t.traits); l.clash() != "" || l.toll == contrary {
			return false
		}
	}
	l := compare(&g.traits, &t.traits)
	if !tellsEnough(l, t) {
		return false
	}
	apart := date.Day(unknownApart)
	if told := t.first().Published; told.Known() {
		apart = told - g.traits.date.Latest
	}
	return evidenceBeyondDays(l, t) >= needed(apart)
}

// joinUndated links the tellings that are left among themselves, completely
// and only on strong evidence, since no day holds them together.
func joinUndated(ts []*Telling) []*group {
	index := indexTellings(ts)
	var pairs []pair
	for j, t := range ts {
		for _, i := range index.sharing(&t.traits) {
			if i >= j {
				break
			}
			if l, points := likeUndated(ts[i], t); points > 0 {
				pairs = append(pairs, pair{i, j, points, l})
			}
		}
	}
	return joinPairs(ts, pairs, "loose")
}

func likeUndated(a, b *Telling) (likeness, int) {
	if a.first().Article == b.first().Article {
		return likeness{}, 0
	}
	l := compare(&a.traits, &b.traits)
	if l.clash() != "" || l.toll == contrary || !tellsEnough(l, a) {
		return l, 0
	}
	p := evidenceBeyondDays(l, a)
	apart := date.Day(unknownApart)
	if x, y := a.first().Published, b.first().Published; x.Known() && y.Known() {
		apart = x - y
	}
	if p < needed(apart) {
		return l, 0
	}
	return l, p
}

// tellsEnough reports whether two tellings that no day ties together have
// something to be compared by: the kind, and a name or what stands for one.
func tellsEnough(l likeness, t *Telling) bool {
	return l.kind == same && (named(l) || (l.where >= loosely && oneADay(t.traits.kinds)))
}

// evidenceBeyondDays is evidence, with what a shared month or year adds to it.
func evidenceBeyondDays(l likeness, t *Telling) int {
	p := evidence(l, t)
	if l.when == loosely || l.when == broadly {
		p++
	}
	return p
}

// index finds what shares a name with a telling, so that not all is compared with all.
type index map[string][]int

func indexGroups(groups []*group) index {
	ix := index{}
	for n, g := range groups {
		for _, k := range keysOf(&g.traits) {
			ix[k] = append(ix[k], n)
		}
	}
	return ix
}

func indexTellings(ts []*Telling) index {
	ix := index{}
	for n, t := range ts {
		for _, k := range keysOf(&t.traits) {
			ix[k] = append(ix[k], n)
		}
	}
	return ix
}

// sharing returns the numbers of what shares a key with t, in order, each once.
func (ix index) sharing(t *traits) []int {
	var out []int
	for _, k := range keysOf(t) {
		out = append(out, ix[k]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keysOf lists under what a telling is found: its kind with each of its
// parties, by id and by last word, which a full name and a surname share.
func keysOf(t *traits) []string {
	var keys []string
	if oneADay(t.kinds) {
		keys = append(keys, t.kinds...)
	}
	for _, p := range slices.Concat(t.actors, t.targets) {
		for _, k := range t.kinds {
			if p.id != "" {
				keys = appendNew(keys, k+"\x00"+p.id)
			}
			keys = appendNew(keys, k+"\x01"+lastWord(p.name))
		}
	}
	return keys
}

// firmly reports whether a basis is read from a text rather than assumed.
func firmly(b date.Basis) bool { return b.Rank() <= date.Corpus.Rank() }
