package place

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"dateline/extract/lang/en"
	"dateline/extract/mention"
	"dateline/extract/place/internal/gazetteer"
)

// maxUnlisted is the number of tokens of the longest name that no table has.
const maxUnlisted = 5

// stretch is a run of words that may be a name that no table has.
type stretch struct {
	first, last int // tokens, last excluded
	told        bool
}

// unlisted adds to found the places that the wording tells, but that no table
// has: "the village of X", "X district", "in X, Ghazni province", "near X". They
// take province, country and position from the place named after them, if any.
func (f *finder) unlisted(found []Found) []Found {
	w := wilds{finder: f, found: found, taken: make([]bool, len(f.doc.Tokens)), initials: f.initials()}
	for i := range found {
		for k := found[i].First; k < found[i].Last; k++ {
			w.taken[k] = true
		}
	}
	var more []Found
	for s := range f.doc.Sentences {
		if f.styles[s] == titleCase {
			continue
		}
		for _, r := range w.tell(w.stretches(s), s) {
			if r.told {
				more = append(more, w.unknown(&r, s))
			}
		}
	}
	found = append(found, more...)
	slices.SortFunc(found, func(a, b Found) int { return cmp.Compare(a.First, b.First) })
	return found
}

// wilds is the search for places that no table has.
type wilds struct {
	*finder
	found    []Found
	taken    []bool          // by token: whether it is part of a place found
	initials map[string]bool // words that the text gives in brackets as the short name of something
}

// initials are the words that stand alone in brackets: "National Liberation
// Front (FLN)". They are organisations wherever they stand.
func (f *finder) initials() map[string]bool {
	out := map[string]bool{}
	for i := 1; i+1 < len(f.doc.Tokens); i++ {
		before, after := f.lower(i-1), f.lower(i+1)
		if before == "(" && after == ")" || before == "[" && after == "]" {
			out[f.lower(i)] = true
		}
	}
	return out
}

// stretches are the longest runs of words of sentence s that may be names.
func (w *wilds) stretches(s int) []stretch {
	sent := w.doc.Sentences[s]
	var out []stretch
	for i := sent.First; i < sent.Last; i++ {
		end := w.runFrom(i, s)
		if end == i {
			continue
		}
		if end-i <= maxUnlisted && !w.isBarePrefix(i, end) && !(i > sent.First && w.joinsBefore(i-1, s)) {
			out = append(out, stretch{first: i, last: end})
		}
		i = end
	}
	return out
}

// runFrom is the end of the run of words that begins at token i: names, and the
// particles between them ("Prados de Venecia") or, but for those that tie one
// noun to another, before the first ("El Poblado").
func (w *wilds) runFrom(i, s int) int {
	last := w.doc.Sentences[s].Last
	end := i
	for end < last {
		switch l := w.lower(end); {
		case !particles[l] && w.mayName(end, s):
			end++
		case particles[l] && end+1 < last && !particles[w.lower(end+1)] && w.mayName(end+1, s) && (end > i && !linking[l] || end == i && opening[l]):
			end += 2
		default:
			return end
		}
	}
	return end
}

// Particles that may begin a name, and those that part two.
var (
	opening = setOf("el la los las al")
	linking = setOf("of and upon on sur s en")
)

// isBarePrefix reports whether the tokens first..last are but the beginning of a name.
func (w *wilds) isBarePrefix(first, last int) bool {
	return last == first+1 && w.word(first).is(prefix)
}

// joinsBefore reports whether token i, which may itself be no place, makes what
// follows it part of another name.
func (w *wilds) joinsBefore(i, s int) bool {
	return w.styles[s] == plainCase && isName(w.doc.Tokens[i].Text) && w.doc.Tokens[i].Tag == "NNP" || w.persons[i] != 0 || w.word(i).is(title)
}

// mayName reports whether token i may be part of an unlisted name: a proper noun
// that is no demonym, no common word and no part of a person's name.
func (w *wilds) mayName(i, s int) bool {
	t := &w.doc.Tokens[i]
	switch cue := w.word(i); {
	case w.taken[i], !isName(t.Text), w.persons[i] != 0, w.peoples[i] != nowhere, cue.is(direction | title), cue.after != noLevel, cue.is(locality),
		isCalendar(t.Lower), w.stop[t.Lower] == stopNever && !cue.is(prefix), w.initials[t.Lower]:
		return false
	case w.styles[s] == capitals:
		return isUpper(t.Text) && !isWord(t.Lower)
	}
	return (t.Tag == "NNP" || startsWithArticle(t.Text)) && !isUpper(t.Text)
}

// isWord reports whether a word in lower case is one of the language, or made of
// two with a hyphen: where all is in capitals nothing else tells it from a name.
func isWord(lower string) bool {
	first, rest, _ := strings.Cut(lower, "-")
	return en.IsWord(first) && (rest == "" || isWord(rest))
}

// startsWithArticle reports whether a word in lower case is a name with the
// Arabic article: "al-Zaalaneh".
func startsWithArticle(word string) bool {
	article, _, hyphen := strings.Cut(word, "-")
	return hyphen && gazetteer.IsArticle(article)
}

// tell marks the stretches that the words around them tell to be places, and
// those that stand in a list with them.
func (w *wilds) tell(runs []stretch, s int) []stretch {
	plural := make([]bool, len(runs))
	for i := range runs {
		r := &runs[i]
		before, after := w.settledBefore(r, s), w.settledAfter(r, s)
		plural[i] = before
		r.told = before || after || w.isLocated(r, s)
		if i > 0 && plural[i-1] && w.isListed(runs[i-1].last, r.first) { // "villages of A, B and C"
			r.told, plural[i] = true, true
		}
	}
	for i := len(runs) - 1; i > 0; i-- { // "A, B and C districts"
		if w.settledAfter(&runs[i], s) && strings.HasSuffix(w.lower(runs[i].last), "s") && w.isListed(runs[i-1].last, runs[i].first) {
			runs[i-1].told = true
		}
	}
	return runs
}

// settledBefore reports whether a noun of place and "of" stand before r.
func (w *wilds) settledBefore(r *stretch, s int) bool {
	i := w.beforeArticle(r, s)
	return i > w.doc.Sentences[s].First && w.lower(i) == "of" && isSettled(w.word(i-1).before)
}

// settledAfter reports whether a noun of place follows r.
func (w *wilds) settledAfter(r *stretch, s int) bool {
	if r.last >= w.doc.Sentences[s].Last {
		return false
	}
	noun := w.word(r.last)
	return isSettled(noun.after) || noun.is(locality) || noun.after == site && w.leads(r, s)
}

// isSettled reports whether a noun tells a district or a settlement.
func isSettled(lvl level) bool { return lvl == town || lvl == admin2 }

// leads reports whether a preposition of place stands before r, or before "the",
// or a place that has it: "Tehran's Azadi Square".
func (w *wilds) leads(r *stretch, s int) bool {
	i := w.beforeArticle(r, s)
	return w.word(i).is(locative) || i > 0 && w.doc.Tokens[i].Tag == "POS" && w.taken[i-1]
}

// beforeArticle is the token before r and its article, -1 if there is none in
// sentence s.
func (w *wilds) beforeArticle(r *stretch, s int) int {
	i := r.first - 1
	if i > w.doc.Sentences[s].First && w.lower(i) == "the" {
		i--
	}
	if i < w.doc.Sentences[s].First {
		return -1
	}
	return i
}

// isLocated reports whether a preposition of place right before r tells it to be
// one: with what contains it after it, or where nothing else may be meant.
func (w *wilds) isLocated(r *stretch, s int) bool {
	sent := w.doc.Sentences[s]
	if r.first == sent.First || !w.word(r.first-1).is(preposition) {
		return false
	}
	if w.outer(r) != nil {
		return w.word(r.first-1).is(locative) || w.lower(r.first-1) == "to"
	}
	if !w.word(r.first-1).is(locative) || w.lower(r.first-1) == "at" && w.styles[s] != capitals {
		return false
	}
	for i := r.first; i < r.last; i++ {
		if isWord(w.lower(i)) && !particles[w.lower(i)] || w.word(i).is(organisation|office|givenName) {
			return false
		}
	}
	return r.last == sent.Last || w.endsName(r.last)
}

// endsName reports whether token i cannot go on the name or phrase before it.
func (w *wilds) endsName(i int) bool {
	t := &w.doc.Tokens[i]
	switch t.Tag {
	case ",", ".", ":", "CC", "IN", "TO", "DT", "PRP", "WDT", "WRB", "(", ")", "MD", "VBD", "VBZ", "VBP":
		return true
	}
	return isCalendar(t.Lower) || t.Tag == "RB"
}

// outerReach is how many tokens after a name what contains it may begin.
const outerReach = 6

// outer is the place named after r that contains it by the wording, or nil.
func (w *wilds) outer(r *stretch) *Found {
	i := w.foundFrom(r.last)
	if i == len(w.found) || w.found[i].First-r.last > outerReach || !w.leadsOut(r.last, w.found[i].First) {
		return nil
	}
	switch c := &w.found[i]; c.Precision {
	case mention.Admin1, mention.Country, mention.Town:
		return c
	}
	return nil
}

// foundFrom is the number of the first place found that begins at token i or later.
func (w *wilds) foundFrom(i int) int {
	return sort.Search(len(w.found), func(k int) bool { return w.found[k].First >= i })
}

// beside is the province, or else the country, that a preposition of place tells
// in sentence s, if it tells but one: "In Kunduz, a patrol went to the village of X".
func (w *wilds) beside(s int) *Found {
	var province, nation *Found
	sent := w.doc.Sentences[s]
	for k := w.foundFrom(sent.First + 1); k < len(w.found) && w.found[k].First < sent.Last; k++ {
		c := &w.found[k]
		if !w.word(c.First - 1).is(locative) {
			continue
		}
		switch {
		case c.IsProvince() && province == nil:
			province = c
		case c.IsCountry() && nation == nil:
			nation = c
		case c.IsProvince() && c.ID != province.ID, c.IsCountry() && c.ID != nation.ID:
			return nil
		}
	}
	if province != nil {
		return province
	}
	return nation
}

// unknown is the place named by stretch r of sentence s.
func (w *wilds) unknown(r *stretch, s int) Found {
	span := w.cover(r.first, r.last)
	p := mention.Place{Text: w.doc.Slice(span), Span: span, Rule: ruleUnlisted}
	p.Name = p.Text
	c := w.outer(r)
	if c != nil {
		p.Rule = ruleBeforeOuter
	} else if c = w.beside(s); c != nil {
		p.Rule = ruleBeside
	}
	if c != nil {
		p.Admin1, p.Country, p.ISO3 = c.Admin1, c.Country, c.ISO3
		p.Lat, p.Lon, p.Precision = c.Lat, c.Lon, c.Precision
		p.Within = append([]string{c.Name}, c.Within...)
	}
	return Found{Place: p, First: r.first, Last: r.last}
}
