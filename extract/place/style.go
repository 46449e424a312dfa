package place

import (
	"unicode"
	"unicode/utf8"
)

// style is how a sentence is capitalised.
type style int8

const (
	plainCase style = iota
	titleCase       // a headline, Most Of Whose Words Are Capitalised
	capitals        // WIRE TEXT
)

// A sentence is in capitals, or a headline, from this share of its words on.
const (
	capitalsShare = 0.8
	titleShare    = 0.7
	fewWords      = 4 // a sentence of fewer words is judged by its neighbour
)

// readStyles tells how each sentence is capitalised.
func (f *finder) readStyles() {
	f.styles = make([]style, len(f.doc.Sentences))
	for s := range f.doc.Sentences {
		f.styles[s] = f.styleOf(s)
	}
}

func (f *finder) styleOf(s int) style {
	words, upper, initial := 0, 0, 0
	for _, t := range f.doc.In(f.doc.Sentences[s]) {
		r, _ := utf8.DecodeRuneInString(t.Text)
		if !unicode.IsLetter(r) || len(t.Text) < 3 {
			continue
		}
		words++
		if unicode.IsUpper(r) {
			initial++
			if isUpper(t.Text) {
				upper++
			}
		}
	}
	switch {
	case words < fewWords && s > 0 && f.styles[s-1] == capitals && upper == words:
		return capitals
	case words < fewWords:
		return plainCase
	case float64(upper) >= capitalsShare*float64(words):
		return capitals
	case float64(initial) >= titleShare*float64(words) && !f.endsInStop(s):
		return titleCase
	}
	return plainCase
}

// endsInStop reports whether sentence s ends with a full stop, as headlines do not.
func (f *finder) endsInStop(s int) bool {
	last := f.doc.Sentences[s].Last
	return last > 0 && f.doc.Tokens[last-1].Text == "."
}
