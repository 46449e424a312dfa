package trigger

import (
	"fmt"
	"strings"

	"dateline/extract/table"
)

// words is a set of spellings.
type words map[string]bool

// grammar holds the closed classes of a language.
type grammar struct {
	be, have, modal, pronoun, determiner, article, definite, adverb,
	clause, relative, conjunction, day, time, copula, argument words
}

// parseGrammar reads the closed classes: class, words.
func parseGrammar(file, text string) (*grammar, error) {
	g := &grammar{}
	fields := map[string]*words{
		"be": &g.be, "have": &g.have, "modal": &g.modal, "pronoun": &g.pronoun, "determiner": &g.determiner,
		"article": &g.article, "definite": &g.definite, "adverb": &g.adverb, "clause": &g.clause, "relative": &g.relative,
		"conjunction": &g.conjunction, "day": &g.day, "time": &g.time, "copula": &g.copula, "argument": &g.argument,
	}
	for _, r := range table.Parse(file, text) {
		field := fields[r.Cells[0]]
		if field == nil || len(r.Cells) != 2 || *field != nil {
			return nil, r.Errorf("want one row for each closed class: class, words")
		}
		*field = words{}
		for _, w := range strings.Fields(r.Cells[1]) {
			(*field)[w] = true
		}
	}
	for name, field := range fields {
		if *field == nil {
			return nil, fmt.Errorf("%s: there is no row for the closed class %q", file, name)
		}
	}
	return g, nil
}
