// Package arc tags the words of a sentence and builds its dependency tree, both
// greedily from left to right and in linear time: an averaged perceptron for
// the tags, an arc-hybrid transition system for the tree.
package arc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word as the features see it: everything is a number.
type word struct {
	form    uint32    // the spelling in lower case
	prefix  uint32    // the first byte
	suffix  [3]uint32 // of two, three and four bytes
	last    uint32    // what follows the last hyphen; 0 without one
	shape   uint32    // capitals, digits, hyphens
	hint    uint32    // the other tagger's tag
	tag     uint32    // index of the tag + 1
	formTag uint32
	class   uint32 // which of the classes of words that part phrases it is of
}

// Shapes of words, as sets of bits.
const (
	capital     = 1 << iota // begins with one
	allCapitals             // has no lower case
	digit                   // has one
	hyphen
	unclear // stands where capitals say nothing
	first   // opens the sentence
)

// Form is a word as it is given to the parser.
type Form struct {
	Text  string
	Lower string // Text in lower case
	Tag   string // the part of speech that another tagger took it for
}

// encode makes word i of a sentence from its spelling. Without cased the
// capitals say nothing.
func encode(f Form, i int, cased bool) word {
	lower := f.Lower
	w := word{form: hash(lower), hint: hash(f.Tag), prefix: hash(lower[:min(len(lower), 1)])}
	for k := range w.suffix {
		w.suffix[k] = hash(lower[max(0, len(lower)-2-k):])
	}
	if h := strings.LastIndexByte(lower, '-'); h > 0 && h < len(lower)-1 {
		w.last = hash(lower[h+1:])
		w.shape |= hyphen
	}
	if strings.ContainsAny(lower, "0123456789") {
		w.shape |= digit
	}
	switch {
	case !cased:
		w.shape |= unclear
	case startsUpper(f.Text):
		w.shape |= capital
		if len(f.Text) > 1 && !hasLower(f.Text) {
			w.shape |= allCapitals
		}
	}
	if i == 0 {
		w.shape |= first
	}
	return w
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func hasLower(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// hash is FNV-1a over the bytes of a spelling, with every digit a zero.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		c := s[i]
		if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// isCased reports whether the capitals of a sentence tell names from words:
// there are some, and neither are all letters capitals nor do all words begin
// with one.
func isCased(forms []Form) bool {
	upper, lower, words, capitalised := 0, 0, 0, 0
	for _, f := range forms {
		for i, r := range f.Text {
			switch {
			case unicode.IsUpper(r):
				upper++
			case unicode.IsLower(r):
				lower++
			}
			if i == 0 && len(f.Text) > 3 && unicode.IsLetter(r) {
				words++
				if unicode.IsUpper(r) {
					capitalised++
				}
			}
		}
	}
	return upper > 0 && upper <= 9*lower && (words < 3 || capitalised*10 < words*9)
}
