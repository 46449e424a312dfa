package extract

import (
	"strconv"
	"strings"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// effects are the classes of words that tell what happened to people; a class is
// named as the toll's effect is.
var effects = []class{"killed", "injured", "captured", "displaced", "missing"}

// effectOf is the effect that a word in lower case tells of, "" if none.
func effectOf(word string) string {
	for _, e := range effects {
		if is(e, word) {
			return string(e)
		}
	}
	return ""
}

// tolls reads every figure of the sentence that counts people hurt in the event.
func (r *reader) tolls(sc *scene, h *trigger.Hit) []mention.Toll {
	if !harmful(h.Kind) {
		return nil
	}
	var out []mention.Toll
	for i := sc.sentence.First; i < sc.sentence.Last; i++ {
		effect := effectOf(sc.Doc.Tokens[i].Lower)
		if effect == "" || sc.owner(i) != h.First {
			continue
		}
		if t, ok := r.tollAt(sc, i, effect); ok && !repeats(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// owner is the first token of the trigger whose deed the effect word at token i
// belongs to: the nearest that can hurt, one of its own clause or its subject
// before others; -1 if there is none.
func (sc *scene) owner(i int) int {
	best, cost := -1, 1<<30
	c := sc.At(i)
	for k := range sc.hits {
		h := &sc.hits[k]
		if h.Consequence || !harmful(h.Kind) {
			continue
		}
		at := sc.At(h.Head)
		d := max(at-c, c-at)
		switch {
		case sc.Chunks[c].Kind == phrase.VG && sc.Subject(c) == at:
			d = 0
		case sc.clauseOf[at] != sc.clauseOf[c] && !sc.sharesTimeWith(at, c):
			d += 20
		}
		if d < cost {
			best, cost = h.First, d
		}
	}
	return best
}

// sharesTimeWith reports whether the clauses of two chunks tell of one time.
func (sc *scene) sharesTimeWith(a, b int) bool {
	return sc.hangsOn(sc.clauseOf[a], sc.clauseOf[b]) || sc.hangsOn(sc.clauseOf[b], sc.clauseOf[a])
}

// harmful reports whether events of a kind have tolls of their own.
func harmful(kind string) bool {
	switch trigger.Family(kind) {
	case "armed", "unrest":
		return true
	}
	return kind == "disaster" || kind == "arrest" || kind == "displacement"
}

func repeats(tolls []mention.Toll, t mention.Toll) bool {
	for _, o := range tolls {
		if o.Span.Overlaps(t.Span) && o.Effect == t.Effect {
			return true
		}
	}
	return false
}

// tollAt reads the figure that goes with the effect word at token i.
func (r *reader) tollAt(sc *scene, i int, effect string) (mention.Toll, bool) {
	for _, k := range sc.affected(i) {
		if t, ok := r.count(sc, k); ok {
			t.Effect = effect
			if sc.runningTotal() {
				t.Scope = "cumulative"
			}
			return t, true
		}
	}
	return mention.Toll{}, false
}

// affected are the noun phrases that may tell who the effect word at token i
// befell, likeliest first: the object of an active verb, the subject of a
// passive one, the phrase before "dead".
func (sc *scene) affected(i int) []int {
	c := sc.At(i)
	var candidates []int
	switch chunk := sc.Chunks[c]; {
	case chunk.Kind == phrase.VG && !chunk.Passive && sc.Object(c) >= 0:
		candidates = []int{sc.Object(c)}
	case chunk.Kind == phrase.VG:
		candidates = []int{sc.passiveSubject(c), c - 1}
	case sc.Doc.Tokens[i].Lower == "lives": // "claimed the lives of nine"
		candidates = []int{sc.After(c, "of")}
	case chunk.Kind == phrase.NP:
		candidates = []int{c}
	default:
		candidates = []int{c - 1, c + 1} // "nine dead", "dead: nine"
	}
	var out []int
	for _, k := range candidates {
		if sc.kindAt(k) == phrase.NP {
			out = append(out, k)
		}
	}
	return out
}

// runningTotal reports whether the sentence counts more than this event.
func (sc *scene) runningTotal() bool {
	for k := sc.sentence.First; k < sc.sentence.Last; k++ {
		t := sc.Doc.Tokens[k]
		if t.Lower == "since" || t.Lower == "conflict" || t.Lower == "war" || t.Lower == "total" || t.Lower == "so" && k+1 < sc.sentence.Last && sc.Doc.Tokens[k+1].Lower == "far" {
			return true
		}
	}
	return false
}

// count adds up the figures of the noun phrase at chunk k and those joined to
// it: "the commander X and one insurgent" are two.
func (r *reader) count(sc *scene, k int) (mention.Toll, bool) {
	sum, ok := r.figure(sc, k)
	if !ok {
		return sum, false
	}
	for _, c := range sc.Conjuncts(k)[1:] {
		more, ok := r.figure(sc, c)
		if !ok {
			continue
		}
		sum.Count.Low += more.Count.Low
		sum.Count.High += more.Count.High
		sum.Span.End = more.Span.End
		if more.Victims != sum.Victims {
			sum.Victims = "unknown"
		}
	}
	return sum, true
}

// figure reads the number in the noun phrase at chunk k: "at least nine
// people", "between 20 and 30 soldiers", "a policeman", or a person by name.
func (r *reader) figure(sc *scene, k int) (mention.Toll, bool) {
	chunk := sc.Chunks[k]
	toks := sc.Doc.Tokens[chunk.First:chunk.Last]
	t := mention.Toll{Qualifier: mention.ExactFigure, Scope: "event", Span: sc.Doc.Cover(chunk.First, chunk.Last), Victims: r.victims(sc, chunk)}
	for i, tok := range toks {
		n, ok := cardinal(tok)
		if !ok || i+1 < len(toks) && unit(toks[i+1].Lower) {
			continue
		}
		t.Count = mention.Count{Low: n, High: n}
		if m, ok := upperBound(toks[i+1:]); ok && m > n {
			t.Count.High = m
		}
		t.Qualifier = sc.qualifier(chunk.First + i)
		return t, true
	}
	if r.onePerson(sc, chunk) {
		t.Count = mention.Count{Low: 1, High: 1}
		return t, true
	}
	return t, false
}

func unit(w string) bool {
	switch w {
	case "days", "day", "hours", "hour", "years", "year", "percent", "%", "km", "miles", "kilometres", "kilometers", "weeks", "months":
		return true
	}
	return false
}

// upperBound reads the second number of "20 to 30", "20 and 30", "20-30".
func upperBound(rest []token.Token) (int, bool) {
	if len(rest) >= 2 && (rest[0].Lower == "to" || rest[0].Lower == "and" || rest[0].Lower == "or" || rest[0].Lower == "-") {
		return cardinal(rest[1])
	}
	return 0, false
}

// onePerson reports whether the phrase is one person: by name, as "him" or
// "her", or with a determiner and a word for a person in the singular.
func (r *reader) onePerson(sc *scene, chunk phrase.Chunk) bool {
	if a, ok := sc.actorAt(chunk); ok && actor.IsPerson(a) {
		return true
	}
	head := sc.Doc.Tokens[chunk.Head]
	if head.Tag == "PRP" {
		return head.Lower == "him" || head.Lower == "her"
	}
	if head.Tag != "NN" {
		return false
	}
	_, person := actor.GroupNoun(head.Lower)
	return person && !is(collective, head.Lower) && is(determined, sc.Doc.Tokens[chunk.First].Lower)
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

// qualifier reads the words before a number at token i.
func (sc *scene) qualifier(i int) mention.Qualifier {
	from := max(sc.sentence.First, i-3)
	words := make([]string, 0, 3)
	for k := from; k < i; k++ {
		words = append(words, sc.Doc.Tokens[k].Lower)
	}
	before := strings.Join(words, " ")
	for _, q := range []struct {
		q     mention.Qualifier
		words []string
	}{
		{mention.AtLeast, []string{"at least", "more than", "over", "no fewer than", "no less than", "minimum of"}},
		{mention.UpTo, []string{"up to", "as many as", "at most", "fewer than", "less than", "no more than"}},
		{mention.About, []string{"about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated", "estimated", "close to"}},
	} {
		for _, w := range q.words {
			if strings.HasSuffix(before, w) {
				return q.q
			}
		}
	}
	return mention.ExactFigure
}

var numerals = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}

// cardinal reads a whole number in digits or words ("1,200", "twenty-one"). A
// bare "hundreds" or "dozens" is no number.
func cardinal(t token.Token) (int, bool) {
	w := t.Lower
	if n, ok := numerals[w]; ok {
		return n, true
	}
	if tens, ones, ok := strings.Cut(w, "-"); ok && numerals[tens] >= 20 && numerals[ones] > 0 && numerals[ones] < 10 {
		return numerals[tens] + numerals[ones], true
	}
	n, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
	return n, err == nil && n >= 0 && n < 10_000_000 && t.Tag == "CD"
}

// total is the range of the figures of one effect for this event alone, nil if
// there are none. Figures for separate groups of one sentence add up.
func total(tolls []mention.Toll, effect string) *mention.Count {
	var sum *mention.Count
	for _, t := range tolls {
		if t.Effect != effect || t.Scope != "event" {
			continue
		}
		if sum == nil {
			sum = &mention.Count{}
		}
		sum.Low += t.Count.Low
		sum.High += t.Count.High
	}
	return sum
}
