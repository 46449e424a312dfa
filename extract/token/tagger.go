package token

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// tagger is prose's averaged perceptron, with its weights in flat arrays. It
// gives the same tags as prose, number words and rare prepositions apart, but each token its own: prose lets all repeats
// of a word in a document share one token and so the last one's tag.
//
// A feature of prose is a string ("i-1 tag+i word NN attack"); here it is an
// index by what it is made of, so that a token costs three look-ups of words.
type tagger struct {
	classes []string
	class   map[string]int    // index of a class, and of the two marks before a sentence
	fixed   map[string]string // words that have one tag only

	labels  []uint8 // of weights
	weights []float32

	bias     run
	initial  [256]run          // i pref1
	tag1     []run             // i-1 tag
	tag2     []run             // i-2 tag
	tags     []run             // i tag+i-2 tag, by first tag * number of tags + second
	words    map[string]*word  // by normalised word
	suffixes map[string][3]run // i suffix, i-1 suffix, i+1 suffix
}

// run is a range of labels and weights.
type run struct{ from, to int32 }

// word holds the features of a word by where it stands.
type word struct {
	here, prev, prev2, next, next2 run
	afterTag                       []tagRun // i-1 tag+i word
}

type tagRun struct {
	tag int
	run
}

const (
	startMark  = "-START-"
	startMark2 = "-START2-"
)

// loadTagger reads prose's model once. It takes some 0.15 s, so nothing calls
// it before the first text is tagged.
var loadTagger = sync.OnceValues(func() (*tagger, error) {
	var weights map[string]map[string]float64
	t := &tagger{class: map[string]int{}, words: map[string]*word{}, suffixes: map[string][3]run{}}
	for name, into := range map[string]any{"weights": &weights, "tags": &t.fixed, "classes": &t.classes} {
		b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return nil, fmt.Errorf("prose's tagger model: %w", err)
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(into); err != nil {
			return nil, fmt.Errorf("prose's tagger model, %s: %w", name, err)
		}
	}
	t.number()
	for feature, byClass := range weights {
		t.add(feature, t.flatten(byClass))
	}
	return t, nil
})

// number gives the classes and the marks their indexes.
func (t *tagger) number() {
	for i, c := range append(append([]string{}, t.classes...), startMark, startMark2) {
		t.class[c] = i
	}
	n := len(t.class)
	t.tag1, t.tag2, t.tags = make([]run, n), make([]run, n), make([]run, n*n)
}

// flatten appends the weights of one feature, in the order of the classes.
func (t *tagger) flatten(byClass map[string]float64) run {
	r := run{from: int32(len(t.labels))}
	for i, c := range t.classes {
		if w, ok := byClass[c]; ok {
			t.labels = append(t.labels, uint8(i))
			t.weights = append(t.weights, float32(w))
		}
	}
	r.to = int32(len(t.labels))
	return r
}

// add files a feature by its name in prose: what it looks at, a blank, and the
// tags and words that it holds.
func (t *tagger) add(feature string, r run) {
	if feature == "bias" {
		t.bias = r
		return
	}
	for _, kind := range featureKinds {
		if rest, ok := strings.CutPrefix(feature, kind.name+" "); ok {
			kind.add(t, rest, r)
			return
		}
	}
}

// featureKinds are the features that prose trained; longer names come before
// those that begin them.
var featureKinds = []struct {
	name string
	add  func(t *tagger, rest string, r run)
}{
	{"i-1 tag+i word", func(t *tagger, rest string, r run) {
		tag, w, _ := strings.Cut(rest, " ")
		if i, ok := t.class[tag]; ok {
			t.word(w).afterTag = append(t.word(w).afterTag, tagRun{i, r})
		}
	}},
	{"i tag+i-2 tag", func(t *tagger, rest string, r run) {
		a, b, _ := strings.Cut(rest, " ")
		i, ok := t.class[a]
		k, ok2 := t.class[b]
		if ok && ok2 {
			t.tags[i*len(t.class)+k] = r
		}
	}},
	{"i-1 tag", func(t *tagger, rest string, r run) { t.setTag(t.tag1, rest, r) }},
	{"i-2 tag", func(t *tagger, rest string, r run) { t.setTag(t.tag2, rest, r) }},
	{"i word", func(t *tagger, rest string, r run) { t.word(rest).here = r }},
	{"i-1 word", func(t *tagger, rest string, r run) { t.word(rest).prev = r }},
	{"i-2 word", func(t *tagger, rest string, r run) { t.word(rest).prev2 = r }},
	{"i+1 word", func(t *tagger, rest string, r run) { t.word(rest).next = r }},
	{"i+2 word", func(t *tagger, rest string, r run) { t.word(rest).next2 = r }},
	{"i suffix", func(t *tagger, rest string, r run) { t.setSuffix(rest, 0, r) }},
	{"i-1 suffix", func(t *tagger, rest string, r run) { t.setSuffix(rest, 1, r) }},
	{"i+1 suffix", func(t *tagger, rest string, r run) { t.setSuffix(rest, 2, r) }},
	{"i pref1", func(t *tagger, rest string, r run) {
		if c := []rune(rest); len(c) == 1 && c[0] < 256 {
			t.initial[c[0]] = r // prose took the first byte for a rune
		}
	}},
}

func (t *tagger) word(w string) *word {
	if t.words[w] == nil {
		t.words[w] = &word{}
	}
	return t.words[w]
}

func (t *tagger) setTag(into []run, tag string, r run) {
	if i, ok := t.class[tag]; ok {
		into[i] = r
	}
}

func (t *tagger) setSuffix(s string, where int, r run) {
	all := t.suffixes[s]
	all[where] = r
	t.suffixes[s] = all
}

// tag fills in the Tag of the tokens of one sentence. Words of a sentence in
// capitals are read in lower case, since the model knows capitals as names only.
// In a headline with every word capitalised, a word is read both ways and is a
// name unless it is a verb or a function word in lower case.
func (t *tagger) tag(sent []Token, s style) {
	t.tagAs(sent, s == allCapitals)
	if s != titleCase {
		return
	}
	asTitle := make([]string, len(sent))
	for i := range sent {
		asTitle[i] = sent[i].Tag
	}
	t.tagAs(sent, true)
	for i := range sent {
		if strings.HasPrefix(asTitle[i], "NNP") && (isNominal(sent[i].Tag) || acronym(sent[i].Text)) {
			sent[i].Tag = asTitle[i]
		}
	}
}

// isNominal reports whether a tag is that of a noun, adjective, number or foreign word.
func isNominal(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "FW"
}

// acronym reports whether a word of several letters is all capitals.
func acronym(w string) bool { return len(w) > 1 && w == strings.ToUpper(w) }

// tagAs tags the words as they are written or, with lower, in lower case.
func (t *tagger) tagAs(sent []Token, lower bool) {
	around := t.around(sent, lower)
	scores := make([]float32, len(t.classes))
	p1, p2 := t.class[startMark], t.class[startMark2]
	for i := range sent {
		w := sent[i].Text
		if lower {
			w = sent[i].Lower
		}
		tag, ok := t.fixed[w]
		switch {
		case w == "-":
			tag = "-"
		case is(numeral, sent[i].Lower):
			tag = "CD" // the model knows them in lower case only
		case is(preposition, sent[i].Lower):
			tag = "IN"
		case strings.HasPrefix(w, "@") || strings.Contains(w, "://"):
			tag = "NN"
		case !ok:
			clear(scores)
			t.score(scores, around[i:i+5], w, p1, p2)
			tag = t.classes[best(scores)]
		}
		sent[i].Tag = tag
		p1, p2 = t.indexOf(tag), p1
	}
}

// indexOf is the index of a tag; "-", which is no class, counts as a dash.
func (t *tagger) indexOf(tag string) int {
	if i, ok := t.class[tag]; ok {
		return i
	}
	return t.class[":"]
}

// context is a word of a sentence as the features see it.
type context struct {
	*word
	suffix [3]run
}

// around returns the words of a sentence with the two marks before and after it
// that the model was trained with.
func (t *tagger) around(sent []Token, lower bool) []context {
	out := make([]context, 0, len(sent)+4)
	put := func(w string) {
		c := context{t.words[w], t.suffixes[tail(w)]}
		if c.word == nil {
			c.word = &unknown
		}
		out = append(out, c)
	}
	put(startMark)
	put(startMark2)
	for i := range sent {
		w := sent[i].Text
		if lower {
			w = sent[i].Lower
		}
		put(normalise(w, sent[i].Lower))
	}
	put("-END-")
	put("-END2-")
	return out
}

// unknown is a word that the model has not seen.
var unknown word

// score adds up the weights of the features of word w, which stands in the
// middle of five words and whose two predecessors are tagged p1 and p2.
func (t *tagger) score(scores []float32, at []context, w string, p1, p2 int) {
	here := at[2]
	for _, r := range [...]run{
		t.bias, t.suffixes[tail(w)][0], t.initial[w[0]],
		t.tag1[p1], t.tag2[p2], t.tags[p1*len(t.class)+p2],
		here.here, at[1].prev, at[1].suffix[1], at[0].prev2,
		at[3].next, at[3].suffix[2], at[4].next2,
	} {
		t.sum(scores, r)
	}
	for _, a := range here.afterTag {
		if a.tag == p1 {
			t.sum(scores, a.run)
		}
	}
}

func (t *tagger) sum(scores []float32, r run) {
	for i := r.from; i < r.to; i++ {
		scores[t.labels[i]] += t.weights[i]
	}
}

// best is the class with the highest score, the first of equals.
func best(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

func tail(w string) string { return w[len(w)-min(len(w), 3):] }

// normalise maps words onto the classes that the model was trained with.
func normalise(word, lower string) string {
	switch {
	case word[0] != '-' && strings.Contains(word, "-"):
		return "!HYPHEN"
	case len(word) == 4 && digits(word):
		return "!YEAR"
	case word[0] >= '0' && word[0] <= '9':
		return "!DIGITS"
	}
	return lower
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
