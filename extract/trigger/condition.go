package trigger

import (
	"fmt"
	"slices"
	"strings"

	"dateline/extract/token"
)

// condition is one restriction of a sense, written where:words, where!words
// for words that must not be there: "obj:$place", "near!film|movie", "form:noun".
// Words may be $classes; others stand for their plural too, or with :v at the
// end for every form of a verb.
type condition struct {
	where  string // obj, subj, near, prev, next, form
	not    bool
	words  map[string]shape
	form   map[Form]bool
	proper bool // $Name is among the words: a capitalised word
	number bool // $Number is among them
}

// places where a condition may look.
var conditionPlaces = map[string]bool{"obj": true, "subj": true, "near": true, "prev": true, "next": true, "form": true}

// condition compiles a condition.
func (v *vocabulary) condition(text string) (condition, error) {
	at := strings.IndexAny(text, ":!")
	if at < 0 {
		return condition{}, fmt.Errorf("unknown flag %q", text)
	}
	c := condition{where: text[:at], not: text[at] == '!'}
	if !conditionPlaces[c.where] {
		return c, fmt.Errorf("condition %q looks at %q, want obj, subj, near, prev, next or form", text, c.where)
	}
	words := text[at+1:]
	if c.where == "form" {
		return c, c.setForms(words)
	}
	words, pos, given := strings.Cut(words, ":")
	if !given {
		pos = "n" // the plural of a noun is meant too
	}
	e := element{words: map[string]shape{}, lemmas: map[string]string{}}
	for _, w := range strings.Split(words, "|") {
		var err error
		switch class, isClass := strings.CutPrefix(w, "$"); {
		case w == "$Name":
			c.proper = true
		case w == "$Number":
			c.number = true
		case isClass:
			err = v.include(e, class)
		default:
			err = v.add(e, w, pos)
		}
		if err != nil {
			return c, err
		}
	}
	c.words = e.words
	return c, nil
}

func (c *condition) setForms(words string) error {
	c.form = map[Form]bool{}
	for _, w := range strings.Split(words, "|") {
		switch f := Form(w); f {
		case Verb, Passive, Gerund, Noun:
			c.form[f] = true
		default:
			return fmt.Errorf("unknown form %q, want verb, passive, gerund or noun", w)
		}
	}
	return nil
}

// holds reports whether the condition is met by the words at s.
func (c condition) holds(x *context, s span, form Form) bool {
	if c.where == "form" {
		return c.form[form] != c.not
	}
	found := false
	for _, r := range x.look(c.where, s, form) {
		found = found || c.within(x.toks[r.from:r.to])
	}
	return found != c.not
}

// within reports whether one of the condition's words is among toks.
func (c condition) within(toks []token.Token) bool {
	for _, t := range toks {
		if _, ok := c.words[t.Lower]; ok {
			return true
		}
		if c.proper && strings.HasPrefix(t.Tag, "NNP") && !isMark(t) || c.number && t.Tag == "CD" {
			return true
		}
	}
	return false
}

// stretch is a run of tokens of the sentence, to excluded.
type stretch struct{ from, to int }

// nearWindow is how many words around a trigger "near" looks at.
const nearWindow = 12

// look gives the stretches of the sentence in which a condition looks.
func (x *context) look(where string, s span, form Form) []stretch {
	n := len(x.toks)
	switch where {
	case "near":
		inside := stretch{s.first + 1, max(s.first+1, s.last-1)}
		return []stretch{{max(0, s.first-nearWindow), s.first}, inside, {s.last, min(n, s.last+nearWindow)}}
	case "prev":
		return []stretch{{max(0, s.first-1), s.first}}
	case "next":
		return []stretch{{s.last, min(n, s.last+1)}}
	case "obj":
		return x.objects(s, form)
	default:
		return x.subjects(s, form)
	}
}

// objects is where the one affected is named.
func (x *context) objects(s span, form Form) []stretch {
	switch form {
	case Passive:
		return []stretch{{x.subjectStart(s.first), s.first}}
	case Noun:
		return []stretch{{x.compoundStart(s.first), s.first}, {s.last, x.clauseEnd(s.last)}}
	}
	return append(x.relative(s), stretch{s.first, x.phraseEnd(s.last)})
}

// subjectStart is where the subject of a verb at token i begins: the clause,
// or what stands before an apposition: "Brown, 22, was captured".
func (x *context) subjectStart(i int) int {
	from := x.clauseStart(i)
	for _, t := range x.toks[from:i] {
		if strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP" || t.Tag == "DT" || t.Tag == "CD" {
			return from
		}
	}
	return max(0, from-nearWindow)
}

// relativeReach is how many words before "which" or "whom" may name what it stands for.
const relativeReach = 4

// relative is where the object of a relative clause is named: "the dam, which
// the rebels captured".
func (x *context) relative(s span) []stretch {
	at := x.clauseStart(s.first) - 1
	if at < 0 {
		return nil
	}
	ownSubject := slices.ContainsFunc(x.toks[at+1:s.first], func(t token.Token) bool {
		return strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP"
	})
	told := at > 0 && strings.HasPrefix(x.tag(at-1), "VB") // "they said that": no relative clause
	if ownSubject && !told && x.g.relative[x.lower(at)] {
		return []stretch{{max(0, at-relativeReach), at + 1}}
	}
	return nil
}

// subjects is where the one who acts is named.
func (x *context) subjects(s span, form Form) []stretch {
	switch form {
	case Passive:
		return []stretch{{s.last, x.clauseEnd(s.last)}}
	case Noun:
		return []stretch{{x.clauseStart(s.first), s.first}, {s.last, x.clauseEnd(s.last)}}
	}
	return []stretch{{x.subjectStart(s.first), s.first}}
}
