package arc

// The moves of the arc-hybrid transition system.
const (
	Shift = iota // the next word goes onto the stack
	Left         // the next word becomes head of the top of the stack, which leaves it
	Right        // the second of the stack becomes head of the top, which leaves it
	moves
)

// MoveNames are the names of the moves, by number.
var MoveNames = []string{"shift", "left", "right"}

// State is a half-built tree. Words are numbered from 1; 0 stands for none, and
// after the last comes the root, whose one child is the root of the sentence.
type State struct {
	n     int // words
	words []word
	stack []int32
	next  int32

	Heads []int32 // by word; of the root of the sentence n+1
	Rels  []uint8 // by word: index of the relation + 1
	kids  []children
}

// children sums up the children that a word has so far.
type children struct {
	left, left2, right, right2 int32 // outermost and second outermost
	leftCount, rightCount      uint8
	leftRels, rightRels        uint64 // sets of relations
}

// reset begins a tree over n words.
func (s *State) reset(n int) {
	s.n, s.next, s.stack = n, 1, s.stack[:0]
	s.Heads = cleared(s.Heads, n+4)
	s.Rels = cleared(s.Rels, n+4)
	s.kids = cleared(s.kids, n+4)
}

// cleared is buf with n zero elements.
func cleared[T any](buf []T, n int) []T {
	if cap(buf) < n {
		return make([]T, n, n+n/2)
	}
	buf = buf[:n]
	clear(buf)
	return buf
}

func (s *State) root() int32 { return int32(s.n + 1) }

// Done reports whether every word has its head.
func (s *State) Done() bool { return s.next == s.root() && len(s.stack) == 0 }

// top is the word at depth i of the stack, 0 if there is none.
func (s *State) top(i int) int32 {
	if i >= len(s.stack) {
		return 0
	}
	return s.stack[len(s.stack)-1-i]
}

// ahead is the word i places after the next one, 0 if there is none.
func (s *State) ahead(i int32) int32 {
	if s.next+i > s.root() {
		return 0
	}
	return s.next + i
}

// Legal reports whether a move may be made. The root takes the last word left,
// so that it has one child.
func (s *State) Legal(move int) bool {
	switch move {
	case Shift:
		return s.next < s.root()
	case Left:
		return len(s.stack) == 1 || len(s.stack) > 1 && s.next < s.root()
	}
	return len(s.stack) > 1
}

// Arc is the head and the dependent that a move would join; 0, 0 for Shift.
func (s *State) Arc(move int) (head, dep int32) {
	switch move {
	case Left:
		return s.next, s.top(0)
	case Right:
		return s.top(1), s.top(0)
	}
	return 0, 0
}

// Move makes a move; rel is the relation (index + 1) of the arc that it adds.
func (s *State) Move(move int, rel uint8) {
	if move == Shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	head, dep := s.Arc(move)
	s.stack = s.stack[:len(s.stack)-1]
	s.Heads[dep], s.Rels[dep] = head, rel
	k := &s.kids[head]
	if move == Left {
		k.left, k.left2 = dep, k.left
		k.leftCount = min(k.leftCount+1, maxCount)
		k.leftRels |= 1 << (rel % 64)
		return
	}
	k.right, k.right2 = dep, k.right
	k.rightCount = min(k.rightCount+1, maxCount)
	k.rightRels |= 1 << (rel % 64)
}

// maxCount is the number of children beyond which they are not told apart.
const maxCount = 6
