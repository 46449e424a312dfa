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
// gives the same tags as prose, but each token its own: prose lets all repeats
// of a word in a document share one token and so the last one's tag.
type tagger struct {
	classes []string
	fixed   map[string]string   // words that have one tag only
	feats   map[string][2]int32 // feature -> range in class and weight
	class   []uint8
	weight  []float32
}

// loadTagger reads prose's model once. It takes some 0.15 s, so nothing calls
// it before the first text is tagged.
var loadTagger = sync.OnceValues(func() (*tagger, error) {
	var weights map[string]map[string]float64
	t := &tagger{}
	for name, into := range map[string]any{"weights": &weights, "tags": &t.fixed, "classes": &t.classes} {
		b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return nil, fmt.Errorf("prose's tagger model: %w", err)
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(into); err != nil {
			return nil, fmt.Errorf("prose's tagger model, %s: %w", name, err)
		}
	}
	t.flatten(weights)
	return t, nil
})

func (t *tagger) flatten(weights map[string]map[string]float64) {
	t.feats = make(map[string][2]int32, len(weights))
	for feat, byClass := range weights {
		from := int32(len(t.class))
		for i, c := range t.classes {
			if w, ok := byClass[c]; ok {
				t.class = append(t.class, uint8(i))
				t.weight = append(t.weight, float32(w))
			}
		}
		t.feats[feat] = [2]int32{from, int32(len(t.class))}
	}
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
	words := make([]string, len(sent))
	context := make([]string, len(sent)+4)
	context[0], context[1] = "-START-", "-START2-"
	context[len(sent)+2], context[len(sent)+3] = "-END-", "-END2-"
	for i := range sent {
		words[i] = sent[i].Text
		if lower {
			words[i] = sent[i].Lower
		}
		context[i+2] = normalise(words[i], sent[i].Lower)
	}
	p1, p2 := "-START-", "-START2-"
	var f features
	for i, w := range words {
		tag, ok := t.fixed[w]
		switch {
		case w == "-":
			tag = "-"
		case strings.HasPrefix(w, "@") || strings.Contains(w, "://"):
			tag = "NN"
		case !ok:
			f.reset(len(t.classes))
			t.score(&f, context[i:i+5], w, p1, p2)
			tag = t.classes[f.best()]
		}
		sent[i].Tag = tag
		p1, p2 = tag, p1
	}
}

// features adds up the weights of a token's features by class.
type features struct {
	key    []byte
	scores []float32
}

func (f *features) reset(n int) {
	if f.scores == nil {
		f.scores = make([]float32, n)
	}
	clear(f.scores)
}

// best is the class with the highest score, the first of equals.
func (f *features) best() int {
	best := 0
	for i, s := range f.scores {
		if s > f.scores[best] {
			best = i
		}
	}
	return best
}

// score adds the weights of the features of word w, whose normalised
// neighbourhood is ctx (two words before, itself, two after) and whose two
// predecessors are tagged p1 and p2. The features are those that prose trained.
func (t *tagger) score(f *features, ctx []string, w, p1, p2 string) {
	t.add(f, "bias")
	t.add(f, "i suffix ", tail(w))
	t.add(f, "i pref1 ", head(w))
	t.add(f, "i-1 tag ", p1)
	t.add(f, "i-2 tag ", p2)
	t.add(f, "i tag+i-2 tag ", p1, " ", p2)
	t.add(f, "i word ", ctx[2])
	t.add(f, "i-1 tag+i word ", p1, " ", ctx[2])
	t.add(f, "i-1 word ", ctx[1])
	t.add(f, "i-1 suffix ", tail(ctx[1]))
	t.add(f, "i-2 word ", ctx[0])
	t.add(f, "i+1 word ", ctx[3])
	t.add(f, "i+1 suffix ", tail(ctx[3]))
	t.add(f, "i+2 word ", ctx[4])
}

func (t *tagger) add(f *features, parts ...string) {
	f.key = f.key[:0]
	for _, p := range parts {
		f.key = append(f.key, p...)
	}
	r, ok := t.feats[string(f.key)]
	if !ok {
		return
	}
	for i := r[0]; i < r[1]; i++ {
		f.scores[t.class[i]] += t.weight[i]
	}
}

func tail(w string) string { return w[len(w)-min(len(w), 3):] }

// head is the first byte of w as a rune, which is how the model was trained.
func head(w string) string { return string(rune(w[0])) }

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
