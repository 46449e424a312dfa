package timeline

import "slices"

// pair is two tellings, by their place in a list (i before j), that may be of one event.
type pair struct {
	i, j   int
	points int
	why    likeness
}

// completeLinkage groups n tellings by the given pairs, the strongest first.
// Two groups become one only if every telling of the one is paired with every
// telling of the other, so that no chain of likenesses joins what is unlike.
// It calls merged for each joining pair with the groups' numbers and returns,
// for each telling, the number of its group: the least telling in it.
func completeLinkage(n int, pairs []pair, merged func(into, from int, p pair)) []int {
	linked := make(map[[2]int]bool, len(pairs))
	for _, p := range pairs {
		linked[[2]int{p.i, p.j}] = true
	}
	of, members := make([]int, n), make([][]int, n)
	for i := range n {
		of[i], members[i] = i, []int{i}
	}
	slices.SortFunc(pairs, byPoints)
	for _, p := range pairs {
		a, b := min(of[p.i], of[p.j]), max(of[p.i], of[p.j])
		if a == b || !allLinked(members[a], members[b], linked) {
			continue
		}
		for _, k := range members[b] {
			of[k] = a
		}
		members[a], members[b] = append(members[a], members[b]...), nil
		merged(a, b, p)
	}
	return of
}

func allLinked(a, b []int, linked map[[2]int]bool) bool {
	for _, i := range a {
		for _, j := range b {
			if !linked[[2]int{min(i, j), max(i, j)}] {
				return false
			}
		}
	}
	return true
}

// joinPairs turns paired tellings into groups, each link told with the pass that made it.
func joinPairs(ts []*Telling, pairs []pair, pass string) []*group {
	groups := make([]*group, len(ts))
	for i, t := range ts {
		groups[i] = newGroup(t)
	}
	of := completeLinkage(len(ts), pairs, func(into, from int, p pair) {
		groups[into].add(groups[from], Link{
			Mention: ts[p.j].first().Key(), With: ts[p.i].first().Key(), Pass: pass, Reason: p.why.reason(),
		})
	})
	var out []*group
	for i, g := range groups {
		if of[i] == i {
			out = append(out, g)
		}
	}
	return out
}
