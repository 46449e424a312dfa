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

// nounPhrase reads a noun phrase from token i. Participles count as modifiers
// between a determiner, adjective or number and a noun.
func nounPhrase(toks []token.Token, i int) (Chunk, bool) {
	head, last, adjective, j := -1, -1, -1, i+aboutNumber(toks, i)
	for ; j < len(toks); j++ {
		t := toks[j]
		switch {
		case isNoun(t.Tag), t.Tag == "PRP", t.Tag == "EX":
			if head >= 0 && t.Tag == "PRP" {
				goto done
			}
			head, last = j, j
		case t.Tag == "CD":
			if head < 0 || toks[head].Tag == "CD" {
				head = j
			}
			last = j
		case t.Tag == "VBG" && j > i && is(deverbal, t.Lower) && startsAsNoun(toks[i]):
			head, last = j, j
		case t.Tag == "POS" && head >= 0:
			head, adjective = -1, -1
		case head >= 0 && toks[head].Tag == "CD" && joinsNumbers(toks, j):
		case head >= 0 && isNoun(toks[head].Tag) && !joins(toks, j) && !joinsModifiers(toks, j):
			goto done
		case t.Tag == "DT", t.Tag == "PDT", t.Tag == "PRP$":
			if j > i && toks[j-1].Tag != "PDT" && toks[j-1].Tag != "POS" {
				goto done
			}
			if t.Tag == "DT" && nounless(toks, j) {
				head, last = j, j
			}
		case isAdjective(t.Tag):
			adjective = j
		case t.Tag == "$", t.Tag == "#":
		case (t.Tag == "VBN" || t.Tag == "VBG") && modifies(toks, i, j), j > i && toks[j-1].Tag == "RB" && participle(toks, i, j):
		case t.Tag == "RB" && j+1 < len(toks) && (isAdjective(toks[j+1].Tag) || toks[j+1].Tag == "CD" || participle(toks, i, j+1)):
		case joins(toks, j), joinsNumbers(toks, j):
		case joinsModifiers(toks, j):
			head = -1 // the noun is still to come
		default:
			goto done
		}
	}
done:
	if head < 0 && adjective > i { // "Iran's top general", with general taken for an adjective
		head, last = adjective, adjective
	}
	if head < 0 {
		return Chunk{}, false
	}
	return Chunk{Kind: NP, First: i, Last: last + 1, Head: head}, true
}

// approximators stand before a number and belong to its noun phrase.
var approximators = [][]string{{"at", "least"}, {"at", "most"}, {"more", "than"}, {"less", "than"}, {"fewer", "than"}, {"up", "to"},
	{"as", "many", "as"}, {"no", "fewer", "than"}, {"no", "more", "than"}, {"no", "less", "than"}, {"close", "to"}, {"an", "estimated"}, {"about"}, {"around"},
	{"over"}, {"nearly"}, {"almost"}, {"roughly"}, {"approximately"}, {"some"}, {"between"}}

// aboutNumber is how many words from i on say how the number after them is meant.
func aboutNumber(toks []token.Token, i int) int {
	for _, a := range approximators {
		n := len(a)
		if i+n >= len(toks) || toks[i+n].Tag != "CD" {
			continue
		}
		match := true
		for k, w := range a {
			match = match && toks[i+k].Lower == w
		}
		if match {
			return n
		}
	}
	return 0
}

// startsAsNoun reports whether a noun phrase opens with a determiner or possessor.
func startsAsNoun(t token.Token) bool { return t.Tag == "DT" || t.Tag == "PRP$" }

// joinsModifiers reports whether the conjunction at j joins two modifiers of one
// noun: "its human and military losses", "heavy and accurate fire".
func joinsModifiers(toks []token.Token, j int) bool {
	if toks[j].Tag != "CC" || j == 0 || j+2 >= len(toks) || !isAdjective(toks[j+1].Tag) || !isNoun(toks[j+2].Tag) {
		return false
	}
	return isAdjective(toks[j-1].Tag) || j > 1 && toks[j-2].Tag == "PRP$"
}

// joinsNumbers reports whether the word at j stands between the two numbers of a
// range: "20 to 30 people", "between 20 and 30".
func joinsNumbers(toks []token.Token, j int) bool {
	switch toks[j].Lower {
	case "to", "or":
	case "and":
		if j < 2 || toks[j-2].Lower != "between" {
			return false
		}
	default:
		return false
	}
	return j > 0 && j+1 < len(toks) && toks[j-1].Tag == "CD" && toks[j+1].Tag == "CD"
}

// joins reports whether token j is "&" or the like within a name.
func joins(toks []token.Token, j int) bool {
	return toks[j].Text == "&" && j+1 < len(toks) && isNoun(toks[j+1].Tag)
}

// nounless reports whether the determiner at j stands alone: "this led to".
func nounless(toks []token.Token, j int) bool {
	if l := toks[j].Lower; l != "this" && l != "that" && l != "these" && l != "those" && l != "all" && l != "some" && l != "both" {
		return false
	}
	return j+1 < len(toks) && (isVerb(toks[j+1].Tag) || toks[j+1].Tag == "MD" || toks[j+1].Tag == "IN")
}

// participle reports whether the word at j is a participle, which after an adverb
// the tagger may take for a past tense, before a noun of the phrase that begins
// at i: "several heavily armed men".
func participle(toks []token.Token, i, j int) bool {
	return (toks[j].Tag == "VBN" || toks[j].Tag == "VBD" && i < j-1) && modifies(toks, i, j)
}

// modifies reports whether the participle at j stands before a noun of the
// phrase that begins at i.
func modifies(toks []token.Token, i, j int) bool {
	if j == i {
		return false
	}
	for k := j + 1; k < len(toks) && k < j+4; k++ {
		switch tag := toks[k].Tag; {
		case isNoun(tag):
			return true
		case !isAdjective(tag) && tag != "VBN" && tag != "VBG":
			return false
		}
	}
	return false
}

// verbGroup reads auxiliaries, adverbs among them, and a main verb from token i.
func verbGroup(toks []token.Token, i int) (Chunk, bool) {
	if standsAsPreposition(toks, i) {
		return Chunk{}, false
	}
	c := Chunk{Kind: VG, First: i, Head: -1}
	passive := false
	j := i
	for ; j < len(toks); j++ {
		t := toks[j]
		switch {
		case t.Tag == "TO" && infinitiveFollows(toks, j):
			if j == i {
				c.Infinitive = true
			} else {
				goto done
			}
		case t.Tag == "MD" && j == i:
			c.Finite = true
		case is(auxiliary, t.Lower) && (isVerb(t.Tag) || t.Tag == "MD"):
			if c.Head >= 0 && !is(auxiliary, toks[c.Head].Lower) {
				goto done
			}
			c.Finite = c.Finite || !c.Infinitive && t.Lower != "being" && t.Lower != "having" && t.Lower != "been"
			passive = is(be, t.Lower)
			c.Head = j
		case isVerb(t.Tag):
			if c.Head >= 0 && !is(auxiliary, toks[c.Head].Lower) {
				goto done
			}
			c.Passive = passive && (t.Tag == "VBN" || t.Tag == "VBD")
			c.Gerund = t.Tag == "VBG" && j == i
			c.Finite = c.Finite || !c.Infinitive && (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP")
			c.Head = j
		case (t.Tag == "RB" || t.Lower == "n't") && verbAhead(toks, j):
		default:
			goto done
		}
	}
done:
	if c.Head < 0 {
		return Chunk{}, false
	}
	c.Last = c.Head + 1
	c.Speech = is(speech, toks[c.Head].Lower) && !c.Passive
	return c, true
}

func infinitiveFollows(toks []token.Token, j int) bool {
	for k := j + 1; k < len(toks) && k < j+3; k++ {
		if toks[k].Tag == "VB" {
			return true
		}
		if toks[k].Tag != "RB" {
			return false
		}
	}
	return false
}

// verbAhead reports whether the adverb at j stands within a verb group.
func verbAhead(toks []token.Token, j int) bool {
	for k := j + 1; k < len(toks) && k < j+4; k++ {
		if isVerb(toks[k].Tag) {
			return true
		}
		if toks[k].Tag != "RB" && toks[k].Lower != "n't" {
			return false
		}
	}
	return false
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
