package timex

import (
	"fmt"
	"strings"

	"dateline/extract/table"
)

// rule is a row of the rule table: what it is called, what it matches, and
// what it makes of that.
type rule struct {
	name    string
	order   int // its place in the table
	typ     Type
	seq     []element
	produce func(m *matcher, it *item) bool
	guard   guard
	row     table.Row
}

// addRule reads a row: name, type, pattern, production, guard, examples.
func (g *grammar) addRule(r table.Row) error {
	rl := &rule{name: r.Cells[0], order: len(g.rules), typ: Type(r.Cells[1]), row: r}
	switch rl.typ {
	case Date, Time, Duration, Set:
	default:
		return r.Errorf("%q is no type of time expression: DATE, TIME, DURATION or SET", r.Cells[1])
	}
	var err error
	if rl.seq, err = g.compile(r.Cells[2]); err != nil {
		return r.Errorf("%v", err)
	}
	if rl.produce, err = parseProduction(r.Cells[3]); err != nil {
		return r.Errorf("%v", err)
	}
	if rl.guard, err = parseGuard(r.Cells[4]); err != nil {
		return r.Errorf("%v", err)
	}
	g.rules = append(g.rules, rl)
	if g.index(rl) {
		return r.Errorf("the pattern matches nothing at all: some part must not be optional")
	}
	return nil
}

// opening is a way in which a rule may begin.
type opening struct {
	rule  *rule
	words int // the fewest words of an expression that begins so
}

// openings are the ways in which rules may begin at some word.
type openings []opening

// add files one more way for rl, which is the rule that was filed last if any
// has been filed for it.
func (o *openings) add(rl *rule, words int) {
	if n := len(*o); n > 0 && (*o)[n-1].rule == rl {
		(*o)[n-1].words = min((*o)[n-1].words, words)
		return
	}
	*o = append(*o, opening{rl, words})
}

// index files the rule under every word, class and expression that its pattern
// may begin with, and reports whether it may match nothing.
func (g *grammar) index(rl *rule) (empty bool) {
	return firsts(rl.seq, 0, func(e element, words int) {
		switch {
		case e.literal != "":
			g.lexicon.word(e.literal).rules.add(rl, words)
		case e.item != nil:
			g.onItem.add(rl, words)
		case e.number != nil:
			for _, c := range []class{g.lexicon.class("number"), shapeInt, shapeDecimal} {
				g.ofClass(c).add(rl, words)
			}
			g.lexicon.word("a").rules.add(rl, words) // a hundred
		default:
			g.ofClass(e.class).add(rl, words)
		}
	})
}

// ofClass are the rules that may begin with a word of a class.
func (g *grammar) ofClass(c class) *openings {
	for len(g.byClass) <= int(c) {
		g.byClass = append(g.byClass, nil)
	}
	return &g.byClass[c]
}

// setting is one key=value of a production.
type setting struct{ key, value string }

// parseProduction reads "name key=value ...".
func parseProduction(s string) (func(*matcher, *item) bool, error) {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return nil, fmt.Errorf("no production")
	}
	make, ok := productions[fields[0]]
	if !ok {
		return nil, fmt.Errorf("no production is called %q", fields[0])
	}
	var settings []setting
	for _, f := range fields[1:] {
		k, v, ok := strings.Cut(f, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not of the form key=value", f)
		}
		settings = append(settings, setting{k, v})
	}
	return make(settings)
}
