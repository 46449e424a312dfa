package token

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// model is prose's averaged perceptron. A feature of prose is a string
// ("i-1 tag+i word NN attack") that is looked up in a map of maps; here its
// weights lie in one array, under the word or the tags that it is made of, so
// that a token costs one look-up of a word.
type model struct {
	classes []string       // the tags
	class   map[string]int // index of a tag, and of the two marks before a sentence

	weights []weight
	initial [256]run            // i pref1
	before  [][maxClasses]int32 // bias, i-1 tag, i-2 tag and i tag+i-2 tag, by the two tags before
	words   map[string]*word    // by normalised word
	endings map[string]*ending  // by the last three bytes of a word
	fixed   map[string]uint8    // words as written that have one tag only, by index of the tag plus one
}

// weight is what a feature adds to the score of a class: the class in the low
// bits, and above them the value in thousandths, to which prose rounds.
type weight int32

const (
	classBits  = 6
	maxClasses = 1 << classBits // bounds the number of tags and marks
)

func newWeight(class int, value float64) weight {
	return weight(int32(math.Round(1000*value))<<classBits | int32(class))
}

// run is a range of the weights: those of one feature.
type run struct{ from, to int32 }

// word holds the features of a word by where it stands.
type word struct {
	here, prev, prev2, next, next2 run
	ending                         *ending
	afterTag                       []tagRun // i-1 tag+i word
	fixed                          uint8    // as in model, of a word in lower case
	told                           uint8    // the tag that the table of words gives it, likewise
}

// ending holds the features of the last three bytes of a word.
type ending struct{ here, prev, next run }

type tagRun struct {
	tag int
	run
}

const (
	startMark  = "-START-"
	startMark2 = "-START2-"
)

// unknown is a word, and unseen an ending, that the model has not met.
var (
	unseen  ending
	unknown = word{ending: &unseen}
)

// loadModel reads prose's model once. It takes some 0.15 s, so nothing calls it
// before the first text is cut.
var loadModel = sync.OnceValues(func() (*model, error) {
	var weights map[string]map[string]float64
	var fixed map[string]string
	m := &model{class: map[string]int{}, words: map[string]*word{}, endings: map[string]*ending{}, fixed: map[string]uint8{}}
	for name, into := range map[string]any{"weights": &weights, "tags": &fixed, "classes": &m.classes} {
		b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return nil, fmt.Errorf("prose's tagger model: %w", err)
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(into); err != nil {
			return nil, fmt.Errorf("prose's tagger model, %s: %w", name, err)
		}
	}
	m.number()
	if len(m.class) > maxClasses {
		return nil, fmt.Errorf("prose's tagger model: %d tags, at most %d are provided for", len(m.class), maxClasses)
	}
	tags := newTagFeatures(len(m.class))
	for feature, byClass := range weights {
		m.add(tags, feature, m.flatten(byClass))
	}
	m.before = m.sumTags(tags)
	m.addFixed(fixed)
	if err := m.addTold(); err != nil {
		return nil, err
	}
	m.linkEndings()
	return m, nil
})

// number gives the classes and the marks their indexes.
func (m *model) number() {
	for i, c := range append(append([]string{}, m.classes...), startMark, startMark2) {
		m.class[c] = i
	}
}

// flatten appends the weights of one feature, in the order of the classes.
func (m *model) flatten(byClass map[string]float64) run {
	r := run{from: int32(len(m.weights))}
	for i, c := range m.classes {
		if w, ok := byClass[c]; ok {
			m.weights = append(m.weights, newWeight(i, w))
		}
	}
	r.to = int32(len(m.weights))
	return r
}

// tagFeatures are the features of the two tags before a word alone.
type tagFeatures struct {
	bias       run
	tag1, tag2 []run   // i-1 tag, i-2 tag
	tags       [][]run // i tag+i-2 tag
}

func newTagFeatures(n int) *tagFeatures {
	f := &tagFeatures{tag1: make([]run, n), tag2: make([]run, n), tags: make([][]run, n)}
	for i := range f.tags {
		f.tags[i] = make([]run, n)
	}
	return f
}

// sumTags adds up the features of each pair of tags, so that a word begins with
// their sum.
func (m *model) sumTags(f *tagFeatures) [][maxClasses]int32 {
	n := len(m.class)
	out := make([][maxClasses]int32, n*n)
	for a := range n {
		for b := range n {
			for _, r := range [...]run{f.bias, f.tag1[a], f.tag2[b], f.tags[a][b]} {
				m.sum(&out[a*n+b], r)
			}
		}
	}
	return out
}

// add files a feature by its name in prose: what it looks at, a blank, and the
// tags and words that it holds.
func (m *model) add(tags *tagFeatures, feature string, r run) {
	if feature == "bias" {
		tags.bias = r
		return
	}
	for _, kind := range featureKinds {
		if rest, ok := strings.CutPrefix(feature, kind.name+" "); ok {
			kind.add(m, tags, rest, r)
			return
		}
	}
}

// featureKinds are the features that prose trained; longer names come before
// those that begin them.
var featureKinds = []struct {
	name string
	add  func(m *model, tags *tagFeatures, rest string, r run)
}{
	{"i-1 tag+i word", func(m *model, _ *tagFeatures, rest string, r run) {
		tag, w, _ := strings.Cut(rest, " ")
		if i, ok := m.class[tag]; ok {
			m.word(w).afterTag = append(m.word(w).afterTag, tagRun{i, r})
		}
	}},
	{"i tag+i-2 tag", func(m *model, tags *tagFeatures, rest string, r run) {
		a, b, _ := strings.Cut(rest, " ")
		i, ok := m.class[a]
		k, ok2 := m.class[b]
		if ok && ok2 {
			tags.tags[i][k] = r
		}
	}},
	{"i-1 tag", func(m *model, tags *tagFeatures, rest string, r run) { m.setTag(tags.tag1, rest, r) }},
	{"i-2 tag", func(m *model, tags *tagFeatures, rest string, r run) { m.setTag(tags.tag2, rest, r) }},
	{"i word", func(m *model, _ *tagFeatures, rest string, r run) { m.word(rest).here = r }},
	{"i-1 word", func(m *model, _ *tagFeatures, rest string, r run) { m.word(rest).prev = r }},
	{"i-2 word", func(m *model, _ *tagFeatures, rest string, r run) { m.word(rest).prev2 = r }},
	{"i+1 word", func(m *model, _ *tagFeatures, rest string, r run) { m.word(rest).next = r }},
	{"i+2 word", func(m *model, _ *tagFeatures, rest string, r run) { m.word(rest).next2 = r }},
	{"i suffix", func(m *model, _ *tagFeatures, rest string, r run) { m.ending(rest).here = r }},
	{"i-1 suffix", func(m *model, _ *tagFeatures, rest string, r run) { m.ending(rest).prev = r }},
	{"i+1 suffix", func(m *model, _ *tagFeatures, rest string, r run) { m.ending(rest).next = r }},
	{"i pref1", func(m *model, _ *tagFeatures, rest string, r run) {
		if c := []rune(rest); len(c) == 1 && c[0] < 256 {
			m.initial[c[0]] = r // prose took the first byte for a rune
		}
	}},
}

func (m *model) word(w string) *word {
	if m.words[w] == nil {
		m.words[w] = &word{ending: &unseen}
	}
	return m.words[w]
}

func (m *model) ending(s string) *ending {
	if m.endings[s] == nil {
		m.endings[s] = &ending{}
	}
	return m.endings[s]
}

func (m *model) setTag(into []run, tag string, r run) {
	if i, ok := m.class[tag]; ok {
		into[i] = r
	}
}

// addFixed takes in the words that have one tag only.
func (m *model) addFixed(fixed map[string]string) {
	for w, tag := range fixed {
		index := uint8(m.class[tag] + 1)
		m.fixed[w] = index
		if normalise(w, w) == w {
			m.word(w).fixed = index
		}
	}
}

// linkEndings gives every word its ending.
func (m *model) linkEndings() {
	for w, known := range m.words {
		if e := m.endings[tail(w)]; e != nil {
			known.ending = e
		}
	}
}

// addTold takes in the words whose tag our own table tells: number words, which
// the model knows in lower case only, and prepositions that it takes for nouns.
func (m *model) addTold() error {
	v, err := vocabulary()
	if err != nil {
		return err
	}
	for c, tag := range map[class]string{numeral: "CD", preposition: "IN"} {
		for w := range v.Of(string(c)) {
			m.word(w).told = uint8(m.class[tag] + 1)
		}
	}
	return nil
}

// sum adds the weights of a feature to the scores.
func (m *model) sum(scores *[maxClasses]int32, r run) {
	for _, w := range m.weights[r.from:r.to] {
		scores[uint32(w)%maxClasses] += int32(w >> classBits)
	}
}
