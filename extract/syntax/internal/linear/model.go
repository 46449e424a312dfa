// Package linear holds linear classifiers over hashed features: small enough to
// be embedded, fast enough to be asked hundreds of thousands of times a second.
package linear

// Model scores classes by the sum of the weights of the features that are
// present. A feature is known by its hash alone; one that the model has not
// seen weighs nothing.
type Model struct {
	Classes []string
	slots   []slot // open addressing, linear probing; a power of two
	weights []weight
}

// slot leads from a feature to its weights: weights[from : from+n].
type slot struct {
	key  uint32 // 0 in an empty slot
	from uint32
	n    uint32
}

// weight is what a feature adds to the score of one class.
type weight struct {
	class uint8
	value int16
}

// Score adds to scores, one a class, the weights of the features in keys.
func (m *Model) Score(scores []int32, keys []uint32) {
	mask := uint32(len(m.slots) - 1)
	for _, key := range keys {
		at := key & mask
		for m.slots[at].key != key {
			if m.slots[at].key == 0 {
				break
			}
			at = (at + 1) & mask
		}
		s := m.slots[at]
		for _, w := range m.weights[s.from : s.from+s.n] {
			scores[w.class] += int32(w.value)
		}
	}
}

// Best is the class with the highest score, the first of equals.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// Hash is the key of the feature that template makes of three values.
func Hash(template, a, b, c uint32) uint32 {
	const odd1, odd2 = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
	h := (uint64(template)<<32 | uint64(a)) * odd1
	h = (h ^ h>>32 ^ uint64(b)<<32 ^ uint64(c)) * odd2
	h ^= h >> 32
	if key := uint32(h * odd1 >> 32); key != 0 {
		return key
	}
	return 1 // 0 marks an empty slot
}
