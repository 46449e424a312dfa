package token

import (
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"

	"dateline/extract/mention"
)

// cutter cuts plain text into tokens and sentences. Its slices are used again
// for every block.
type cutter struct {
	chunks []chunk
	odd    []byte // the odd chunks, each with chunkEnd after it
	ends   []int
}

// chunk is a stretch of plain text without a blank: its bytes start..end.
type chunk struct {
	start, end int32
	kind       chunkKind
}

type chunkKind uint8

const (
	whole  chunkKind = iota // one token
	marked                  // a token and the mark that ends it: "town,"
	odd                     // left to prose: quotes, brackets, apostrophes, abbreviations
)

// chunkEnd is a word of its own after each chunk that is given to prose, so that
// its tokens are told from those of the next: of some chunks prose keeps nothing.
const chunkEnd = "\uE000"

// cut appends the tokens of p to out: those that prose's tokeniser finds. Most
// words are plain enough to tell them without it. base is the block's offset in
// text.
func (c *cutter) cut(out []Token, p plainText, text string, base int) []Token {
	c.chunk(p.text)
	add := func(start, end int) {
		span := mention.Span{Start: base + p.offset(start), End: base + p.offset(end-1)}
		span.End += runeLen(text[span.End:])
		out = append(out, Token{Span: span, Text: p.text[start:end], Lower: p.lower[start:end]})
	}
	prose := c.proseTokens()
	for i := range c.chunks {
		start, end := int(c.chunks[i].start), int(c.chunks[i].end)
		switch c.chunks[i].kind {
		case whole:
			add(start, end)
		case marked:
			add(start, end-1)
			add(end-1, end)
		case odd:
			prose.within(p.text[start:end], func(from, to int) { add(start+from, start+to) })
		}
	}
	return out
}

// chunk finds the chunks of plain text.
func (c *cutter) chunk(s string) {
	c.chunks, c.odd = slices.Grow(c.chunks[:0], tokensOf(s)), c.odd[:0]
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		end := len(s)
		if n := strings.IndexByte(s[i:], ' '); n >= 0 {
			end = i + n
		}
		kind := kindOf(s[i:end])
		if kind == odd {
			c.odd = append(append(c.odd, s[i:end]...), " "+chunkEnd+" "...)
		}
		c.chunks = append(c.chunks, chunk{start: int32(i), end: int32(end), kind: kind})
		i = end
	}
}

// kindOf tells how prose's tokeniser would cut a chunk, odd where it takes
// prose to know.
func kindOf(s string) chunkKind {
	last := s[len(s)-1]
	switch {
	case len(s) == 1:
		return whole
	case s[0] == '$' || s[0] == '(' || s[0] == '"' || s[0] == '[' || strings.IndexByte(s, '\'') >= 0:
		return odd
	case !endsToken(last):
		return whole
	case last == ')' || last == ']' || last == '"' || last == ':' || endsToken(s[len(s)-2]):
		return odd // perhaps a smiley
	case last == '.' && dotted(s[:len(s)-1]):
		return odd
	}
	return marked
}

// endsToken reports whether prose cuts c off the end of a word.
func endsToken(c byte) bool {
	switch c {
	case ',', ')', '"', ']', '!', ';', '.', '?', ':', '\'':
		return true
	}
	return false
}

// dotted reports whether a full stop after s may belong to it: "U.S", "Gen".
func dotted(s string) bool {
	return strings.IndexByte(s, '.') >= 0 || len(s) <= 3 && s[0] >= 'A' && s[0] <= 'Z'
}

// proseTokens are prose's tokens of the odd chunks, one after the other.
type proseTokens []prose.Token

func (c *cutter) proseTokens() proseTokens {
	if len(c.odd) == 0 {
		return nil
	}
	doc, err := prose.NewDocument(string(c.odd), prose.WithTagging(false), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil // it has no failing step without a model
	}
	return doc.Tokens()
}

// within takes the tokens of one chunk off the list and calls f with where in
// the chunk each lies. Prose gives no offsets, but its tokens are the chunk cut
// in pieces.
func (p *proseTokens) within(chunk string, f func(from, to int)) {
	pos := 0
	for len(*p) > 0 {
		t := (*p)[0].Text
		*p = (*p)[1:]
		if t == chunkEnd {
			return
		}
		if skip := strings.Index(chunk[pos:], t); skip >= 0 {
			f(pos+skip, pos+skip+len(t))
			pos += skip + len(t)
		}
	}
}

// runeLen is the number of bytes to the end of the rune that s begins in.
func runeLen(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			return i
		}
	}
	return len(s)
}
