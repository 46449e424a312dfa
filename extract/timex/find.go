package timex

import (
	"dateline/extract/token"
)

// finder finds the expressions of one document.
type finder struct {
	matcher
	doc      *token.Doc
	run      int  // how many known words follow one another from the one in hand on
	bc       bool // a year before Christ is told somewhere
	history  bool // the text tells of the past by years
	quarters bool // a quarter of a year is told by its number somewhere
}

// Load reads the embedded tables. Its error names the file, line and row that
// is wrong; without it, or after an error, Find finds nothing.
func Load() error {
	_, err := english()
	return err
}

// Find returns the time expressions of doc in text order; none overlap.
func Find(doc *token.Doc) []Expr {
	g, err := english()
	if err != nil {
		return nil // Load tells
	}
	return g.find(doc)
}

func (g *grammar) find(doc *token.Doc) []Expr {
	f := &finder{doc: doc}
	f.g, f.words = g, g.words(doc)
	f.items = make([]*item, len(f.words)+1)
	f.bc = f.hasPair("int", "era")
	f.history = f.tellsByYears()
	f.dayFirst = f.putsDayFirst()
	f.quarters = f.hasPair("nth_quarter", "stretch")
	for i := len(f.words) - 1; i >= 0; i-- {
		f.items[i] = f.longestAt(i)
	}
	return f.collect()
}

// hasPair reports whether somewhere a word of one class comes just before one of
// another, a hyphen between them aside.
func (f *finder) hasPair(first, second string) bool {
	a, b := f.g.lexicon.class(first), f.g.lexicon.class(second)
	for i := range f.words {
		if _, ok := f.words[i].meaning(b); !ok || i == 0 {
			continue
		}
		before := i - 1
		if f.words[before].lower == "-" && before > 0 {
			before--
		}
		if _, ok := f.words[before].meaning(a); ok {
			return true
		}
	}
	return false
}

// longestAt returns the longest expression that begins at words[i], nil if
// none does. Expressions beginning later are known already. One that begins
// here may be the first part of a longer one ("Tuesday" "night").
func (f *finder) longestAt(i int) *item {
	w := &f.words[i]
	if w.entry == nil && w.shape == nil {
		f.run = 0
		return nil
	}
	f.run++
	var best *item
	if w.entry != nil {
		best = f.tryAll(w.entry.rules, i, best)
		for _, m := range w.entry.meanings {
			best = f.tryClass(m.class, i, best)
		}
	}
	for _, m := range w.shape {
		best = f.tryClass(m.class, i, best)
	}
	for best != nil {
		f.items[i] = best
		longer := f.tryAll(f.g.onItem, i, best)
		if longer == best {
			break
		}
		best = longer
	}
	return best
}

func (f *finder) tryClass(c class, i int, best *item) *item {
	if int(c) >= len(f.g.byClass) {
		return best
	}
	return f.tryAll(f.g.byClass[c], i, best)
}

// tryAll returns the longest of best and what the rules match at words[i]; of
// equals that of the rule that stands first in the table.
func (f *finder) tryAll(rules openings, i int, best *item) *item {
	for _, o := range rules {
		if o.words > f.run {
			continue
		}
		rl := o.rule
		f.caps = f.caps[:0]
		end := f.match(rl.seq, i, func(j int) int { return j })
		if end <= i || best != nil && (end < best.end() || end == best.end() && rl.order >= best.rule.order) {
			continue
		}
		it := &item{first: i, last: end, typ: rl.typ, rule: rl}
		if rl.produce(&f.matcher, it) && (rl.guard == nil || rl.guard(f, it)) {
			best = it
		}
	}
	return best
}

// end is where the expression ends, the second of two included.
func (it *item) end() int {
	if it.second != nil {
		return it.second.last
	}
	return it.last
}

// collect reads the expressions off from left to right.
func (f *finder) collect() []Expr {
	var out []Expr
	for i := 0; i < len(f.words); {
		it := f.items[i]
		if it == nil || it.rule.name == blocked {
			i = max(i+1, blockedEnd(it))
			continue
		}
		out = append(out, f.expr(it))
		if it.second != nil {
			out = append(out, f.expr(it.second))
		}
		i = it.end()
	}
	f.addSignals(out)
	return out
}

// blocked is the name of the rules for phrases that look like a time but tell
// none: they take their words away from other rules.
const blocked = "blocked"

func blockedEnd(it *item) int {
	if it == nil {
		return 0
	}
	return it.end()
}

func (f *finder) expr(it *item) Expr {
	span := f.words[it.first].Span
	span.End = f.words[it.last-1].End
	return Expr{Span: span, Text: f.doc.Slice(span), Type: it.typ, Rule: it.rule.name, Value: it.value}
}
