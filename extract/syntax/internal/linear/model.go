// Package linear holds linear classifiers over hashed features: small enough to
// be embedded, fast enough to be asked hundreds of thousands of times a second.
package linear

// Model scores classes by the sum of the weights of the features that are
// present. A feature is known by its hash alone; one that the model has not
// seen weighs nothing.
type Model struct {
	Classes []string
	slots   []slot  // open addressing, linear probing; a power of two
	marks   []uint8 // of each slot eight bits of its key; 0 if it is empty
	weights []weight
}

// mark is what of a key is looked at first. Most features are unknown to the
// model: so they are told by a byte that is likely to be at hand, and not by a
// slot that must be fetched from far memory.
func mark(key uint32) uint8 { return uint8(key>>24) | 1 }

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

// batch is how many features Score looks up at a time.
const batch = 96

// Score adds to scores, one a class, the weights of the features in keys. It
// goes by passes, each of which does one kind of fetch for many features: what
// takes time is waiting for memory, and fetches that do not hang on one another
// wait together.
func (m *Model) Score(scores []int32, keys []uint32) {
	for ; len(keys) > batch; keys = keys[batch:] {
		m.scoreBatch(scores, keys[:batch])
	}
	m.scoreBatch(scores, keys)
}

func (m *Model) scoreBatch(scores []int32, keys []uint32) {
	var marks [batch]uint8
	var known [batch]uint32 // places in keys of features that the model may know
	var found [batch]slot
	mask := uint32(len(m.slots) - 1)
	for i, key := range keys {
		marks[i] = m.marks[key&mask]
	}
	n := 0
	for i := range keys {
		known[n] = uint32(i)
		if marks[i] != 0 {
			n++
		}
	}
	slots := 0
	for _, i := range known[:n] {
		found[slots] = m.find(keys[i])
		if found[slots].n > 0 {
			slots++
		}
	}
	for _, s := range found[:slots] {
		for _, w := range m.weights[s.from : s.from+s.n] {
			scores[w.class] += int32(w.value)
		}
	}
}

// find is the slot of a key, an empty one if the model does not know it.
func (m *Model) find(key uint32) slot {
	mask, want := uint32(len(m.slots)-1), mark(key)
	at := key & mask
	for m.marks[at] != 0 && (m.marks[at] != want || m.slots[at].key != key) {
		at = (at + 1) & mask
	}
	return m.slots[at]
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
