package linear

import (
	"cmp"
	"slices"
)

// Pruned is the model with the n features that may change a score most.
func (m *Model) Pruned(n int) *Model {
	all := slices.DeleteFunc(slices.Clone(m.slots), func(s slot) bool { return s.n == 0 })
	slices.SortFunc(all, func(a, b slot) int {
		return cmp.Or(cmp.Compare(m.reach(b), m.reach(a)), cmp.Compare(a.key, b.key))
	})
	all = all[:min(n, len(all))]
	slices.SortFunc(all, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	out := &Model{Classes: m.Classes}
	var keys []uint32
	var counts []byte
	for _, s := range all {
		keys, counts = append(keys, s.key), append(counts, byte(s.n))
		out.weights = append(out.weights, m.weights[s.from:s.from+s.n]...)
	}
	if err := out.index(keys, counts); err != nil {
		panic(err) // made here: cannot be malformed
	}
	return out
}

// reach is by how much a feature can set two classes apart.
func (m *Model) reach(s slot) int {
	low, high := 0, 0
	for _, w := range m.weights[s.from : s.from+s.n] {
		low, high = min(low, int(w.value)), max(high, int(w.value))
	}
	return high - low
}
