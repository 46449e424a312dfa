package phrase

import "slices"

// Subject returns the index of the noun-phrase chunk that is the subject of
// the verb group at chunk v, or -1. For a passive group it is the one affected.
func (s *Sentence) Subject(v int) int { return s.subject(v, 0) }

// maxControl bounds how many verbs a subject is handed down through ("vowed to
// try to retake").
const maxControl = 4

func (s *Sentence) subject(v, depth int) int {
	if depth > maxControl {
		return -1
	}
	c := s.Chunks[v]
	for i := v - 1; i >= 0; i-- {
		switch k := s.Chunks[i]; k.Kind {
		case Rel:
			return s.antecedent(i)
		case Conj:
			if p := s.verbBefore(i); p >= 0 && !s.isolatedNP(i, v) {
				return s.subject(p, depth+1)
			}
		case Sub:
			if i == v-1 { // "after killing", "while retreating"
				return s.controller(i, v, depth)
			}
			return -1
		case VG:
			if c.Infinitive || c.Gerund || !c.Finite {
				return s.subject(i, depth+1)
			}
			if k.Finite {
				return s.between(i, v)
			}
		case NP:
			if s.governed(i) {
				continue
			}
			return s.firstConjunct(i)
		case Comma:
			if j := s.openingComma(i); j >= 0 && !c.Gerund {
				i = j
			}
		case Stop, Quote:
			if c.Finite && i < v-1 {
				return -1
			}
		}
	}
	return -1
}

// firstConjunct is the first of the noun phrases that a conjunction joins to the
// one at i: "the United States" in "the United States and Britain".
func (s *Sentence) firstConjunct(i int) int {
	for i >= 2 && s.Chunks[i-1].Kind == Conj && s.Chunks[i-2].Kind == NP && !s.governed(i-2) {
		i -= 2
		for i >= 2 && s.Chunks[i-1].Kind == Comma && s.Chunks[i-2].Kind == NP && !s.governed(i-2) {
			i -= 2
		}
	}
	return i
}

// isolatedNP reports whether a noun phrase stands between the conjunction at i
// and the verb at v, so that the verb has a subject of its own.
func (s *Sentence) isolatedNP(i, v int) bool {
	for k := i + 1; k < v; k++ {
		if s.Chunks[k].Kind == NP && !s.governed(k) {
			return true
		}
	}
	return false
}

// between is the first noun phrase after the verb group at i and before v that
// no preposition governs: the subject of a clause without "that".
func (s *Sentence) between(i, v int) int {
	for k := v - 1; k > i; k-- {
		if s.Chunks[k].Kind == NP && !s.governed(k) {
			return k
		}
	}
	return -1
}

// controller is the subject of the clause that a participle clause hangs on.
func (s *Sentence) controller(i, v, depth int) int {
	if p := s.verbBefore(i); p >= 0 {
		return s.subject(p, depth+1)
	}
	for k := v + 1; k < len(s.Chunks); k++ {
		if s.Chunks[k].Kind == VG && s.Chunks[k].Finite {
			return s.subject(k, depth+1)
		}
	}
	return -1
}

func (s *Sentence) verbBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		switch s.Chunks[k].Kind {
		case VG:
			return k
		case Stop:
			return -1
		}
	}
	return -1
}

// governed reports whether the noun phrase at i is the object of a
// preposition, itself or through "and".
func (s *Sentence) governed(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch s.Chunks[k].Kind {
		case Prep:
			return true
		case Conj:
			if k == 0 || s.Chunks[k-1].Kind != NP {
				return false
			}
			k--
			if k >= 0 {
				return s.governed(k)
			}
		case Adverb, Other:
		default:
			return false
		}
	}
	return false
}

// antecedent is the noun phrase that the relative pronoun at i refers to; -1
// where the word is a complementiser ("said that").
func (s *Sentence) antecedent(i int) int {
	k := i - 1
	if k >= 0 && s.Chunks[k].Kind == Comma {
		k--
	}
	if k >= 0 && s.Chunks[k].Kind == Prep { // "some of whom"
		k--
	}
	if k >= 1 && s.Chunks[k].Kind == Time { // "the strike last week that ..."
		k--
		if s.Chunks[k].Kind == Prep {
			k--
		}
	}
	if k >= 0 && s.Chunks[k].Kind == NP && s.dateOf(k) && k >= 2 {
		k -= 2 // "the strike on Jan. 3 that ..."
	}
	if k >= 0 && s.Chunks[k].Kind == NP {
		return k
	}
	return -1
}

// dateOf reports whether the phrase at k ends in a number and a preposition
// ties it to what stands before.
func (s *Sentence) dateOf(k int) bool {
	return s.Doc.Tokens[s.Chunks[k].Last-1].Tag == "CD" && k > 0 && s.Chunks[k-1].Kind == Prep
}

// openingComma is the comma before the one at i if the two enclose an insertion
// without a finite verb of its own, or a relative clause; else -1.
func (s *Sentence) openingComma(i int) int {
	for k := i - 1; k > 0; k-- {
		if s.Chunks[k].Kind != Comma {
			continue
		}
		inside := s.Chunks[k+1]
		if inside.Kind == Rel || inside.Kind == VG && !inside.Finite || inside.Kind == NP && s.verbless(k+1, i) || inside.Kind == Prep && s.verbless(k+1, i) {
			return k
		}
		return -1
	}
	return -1
}

func (s *Sentence) verbless(from, to int) bool {
	for k := from; k < to; k++ {
		if s.Chunks[k].Kind == VG && s.Chunks[k].Finite {
			return false
		}
	}
	return true
}

// Object returns the index of the noun-phrase chunk that the verb group at v
// acts on, or -1. With preps, a phrase that one of them governs counts when it
// follows directly ("fired on the crowd").
func (s *Sentence) Object(v int, preps ...string) int {
	for i := v + 1; i < len(s.Chunks) && i <= v+4; i++ {
		switch c := s.Chunks[i]; c.Kind {
		case NP:
			return i
		case Adverb, Other, Time:
		case Prep:
			if !slices.Contains(preps, s.Doc.Tokens[c.First].Lower) {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// After returns the noun phrase governed by the first of preps that follows
// chunk i, before the next verb or clause; -1 if there is none.
func (s *Sentence) After(i int, preps ...string) int {
	for k := i + 1; k+1 < len(s.Chunks); k++ {
		switch c := s.Chunks[k]; c.Kind {
		case Prep:
			if slices.Contains(preps, s.Doc.Tokens[c.First].Lower) {
				for n := k + 1; n < len(s.Chunks) && n < k+3; n++ {
					if s.Chunks[n].Kind == NP {
						return n
					}
				}
			}
		case VG, Rel, Sub, Stop:
			return -1
		}
	}
	return -1
}

// Conjuncts returns the noun phrases joined to the one at i by commas and
// "and", itself first.
func (s *Sentence) Conjuncts(i int) []int {
	out := []int{i}
	k := i + 1
	for k < len(s.Chunks) {
		n := k
		for n < len(s.Chunks) && (s.Chunks[n].Kind == Comma || s.Chunks[n].Kind == Conj) {
			n++
		}
		if n == k || n >= len(s.Chunks) || s.Chunks[n].Kind != NP {
			break
		}
		out = append(out, n)
		k = n + 1
	}
	if len(out) > 1 && !s.listed(out) {
		out = out[:1]
		if n := s.afterApposition(i); n >= 0 {
			out = append(out, n)
		}
	}
	return out
}

// afterApposition is the noun phrase joined to the one at i after an insertion
// that says more of it: "X, head of the guard, and Y"; -1 if there is none.
func (s *Sentence) afterApposition(i int) int {
	k := i + 1
	if k+1 >= len(s.Chunks) || s.Chunks[k].Kind != Comma || s.Chunks[k+1].Kind != NP {
		return -1
	}
	for k += 2; k < len(s.Chunks) && (s.Chunks[k].Kind == Prep || s.Chunks[k].Kind == NP); k++ {
	}
	if k+2 < len(s.Chunks) && s.Chunks[k].Kind == Comma && s.Chunks[k+1].Kind == Conj && s.Chunks[k+2].Kind == NP {
		if k+3 == len(s.Chunks) || s.Chunks[k+3].Kind != VG || !s.Chunks[k+3].Finite {
			return k + 2
		}
	}
	return -1
}

// listed reports whether the phrases are a list rather than an apposition: a
// conjunction joins the last two, and no finite verb follows that would make
// the last the subject of a new clause.
func (s *Sentence) listed(np []int) bool {
	last := np[len(np)-1]
	if s.Chunks[last-1].Kind != Conj {
		return false
	}
	return len(np) > 2 || s.Chunks[np[0]+1].Kind == Conj
}
