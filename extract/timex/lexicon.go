package timex

import (
	"strconv"
	"strings"
	"sync"

	"dateline/extract/lang/en"
	"dateline/extract/table"
)

// class is the number of a class of words; each has one name in the table.
type class uint8

// meaning is what a word is in one class.
type meaning struct {
	class class
	code  string
	num   int
}

// entry is all that is known of a word: its meanings, and the rules whose
// pattern may begin with this very word.
type entry struct {
	meanings []meaning
	rules    openings
}

// lexicon is the word table, with the classes that a number's shape gives.
type lexicon struct {
	classes map[string]class
	words   map[string]*entry
}

func newLexicon() *lexicon {
	lx := &lexicon{classes: map[string]class{}, words: map[string]*entry{}}
	for _, name := range shapeNames {
		lx.addClass(name)
	}
	return lx
}

// class returns the number of a class of the tables. It writes nothing: many
// documents are matched at once.
func (lx *lexicon) class(name string) class { return lx.classes[name] }

// addClass returns the number of a class, which it gives on first sight.
func (lx *lexicon) addClass(name string) class {
	c, ok := lx.classes[name]
	if !ok {
		c = class(len(lx.classes) + 1)
		lx.classes[name] = c
	}
	return c
}

// word returns the entry of a word, made on first sight.
func (lx *lexicon) word(w string) *entry {
	e := lx.words[w]
	if e == nil {
		e = &entry{}
		lx.words[w] = e
	}
	return e
}

// addRow takes in a row of the word table: class, value, words.
func (lx *lexicon) addRow(r table.Row) error {
	m := meaning{class: lx.addClass(r.Cells[0]), code: r.Cells[1]}
	m.num, _ = strconv.Atoi(m.code) // codes such as TH have no number
	words := strings.Fields(r.Cells[2])
	if m.code == "" || len(words) == 0 {
		return r.Errorf("a row names a class, a value and at least one word")
	}
	for _, w := range words {
		e := lx.word(w)
		e.meanings = append(e.meanings, m)
	}
	return nil
}

// grammar is the word table and the rules, ready to match.
type grammar struct {
	lexicon *lexicon
	rules   []*rule
	byClass []openings        // rules that may begin with a word of a class
	onItem  openings          // rules that begin with an expression found by another rule
	macros  map[string]string // parts of patterns that have a name
	signals map[string]Signal // by the words before an expression
	cues    map[cue]map[string]bool
}

// english is the grammar of the embedded tables, read once.
var english = sync.OnceValues(loadGrammar)

// The tables of the grammar, in the folder of the language.
const (
	wordTable   = "timex_words.tsv"
	macroTable  = "timex_macros.tsv"
	ruleTable   = "timex_rules.tsv"
	signalTable = "timex_signals.tsv"
	cueTable    = "timex_cues.tsv"
)

func loadGrammar() (*grammar, error) {
	g := &grammar{lexicon: newLexicon(), macros: map[string]string{}, signals: map[string]Signal{}, cues: map[cue]map[string]bool{}}
	for _, t := range []struct {
		file string
		cols int
		add  func(table.Row) error
	}{
		{wordTable, 3, g.lexicon.addRow},
		{macroTable, 2, g.addMacro},
		{ruleTable, 6, g.addRule},
		{signalTable, 2, g.addSignal},
		{cueTable, 2, g.addCue},
	} {
		rows, err := table.Read(en.Files, t.file, t.cols, t.cols)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if err := t.add(r); err != nil {
				return nil, err
			}
		}
	}
	return g, g.lacksCue()
}

func (g *grammar) addMacro(r table.Row) error {
	if r.Cells[0] != strings.ToUpper(r.Cells[0]) {
		return r.Errorf("a macro's name is in capitals")
	}
	g.macros[r.Cells[0]] = r.Cells[1]
	return nil
}
