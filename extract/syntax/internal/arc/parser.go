package arc

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"dateline/extract/syntax/internal/linear"
)

// Parser tags and parses sentences. It may be used by several goroutines, each
// with a Scratch of its own.
type Parser struct {
	Tags, Moves, Rels *linear.Model

	classes []uint32 // by tag
}

// NewParser returns a parser that decides by the models given.
func NewParser(tags, moves, rels *linear.Model) *Parser {
	return &Parser{Tags: tags, Moves: moves, Rels: rels, classes: tagClasses(tags.Classes)}
}

// ReadParser reads the three models that WriteTo wrote.
func ReadParser(r io.Reader) (*Parser, error) {
	buf := bufio.NewReaderSize(r, 1<<16)
	var models [3]*linear.Model
	for i := range models {
		m, err := linear.Read(buf)
		if err != nil {
			return nil, err
		}
		models[i] = m
	}
	if len(models[1].Classes) != moves {
		return nil, fmt.Errorf("the parser's weights know %d moves, want %d", len(models[1].Classes), moves)
	}
	return NewParser(models[0], models[1], models[2]), nil
}

// Write writes the three models in the form that ReadParser reads.
func (p *Parser) Write(w io.Writer) error {
	for _, m := range []*linear.Model{p.Tags, p.Moves, p.Rels} {
		if err := m.Write(w); err != nil {
			return err
		}
	}
	return nil
}

// Scratch is the memory that one goroutine works in, kept from sentence to
// sentence. After Parse it holds the tree.
type Scratch struct {
	State
	keys   keyBuffer
	scores [256]int32
}

// Parse tags the words of one sentence and builds its tree in s: Heads and Rels
// by word, from 1.
func (p *Parser) Parse(s *Scratch, forms []Form) {
	s.Begin(forms)
	s.tag(p.Tags, len(p.Tags.Classes), p.classes)
	for !s.Done() {
		move := s.bestMove(p.Moves)
		rel := uint8(0)
		if head, dep := s.Arc(move); dep != 0 && head != s.root() {
			rel = uint8(s.bestRel(p.Rels, len(p.Rels.Classes), head, dep)) + 1
		}
		s.Move(move, rel)
	}
}

// Tag is the index of the tag of word i, from 1.
func (s *Scratch) Tag(i int) int { return int(s.words[i].tag) - 1 }

// Begin takes up a sentence whose words have no tags yet.
func (s *Scratch) Begin(forms []Form) {
	n := len(forms)
	s.State.words = cleared(s.State.words, n+4)
	cased := isCased(forms)
	for i, f := range forms {
		s.words[i+1] = encode(f, i, cased)
	}
	s.words[n+1] = word{form: 1, tag: rootTag, formTag: 1}
	s.reset(n)
}

// rootTag is the tag of the root, beyond those of words.
const rootTag = 255

// tag gives every word the tag that m scores best.
func (s *Scratch) tag(m scorer, tags int, classes []uint32) {
	for i := 1; i <= s.n; i++ {
		s.keys.tagFeatures(s.words, i)
		s.setTag(i, s.best(m, tags), classes)
	}
}

func (s *Scratch) setTag(i, tag int, classes []uint32) {
	w := &s.words[i]
	w.tag = uint32(tag) + 1
	w.formTag = (w.form ^ w.tag) * 0x9E3779B1
	w.class = classes[tag]
}

// best is the class that m scores best by the features collected last.
func (s *Scratch) best(m scorer, classes int) int {
	return linear.Best(s.score(m, classes))
}

func (s *Scratch) score(m scorer, classes int) []int32 {
	scores := s.scores[:classes]
	clear(scores)
	m.Score(scores, s.keys.list())
	return scores
}

// bestMove is the legal move that m scores best.
func (s *Scratch) bestMove(m scorer) int {
	s.keys.moveFeatures(&s.State)
	scores := s.score(m, moves)
	best := -1
	for move, score := range scores {
		if s.Legal(move) && (best < 0 || score > scores[best]) {
			best = move
		}
	}
	return best
}

func (s *Scratch) bestRel(m scorer, rels int, head, dep int32) int {
	s.keys.relFeatures(&s.State, head, dep)
	return s.best(m, rels)
}

// tagClasses sorts tags into classes of words that part phrases, one bit each.
func tagClasses(tags []string) []uint32 {
	out := make([]uint32, len(tags))
	for i, t := range tags {
		switch {
		case t == ",":
			out[i] = 1 << 1
		case strings.HasPrefix(t, "VB"), t == "MD":
			out[i] = 1 << 2
		case t == "CC":
			out[i] = 1 << 3
		case t == "IN", t == "TO":
			out[i] = 1 << 4
		case strings.HasPrefix(t, "W"):
			out[i] = 1 << 5
		case strings.HasPrefix(t, "NN"), t == "PRP":
			out[i] = 1 << 6
		case t == ":", t == "-LRB-", t == "-RRB-", t == "``", t == "''":
			out[i] = 1 << 7
		}
	}
	return out
}
