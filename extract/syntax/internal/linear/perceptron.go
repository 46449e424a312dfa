package linear

import (
	"cmp"
	"math"
	"slices"
)

// Perceptron is a model in training: an averaged perceptron.
type Perceptron struct {
	Classes []string
	rows    map[uint32]int32 // feature -> row
	values  []int32          // row x class: the weights now
	pending []int64          // row x class: sum of step x change, from which the mean follows
	touched []int32          // row: how often it was changed
	steps   int64
}

// NewPerceptron returns one that knows nothing.
func NewPerceptron(classes []string) *Perceptron {
	return &Perceptron{Classes: classes, rows: map[uint32]int32{}, steps: 1}
}

// Score adds to scores the weights of the features in keys.
func (p *Perceptron) Score(scores []int32, keys []uint32) {
	n := len(p.Classes)
	for _, key := range keys {
		if row, ok := p.rows[key]; ok {
			for c, v := range p.values[int(row)*n : int(row)*n+n] {
				scores[c] += v
			}
		}
	}
}

// Step counts a decision, right or wrong.
func (p *Perceptron) Step() { p.steps++ }

// Update moves the weights of the features in keys from the class that was
// wrong to the one that was right.
func (p *Perceptron) Update(keys []uint32, right, wrong int) {
	for _, key := range keys {
		row := p.row(key)
		p.add(row, right, 1)
		p.add(row, wrong, -1)
		p.touched[row]++
	}
}

func (p *Perceptron) row(key uint32) int32 {
	row, ok := p.rows[key]
	if !ok {
		row = int32(len(p.touched))
		p.rows[key] = row
		p.values = append(p.values, make([]int32, len(p.Classes))...)
		p.pending = append(p.pending, make([]int64, len(p.Classes))...)
		p.touched = append(p.touched, 0)
	}
	return row
}

func (p *Perceptron) add(row int32, class int, d int32) {
	i := int(row)*len(p.Classes) + class
	p.values[i] += d
	p.pending[i] += int64(d) * p.steps
}

// Model is the mean of the weights over all steps, in 1/scale, as bytes. Features
// that were changed fewer than cutoff times are left out.
func (p *Perceptron) Model(scale float64, cutoff int) *Model {
	m := &Model{Classes: p.Classes}
	keys := make([]uint32, 0, len(p.rows))
	for key := range p.rows {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, cmp.Compare[uint32])
	var kept []uint32
	var counts []byte
	for _, key := range keys {
		row := p.rows[key]
		if int(p.touched[row]) < cutoff {
			continue
		}
		before := len(m.weights)
		m.weights = append(m.weights, p.mean(row, scale)...)
		if n := len(m.weights) - before; n > 0 {
			kept, counts = append(kept, key), append(counts, byte(n))
		}
	}
	if err := m.index(kept, counts); err != nil {
		panic(err) // made here: cannot be malformed
	}
	return m
}

// limit is the largest weight.
const limit = 1 << 13

// mean are the averaged weights of a row that do not round to nothing.
func (p *Perceptron) mean(row int32, scale float64) []weight {
	var out []weight
	for c := range p.Classes {
		i := int(row)*len(p.Classes) + c
		mean := float64(p.values[i]) - float64(p.pending[i])/float64(p.steps)
		v := math.Round(min(max(mean*scale, -limit), limit))
		if w := decode(encode(int16(v))); w != 0 {
			out = append(out, weight{uint8(c), w})
		}
	}
	return out
}
