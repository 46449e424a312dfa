package extract

import (
	"slices"
	"strings"

	"dateline/extract/actor"
	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// affected are the noun phrases that may tell who the effect word at token i
// befell, likeliest first: the object of an active verb, the subject of a
// passive one, the phrase before "dead", the one after "the death of".
func (sc *scene) affected(i int, h *trigger.Hit) []int {
	c := sc.At(i)
	word := sc.Doc.Tokens[i].Lower
	var candidates []int
	switch chunk := sc.Chunks[c]; {
	case word == "toll":
		candidates = []int{sc.tollAfter(c)}
	case h.First < i && i < h.Last && sc.Doc.Tokens[i-1].Lower == "to": // "was stoned to death"
		candidates = sc.affectedByVerb(c - 2)
	case chunk.Kind == phrase.VG:
		candidates = sc.affectedByVerb(c)
	case chunk.Kind == phrase.NP && is(perish, word): // "with nine people dying"
		candidates = []int{c - 1}
	case chunk.Kind == phrase.NP && chunk.Head == i && is(dying, word):
		candidates = sc.affectedByNoun(c, word, h)
	case chunk.Kind == phrase.NP && chunk.Head != i && is(dying, word): // "death squad", "assassination attempt"
	case chunk.Kind == phrase.NP:
		candidates = []int{c}
	case sc.kindAt(c-1) == phrase.VG: // "shot dead two men", "was found dead"
		candidates = append([]int{c + 1}, sc.affectedByVerb(c-1)...)
	default:
		candidates = []int{c - 1, c + 1} // "nine dead", "dead: nine"
	}
	var out []int
	for _, k := range candidates {
		switch {
		case sc.kindAt(k) != phrase.NP:
		case sc.antecedent(sc.clauseOf[c]) == k: // "five of the men who were killed" are not all
			out = append(out, k)
		default:
			out = append(out, sc.counting(k))
		}
	}
	return out
}

// counting is the noun phrase that counts the one at chunk k, which "of" joins to
// it ("a couple of guards"), or k itself.
func (sc *scene) counting(k int) int {
	if sc.lower(k-1) != "of" || sc.kindAt(k-2) != phrase.NP {
		return k
	}
	chunk := sc.Chunks[k-2]
	f, _ := figures()
	if _, ok := f.amountIn(sc.Doc.Tokens, chunk.First, chunk.Last); ok || is(quantity, sc.Doc.Tokens[chunk.Head].Lower) {
		return k - 2
	}
	return k
}

// affectedByVerb are the phrases that the verb at chunk v may have befallen.
func (sc *scene) affectedByVerb(v int) []int {
	if sc.kindAt(v) != phrase.VG {
		return nil
	}
	chunk := sc.Chunks[v]
	switch {
	case is(perish, sc.Doc.Tokens[chunk.Head].Lower):
		return []int{sc.sufferer(v)}
	case sc.isBareNumber(v - 1): // "23 killed, 100 injured"
		return []int{v - 1}
	case !chunk.Passive && sc.Object(v) >= 0:
		return []int{sc.Object(v)}
	}
	if s := sc.sufferer(v); s >= 0 {
		return []int{s, v - 1}
	}
	return []int{v - 1, sc.invertedSubject(v)}
}

// isBareNumber reports whether chunk c is a number alone, which does nothing
// itself: before a verb of harm it counts those harmed.
func (sc *scene) isBareNumber(c int) bool {
	return sc.kindAt(c) == phrase.NP && sc.Doc.Tokens[sc.Chunks[c].Head].Tag == "CD"
}

// invertedSubject is the subject that follows a participle at the head of its
// clause: "Also killed in the raid were two guards"; -1 if there is none.
func (sc *scene) invertedSubject(v int) int {
	if v > 0 && sc.kindAt(v-1) != phrase.Adverb {
		return -1
	}
	for k := v + 1; k < len(sc.Chunks); k++ {
		if sc.Chunks[k].Kind != phrase.VG {
			continue
		}
		for n := k + 1; n < len(sc.Chunks) && is(be, sc.Doc.Tokens[sc.Chunks[k].Head].Lower); n++ {
			if sc.Chunks[n].Kind == phrase.NP {
				return n
			}
		}
		break
	}
	return -1
}

// tollAfter is the noun phrase that gives the death toll told of at chunk c:
// "the death toll rose to 12", "a toll that the mayor put at 20"; -1 if none does.
func (sc *scene) tollAfter(c int) int {
	if sc.isSuperseded(c) {
		return -1
	}
	f, _ := figures()
	for k := c + 1; k+1 < len(sc.Chunks); k++ {
		switch n := sc.Chunks[k+1]; sc.lower(k) {
		case "to", "at", "of":
			if _, ok := f.amountIn(sc.Doc.Tokens, n.First, n.Last); ok && n.Kind == phrase.NP {
				return k + 1
			}
		}
	}
	return -1
}

// sufferer is the phrase that a verb without an object befalls: its subject, but
// the noun phrase right before it where the subject found stands before another
// verb ("four were killed, and 43 others were wounded").
func (sc *scene) sufferer(v int) int {
	s := sc.passiveSubject(v)
	if s < 0 || s == v-1 {
		return s
	}
	near := v - 1
	if sc.kindAt(near) == phrase.Comma { // "a woman, Mary Doe, was killed"
		near--
	}
	if before := sc.kindAt(near - 1); sc.kindAt(near) != phrase.NP || before != phrase.Conj && before != phrase.Comma {
		return s
	}
	if slices.ContainsFunc(sc.Chunks[s:near], func(c phrase.Chunk) bool { return c.Kind == phrase.VG }) {
		return near
	}
	return s
}

// affectedByNoun are the phrases of whose death the noun at chunk c tells. It
// counts where the noun is the trigger, or what came of the deed: "resulted in
// the death of", "the death of X in a raid".
func (sc *scene) affectedByNoun(c int, word string, h *trigger.Hit) []int {
	chunk := sc.Chunks[c]
	of := sc.dependent(c)
	verb := c - 1
	for verb > 0 && sc.Chunks[verb].Kind == phrase.Prep {
		verb--
	}
	head := ""
	if verb >= 0 {
		head = sc.Doc.Tokens[sc.Chunks[verb].Head].Lower
	}
	switch {
	case strings.HasPrefix(word, "li"): // "lost their lives", "claimed 400 lives", "claimed the life of"
		if sc.kindAt(verb) != phrase.VG || !is(taking, head) {
			return nil
		}
		if sc.Doc.Tokens[chunk.First].Tag == "PRP$" {
			return []int{sc.Subject(verb)}
		}
		return []int{of, c}
	case h.First <= chunk.Head && chunk.Head < h.Last, is(outcome, head), c > 0 && is(outcome, sc.lower(c-1)):
		return []int{of, c}
	case of >= 0 && is(lossCause, sc.lower(of+1)):
		return []int{of, c}
	}
	return []int{c} // "ten insurgent deaths"
}

// dependent is the noun phrase that "of" joins to the one at chunk c, a time
// between them aside: "the killing on Thursday of the commander".
func (sc *scene) dependent(c int) int {
	for k := c + 1; k+1 < len(sc.Chunks) && k < c+4; k++ {
		switch {
		case sc.lower(k) == "of":
			return k + 1
		case sc.Chunks[k].Kind != phrase.Time && sc.Chunks[k].Kind != phrase.Prep:
			return -1
		}
	}
	return -1
}

// isSuperseded reports whether the death toll told of at chunk c is one given
// before the article's own: "which earlier gave a toll of 20".
func (sc *scene) isSuperseded(c int) bool {
	for k := range sc.Chunks {
		if sc.clauseOf[k] == sc.clauseOf[c] && k <= c {
			for _, t := range sc.Doc.Tokens[sc.Chunks[k].First:sc.Chunks[k].Last] {
				if is(superseded, t.Lower) {
					return true
				}
			}
		}
	}
	return false
}

// groups are the noun phrases that tell who was affected, the one at chunk k and
// those joined to it: "two soldiers of the guard, a policeman and three
// civilians". Chunk v holds the effect word: the verb of which they may be the
// subject, or the subject of the verb that follows them.
func (sc *scene) groups(k, v int) []int {
	if sc.isPart(k) {
		return nil
	}
	out := []int{k}
	for {
		n, joined := sc.joinedTo(k)
		if !joined || sc.followedByVerb(n, v) && (v == out[0] || sc.Subject(n+1) != v) || sc.namesEffect(n) {
			return out
		}
		out = append(out, n)
		k = n
	}
}

// joinedTo is the noun phrase that a conjunction or "along with" joins to the one
// at chunk k, what else belongs to that one aside.
func (sc *scene) joinedTo(k int) (int, bool) {
	i := k + 1
	for sc.kindAt(i) == phrase.Prep && sc.kindAt(i+1) == phrase.NP && sc.lower(i) == "of" {
		i += 2
	}
	if sc.kindAt(i) == phrase.Comma && sc.explains(k, i+1) {
		for i += 2; sc.kindAt(i) == phrase.Prep || sc.kindAt(i) == phrase.NP; i++ {
		}
	}
	comma := sc.kindAt(i) == phrase.Comma
	if comma {
		i++
	}
	switch {
	case sc.kindAt(i) == phrase.Conj && (sc.lower(i) == "and" || sc.lower(i) == "plus"):
		i++
	case sc.spellsAt(i, "along", "with"), sc.spellsAt(i, "together", "with"):
		i += 2
	case sc.spellsAt(i, "as", "well", "as"), sc.spellsAt(i, "in", "addition", "to"):
		i += 3
	case comma && sc.kindAt(i) == phrase.NP && sc.lower(i+1) != "of":
		if _, more := sc.joinedTo(i); !more {
			return -1, false
		}
	default:
		return -1, false
	}
	return i, sc.kindAt(i) == phrase.NP && !sc.isPart(i)
}

// explains reports whether the phrase at chunk n says who the one at chunk k is:
// "X, commander of the guard", "the commander, X".
func (sc *scene) explains(k, n int) bool {
	if sc.kindAt(n) != phrase.NP {
		return false
	}
	name := func(c int) bool { return sc.Doc.Tokens[sc.Chunks[c].Head].Tag == "NNP" }
	f, _ := figures()
	_, counted := f.amountIn(sc.Doc.Tokens, sc.Chunks[n].First, sc.Chunks[n].Last)
	return name(k) != name(n) && !counted
}

// spellsAt reports whether single-word chunks from c on spell words.
func (sc *scene) spellsAt(c int, words ...string) bool {
	if c < 0 || c >= len(sc.Chunks) {
		return false
	}
	first := sc.Chunks[c].First
	return first+len(words) <= sc.sentence.Last && spells(sc.Doc.Tokens[first:first+len(words)], words)
}

// followedByVerb reports whether a finite verb other than v has the phrase at
// chunk n for its subject.
func (sc *scene) followedByVerb(n, v int) bool {
	return n+1 != v && sc.kindAt(n+1) == phrase.VG && sc.Chunks[n+1].Finite
}

// namesEffect reports whether the phrase at chunk n holds an effect word of its
// own: "and 15 wounded".
func (sc *scene) namesEffect(n int) bool {
	chunk := sc.Chunks[n]
	for _, t := range sc.Doc.Tokens[chunk.First:chunk.Last] {
		if effectOf(t.Lower) != "" {
			return true
		}
	}
	return false
}

// isPart reports whether the phrase at chunk k tells of some of those already
// counted: "including three children", "three of them".
func (sc *scene) isPart(k int) bool {
	if k > 0 && sc.lower(k-1) != "of" && is(part, sc.lower(k-1)) {
		return true
	}
	return sc.lower(k+1) == "of" && (sc.lower(k+2) == "them" || sc.lower(k+2) == "whom")
}

// isPlural reports whether the noun phrase at chunk n is of several.
func (sc *scene) isPlural(n int) bool {
	head := sc.Doc.Tokens[sc.Chunks[n].Head]
	return head.Tag == "NNS" || head.Tag == "NNPS" || singular(head.Lower) != head.Lower
}

// isOneMore reports whether the phrase at chunk n, which a conjunction joins to
// another, is of another person: "and his wife", but not "a journalist and writer".
func (sc *scene) isOneMore(n int) bool {
	chunk := sc.Chunks[n]
	if a, ok := sc.actorAt(chunk); ok && actor.IsPerson(a) {
		return true
	}
	return is(determined, sc.Doc.Tokens[chunk.First].Lower) || sc.Doc.Tokens[chunk.Head].Tag == "NNP"
}

// figure reads how many the noun phrase at chunk k counts: "at least nine
// people", "between 20 and 30 soldiers", "a policeman", a person by name.
func (r *reader) figure(sc *scene, k int, known trust) (mention.Toll, bool) {
	chunk := sc.Chunks[k]
	t := mention.Toll{Span: sc.Doc.Cover(chunk.First, chunk.Last), Victims: r.victims(sc, chunk)}
	f, _ := figures()
	if sc.tellsDeed(chunk) && !sc.namesEffect(k) || is(instrument, singular(sc.Doc.Tokens[chunk.Head].Lower)) {
		return t, false
	}
	if a, ok := f.amountIn(sc.Doc.Tokens[:sc.sentence.Last], chunk.First, chunk.Last); ok && !(a.first > chunk.First && sc.Doc.Tokens[a.first-1].Lower == "no") {
		t.Count, t.Qualifier = a.Count, a.Qualifier
		return t, true
	}
	if effectOf(sc.Doc.Tokens[chunk.Head].Lower) == "" && r.onePerson(sc, chunk, known) {
		t.Count, t.Qualifier, t.Unnumbered = mention.Count{Low: 1, High: 1}, mention.ExactFigure, true
		return t, true
	}
	return t, false
}

// tellsDeed reports whether the head of a noun phrase is a trigger and nobody:
// "12 attacks", but not "two suicide bombers".
func (sc *scene) tellsDeed(chunk phrase.Chunk) bool {
	if _, person := actor.GroupNoun(singular(sc.Doc.Tokens[chunk.Head].Lower)); person {
		return false
	}
	return slices.ContainsFunc(sc.hits, func(h trigger.Hit) bool { return h.Form == trigger.Noun && h.Head == chunk.Head })
}

// onePerson reports whether the phrase is one person: by name, by pronoun, or
// with a determiner and a word for a person in the singular.
func (r *reader) onePerson(sc *scene, chunk phrase.Chunk, known trust) bool {
	if a, ok := sc.actorAt(chunk); ok && actor.IsPerson(a) {
		return true
	}
	head := sc.Doc.Tokens[chunk.Head]
	switch head.Tag {
	case "PRP":
		return head.Lower == "him" || head.Lower == "her" || head.Lower == "he" || head.Lower == "she"
	case "NN":
		return sc.oneByNoun(chunk, head, known)
	case "NNP":
		return sc.oneByName(chunk, known)
	}
	return false
}

// trust is how far a word of an effect vouches that the singular it befalls is a person.
type trust int

const (
	knownPerson    trust = iota // only a word or name known to be a person's: "captured a soldier", not "a town"
	determinedNoun              // or any noun with "a" or "his", any name: "killed a facilitator"
	anySingular                 // or any singular: "was hanged", as the trigger itself
)

// trusted is how far the effect word at token i vouches for a person.
func (sc *scene) trusted(i int, effect string, h *trigger.Hit) trust {
	switch {
	case effect != "killed":
		return knownPerson
	case h.First <= i && i < h.Last:
		return anySingular
	case sc.Chunks[sc.At(i)].Kind == phrase.VG || is(dying, sc.Doc.Tokens[i].Lower):
		return determinedNoun
	}
	return knownPerson
}

// oneByNoun reads "the commander", "a facilitator", as far as the effect is trusted.
func (sc *scene) oneByNoun(chunk phrase.Chunk, head token.Token, known trust) bool {
	first := sc.Doc.Tokens[chunk.First]
	if is(collective, head.Lower) || is(quantity, head.Lower) || is(struggle, head.Lower) || is(noone, head.Lower) || first.Lower == "no" || singular(head.Lower) != head.Lower {
		return false
	}
	if known == anySingular {
		return true
	}
	_, person := actor.GroupNoun(head.Lower)
	if person {
		return is(determined, first.Lower) || first.Tag == "NNP" || first.Tag == "NN" || first.Tag == "JJ"
	}
	return known == determinedNoun && is(determined, first.Lower) && first.Lower != "the"
}

// oneByName reads a name that no list knows: behind a title ("Taliban leader
// Rostum"), or alone, outside headlines, if it is no place and no body.
func (sc *scene) oneByName(chunk phrase.Chunk, known trust) bool {
	head := sc.Doc.Tokens[chunk.Head]
	if _, group := actor.GroupNoun(singular(head.Lower)); group {
		return false
	}
	if chunk.Head > chunk.First {
		title := sc.Doc.Tokens[chunk.Head-1].Lower
		if _, person := actor.GroupNoun(title); person && !is(collective, title) {
			return true
		}
	}
	if known == knownPerson || sc.kind == article.Title {
		return false
	}
	if _, listed := sc.actorAt(chunk); listed {
		return false
	}
	for i := range sc.places {
		if p := &sc.places[i]; p.First <= chunk.Head && chunk.Head < p.Last {
			return false
		}
	}
	return true
}

// victims classes those counted as civilians or fighters.
func (r *reader) victims(sc *scene, chunk phrase.Chunk) string {
	for i := chunk.Last - 1; i >= chunk.First; i-- {
		sector, ok := actor.GroupNoun(singular(sc.Doc.Tokens[i].Lower))
		if !ok {
			continue
		}
		switch sector {
		case "MIL", "REB", "INS", "COP", "PRM", "UAF", "SPY":
			return "combatant"
		case "CVL", "CIV", "MED", "EDU", "REF", "REL", "LAB":
			return "civilian"
		}
	}
	return "unknown"
}
