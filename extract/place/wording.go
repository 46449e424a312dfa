package place

import (
	"strings"
	"unicode/utf8"

	"dateline/extract/place/internal/gazetteer"
)

// cue is what the words around a name tell of it.
type cue struct {
	placed   bool // after a preposition or verb that takes places
	located  bool // right after a preposition that takes nothing else
	leveled  bool // "X province", "town of X"
	level    level
	dateline bool // opens the text: "BAGHDAD, Jan 23"
	blocked  bool // before a capitalised word that may make it part of another name
	inside   bool // after one
	fragment bool // beside a word that surely does: "San", "al-"
}

// readCues reads the words around every name.
func (f *finder) readCues() {
	for i := range f.names {
		n := &f.names[i]
		n.cue = cue{placed: f.isPlaced(n), located: f.isLocated(n), dateline: f.opensDateline(n.first, n.last, n.sentence)}
		if lvl, ok := f.levelAround(n); ok {
			n.cue.leveled, n.cue.level = true, lvl
		}
		n.cue.blocked, n.cue.inside, n.cue.fragment = f.joinsRight(n), f.joinsLeft(n), f.isFragment(n)
	}
}

// reach is how far before a name a preposition of place is looked for.
const reach = 12

// isPlaced reports whether a preposition or verb of place leads to n, through
// words that may stand between ("in the northern city of") and other names of a
// list ("near Mosul, Tikrit and").
func (f *finder) isPlaced(n *name) bool {
	first := f.doc.Sentences[n.sentence].First
	for i := n.first - 1; i >= first && i >= n.first-reach; i-- {
		t := &f.doc.Tokens[i]
		switch {
		case f.word(i).is(preposition):
			return true
		case t.Lower == "the", t.Lower == "and", t.Lower == ",", f.covered[i], t.Tag == "JJ", f.word(i).is(direction), f.word(i).after != noLevel:
		default:
			return false
		}
	}
	return false
}

// isLocated reports whether n follows "in", "at" or "near", which lead to
// nothing but places.
func (f *finder) isLocated(n *name) bool {
	return n.first > f.doc.Sentences[n.sentence].First && f.word(n.first-1).is(locative)
}

// opensDateline reports whether the tokens first..last open the text of a block
// in capitals before a comma, bracket or dash; where all is in capitals, before
// a day: "BOGOTA, 10 JAN 90".
func (f *finder) opensDateline(first, last, s int) bool {
	if first != f.doc.Sentences[s].First || !isUpper(f.doc.Slice(f.doc.Cover(first, last))) {
		return false
	}
	next := f.lower(last)
	if f.styles[s] == capitals {
		return (next == "," || next == "(") && last+1 < len(f.doc.Tokens) && isDigit(f.lower(last+1))
	}
	return strings.Contains(",(|–—/", next) && next != "" || strings.HasPrefix(next, "-")
}

// levelAround reads the noun after or before the name: "Ghazni province",
// "province of Ghazni", "the port city of Aden".
func (f *finder) levelAround(n *name) (level, bool) {
	if lvl := f.word(n.last).after; lvl != noLevel && n.last < f.doc.Sentences[n.sentence].Last {
		return lvl, true
	}
	first := f.doc.Sentences[n.sentence].First
	if n.first-2 >= first && f.lower(n.first-1) == "of" {
		lvl := f.word(n.first - 2).before
		return lvl, lvl != noLevel
	}
	return 0, false
}

// joinsRight reports whether the capitalised word after n makes it part of
// another name.
func (f *finder) joinsRight(n *name) bool {
	if n.last >= f.doc.Sentences[n.sentence].Last || n.cue.leveled || f.styles[n.sentence] != plainCase {
		return false
	}
	t := &f.doc.Tokens[n.last]
	return f.isOtherName(n.last) && !f.word(n.last).is(title|preposition) && !isCalendar(t.Lower)
}

// joinsLeft reports the same of the word before n. The first word of a sentence
// is capitalised for being so.
func (f *finder) joinsLeft(n *name) bool {
	first := f.doc.Sentences[n.sentence].First
	if n.first == first || n.cue.leveled || f.styles[n.sentence] == titleCase {
		return false
	}
	t := &f.doc.Tokens[n.first-1]
	if f.styles[n.sentence] == capitals {
		return f.word(n.first - 1).is(givenName)
	}
	if n.first-1 == first && t.Tag != "NNP" && t.Tag != "NNPS" {
		return false
	}
	w := f.word(n.first - 1)
	return f.isOtherName(n.first-1) && !w.is(direction|preposition) && w.before == noLevel && !isCalendar(t.Lower)
}

// isFragment reports whether n is part of a longer name that the gazetteer does
// not have: after "San" or "Puerto", before "de" and a name, after "University of".
func (f *finder) isFragment(n *name) bool {
	sent := f.doc.Sentences[n.sentence]
	if n.first > sent.First && !f.covered[n.first-1] && f.word(n.first-1).is(prefix) && isName(f.doc.Tokens[n.first-1].Text) {
		return true
	}
	if n.first-1 > sent.First && f.lower(n.first-1) == "of" && f.word(n.first-2).is(office) {
		return true
	}
	if n.last >= sent.Last {
		return false
	}
	next := f.lower(n.last)
	article, _, hyphen := strings.Cut(next, "-")
	return hyphen && gazetteer.IsArticle(article) ||
		(next == "de" || next == "del") && n.last+1 < sent.Last && isName(f.doc.Tokens[n.last+1].Text)
}

// isOtherName reports whether token i is a capitalised word that is neither a
// demonym nor itself a place.
func (f *finder) isOtherName(i int) bool {
	t := &f.doc.Tokens[i]
	if r, _ := utf8.DecodeRuneInString(t.Text); !isName(t.Text) || r == '\'' {
		return false
	}
	return f.peoples[i] == nowhere && !isAdjectival(t.Text) && !f.covered[i]
}

// isAdjectival reports whether a word is a compound of a name and an adjective:
// "Russian-occupied".
func isAdjectival(word string) bool {
	i := strings.LastIndexByte(word, '-')
	return i > 0 && i+1 < len(word) && word[i+1] >= 'a' && word[i+1] <= 'z'
}

// isCalendar reports whether a word is a weekday or month, which follow places
// ("in Tikrit Wednesday").
func isCalendar(lower string) bool {
	if len(lower) < 3 {
		return false
	}
	switch lower[:3] {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return strings.HasSuffix(lower, "day") || len(lower) <= 4
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
		return true
	}
	return false
}

// isOrganisation reports whether the noun after n makes the two an organisation
// or a document: "Washington Post", "Dayton Accords".
func (f *finder) isOrganisation(n *name) bool {
	if n.last >= f.doc.Sentences[n.sentence].Last {
		return false
	}
	t := &f.doc.Tokens[n.last]
	return isName(t.Text) && f.word(n.last).is(organisation) && f.styles[n.sentence] != titleCase
}

// link tells for each name the next one that contains it by the wording:
// "Homs, Syria", "Andar district, Ghazni province", "Marib in Yemen",
// "Iraq's Anbar province".
func (f *finder) link() {
	for i := 0; i+1 < len(f.names); i++ {
		a, b := &f.names[i], &f.names[i+1]
		if a.sentence != b.sentence || b.first-a.last > 6 {
			continue
		}
		switch {
		case f.isPossessive(a.last, b.first):
			b.container = i
		case f.leadsOut(a.last, b.first):
			a.container = i + 1
			a.explicit = a.cue.leveled || f.lower(a.last) == "in" || f.lower(a.last) == "("
		}
	}
}

// pair tells the names of a list of each other: in "Chechnya, Georgia and Syria"
// all are countries or all are states of one.
func (f *finder) pair() {
	for i := 0; i+1 < len(f.names); i++ {
		a, b := &f.names[i], &f.names[i+1]
		if a.sentence != b.sentence || !f.isListed(a.last, b.first) {
			continue
		}
		a.joinPeer(b)
		b.joinPeer(a)
	}
}

// joinPeer takes the kind of other, if it can be of but one: a country or a province.
func (n *name) joinPeer(other *name) {
	c := &other.cands[0]
	for i := range other.cands {
		if other.cands[i].level == country {
			c = &other.cands[i]
		} else if c.level != country && other.cands[i].level < c.level {
			return
		}
	}
	if n.peer != country && (c.level == country && len(other.cands) == 1 || c.level == admin1) {
		n.peer, n.peerCountry = c.level, c.country
	}
}

// isListed reports whether only commas and conjunctions stand between tokens.
func (f *finder) isListed(from, to int) bool {
	for i := from; i < to; i++ {
		if l := f.lower(i); l != "," && l != "and" && l != "or" {
			return false
		}
	}
	return from < to
}

func (f *finder) isPossessive(from, to int) bool {
	if from >= to || f.doc.Tokens[from].Tag != "POS" && f.lower(from) != "'s" {
		return false
	}
	for i := from + 1; i < to; i++ {
		w := f.word(i)
		if !w.is(direction) && w.before == noLevel && f.lower(i) != "of" && f.doc.Tokens[i].Tag != "JJ" {
			return false
		}
	}
	return true
}

// leadsOut reports whether the tokens between two names lead from a place to
// what contains it.
func (f *finder) leadsOut(from, to int) bool {
	linked := false
	for i := from; i < to; i++ {
		w := f.word(i)
		switch l := f.lower(i); {
		case l == "," || l == "(" || l == "in" || l == "of":
			linked = true
		case l == "the", l == "'s", w.is(direction | locality), w.after != noLevel, w.before != noLevel:
		default:
			return false
		}
	}
	return linked
}
