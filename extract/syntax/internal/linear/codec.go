package linear

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/bits"
	"slices"
)

// maxFeatures bounds what Read believes of a file.
const maxFeatures = 1 << 24

// Write writes the model in the form that Read reads: the names of the classes,
// then, in the order of their keys, the features' keys as differences, their
// numbers of weights, and the classes and values of these, each kind apart
// since so they compress best.
func (m *Model) Write(w io.Writer) error {
	kept := slices.DeleteFunc(slices.Clone(m.slots), func(s slot) bool { return s.key == 0 })
	slices.SortFunc(kept, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	out := binary.AppendUvarint(nil, uint64(len(m.Classes)))
	for _, c := range m.Classes {
		out = append(binary.AppendUvarint(out, uint64(len(c))), c...)
	}
	out = binary.AppendUvarint(out, uint64(len(kept)))
	out = binary.AppendUvarint(out, uint64(len(m.weights)))
	last := uint32(0)
	for _, s := range kept {
		out = binary.AppendUvarint(out, uint64(s.key-last))
		last = s.key
	}
	for _, s := range kept {
		out = append(out, uint8(s.n))
	}
	for _, s := range kept {
		for _, wt := range m.weights[s.from : s.from+s.n] {
			out = append(out, wt.class)
		}
	}
	for _, s := range kept {
		for _, wt := range m.weights[s.from : s.from+s.n] {
			out = append(out, encode(wt.value))
		}
	}
	_, err := w.Write(out)
	return err
}

// Read reads a model that Write wrote, and nothing after it.
func Read(r *bufio.Reader) (*Model, error) {
	d := decoder{r: r}
	m := &Model{Classes: make([]string, d.number(256))}
	for i := range m.Classes {
		m.Classes[i] = string(d.bytes(d.number(64)))
	}
	features, weights := d.number(maxFeatures), d.number(maxFeatures)
	keys := make([]uint32, features)
	last := uint32(0)
	for i := range keys {
		last += uint32(d.number(1 << 32))
		keys[i] = last
	}
	counts := d.bytes(features)
	classes, values := d.bytes(weights), d.bytes(weights)
	if d.err != nil {
		return nil, fmt.Errorf("model of weights: %w", d.err)
	}
	var sizes [256]int16
	m.weights = make([]weight, weights)
	for b := range sizes {
		sizes[b] = decode(byte(b))
	}
	for i := range m.weights {
		if int(classes[i]) >= len(m.Classes) {
			return nil, fmt.Errorf("model of weights: class %d of %d", classes[i], len(m.Classes))
		}
		m.weights[i] = weight{classes[i], sizes[values[i]]}
	}
	return m, m.index(keys, counts)
}

// index files the features by their keys, at most four fifths full: the fuller,
// the more of the marks stay at hand.
func (m *Model) index(keys []uint32, counts []byte) error {
	m.slots = make([]slot, 1<<bits.Len(uint(len(keys)+len(keys)/4)))
	m.marks = make([]uint8, len(m.slots))
	from := uint32(0)
	for i, key := range keys {
		n := uint32(counts[i])
		if key == 0 || int(from+n) > len(m.weights) {
			return fmt.Errorf("model of weights: feature %d is malformed", i)
		}
		at := key & uint32(len(m.slots)-1)
		for m.slots[at].key != 0 {
			at = (at + 1) & uint32(len(m.slots)-1)
		}
		m.slots[at], m.marks[at] = slot{key, from, n}, mark(key)
		from += n
	}
	return nil
}

// decoder reads numbers and bytes and keeps the first error.
type decoder struct {
	r   *bufio.Reader
	err error
}

// number reads a number of at most limit.
func (d *decoder) number(limit uint64) int {
	n, err := binary.ReadUvarint(d.r)
	if err == nil && n > limit {
		err = fmt.Errorf("number %d is over %d", n, limit)
	}
	if d.err == nil {
		d.err = err
	}
	if d.err != nil {
		return 0
	}
	return int(n)
}

func (d *decoder) bytes(n int) []byte {
	b := make([]byte, n)
	if _, err := io.ReadFull(d.r, b); d.err == nil {
		d.err = err
	}
	return b
}

// A weight is a byte in the file: one bit for the sign and seven for the size,
// in steps that grow with it, for what matters is the share by which it is off.
const (
	stepGrowth = 20.0
	largest    = 127
)

// decode is the weight that a byte stands for.
func decode(b byte) int16 {
	size := math.Round(stepGrowth * math.Expm1(float64(b&largest)/stepGrowth))
	if b > largest {
		return int16(-size)
	}
	return int16(size)
}

// encode is the byte that stands for the weight nearest to v.
func encode(v int16) byte {
	size := math.Round(stepGrowth * math.Log1p(math.Abs(float64(v))/stepGrowth))
	b := byte(min(size, largest))
	if v < 0 {
		b |= largest + 1
	}
	return b
}
