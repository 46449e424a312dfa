package arc

import "dateline/extract/syntax/internal/linear"

// scorer is what decides: a model, or a perceptron in training.
type scorer interface {
	Score(scores []int32, keys []uint32)
}

// keyBuffer collects the keys of the features of one decision. A feature's
// template is its place in the list.
type keyBuffer struct {
	keys [96]uint32
	n    int
}

func (b *keyBuffer) reset() { b.n = 0 }

func (b *keyBuffer) add(x, y, z uint32) {
	b.keys[b.n] = linear.Hash(uint32(b.n), x, y, z)
	b.n++
}

func (b *keyBuffer) list() []uint32 { return b.keys[:b.n] }

// tagFeatures collects the features of the tag of word i of a padded sentence.
func (b *keyBuffer) tagFeatures(words []word, i int) {
	b.reset()
	w, p, n := &words[i], &words[i-1], &words[i+1]
	p2, n2 := &words[max(i-2, 0)], &words[min(i+2, len(words)-1)]
	b.add(0, 0, 0)
	b.add(w.form, 0, 0)
	b.add(w.form, w.shape, 0)
	b.add(w.suffix[0], 0, 0)
	b.add(w.suffix[1], w.shape, 0)
	b.add(w.suffix[2], 0, 0)
	b.add(w.prefix, w.shape, 0)
	b.add(w.shape, p.tag, 0)
	b.add(w.last, 0, 0)
	b.add(p.form, 0, 0)
	b.add(p2.form, 0, 0)
	b.add(n.form, 0, 0)
	b.add(n2.form, 0, 0)
	b.add(p.form, w.form, 0)
	b.add(w.form, n.form, 0)
	b.add(p.tag, w.form, 0)
	b.add(p.tag, 0, 0)
	b.add(p2.tag, p.tag, 0)
	b.add(p.tag, w.suffix[1], n.form)
	b.add(p.tag, n.form, 0)
	b.add(n.suffix[1], n.shape, 0)
	b.add(p.suffix[1], 0, 0)
	b.add(p.tag, n.suffix[1], n.shape)
	b.add(w.suffix[1], n.suffix[1], 0)
	b.add(w.shape, n.shape, p.shape)
	b.add(w.hint, 0, 0)
	b.add(w.hint, w.form, 0)
	b.add(w.hint, w.suffix[1], 0)
	b.add(w.hint, p.tag, 0)
	b.add(w.hint, n.hint, p.tag)
	b.add(w.hint, p.hint, n.hint)
	b.add(n.hint, n2.hint, w.hint)
	b.add(w.hint, n.form, 0)
	b.add(n.suffix[1], n2.suffix[1], p.tag)
}
