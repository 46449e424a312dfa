package actor

import (
	"slices"
	"strings"
	"unicode"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/token"
)

// atom is an atom of the text with the token it lies in.
type atom struct {
	key string
	tok int32
}

// finder reads one document. Each pass adds to found and marks the tokens that
// it used.
type finder struct {
	*roster
	doc       *token.Doc
	published date.Day

	atoms     []atom
	first     []int32 // token -> its first atom
	sentence  []int32 // token -> its sentence
	style     []style // of each sentence
	lostMarks bool    // the text has no apostrophe at all
	used      []bool  // token is part of a Found
	weak      []int32 // token -> match of a bare state name or adjective, plus one; 0 none

	matches  []match
	seen     map[int32]bool // actors that the text names beyond doubt
	fullName map[int32]bool // people that the text names in full
	wordSet  map[string]bool
	home     string                     // id of the state that the text is about, "" if of none or several
	organOf  map[string]map[string]bool // organ kind -> ids of the organs of that kind that the text names
	surname  map[string]mention.Name    // last atom of an unlisted person's full name, or an acronym that the text explains
	found    []Found
}

// style tells how far a sentence's capitals can be trusted.
type style uint8

const (
	plain     style = iota
	titleCase       // most words begin with a capital
	allCaps
)

func newFinder(r *roster, doc *token.Doc, published date.Day) *finder {
	n := len(doc.Tokens)
	f := &finder{roster: r, doc: doc, published: published,
		first: make([]int32, n+1), sentence: make([]int32, n), used: make([]bool, n), weak: make([]int32, n),
		seen: map[int32]bool{}, fullName: map[int32]bool{}, organOf: map[string]map[string]bool{}, surname: map[string]mention.Name{}}
	f.lostMarks = !strings.ContainsAny(doc.Text, "'’")
	f.style = make([]style, len(doc.Sentences))
	for i := range f.sentence {
		f.sentence[i] = -1
	}
	for i, s := range doc.Sentences {
		for t := s.First; t < s.Last; t++ {
			f.sentence[t] = int32(i)
		}
		f.style[i] = styleOf(doc.In(s))
	}
	f.readAtoms()
	return f
}

func (f *finder) readAtoms() {
	f.atoms = make([]atom, 0, len(f.doc.Tokens)+8)
	var keys []string
	for i := range f.doc.Tokens {
		f.first[i] = int32(len(f.atoms))
		t := &f.doc.Tokens[i]
		if t.Lower == "al" && i+1 < len(f.doc.Tokens) && capital(f.doc.Tokens[i+1].Text) {
			continue
		}
		keys = atomsOf(keys[:0], t.Lower)
		for _, k := range keys {
			f.atoms = append(f.atoms, atom{k, int32(i)})
		}
	}
	f.first[len(f.doc.Tokens)] = int32(len(f.atoms))
}

// styleOf judges a sentence by its words of more than three letters; a headline
// has no full stop.
func styleOf(tokens []token.Token) style {
	letters, upper, words, capitals := 0, 0, 0, 0
	for i := range tokens {
		text := tokens[i].Text
		if len(text) > 3 {
			words++
			if text[0] >= 'A' && text[0] <= 'Z' {
				capitals++
			}
		}
		for _, r := range text {
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsUpper(r) {
					upper++
				}
			}
		}
	}
	switch {
	case letters >= 12 && upper*10 > letters*8:
		return allCaps
	case words >= 4 && capitals*10 >= words*8 && tokens[len(tokens)-1].Text != ".":
		return titleCase
	}
	return plain
}

func (f *finder) styleAt(tok int) style {
	if s := f.sentence[tok]; s >= 0 {
		return f.style[s]
	}
	return plain
}

// token returns the token at i, nil beyond the sentence in which from lies.
func (f *finder) token(from, i int) *token.Token {
	if i < 0 || i >= len(f.doc.Tokens) || f.sentence[i] != f.sentence[from] {
		return nil
	}
	return &f.doc.Tokens[i]
}

// lower is the lower-case text of the token at i in from's sentence, or "".
func (f *finder) lower(from, i int) string {
	if t := f.token(from, i); t != nil {
		return t.Lower
	}
	return ""
}

// phraseAt returns the longest phrase that begins at token i, with its length.
func (f *finder) phraseAt(p phrases, i int) (value string, n int) {
	for _, ph := range p[f.doc.Tokens[i].Lower] {
		if f.phraseFits(ph.words, i) {
			return ph.value, len(ph.words)
		}
	}
	return "", 0
}

func (f *finder) phraseFits(words []string, i int) bool {
	for k := 1; k < len(words); k++ {
		if f.lower(i, i+k) != words[k] {
			return false
		}
	}
	return true
}

// nounish reports whether the token may be a noun; tags of all-capitals text
// are not to be trusted.
func (f *finder) nounish(i int) bool {
	return strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") || f.styleAt(i) != plain
}

// emit adds a Found over tokens first..last (excluded).
func (f *finder) emit(first, last int, name mention.Name) {
	if name.Span.Len() == 0 {
		name.Span = f.doc.Cover(first, last)
	}
	name.Text = f.doc.Slice(name.Span)
	if name.Name == "" {
		name.Name = name.Text
	}
	f.found = append(f.found, Found{Name: name, First: first, Last: last})
	for t := first; t < last; t++ {
		f.used[t] = true
	}
}

// sortFound puts the findings in text order; no two begin at one place.
func (f *finder) sortFound() {
	slices.SortFunc(f.found, func(a, b Found) int { return a.Span.Start - b.Span.Start })
}

// named is the mention.Name of a roster row.
func (f *finder) named(at int32, rule string) mention.Name {
	a := &f.actors[at]
	return mention.Name{Name: a.Name, ID: a.ID, Sector: a.Sector, Rule: rule}
}

// free reports whether none of the tokens first..last is used.
func (f *finder) free(first, last int) bool {
	for t := first; t < last; t++ {
		if f.used[t] {
			return false
		}
	}
	return true
}
