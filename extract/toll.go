package extract

import (
	"slices"
	"strings"

	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/timex"
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

// The scopes of a toll.
const (
	ofEvent    = "event"
	cumulative = "cumulative"
)

// tolls reads every figure that counts people hurt in the event: those of the
// sentence, and those of the next one if it only tells what came of the deed.
func (r *reader) tolls(sc *scene, h *trigger.Hit) []mention.Toll {
	if !harmful(h.Kind) {
		return nil
	}
	out := r.tollsIn(sc, h, h.First)
	if next := r.aftermath(sc, h); next != nil {
		for _, t := range r.tollsIn(next, h, nobody) {
			out = addToll(out, t)
		}
	}
	return out
}

// tollsIn reads the figures of sentence sc whose owner is the given token.
func (r *reader) tollsIn(sc *scene, h *trigger.Hit, owner int) []mention.Toll {
	var out []mention.Toll
	for i := sc.sentence.First; i < sc.sentence.Last; i++ {
		effect := effectOf(sc.Doc.Tokens[i].Lower)
		if effect == "" || sc.owner(i) != owner || sc.unreal(i) {
			continue
		}
		if i+1 < sc.sentence.Last && is(tollWord, sc.Doc.Tokens[i+1].Lower) { // "death toll": the noun tells
			continue
		}
		for _, t := range r.tollsAt(sc, i, effect, h) {
			out = addToll(out, t)
		}
	}
	return out
}

// aftermath is the sentence after sc if it tells no deed of its own but what came
// of h, the last deed of sc: "A bomb went off. Nine people were killed."
func (r *reader) aftermath(sc *scene, h *trigger.Hit) *scene {
	if sc.number+1 >= len(r.scenes) || sc.kind != article.Body {
		return nil
	}
	next := r.scenes[sc.number+1]
	if next.kind != sc.kind || next.act() != nil || !next.onlyTellsOutcome() {
		return nil
	}
	if last := sc.act(); last == nil || last.First != h.First {
		return nil
	}
	return next
}

// unreal reports whether the word at token i tells of no deed done: "could kill",
// "did not kill", "tried to kill", "kill ten a day"; but "may have killed" and "is
// said to have killed".
func (sc *scene) unreal(i int) bool {
	for _, t := range sc.times {
		if t.Type == timex.Set && sc.clause(sc.tokenAt(t.Start)) == sc.clause(i) { // "a hundred a day"
			return true
		}
	}
	c := sc.Chunks[sc.At(i)]
	if c.Kind != phrase.VG {
		return false
	}
	modal, perfect := false, false
	for _, t := range sc.Doc.Tokens[c.First:c.Last] {
		switch t.Lower {
		case "not", "n't", "never":
			return true
		case "have":
			perfect = true
		case "may", "might":
			modal = true
		default:
			if t.Tag == "MD" {
				return true
			}
		}
	}
	return (c.Infinitive || modal) && !perfect
}

// addToll appends a figure unless it tells one again: the same words, or as many
// of the same people.
func addToll(tolls []mention.Toll, t mention.Toll) []mention.Toll {
	for _, o := range tolls {
		if o.Effect != t.Effect {
			continue
		}
		again := o.Count == t.Count && (o.Victims == t.Victims || o.Victims == "unknown" || t.Victims == "unknown")
		if o.Span.Overlaps(t.Span) || again && !o.Span.Contains(t.Span) && o.Word != t.Word {
			return tolls
		}
	}
	return append(tolls, t)
}

// tollsAt reads the figures that go with the effect word at token i, one for
// each group of victims: "two soldiers and three civilians" are two.
func (r *reader) tollsAt(sc *scene, i int, effect string, h *trigger.Hit) []mention.Toll {
	var out []mention.Toll
	for _, k := range sc.affected(i, h) {
		if out = r.figuresOf(sc, k, i, effect, h); len(out) > 0 {
			break
		}
	}
	scope, who := sc.scope(i), saysFigure(sc, i)
	for k := range out {
		out[k].Effect = effect
		out[k].Scope, out[k].Who, out[k].Word = scope, who, sc.Doc.Tokens[i].Start
	}
	return out
}

// figuresOf reads the figures of the phrase at chunk k and of those joined to it.
// Where one of them is uncounted ("the monks and their cook"), single persons
// among them are no figure.
func (r *reader) figuresOf(sc *scene, k, i int, effect string, h *trigger.Hit) []mention.Toll {
	var out []mention.Toll
	uncounted, numbered := false, false
	for n, g := range sc.groups(k, sc.At(i)) {
		t, ok := r.figure(sc, g, sc.trusted(i, effect, h))
		switch {
		case !ok:
			uncounted = uncounted || sc.isPlural(g)
		case n == 0 || !t.Unnumbered || sc.isOneMore(g):
			out = append(out, t)
			numbered = numbered || !t.Unnumbered
		}
	}
	if uncounted && !numbered {
		return nil
	}
	return out
}

// saysFigure is who gives the figure at token i, "" if the article itself or a
// pronoun does: of several who are said to tell of the event, the nearest.
func saysFigure(sc *scene, i int) string {
	who, nearest := "", 1<<30
	at := sc.Doc.Tokens[i].Start
	for _, a := range sc.attributions(i) {
		if sc.Doc.Tokens[sc.tokenAt(a.Span.Start)].Tag == "PRP" {
			continue
		}
		if d := max(at-a.Span.Start, a.Span.Start-at); d < nearest {
			who, nearest = a.Who, d
		}
	}
	return who
}

// scope tells whether the figure at token i counts the event alone or all that a
// longer time has cost: "since", "so far this year", "in the civil war".
func (sc *scene) scope(i int) string {
	clause := sc.clause(i)
	if s := sc.Subject(sc.At(i)); sc.Chunks[sc.At(i)].Kind == phrase.VG && s >= 0 && is(struggle, sc.Doc.Tokens[sc.Chunks[s].Head].Lower) {
		return cumulative
	}
	for c := range sc.Chunks {
		if k := sc.clauseOf[c]; k != clause && sc.clauses[k].Parent != clause {
			continue
		}
		if sc.countsOn(c) {
			return cumulative
		}
	}
	return ofEvent
}

// countsOn reports whether a phrase that widens a figure's time begins at chunk c.
func (sc *scene) countsOn(c int) bool {
	switch sc.lower(c) {
	case "since":
		return c == 0 || !sc.superlative(c-1)
	case "in", "during", "over":
		if k := sc.kindAt(c + 1); k != phrase.NP && k != phrase.Time {
			return false
		}
		chunk := sc.Chunks[c+1]
		head := sc.Doc.Tokens[chunk.Last-1].Lower
		return is(struggle, head) || is(span, head) || is(stretch, head) && slices.ContainsFunc(sc.Doc.Tokens[chunk.First:chunk.Last], func(t token.Token) bool { return t.Lower == "past" || t.Lower == "last" || t.Lower == "recent" })
	}
	return false
}

// superlative reports whether the phrase at chunk c ranks the event rather than
// counts: "the deadliest attack since 2015", "the first since May".
func (sc *scene) superlative(c int) bool {
	chunk := sc.Chunks[c]
	for _, t := range sc.Doc.Tokens[chunk.First:chunk.Last] {
		if t.Tag == "JJS" || t.Tag == "RBS" || t.Lower == "first" || strings.HasSuffix(t.Lower, "iest") {
			return true
		}
	}
	return false
}

// total is the range of the figures of one effect for this event alone, nil if
// there are none. The figures for separate groups add up; people told of without
// a number are among those who are counted, unless one word tells of both.
func total(tolls []mention.Toll, effect string) *mention.Count {
	numbered := map[int]bool{} // effect words with a number among their figures
	for _, t := range tolls {
		if t.Effect == effect && t.Scope == ofEvent && !t.Unnumbered {
			numbered[t.Word] = true
		}
	}
	var sum *mention.Count
	for _, t := range tolls {
		if t.Effect != effect || t.Scope != ofEvent || len(numbered) > 0 && !numbered[t.Word] {
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
