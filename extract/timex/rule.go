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
	words   int // the fewest words that it matches
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
	rl.words = fewestWords(rl.seq)
	if g.index(rl) {
		return r.Errorf("the pattern matches nothing at all: some part must not be optional")
	}
	return nil
}

// index files the rule under every word, class and expression that its pattern
// may begin with, and reports whether it may match nothing.
func (g *grammar) index(rl *rule) (empty bool) {
	return firsts(rl.seq, func(e element) {
		switch {
		case e.literal != "":
			w := g.lexicon.word(e.literal)
			w.rules = append(w.rules, rl)
		case e.item != nil:
			g.onItem = append(g.onItem, rl)
		case e.number != nil:
			for _, name := range []string{"number", "int", "decimal"} {
				g.indexClass(g.lexicon.class(name), rl)
			}
			g.indexLiteral("a", rl) // a hundred
		default:
			g.indexClass(e.class, rl)
		}
	})
}

func (g *grammar) indexLiteral(w string, rl *rule) {
	e := g.lexicon.word(w)
	e.rules = append(e.rules, rl)
}

func (g *grammar) indexClass(c class, rl *rule) {
	for len(g.byClass) <= int(c) {
		g.byClass = append(g.byClass, nil)
	}
	g.byClass[c] = append(g.byClass[c], rl)
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
