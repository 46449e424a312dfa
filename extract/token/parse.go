package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"dateline/extract/mention"
)

// Parse cuts the blocks of text into sentences and tagged tokens. No sentence
// crosses a block's end; within a block a line break is a space. Blocks must be
// sorted and must not overlap; with none given the whole text is one block.
// Text is taken as UTF-8; the error is that of loading the tagger's model.
func Parse(text string, blocks []mention.Span) (*Doc, error) {
	doc, err := Split(text, blocks)
	if err != nil {
		return nil, err
	}
	for i := range doc.Sentences {
		doc.Tagged(i)
	}
	return doc, nil
}

// Split is Parse without the tags: [Doc.Tagged] and [Doc.Tag] fill in those of a
// sentence when they are asked for. It is for who needs few of them, since the
// tags cost as much time as all the rest.
func Split(text string, blocks []mention.Span) (*Doc, error) {
	m, err := loadModel()
	if err != nil {
		return nil, err
	}
	if blocks == nil {
		blocks = []mention.Span{{Start: 0, End: len(text)}}
	}
	doc := &Doc{Text: text, Tokens: make([]Token, 0, tokensOf(text)), tagger: tagger{model: m}}
	c := &cutter{}
	for i, b := range blocks {
		doc.addBlock(c, i, b)
	}
	return doc, nil
}

// Paragraphs are the stretches of text between blank lines, as blocks for Parse
// or Split.
func Paragraphs(text string) []mention.Span {
	out, open := []mention.Span{}, false
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		switch blank := strings.TrimSpace(text[start:end]) == ""; {
		case blank:
			open = false
		case open:
			out[len(out)-1].End = end
		default:
			out, open = append(out, mention.Span{Start: start, End: end}), true
		}
		start = end + 1
	}
	return out
}

// tokensOf is about how many tokens a text has: a quarter more than blanks.
func tokensOf(text string) int {
	return (strings.Count(text, " ")+strings.Count(text, "\n"))*5/4 + 8
}

func (d *Doc) addBlock(c *cutter, block int, b mention.Span) {
	p := plain(d.Text[b.Start:b.End])
	first := len(d.Tokens)
	d.Tokens = c.cut(d.Tokens, p, d.Text, b.Start)
	for _, end := range c.sentenceEnds(p.text) {
		last, stop := first, b.Start+p.offset(end)
		for last < len(d.Tokens) && d.Tokens[last].Start < stop {
			last++
		}
		if last == first {
			continue
		}
		d.Sentences = append(d.Sentences, Sentence{Span: d.Cover(first, last), First: first, Last: last, Block: block})
		first = last
	}
}

// sentenceEnds returns where the sentences of plain text end: the Unicode
// sentence boundaries (UAX 29), less those after an abbreviation. They are valid
// until the next call.
func (c *cutter) sentenceEnds(s string) []int {
	c.ends = c.ends[:0]
	for pos := 0; pos < len(s); {
		from := pos + passOver(s[pos:])
		sent, rest, _ := uniseg.FirstSentenceInString(s[from:], -1)
		pos = from + len(sent)
		if rest == "" || !abbreviated(sent, rest) {
			c.ends = append(c.ends, pos)
		}
	}
	return c.ends
}

// passOver is the length of the words at the head of s after none of which a
// sentence may end: they are of ASCII and have none of its full stops.
func passOver(s string) int {
	word := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			word = i + 1
		case c == '.' || c == '!' || c == '?' || c >= utf8.RuneSelf:
			return word
		}
	}
	return word
}

// style is how a sentence uses capitals.
type style uint8

const (
	plainStyle  style = iota
	allCapitals       // old wire copy: capitals say nothing of what is a name
	titleCase         // a headline with all but its small words capitalised
)

// styleOf tells the style of a sentence from its letters and words.
func styleOf(toks []Token) style {
	upper, lower, words, capitalised := 0, 0, 0, 0
	for i := range toks {
		t := &toks[i]
		for i, r := range t.Text {
			if unicode.IsUpper(r) {
				upper++
			} else if unicode.IsLower(r) {
				lower++
			}
			if i == 0 && unicode.IsLetter(r) && len(t.Text) > 3 {
				words++
				if unicode.IsUpper(r) {
					capitalised++
				}
			}
		}
	}
	switch {
	case upper >= 12 && upper > 9*lower:
		return allCapitals
	case words >= 3 && capitalised*10 >= words*9:
		return titleCase
	}
	return plainStyle
}
