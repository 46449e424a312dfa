package trigger

import (
	"strings"

	"dateline/extract/token"
)

// context is one sentence as the senses see it.
type context struct {
	doc      *token.Doc
	index    int // of the sentence
	first    int // token of the document with which the sentence begins
	toks     []token.Token
	headline bool // most words begin with a capital: it says nothing of what is a name
	g        *grammar
	verbs    words // spellings that the lexicon knows as verbs
}

// context prepares sentence si of doc.
func (lex *lexicon) context(doc *token.Doc, si int) *context {
	s := doc.Sentences[si]
	x := &context{doc: doc, index: si, first: s.First, toks: doc.In(s), g: lex.grammar, verbs: lex.verbs}
	x.headline = isHeadline(x.toks)
	return x
}

// isHeadline reports whether nearly all longer words begin with a capital.
func isHeadline(toks []token.Token) bool {
	long, upper := 0, 0
	for _, t := range toks {
		if len(t.Text) < 4 || !isLetter(t.Text[0]) {
			continue
		}
		long++
		if t.Text[0] <= 'Z' {
			upper++
		}
	}
	return long >= 3 && upper*10 >= long*8
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

// isMark reports whether t is punctuation rather than a word.
func isMark(t token.Token) bool {
	return t.Text != "" && len(t.Text) < 4 && !isLetter(t.Text[0]) && t.Text[0] < 0x80 && (t.Text[0] < '0' || t.Text[0] > '9') &&
		t.Text[0] != '$' && t.Text[0] != '\'' && t.Text[0] != '%'
}

// inlineMarks stand within a clause.
var inlineMarks = map[string]bool{"-": true, "/": true, `"`: true, "'": true, "''": true, "``": true, "&": true}

// clauseReach is how many words a clause is followed to either side.
const clauseReach = 14

// isBound reports whether a clause ends at token i.
func (x *context) isBound(i int) bool {
	t := x.toks[i]
	return x.g.clause[t.Lower] || isMark(t) && !inlineMarks[t.Text]
}

// clauseStart is the first token of the clause before token i.
func (x *context) clauseStart(i int) int {
	from := i
	for from > 0 && i-from < clauseReach && !x.isBound(from-1) {
		from--
	}
	return from
}

// clauseEnd is the end of the clause from token i on.
func (x *context) clauseEnd(i int) int {
	to := i
	for to < len(x.toks) && to-i < clauseReach && !x.isBound(to) {
		to++
	}
	return to
}

// phraseEnd is the end of the noun phrase that follows token i: it stops at a
// preposition or a verb once a noun has been seen.
func (x *context) phraseEnd(i int) int {
	noun := false
	for to := i; to < len(x.toks) && to-i < clauseReach; to++ {
		t := x.toks[to]
		prep := t.Tag == "IN" || t.Tag == "TO" || strings.HasPrefix(t.Tag, "VB") && t.Tag != "VBN" && t.Tag != "VBG"
		if x.isBound(to) || noun && prep && t.Lower != "of" {
			return to
		}
		noun = noun || strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP"
	}
	return min(len(x.toks), i+clauseReach)
}

// compoundStart is the first of the nouns and adjectives that stand right before token i.
func (x *context) compoundStart(i int) int {
	from := i
	for from > 0 && i-from < 4 {
		tag := x.toks[from-1].Tag
		if !strings.HasPrefix(tag, "NN") && tag != "JJ" && tag != "POS" && tag != "VBG" && tag != "VBN" {
			break
		}
		from--
	}
	return from
}

// tag is the part of speech of token i, "" outside the sentence.
func (x *context) tag(i int) string {
	if i < 0 || i >= len(x.toks) {
		return ""
	}
	return x.toks[i].Tag
}

// lower is the spelling of token i, "" outside the sentence.
func (x *context) lower(i int) string {
	if i < 0 || i >= len(x.toks) {
		return ""
	}
	return x.toks[i].Lower
}
