package timex

import (
	"fmt"
	"strings"
)

// element is one step of a pattern: a word, a class of words, a number, an
// expression found by another rule, or a choice of sequences of elements.
type element struct {
	literal  string
	class    class
	number   func(g *grammar, words []word, i int) quantity
	item     func(v Underspecified) bool
	choice   [][]element
	optional bool
	name     string // what the production calls it
}

// numbers are the elements that take as many words as a number has.
var numbers = map[string]func(*grammar, []word, int) quantity{
	"num":          (*grammar).numberAt,
	"spelled_year": (*grammar).spelledYear,
}

// itemKinds are the kinds of expression that {kind} may ask for.
var itemKinds = map[string]func(Underspecified) bool{
	"date": func(v Underspecified) bool { return v.dated() && !v.clockOnly() },
	"day": func(v Underspecified) bool {
		return v.dated() && v.finestUnit() == Day && !v.Clock.told && v.Frame.Base != Anniversary
	},
	"period": func(v Underspecified) bool {
		return v.dated() && !v.clockOnly() && v.finestUnit() != Day && !v.Clock.told
	},
	"clock": Underspecified.clockOnly,
	"feast": func(v Underspecified) bool { return v.Holiday != "" && v.Year == 0 },
}

// finestUnit is the unit of the date that v tells.
func (v Underspecified) finestUnit() Unit {
	switch {
	case v.Day > 0 && v.Week:
		return Week
	case v.Day > 0, v.Weekday > 0, v.Holiday != "":
		return Day
	case v.Weekend:
		return Weekend
	case v.Month > 0:
		return Month
	case v.Quarter > 0:
		return Quarter
	case v.Season != "":
		return Season
	case v.Half > 0:
		return Half
	case v.Year > 0:
		return Year
	case v.Decade > 0:
		return Decade
	case v.Century > 0:
		return Century
	}
	return v.Frame.Unit
}

// compile reads a pattern: elements separated by blanks, ( a | b c ) for a
// choice, ? after what may be left out.
func (g *grammar) compile(pattern string) ([]element, error) {
	fields, err := g.patternFields(pattern, 0)
	if err != nil {
		return nil, err
	}
	seqs, rest, err := g.compileChoice(fields)
	switch {
	case err != nil:
		return nil, err
	case len(rest) > 0:
		return nil, fmt.Errorf("unexpected %q in the pattern", rest[0])
	case len(seqs) == 1:
		return seqs[0], nil
	}
	return []element{{choice: seqs}}, nil
}

// brackets sets the brackets of a pattern apart.
var brackets = strings.NewReplacer(")?", " )? ", "(", " ( ", ")", " ) ", "|", " | ")

// maxMacroDepth keeps a macro that names itself from being spelled out for ever.
const maxMacroDepth = 8

// patternFields cuts a pattern at its blanks and brackets and spells out the
// macros, the words in capitals, each as a group of its own.
func (g *grammar) patternFields(pattern string, depth int) ([]string, error) {
	var out []string
	for _, f := range strings.Fields(brackets.Replace(pattern)) {
		name, optional := strings.CutSuffix(f, "?")
		if strings.ToUpper(name) != name || !isLetter(name[0]) {
			out = append(out, f)
			continue
		}
		body, ok := g.macros[name]
		if !ok || depth == maxMacroDepth {
			return nil, fmt.Errorf("no macro is called %q (words of a pattern are in lower case)", name)
		}
		inner, err := g.patternFields(body, depth+1)
		if err != nil {
			return nil, err
		}
		closing := ")"
		if optional {
			closing = ")?"
		}
		out = append(append(append(out, "("), inner...), closing)
	}
	return out, nil
}

// compileChoice reads sequences separated by | up to a closing bracket or the end.
func (g *grammar) compileChoice(fields []string) (seqs [][]element, rest []string, err error) {
	var seq []element
	for len(fields) > 0 && !strings.HasPrefix(fields[0], ")") {
		var e element
		switch fields[0] {
		case "|":
			seqs, seq, fields = append(seqs, seq), nil, fields[1:]
			continue
		case "(":
			e, fields, err = g.compileGroup(fields[1:])
		default:
			e, err = g.compileElement(fields[0])
			fields = fields[1:]
		}
		if err != nil {
			return nil, nil, err
		}
		seq = append(seq, e)
	}
	return append(seqs, seq), fields, nil
}

func (g *grammar) compileGroup(fields []string) (element, []string, error) {
	seqs, rest, err := g.compileChoice(fields)
	if err != nil {
		return element{}, nil, err
	}
	if len(rest) == 0 {
		return element{}, nil, fmt.Errorf("a bracket is not closed in the pattern")
	}
	return element{choice: seqs, optional: rest[0] == ")?"}, rest[1:], nil
}

func (g *grammar) compileElement(f string) (element, error) {
	e := element{}
	if len(f) > 1 {
		f, e.optional = strings.CutSuffix(f, "?")
	}
	switch {
	case strings.HasPrefix(f, "<") && strings.HasSuffix(f, ">"):
		name, alias, named := strings.Cut(f[1:len(f)-1], ":")
		e.name = name
		if named {
			e.name = alias
		}
		if e.number = numbers[name]; e.number != nil {
			return e, nil
		}
		if _, known := g.lexicon.classes[name]; !known {
			return e, fmt.Errorf("no class of words is called %q", name)
		}
		e.class = g.lexicon.class(name)
	case strings.HasPrefix(f, "{") && strings.HasSuffix(f, "}"):
		e.name = f[1 : len(f)-1]
		if e.item = itemKinds[e.name]; e.item == nil {
			return e, fmt.Errorf("no kind of expression is called %q", e.name)
		}
	default:
		e.literal = strings.ToLower(f)
		g.lexicon.word(e.literal)
	}
	return e, nil
}

// fewestWords is the least number of words that seq matches.
func fewestWords(seq []element) int {
	n := 0
	for _, e := range seq {
		if e.optional {
			continue
		}
		least := 1
		for i, alt := range e.choice {
			if w := fewestWords(alt); i == 0 || w < least {
				least = w
			}
		}
		n += least
	}
	return n
}

// firsts calls f with every element that a match of seq may begin with and the
// fewest words of such a match, if after seq at least rest words follow. It
// reports whether seq may match nothing at all.
func firsts(seq []element, rest int, f func(e element, words int)) (empty bool) {
	for i, e := range seq {
		after, skips := rest+fewestWords(seq[i+1:]), e.optional
		if e.choice == nil {
			f(e, 1+after)
		}
		for _, alt := range e.choice {
			if firsts(alt, after, f) {
				skips = true
			}
		}
		if !skips {
			return false
		}
	}
	return true
}
