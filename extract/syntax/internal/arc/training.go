package arc

import (
	"math/rand/v2"

	"dateline/extract/syntax/internal/linear"
)

// Gold is a sentence with its tags and its tree as annotated: for each word the
// index of its tag and relation, and its head from 1, 0 for the root.
type Gold struct {
	Forms []Form
	Tags  []int
	Heads []int
	Rels  []int
}

// Trainer trains the models of a parser.
type Trainer struct {
	Tags, Moves, Rels *linear.Perceptron
	Random            *rand.Rand
	// Explore is how often a wrong move is made all the same, so that the parser
	// learns to go on from its own errors.
	Explore float64
	// Margin is by how much the right choice must win; if it does not, there is
	// something to learn.
	Margin int32

	scratch Scratch
	heads   []int32
}

// LearnTags goes once through a sentence.
func (t *Trainer) LearnTags(g Gold) {
	s, classes := &t.scratch, tagClasses(t.Tags.Classes)
	s.Begin(g.Forms)
	for i := 1; i <= s.n; i++ {
		s.keys.tagFeatures(s.words, i)
		scores := s.score(t.Tags, len(t.Tags.Classes))
		got := linear.Best(scores)
		t.Tags.Step()
		t.learn(t.Tags, scores, g.Tags[i-1])
		s.setTag(i, got, classes)
	}
}

// LearnTree goes once through a sentence, its words tagged by tagger.
func (t *Trainer) LearnTree(g Gold, tagger *linear.Model) {
	s := &t.scratch
	s.Begin(g.Forms)
	s.tag(tagger, len(tagger.Classes), tagClasses(tagger.Classes))
	t.heads = append(append(t.heads[:0], 0), make([]int32, len(g.Heads))...)
	for i, h := range g.Heads {
		if h == 0 {
			h = int(s.root())
		}
		t.heads[i+1] = int32(h)
	}
	for !s.Done() {
		move := t.learnMove()
		rel := uint8(0)
		if head, dep := s.Arc(move); dep != 0 && head != s.root() {
			rel = uint8(t.learnRel(g, head, dep)) + 1
		}
		s.Move(move, rel)
	}
}

// learnMove returns the move to be made.
func (t *Trainer) learnMove() int {
	s := &t.scratch
	s.keys.moveFeatures(&s.State)
	scores := s.score(t.Moves, moves)
	var costs [moves]int
	got, want, wrong := -1, -1, -1
	for move := range moves {
		if !s.Legal(move) {
			continue
		}
		costs[move] = t.cost(move)
		if got < 0 || scores[move] > scores[got] {
			got = move
		}
		if c := costs[move]; want < 0 || c < costs[want] || c == costs[want] && scores[move] > scores[want] {
			want = move
		}
	}
	for move := range moves {
		if s.Legal(move) && costs[move] > costs[want] && (wrong < 0 || scores[move] > scores[wrong]) {
			wrong = move
		}
	}
	t.Moves.Step()
	if wrong >= 0 && scores[want] <= scores[wrong]+t.Margin {
		t.Moves.Update(s.keys.list(), want, wrong)
	}
	if costs[got] == costs[want] {
		return got
	}
	if t.Random.Float64() < t.Explore {
		return got
	}
	return want
}

// learnRel returns the relation that the models take the arc for. There is
// something to learn only where the arc itself is right.
func (t *Trainer) learnRel(g Gold, head, dep int32) int {
	s := &t.scratch
	s.keys.relFeatures(&s.State, head, dep)
	scores := s.score(t.Rels, len(t.Rels.Classes))
	got := linear.Best(scores)
	t.Rels.Step()
	if t.heads[dep] == head {
		t.learn(t.Rels, scores, g.Rels[dep-1])
	}
	return got
}

// learn moves the weights of the features collected last if class want does not
// win by the margin.
func (t *Trainer) learn(p *linear.Perceptron, scores []int32, want int) {
	wrong := -1
	for c, score := range scores {
		if c != want && (wrong < 0 || score > scores[wrong]) {
			wrong = c
		}
	}
	if scores[want] <= scores[wrong]+t.Margin {
		p.Update(t.scratch.keys.list(), want, wrong)
	}
}

// cost is how many arcs of the annotated tree can no longer be built after a
// move (Goldberg and Nivre 2013).
func (t *Trainer) cost(move int) int {
	s := &t.scratch
	top, second, next := s.top(0), s.top(1), s.next
	lost := 0
	switch move {
	case Shift:
		for _, w := range s.stack {
			if t.heads[w] == next || w != top && t.heads[next] == w {
				lost++
			}
		}
	case Left:
		if h := t.heads[top]; h == second && second != 0 || h > next {
			lost++
		}
		lost += t.dependentsFrom(next, top)
	case Right:
		if t.heads[top] >= next {
			lost++
		}
		lost += t.dependentsFrom(next, top)
	}
	return lost
}

// dependentsFrom counts the words from word on whose annotated head is head.
func (t *Trainer) dependentsFrom(word, head int32) int {
	n := 0
	for i := word; i <= int32(t.scratch.n); i++ {
		if t.heads[i] == head {
			n++
		}
	}
	return n
}
