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
		}
	}
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
	given := f.words.given[foldWord(f.doc.Tokens[i].Lower)]
	if titled == 0 && !given && f.styleAt(i) != plain {
		return 0, ""
	}
	if _, n := f.phraseAt(f.words.titles, i); n > 0 && !given {
		return 0, ""
	}
	last = f.nameEnd(i)
	switch n := last - i; {
	case titled > 0 && (n > 1 || f.personTitle(i)):
		return last, sector
	case n >= 2 && given:
		return last, ""
	case n >= 2 && n <= 4 && f.spokenOf(last):
		return last, ""
	}
	return 0, ""
}

// personTitle reports whether the title before token i calls for a surname
// ("Mr", "Gen.", "President"), as a lower-case "leader" does not.
func (f *finder) personTitle(i int) bool {
	return f.styleAt(i) == allCaps || capital(f.doc.Tokens[i-1].Text)
}

// nameWord reports whether the token may begin a personal name.
func (f *finder) nameWord(i int) bool {
	t := &f.doc.Tokens[i]
	if f.used[i] || f.weak[i] != 0 || !capital(t.Text) || !unicode.IsLetter(firstRune(t.Text)) || f.words.in("stopname", t.Lower) {
		return false
	}
	if f.styleAt(i) == plain && acronym(t.Text) && len(t.Text) > 2 && !strings.Contains(t.Text, ".") {
		return false
	}
	return strings.HasPrefix(t.Tag, "NN") || f.words.given[foldWord(t.Lower)] || f.styleAt(i) == plain && t.Tag != "DT" && t.Tag != "IN" && t.Tag != "PRP" && f.token(i, i-1) != nil
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
		if !f.nameWord(k) || !f.goesOn(k) {
			break
		}
		last = k + 1
	}
	return last
}

// goesOn reports whether a word may continue a name: in all-capitals text only
// what the tagger takes for a name or a known given name is.
func (f *finder) goesOn(k int) bool {
	if f.styleAt(k) == plain {
		return true
	}
	t := &f.doc.Tokens[k]
	return t.Tag == "NNP" || f.words.given[foldWord(t.Lower)]
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
		if !ok || f.words.in("stopname", t.Lower) || f.styleAt(i) == plain && !strings.HasPrefix(t.Tag, "NN") {
			continue
		}
		name.Rule = RuleCoreference
		f.emit(i, i+1, name)
	}
}
