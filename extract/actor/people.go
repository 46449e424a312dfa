package actor

import (
	"strings"
	"unicode"

	"dateline/extract/mention"
)

// longestName is the number of tokens that a personal name may have.
const longestName = 6

// findPeople finds people who are not in the roster, by a title, a given name
// or what follows the name; then those told by surname alone.
func (f *finder) findPeople() {
	for i := 0; i < len(f.doc.Tokens); i++ {
		if f.used[i] || f.sentence[i] < 0 {
			continue
		}
		if last, sector := f.personAt(i); last > 0 {
			f.emitUnlisted(i, last, sector)
			i = last - 1
		} else if last := f.bareNameAt(i); last > 0 {
			f.emit(i, last, mention.Name{Rule: RuleName})
			i = last - 1
		}
	}
	f.noteGiven()
	if len(f.surname) > 0 {
		f.findSurnames()
	}
}

// personAt reads a personal name that begins at token i and returns its end, 0
// if there is none.
func (f *finder) personAt(i int) (last int, sector string) {
	if !f.nameWord(i) {
		return 0, ""
	}
	_, sector, titled := f.titleEnding(i)
	if prev := f.token(i, i-1); titled == 0 && prev != nil && prev.Text == "," {
		_, sector, titled = f.titleEnding(i - 1) // "the governor, John Smith"
	}
	given := f.words.given[foldWord(f.doc.Tokens[i].Lower)]
	noun := strings.HasPrefix(f.doc.Tokens[i].Tag, "NN")
	if f.styleAt(i) != plain && !given && (titled == 0 || !noun) {
		return 0, ""
	}
	if _, n := f.phraseAt(f.words.titles, i); n > 0 && !given {
		return 0, ""
	}
	last = f.nameEnd(i)
	switch n := last - i; {
	case titled == 0 && f.placeNoun(last):
		return 0, ""
	case f.words.in("placeprefix", f.lower(i, i-1)) && titled == 0:
		return 0, ""
	case titled > 0 && (n > 1 || f.personTitle(i)):
		return last, sector
	case n >= 2 && given:
		return last, ""
	case n >= 2 && n <= 4 && !f.afterPreposition(i) && (f.spokenOf(last) || f.calledBefore(i)):
		return last, ""
	}
	return 0, ""
}

// bareNameAt reads two to four capitalised words that do or suffer something,
// of which nothing tells that they name a person; 0 if there are none.
func (f *finder) bareNameAt(i int) int {
	if f.styleAt(i) != plain || !f.properNoun(i) || f.isTitle(i) || f.afterPreposition(i) {
		return 0
	}
	last := i + 1
	for last < len(f.doc.Tokens) && last < i+4 && f.sentence[last] == f.sentence[i] && f.properNoun(last) {
		last++
	}
	next := f.token(i, last)
	if last-i < 2 || next == nil || f.placeNoun(last) {
		return 0
	}
	prev := f.token(i, i-1)
	if strings.HasPrefix(next.Tag, "VB") && next.Tag != "VBG" || next.Tag == "MD" || prev != nil && (strings.HasPrefix(prev.Tag, "VB") || prev.Lower == "by") {
		return last
	}
	return 0
}

// placeNoun reports whether the token is a lower-case word for a place: what
// stands before it names that, "Musa Qala district".
func (f *finder) placeNoun(i int) bool {
	t := f.token(i-1, i)
	return t != nil && t.Tag == "NN" && !capital(t.Text) && f.words.in("stopname", t.Lower)
}

// afterPreposition reports whether a preposition other than "by" stands before
// token i: what follows may well be a place.
func (f *finder) afterPreposition(i int) bool {
	prev := f.token(i, i-1)
	return prev != nil && (prev.Tag == "IN" || prev.Tag == "TO") && prev.Lower != "by"
}

// properNoun reports whether a free token is tagged as a proper noun and is no
// word that never belongs to a personal name.
func (f *finder) properNoun(i int) bool {
	t := &f.doc.Tokens[i]
	return t.Tag == "NNP" && capital(t.Text) && f.nameWord(i)
}

// calledBefore reports whether a singular noun for a person, in lower case,
// stands before token i: "basketball player Jane Doe".
func (f *finder) calledBefore(i int) bool {
	t := f.token(i, i-1)
	if t == nil || t.Tag != "NN" || capital(t.Text) || f.styleAt(i) != plain {
		return false
	}
	if _, ok := f.words.roles.get(t.Lower); ok {
		return !f.words.organs.has(t.Lower)
	}
	return f.words.in("callings", t.Lower) || f.words.endsIn("callings", t.Lower)
}

// personTitle reports whether the title before token i calls for a surname
// ("Mr", "Gen.", "President"), as a lower-case "leader" does not.
func (f *finder) personTitle(i int) bool {
	if f.styleAt(i) == allCaps {
		return f.doc.Tokens[i].Tag != "NNS" && !f.words.endsIn("nounending", f.doc.Tokens[i].Lower)
	}
	return f.isTitle(i-1) && capital(f.doc.Tokens[i-1].Text)
}

// neverName are the tags of words that, however spelt, begin no name.
var neverName = map[string]bool{"DT": true, "IN": true, "PRP": true, "VBZ": true, "VBP": true, "MD": true}

// nameWord reports whether the token may begin a personal name.
func (f *finder) nameWord(i int) bool {
	t := &f.doc.Tokens[i]
	if f.used[i] || f.weak[i] != 0 || !capital(t.Text) || !unicode.IsLetter(firstRune(t.Text)) || f.words.in("stopname", t.Lower) {
		return false
	}
	if f.styleAt(i) == allCaps {
		noun := strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "JJ")
		return noun && len(t.Text) > 1 && !f.words.common[t.Lower] || f.words.given[foldWord(t.Lower)] && t.Tag != "VBD"
	}
	if f.styleAt(i) == plain && acronym(t.Text) && len(t.Text) > 2 && !strings.Contains(t.Text, ".") {
		return false
	}
	return strings.HasPrefix(t.Tag, "NN") || f.words.given[foldWord(t.Lower)] || f.styleAt(i) == plain && !neverName[t.Tag] && f.token(i, i-1) != nil
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// nameEnd goes on over capitalised words, initials and particles.
func (f *finder) nameEnd(i int) int {
	last := i + 1
	for k := i + 1; k < len(f.doc.Tokens) && k < i+longestName; k++ {
		t := f.token(i, k)
		if t == nil || f.used[k] {
			break
		}
		if f.words.in("particle", t.Lower) && !capital(t.Text) {
			continue
		}
		if !f.nameWord(k) && !f.surnameLikePlace(i, k) {
			break
		}
		last = k + 1
	}
	return last
}

// surnameLikePlace reports whether the word after a given name is a surname
// though it is also a word for a place: "Andrew Hill".
func (f *finder) surnameLikePlace(first, k int) bool {
	t := &f.doc.Tokens[k]
	return k == first+1 && capital(t.Text) && f.words.in("placesurname", t.Lower) &&
		f.words.given[foldWord(f.doc.Tokens[first].Lower)]
}

// spokenOf reports whether what follows a name is said of people: an age, or a
// verb of saying.
func (f *finder) spokenOf(last int) bool {
	next := f.token(last-1, last)
	if next == nil {
		return false
	}
	if f.words.in("said", next.Lower) {
		return true
	}
	if next.Text == "," && (f.lower(last-1, last+1) == "who" || f.lower(last-1, last+1) == "whose") {
		return true
	}
	age, after := f.token(last-1, last+1), f.token(last-1, last+2)
	return (next.Text == "," || next.Text == "(") && age != nil && after != nil && isAge(age.Text) && (after.Text == "," || after.Text == ")")
}

func isAge(s string) bool {
	return len(s) >= 1 && len(s) <= 2 && strings.Trim(s, "0123456789") == ""
}

// emitUnlisted emits a person who is not in the roster and remembers the
// surname. A surname alone may be that of a person told in full elsewhere.
func (f *finder) emitUnlisted(first, last int, sector string) {
	name := mention.Name{Sector: sector, Rule: RuleUnlisted}
	key := f.lastAtom(last)
	if known, ok := f.surname[key]; ok && last-first == 1 {
		name = known
		name.Rule = RuleCoreference
	}
	f.emit(first, last, name)
	if _, ok := f.surname[key]; key != "" && (!ok || last-first > 1) {
		full := f.found[len(f.found)-1].Name
		f.surname[key] = mention.Name{Name: full.Name, ID: full.ID, Sector: full.Sector}
	}
}

// noteGiven lets the given name of a person told in full stand for the person
// where it is told alone.
func (f *finder) noteGiven() {
	for _, x := range f.found {
		if x.Last-x.First < 2 || !IsPerson(x.Name) || f.first[x.First+1]-f.first[x.First] != 1 {
			continue
		}
		key := f.atoms[f.first[x.First]].key
		if _, ok := f.surname[key]; !ok && capital(f.doc.Tokens[x.First].Text) && f.words.given[key] && !f.isTitle(x.First) {
			f.surname[key] = mention.Name{Name: x.Name.Name, ID: x.ID, Sector: x.Sector}
		}
	}
}

// lastAtom is the last atom before token last, "" if that token has none.
func (f *finder) lastAtom(last int) string {
	if f.first[last] == f.first[last-1] {
		return ""
	}
	return f.atoms[f.first[last]-1].key
}

// findSurnames finds those told by surname, or by an acronym, alone.
func (f *finder) findSurnames() {
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		if f.used[i] || f.sentence[i] < 0 || !capital(t.Text) || f.first[i+1]-f.first[i] != 1 {
			continue
		}
		name, ok := f.surname[f.atoms[f.first[i]].key]
		if !ok || f.words.in("stopname", t.Lower) || f.styleAt(i) != plain && f.words.common[t.Lower] || f.styleAt(i) == plain && !strings.HasPrefix(t.Tag, "NN") {
			continue
		}
		if name.Rule != RuleAcronym {
			name.Rule = RuleCoreference
		}
		f.emit(i, i+1, name)
	}
}
