// Package token cuts one immutable text into sentences and tagged tokens, each
// a byte span of that text.
package token

import "dateline/extract/mention"

// Token is a word or punctuation mark.
type Token struct {
	mention.Span
	Text  string // as written, with typographic quotes made plain
	Lower string
	Tag   string // Penn Treebank part of speech
}

// Sentence is a run of tokens: Doc.Tokens[First:Last].
type Sentence struct {
	mention.Span
	First, Last int
	Block       int // index of the block it lies in
}

// Doc is a text with its sentences and tokens in text order. Text outside the
// blocks it was cut from has no tokens.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
}

// In returns the tokens of sentence s.
func (d *Doc) In(s Sentence) []Token { return d.Tokens[s.First:s.Last] }

// Slice returns the text of a span.
func (d *Doc) Slice(s mention.Span) string { return d.Text[s.Start:s.End] }

// Cover returns the span of the tokens first..last, last excluded.
func (d *Doc) Cover(first, last int) mention.Span {
	return mention.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}
