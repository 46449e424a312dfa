package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/timex"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// line is the sentence of a mention edited for a timeline: without the dateline
// and words that lean on what was told before, with the name for a pronoun at its
// head in brackets, cut at a clause where it is long, and not in capitals.
func (r *reader) line(sc *scene, h *trigger.Hit, m *mention.Mention) string {
	first, last := sc.cutToDeed(sc.start(h), sc.needed(h, m))
	var b strings.Builder
	if first > sc.sentence.First && !sc.opens(first) {
		b.WriteString("… ")
	}
	from := first
	if name := r.bracketed(sc, first); name != "" {
		b.WriteString(name)
		from++
	}
	shouting, begun := sc.shouts(), from > first || !sc.opens(first)
	for i := from; i < last; i++ {
		if i > first {
			b.WriteString(sc.gap(i))
		}
		word := sc.Doc.Slice(sc.Doc.Tokens[i].Span)
		if shouting {
			word = sc.cased(i, word)
		}
		if !begun && strings.IndexFunc(word, unicode.IsLetter) >= 0 {
			word, begun = capitalised(word), true
		}
		b.WriteString(word)
	}
	if last < sc.sentence.Last {
		return balanced(tidy(b.String())) + " …"
	}
	return balanced(tidy(b.String()))
}

// tidy makes one line of s and drops what leads on to nothing at its end.
func tidy(s string) string {
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), ",;: –—-")
}

// gap is what stands between token i and the one before it.
func (sc *scene) gap(i int) string {
	return sc.Doc.Slice(mention.Span{Start: sc.Doc.Tokens[i-1].End, End: sc.Doc.Tokens[i].Start})
}

// headReach is how many tokens a dateline has at most.
const headReach = 14

// start is the first token of the sentence that belongs to its telling: after a
// dateline ("CALI --", "DAMASCUS (Agency)") and what leads over from before.
func (sc *scene) start(h *trigger.Hit) int {
	first := sc.sentence.First
	if n := sc.dateline(); n < h.First {
		first = n
	}
	for first+1 < h.First && sc.leadsOver(first) {
		first++
	}
	return first
}

// dateline is the token after the dateline at the head of the sentence, its first
// if there is none: a place in capitals, then a day, an agency, up to a dash or
// bracket, and no word that only a sentence has.
func (sc *scene) dateline() int {
	first, toks := sc.sentence.First, sc.Doc.Tokens
	if !allUpper(toks[first].Text) {
		return first
	}
	for i := first; i < min(first+headReach, sc.sentence.Last-1); i++ {
		switch t := toks[i]; {
		case t.Lower == "--", t.Lower == "–", t.Lower == "—", t.Lower == ")" && !sc.shouts() && toks[i+1].Tag != ":":
			return i + 1
		case t.Tag == "DT", t.Tag == "CC", t.Tag == "IN", strings.HasPrefix(t.Tag, "VB"), strings.HasPrefix(t.Tag, "PRP"):
			return first
		}
	}
	return first
}

// leadsOver reports whether token i, at the head of the sentence, is a comma or a
// word that leads over from the sentence before: "However,", "But".
func (sc *scene) leadsOver(i int) bool {
	t := sc.Doc.Tokens[i]
	switch {
	case t.Tag == "-" && i == sc.sentence.First, t.Tag == ",", t.Tag == "CC" && t.Lower != "both" && t.Lower != "either" && t.Lower != "neither", t.Tag == ":":
		return true
	}
	return is(leadover, t.Lower) && sc.Doc.Tokens[i+1].Tag == ","
}

// opens reports whether nothing of the sentence's telling stands before token first.
func (sc *scene) opens(first int) bool {
	for i := sc.sentence.First; i < first; i++ {
		if sc.Chunks[sc.At(i)].Kind == phrase.VG {
			return false
		}
	}
	return true
}

// A line of more than longLine code points is cut, but not to less than shortLine.
const (
	longLine  = 200
	shortLine = 35
)

// needed are the first and last token of what the mention reads off its sentence:
// the trigger, who, to whom, where, when and how many.
func (sc *scene) needed(h *trigger.Hit, m *mention.Mention) [2]int {
	n := [2]int{h.First, h.Last - 1}
	for _, s := range spansOf(m) {
		if s.Len() == 0 || !sc.sentence.Contains(s) {
			continue
		}
		n[0] = min(n[0], sc.tokenAt(s.Start))
		n[1] = max(n[1], sc.tokenAt(s.End-1))
	}
	return n
}

// spansOf are the spans of what a mention tells of its event.
func spansOf(m *mention.Mention) []mention.Span {
	out := []mention.Span{m.Date.Span}
	for _, n := range m.Actors {
		out = append(out, n.Span)
	}
	for _, n := range m.Targets {
		out = append(out, n.Span)
	}
	for _, p := range m.Places {
		out = append(out, p.Span)
	}
	for _, t := range m.Tolls {
		out = append(out, t.Span)
	}
	return out
}

// cutToDeed leaves out, of a long sentence, the clauses after and before what is
// needed. It returns the tokens to keep, last excluded.
func (sc *scene) cutToDeed(first int, needed [2]int) (from, last int) {
	from, last = first, sc.sentence.Last
	if sc.runes(from, last) <= longLine {
		return from, last
	}
	for i := needed[1] + 1; i < last; i++ {
		if sc.isJoint(i) && sc.runes(from, i) >= shortLine {
			last = i
			break
		}
	}
	if sc.runes(from, last) <= longLine {
		return from, last
	}
	for i := min(needed[0], last-1); i > from; i-- {
		if sc.isJoint(i) && sc.runes(i, last) >= shortLine {
			from = i + 1
			break
		}
	}
	return from, last
}

// isJoint reports whether a new clause begins at or after the mark or word at
// token i: a comma, a dash, "while", "which".
func (sc *scene) isJoint(i int) bool {
	switch c := sc.Chunks[sc.At(i)]; c.Kind {
	case phrase.Sub:
		return true
	case phrase.Comma, phrase.Stop:
		k := sc.At(i)
		return k+1 >= len(sc.Chunks) || sc.clauseOf[k+1] != sc.clauseOf[k] || c.Kind == phrase.Stop || is(simultaneous, sc.lower(k+1))
	}
	return false
}

func (sc *scene) runes(first, last int) int {
	if first >= last {
		return 0
	}
	return utf8.RuneCountInString(sc.Text(first, last))
}

// bracketed is the name, in brackets, of the one for whom the pronoun at token i
// stands; "" for any other word or where that is not known.
func (r *reader) bracketed(sc *scene, i int) string {
	t := sc.Doc.Tokens[i]
	if t.Tag != "PRP" {
		return ""
	}
	names := r.referent(sc, t.Lower, i)
	if len(names) != 1 || names[0].Name == "" {
		return ""
	}
	name := names[0].Name
	if sc.shouts() && allUpper(name) {
		name = titled(name)
	}
	return "[" + name + "]"
}

// shouts reports whether the sentence is written in capitals, as old wire copy is.
func (sc *scene) shouts() bool {
	upper, lower := 0, 0
	for _, r := range sc.Doc.Slice(sc.sentence.Span) {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper >= 12 && upper > 9*lower
}

// shortAcronym is how many letters an abbreviation in brackets has at most.
const shortAcronym = 6

// shortName is how many letters a word that nobody knows has at most to be taken
// for an abbreviation.
const shortName = 3

// cased writes the word of token i of a sentence in capitals as it would stand in
// another: names, and words that nobody knows, with a capital; abbreviations as
// they are.
func (sc *scene) cased(i int, word string) string {
	t := sc.Doc.Tokens[i]
	f, _ := figures()
	switch {
	case t.Tag == "POS":
		return t.Lower
	case t.Lower == "i", strings.Count(word, ".") > 1, strings.Trim(t.Lower, "ivx") == "", sc.abbreviates(i):
		return word
	case f.units[t.Lower], word[0] >= '0' && word[0] <= '9':
		return t.Lower
	case strings.HasSuffix(word, ".") && len(word) > 1, is(calendar, t.Lower), t.Lower == "may" && sc.inTime(i):
		return capitalised(t.Lower)
	}
	switch named, begins := sc.named(i); {
	case !hasVowel(t.Lower):
		return word
	case named && (begins || !is(small, t.Lower)):
		return titled(word)
	case strings.HasPrefix(t.Tag, "NN") && !isCommon(t.Lower) && !isCommon(singular(t.Lower)):
		if len(word) <= shortName {
			return word
		}
		return titled(word)
	case t.Tag == "JJ" && !token.Known(t.Lower) && (strings.HasSuffix(t.Lower, "an") || strings.HasSuffix(t.Lower, "ese")):
		return titled(word) // "Salvadoran"
	}
	return t.Lower
}

// isCommon reports whether a noun in lower case is known, or ends as nouns do that
// are no names: "escalation".
func isCommon(noun string) bool {
	if _, group := actor.GroupNoun(noun); group || token.Known(noun) {
		return true
	}
	for n := 3; n <= 5 && n < len(noun); n++ {
		if is(nounEnding, noun[len(noun)-n:]) {
			return true
		}
	}
	return false
}

// inTime reports whether token i is part of a time expression.
func (sc *scene) inTime(i int) bool {
	return slices.ContainsFunc(sc.times, func(t timex.Timex) bool { return t.Span.Contains(sc.Doc.Tokens[i].Span) })
}

// abbreviates reports whether token i is an abbreviation set in brackets after
// what it stands for: "[FMLN]".
func (sc *scene) abbreviates(i int) bool {
	return i > sc.sentence.First && i+1 < sc.sentence.Last && sc.Doc.Tokens[i-1].Text == "[" && sc.Doc.Tokens[i+1].Text == "]" && len(sc.Doc.Tokens[i].Text) <= shortAcronym
}

// named reports whether token i is part of the name of a place, a state, a body
// or a person, and whether it begins it.
func (sc *scene) named(i int) (named, begins bool) {
	for k := range sc.places {
		if p := &sc.places[k]; p.First <= i && i < p.Last {
			return true, p.First == i
		}
	}
	for k := range sc.actors {
		a := &sc.actors[k]
		if a.First > i || i >= a.Last {
			continue
		}
		_, common := actor.GroupNoun(singular(sc.Doc.Tokens[i].Lower))
		return !common && a.Rule != actor.RuleGroup && a.Rule != actor.RuleModifier && a.Rule != actor.RuleCoreference, a.First == i
	}
	return false, false
}

// titled is a name in capitals with each word capitalised.
func titled(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = capitalised(w)
	}
	return strings.Join(words, " ")
}

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouyáéíóúàèäöü") }

func allUpper(w string) bool { return len(w) > 1 && w == strings.ToUpper(w) && w != strings.ToLower(w) }

// capitalised is s with its first letter in upper case.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// balanced drops a quotation mark at either end that has lost its other.
func balanced(s string) string {
	for _, q := range [][2]string{{`"`, `"`}, {"“", "”"}} {
		open, shut := strings.Count(s, q[0]), strings.Count(s, q[1])
		if q[0] == q[1] && open%2 == 0 || q[0] != q[1] && open == shut {
			continue
		}
		switch {
		case strings.HasPrefix(s, q[0]) && open >= shut:
			s = capitalised(strings.TrimSpace(strings.TrimPrefix(s, q[0])))
		case strings.HasSuffix(s, q[1]):
			s = strings.TrimSuffix(s, q[1])
		}
	}
	return s
}
