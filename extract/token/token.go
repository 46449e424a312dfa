// Package token cuts one immutable text into sentences and tagged tokens, each
// a byte span of that text.
package token

import (
	"sort"

	"dateline/extract/mention"
)

// Token is a word or punctuation mark.
type Token struct {
	mention.Span
	Text  string // as written, with typographic quotes made plain
	Lower string
	Tag   string // Penn Treebank part of speech; "" until asked for in a document that was only split
}

// Sentence is a run of tokens: Doc.Tokens[First:Last].
type Sentence struct {
	mention.Span
	First, Last int
	Block       int // index of the block it lies in
}

// Doc is a text with its sentences and tokens in text order. Text outside the
// blocks it was cut from has no tokens. One goroutine at a time may use it.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence

	tagger tagger
}

// In returns the tokens of sentence s.
func (d *Doc) In(s Sentence) []Token { return d.Tokens[s.First:s.Last] }

// Tagged returns the tokens of the i-th sentence and sees to it that they have
// their tags.
func (d *Doc) Tagged(i int) []Token {
	toks := d.In(d.Sentences[i])
	if toks[0].Tag == "" {
		d.tagger.tag(toks, styleOf(toks))
	}
	return toks
}

// Tag returns the tag of the i-th token and sees to it that its sentence has
// all of them.
func (d *Doc) Tag(i int) string {
	if d.Tokens[i].Tag == "" {
		d.Tagged(sort.Search(len(d.Sentences), func(s int) bool { return d.Sentences[s].Last > i }))
	}
	return d.Tokens[i].Tag
}

// Slice returns the text of a span.
func (d *Doc) Slice(s mention.Span) string { return d.Text[s.Start:s.End] }

// Cover returns the span of the tokens first..last, last excluded.
func (d *Doc) Cover(first, last int) mention.Span {
	return mention.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}
