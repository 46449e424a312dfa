package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
	"github.com/rivo/uniseg"

	"dateline/extract/mention"
)

// Parse cuts the blocks of text into sentences and tagged tokens. No sentence
// crosses a block's end; within a block a line break is a space. Blocks must be
// sorted and must not overlap; with none given the whole text is one block.
// Text is taken as UTF-8; the error is that of loading the tagger's model.
func Parse(text string, blocks []mention.Span) (*Doc, error) {
	t, err := loadTagger()
	if err != nil {
		return nil, err
	}
	if _, err := vocabulary(); err != nil {
		return nil, err
	}
	if blocks == nil {
		blocks = []mention.Span{{Start: 0, End: len(text)}}
	}
	doc := &Doc{Text: text}
	for i, b := range blocks {
		doc.addBlock(t, i, b)
	}
	return doc, nil
}

func (d *Doc) addBlock(t *tagger, block int, b mention.Span) {
	p := plain(d.Text[b.Start:b.End])
	toks := p.tokens(d.Text, b.Start)
	first := 0
	for _, end := range sentenceEnds(p.text) {
		last := first
		for last < len(toks) && toks[last].Start < b.Start+p.offset(end) {
			last++
		}
		if last == first {
			continue
		}
		d.addSentence(t, block, toks[first:last])
		first = last
	}
}

func (d *Doc) addSentence(t *tagger, block int, toks []Token) {
	t.tag(toks, styleOf(toks))
	s := Sentence{First: len(d.Tokens), Last: len(d.Tokens) + len(toks), Block: block}
	s.Span = mention.Span{Start: toks[0].Start, End: toks[len(toks)-1].End}
	d.Tokens = append(d.Tokens, toks...)
	d.Sentences = append(d.Sentences, s)
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
	for _, t := range toks {
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

// plainText is a block with typographic marks made plain, dashes set apart and
// every space a blank, as the tokeniser and the sentence rules expect it.
type plainText struct {
	text string
	at   []int32 // byte of text -> byte of the block; nil where they are the same
}

func (p plainText) offset(i int) int {
	switch {
	case p.at == nil:
		return i
	case i < len(p.at):
		return int(p.at[i])
	}
	return int(p.at[len(p.at)-1])
}

func plain(s string) plainText {
	var b strings.Builder
	at := make([]int32, 0, len(s)+1)
	put := func(out string, from int) {
		b.WriteString(out)
		for range len(out) {
			at = append(at, int32(from))
		}
	}
	prev, unbroken := ' ', 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		rest := s[i+size:]
		unbroken++
		if unicode.IsSpace(r) {
			unbroken = 0
		}
		if unbroken > longestWord || endsPossessive(s[:i], r) {
			put(" ", i)
			unbroken = 0
		}
		switch {
		case unicode.IsSpace(r):
			put(" ", i)
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			// invisible
		case r == '—', r == '–' && !(letterOrDigit(prev) && letterOrDigit(firstRune(rest))):
			put(" -- ", i)
		case r == '–', r == '‑':
			put("-", i)
		case strings.ContainsRune("“”„«»", r):
			put(`"`, i)
		case strings.ContainsRune("‘’ʼ`'", r):
			put("'", i)
			if opensQuote(prev, rest) {
				put(" ", i)
			}
		case r == '-' && strings.HasPrefix(rest, "-") && prev != '-':
			put(" -", i)
		case r == '-' && prev == '-' && !strings.HasPrefix(rest, "-"):
			put("- ", i)
		case r == utf8.RuneError && size == 1:
			put("?", i)
		case utf8.RuneLen(unicode.ToLower(r)) != size:
			put(string(unicode.ToLower(r)), i) // prose cuts a word by offsets into its lower case
		default:
			at = append(at, spread(i, size)...)
			b.WriteString(s[i : i+size])
		}
		prev = r
		i += size
	}
	at = append(at, int32(len(s)))
	return plainText{text: b.String(), at: at}
}

// longestWord bounds what prose's tokeniser is given as one word: its time
// grows with the square of a word's length.
const longestWord = 128

// endsPossessive reports whether r is a mark right after 's, which prose's
// tokeniser would drop with the 's.
func endsPossessive(before string, r rune) bool {
	return strings.ContainsRune(`.,;:!?)"”`, r) && (strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s"))
}

// spread is the n offsets from i on.
func spread(i, n int) []int32 {
	out := make([]int32, n)
	for k := range out {
		out[k] = int32(i + k)
	}
	return out
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}

// opensQuote reports whether a single quote after prev opens a quotation
// rather than being an apostrophe.
func opensQuote(prev rune, rest string) bool {
	if !unicode.IsSpace(prev) && prev != '(' {
		return false
	}
	return unicode.IsLetter(firstRune(rest)) && !strings.HasPrefix(rest, "s ")
}

// tokens splits the block with prose's tokeniser. It gives no offsets, but its
// tokens are the text without the blanks, so they are found again one after
// the other. base is the block's offset in text.
func (p plainText) tokens(text string, base int) []Token {
	doc, err := prose.NewDocument(p.text, prose.WithTagging(false), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil // it has no failing step without a model
	}
	found := doc.Tokens()
	out := make([]Token, 0, len(found))
	pos := 0
	for _, f := range found {
		skip := strings.Index(p.text[pos:], f.Text)
		if skip < 0 || f.Text == "" {
			continue
		}
		start := pos + skip
		pos = start + len(f.Text)
		span := mention.Span{Start: base + p.offset(start), End: base + p.offset(pos-1)}
		span.End += runeLen(text[span.End:])
		out = append(out, Token{Span: span, Text: f.Text, Lower: strings.ToLower(f.Text)})
	}
	return out
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

// sentenceEnds returns where the sentences of plain text end: the Unicode
// sentence boundaries (UAX 29), less those after an abbreviation.
func sentenceEnds(s string) []int {
	var ends []int
	state, pos, rest := -1, 0, s
	for rest != "" {
		var sent string
		sent, rest, state = uniseg.FirstSentenceInString(rest, state)
		pos += len(sent)
		if rest == "" || !abbreviated(sent, rest) {
			ends = append(ends, pos)
		}
	}
	return ends
}
