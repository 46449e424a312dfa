// Package phrase cuts a tagged sentence into chunks (noun phrases, verb groups,
// prepositions and what joins them) and reads off who does what to whom.
//
// It is a shallow reading by part of speech: enough to find the subject, the
// object and the by-phrase of a word in news prose, and it says so when it
// finds none.
package phrase

import (
	"strings"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// Kind is the kind of a chunk.
type Kind uint8

// The kinds of chunk.
const (
	Other Kind = iota
	NP         // noun phrase without what follows its head: "Iran's Quds Force commander"
	VG         // verb group: "have been killed", "to expel"
	Prep       // preposition: "in", "according to"
	Rel        // relative pronoun or complementiser: who, which, that, where
	Sub        // subordinator: after, while, because
	Conj       // and, or, but
	Comma
	Stop // colon, semicolon, dash, bracket
	Quote
	Adverb
	Time // a time expression, given to Parse
)

// Chunk is a run of tokens First..Last (Last excluded) of one kind.
type Chunk struct {
	Kind        Kind
	First, Last int // indexes into Doc.Tokens
	Head        int // the token that bears the meaning: the last noun, the main verb
	Finite      bool
	Passive     bool
	Infinitive  bool // begins with "to"
	Gerund      bool
	Speech      bool // the main verb is one of saying
}

// Sentence is a sentence cut into chunks.
type Sentence struct {
	Doc    *token.Doc
	Chunks []Chunk
	at     []int // token (less First of the sentence) -> chunk
	first  int
}

// Parse cuts sentence s of doc into chunks. The time expressions at times, in
// text order, become chunks of their own, so that "on Tuesday police" is no
// noun phrase.
func Parse(doc *token.Doc, s token.Sentence, times []mention.Span) *Sentence {
	p := &Sentence{Doc: doc, at: make([]int, s.Last-s.First), first: s.First}
	for i := s.First; i < s.Last; {
		var c Chunk
		if until, ok := timeAt(doc, i, s.Last, &times); ok {
			c = Chunk{Kind: Time, First: i, Last: until, Head: until - 1}
		} else {
			c = next(doc.Tokens[:timeFrom(doc, i, s.Last, times)], i)
		}
		for k := c.First; k < c.Last; k++ {
			p.at[k-s.First] = len(p.Chunks)
		}
		p.Chunks = append(p.Chunks, c)
		i = c.Last
	}
	p.repair()
	return p
}

// timeAt returns where the time expression ends that begins in or before token
// i, dropping those that are past.
func timeAt(doc *token.Doc, i, last int, times *[]mention.Span) (int, bool) {
	for len(*times) > 0 && (*times)[0].End <= doc.Tokens[i].Start {
		*times = (*times)[1:]
	}
	if len(*times) == 0 || (*times)[0].Start > doc.Tokens[i].Start {
		return 0, false
	}
	until := i + 1
	for until < last && doc.Tokens[until].Start < (*times)[0].End {
		until++
	}
	return until, true
}

// timeFrom returns the first token of the next time expression after i, at most last.
func timeFrom(doc *token.Doc, i, last int, times []mention.Span) int {
	if len(times) == 0 {
		return last
	}
	for k := i + 1; k < last; k++ {
		if doc.Tokens[k].End > times[0].Start {
			return k
		}
	}
	return last
}

// At returns the index of the chunk that holds token i.
func (s *Sentence) At(i int) int { return s.at[i-s.first] }

// Text returns the text of tokens first..last, last excluded.
func (s *Sentence) Text(first, last int) string {
	return s.Doc.Slice(s.Doc.Cover(first, last))
}

func next(toks []token.Token, i int) Chunk {
	for _, read := range []func([]token.Token, int) (Chunk, bool){verbGroup, nounPhrase} {
		if c, ok := read(toks, i); ok {
			return c
		}
	}
	return Chunk{Kind: single(toks, i), First: i, Last: i + 1, Head: i}
}

// standsAsPreposition reports whether token i is such a participle, with no
// auxiliary before it that would make it a verb.
func standsAsPreposition(toks []token.Token, i int) bool {
	return is(participlePreposition, toks[i].Lower) && (i == 0 || !is(be, toks[i-1].Lower))
}

func single(toks []token.Token, i int) Kind {
	t := toks[i]
	if standsAsPreposition(toks, i) {
		return Prep
	}
	switch t.Tag {
	case "IN":
		switch {
		case t.Lower == "that":
			return Rel
		case is(subordinator, t.Lower):
			return Sub
		}
		return Prep
	case "TO":
		return Prep
	case "WDT", "WP", "WP$":
		return Rel
	case "WRB":
		if t.Lower == "where" {
			return Rel
		}
		return Sub
	case "CC":
		return Conj
	case ",":
		return Comma
	case ":", "(", ")", "-":
		return Stop
	case "``", "''":
		return Quote
	case "RB", "RBR", "RBS", "RP":
		return Adverb
	}
	if t.Text == `"` {
		return Quote
	}
	return Other
}

// repair mends what one chunk alone could not tell. A subordinator that no
// clause follows is a preposition ("after the raid" as against "after troops
// raided"); where no verb is finite, the first participle after a noun phrase is.
func (s *Sentence) repair() {
	s.mendFinite()
	for i := range s.Chunks {
		if s.Chunks[i].Kind == Sub && !s.clauseFollows(i) {
			s.Chunks[i].Kind = Prep
		}
	}
}

func (s *Sentence) mendFinite() {
	for _, c := range s.Chunks {
		if c.Kind == VG && c.Finite {
			return
		}
	}
	for i := 1; i < len(s.Chunks); i++ {
		c := &s.Chunks[i]
		if c.Kind == VG && s.Chunks[i-1].Kind == NP && s.Doc.Tokens[c.Head].Tag == "VBN" {
			c.Finite = true
			return
		}
	}
}

func (s *Sentence) clauseFollows(i int) bool {
	sawNP := false
	for k := i + 1; k < len(s.Chunks); k++ {
		switch c := s.Chunks[k]; c.Kind {
		case VG:
			return sawNP && c.Finite || !sawNP && (c.Gerund || c.Passive || k == i+1)
		case NP:
			sawNP = true
		case Adverb, Prep, Conj, Other:
		default:
			return false
		}
	}
	return false
}

func isNoun(tag string) bool      { return strings.HasPrefix(tag, "NN") }
func isVerb(tag string) bool      { return strings.HasPrefix(tag, "VB") }
func isAdjective(tag string) bool { return strings.HasPrefix(tag, "JJ") }
