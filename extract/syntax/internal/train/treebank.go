package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/syntax/internal/arc"
	"dateline/extract/token"
)

// names numbers the names of tags or relations in the order in which they come.
type names struct {
	names []string
	index map[string]int
}

func (n *names) number(name string) int {
	i, ok := n.index[name]
	if !ok {
		i = len(n.names)
		n.index[name] = i
		n.names = append(n.names, name)
	}
	return i
}

// example is a sentence in each of its casings; nil where a casing is cut into
// words otherwise than the treebank does.
type example [3]*arc.Gold

// The casings: old wires have all letters capital, headlines one a word.
const (
	asWritten = iota
	allCapitals
	titleCase
)

var casings = [...]func(string) string{
	asWritten:   func(s string) string { return s },
	allCapitals: strings.ToUpper,
	titleCase:   capitalise,
}

// capitalise gives every word but the shortest a capital.
func capitalise(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) > 3 || i == 0 {
			_, n := utf8.DecodeRuneInString(w)
			words[i] = strings.ToUpper(w[:n]) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// pick is the sentence in a casing drawn by chance.
func (e example) pick(set settings, random *rand.Rand) arc.Gold {
	p := random.Float64()
	switch {
	case p < set.capitals && e[allCapitals] != nil:
		return *e[allCapitals]
	case p < set.capitals+set.titled && p >= set.capitals && e[titleCase] != nil:
		return *e[titleCase]
	}
	return *e[asWritten]
}

// bank reads treebanks.
type bank struct{ tags, rels names }

func newBank() *bank {
	return &bank{names{index: map[string]int{}}, names{index: map[string]int{}}}
}

// load reads the sets of dir by their names.
func (b *bank) load(dir string, sets []string) ([]example, error) {
	var out []example
	for _, set := range sets {
		file := filepath.Join(dir, set+".conllu.gz")
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		gold, err := b.read(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, gold...)
	}
	return out, nil
}

func (b *bank) read(r io.Reader) ([]example, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	var out []example
	var text string
	var words []annotated
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# text = "):
			text = strings.TrimPrefix(line, "# text = ")
		case strings.HasPrefix(line, "#"):
		case line == "":
			e := example{}
			for i, recase := range casings {
				g, ok, err := b.align(recase(text), words)
				if err != nil {
					return nil, err
				}
				if ok {
					e[i] = &g
				}
			}
			if e[asWritten] != nil {
				out = append(out, e)
			}
			words = nil
		default:
			w, ok, err := word(line)
			if err != nil {
				return nil, err
			}
			if ok {
				words = append(words, w)
			}
		}
	}
	return out, sc.Err()
}

// annotated is a word of the treebank.
type annotated struct {
	form, tag, rel string
	head           int // from 1, 0 for the root
}

// word reads a line of CoNLL-U; ok is false for the range of a contraction and
// for words that are understood.
func word(line string) (w annotated, ok bool, err error) {
	cells := strings.Split(line, "\t")
	if len(cells) != 10 {
		return w, false, fmt.Errorf("%d columns, want 10: %s", len(cells), line)
	}
	if strings.ContainsAny(cells[0], "-.") {
		return w, false, nil
	}
	head, err := strconv.Atoi(cells[6])
	return annotated{form: cells[1], tag: cells[4], rel: cells[7], head: head}, true, err
}

// align carries the annotation over to the tokens into which dateline cuts the
// text: a token that covers several words takes the place of the one that the
// others hang on, and of the tokens of one word the first stands for it.
func (b *bank) align(text string, words []annotated) (g arc.Gold, ok bool, err error) {
	doc, err := token.Parse(text, nil)
	if err != nil {
		return g, false, err
	}
	starts, ok := find(text, words)
	if !ok || len(doc.Tokens) == 0 {
		return g, false, nil
	}
	tokenOf := make([]int, len(words)) // word -> token, both from 0
	firstOf := make([]int, len(doc.Tokens))
	groups := make([][]int, len(doc.Tokens)) // token -> its words
	t := 0
	for i, at := range starts {
		for t+1 < len(doc.Tokens) && doc.Tokens[t+1].Start <= at {
			t++
		}
		tokenOf[i] = t
		groups[t] = append(groups[t], i)
	}
	for i := range doc.Tokens {
		firstOf[i] = i
		if i > 0 && len(groups[i]) == 0 {
			firstOf[i] = firstOf[i-1]
		}
	}
	if len(groups[0]) == 0 {
		return g, false, nil
	}
	for i, tok := range doc.Tokens {
		g.Forms = append(g.Forms, arc.Form{Text: tok.Text, Lower: tok.Lower, Tag: tok.Tag})
		if firstOf[i] != i { // the rest of a word that was cut
			g.Tags = append(g.Tags, b.tags.number(words[groups[firstOf[i]][0]].tag))
			g.Heads = append(g.Heads, firstOf[i]+1)
			g.Rels = append(g.Rels, b.rels.number("goeswith"))
			continue
		}
		w := words[outermost(words, groups[i])]
		head := 0
		if w.head > 0 {
			head = tokenOf[w.head-1] + 1
		}
		g.Tags = append(g.Tags, b.tags.number(joinedTag(w, len(groups[i]))))
		g.Heads = append(g.Heads, head)
		g.Rels = append(g.Rels, b.rels.number(relation(w.rel)))
	}
	return g, true, nil
}

// joinedTag is the tag of a token that covers n words, of which w is the head:
// "US-led" is an adjective whatever "led" is.
func joinedTag(w annotated, n int) string {
	if n > 1 && w.rel == "amod" {
		return "JJ"
	}
	return w.tag
}

// outermost is the first word of a group that hangs on none of the others.
func outermost(words []annotated, group []int) int {
	for _, i := range group {
		if h := words[i].head - 1; h < group[0] || h > group[len(group)-1] {
			return i
		}
	}
	return group[0]
}

// relation drops subtypes that tell nothing of who does what.
func relation(rel string) string {
	base, sub, _ := strings.Cut(rel, ":")
	switch sub {
	case "pass", "agent", "poss", "relcl", "prt", "tmod", "unmarked", "npmod", "predet", "preconj":
		return rel
	}
	return base
}

// find returns where the words begin in text, whatever their case.
func find(text string, words []annotated) ([]int, bool) {
	starts := make([]int, len(words))
	at := 0
	for i, w := range words {
		rest := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
		at = len(text) - len(rest)
		form := strings.ReplaceAll(w.form, " ", "")
		if len(rest) < len(form) || !strings.EqualFold(rest[:len(form)], form) {
			return nil, false
		}
		starts[i] = at
		at += len(form)
	}
	return starts, true
}
