package actor

import (
	"strings"
	"unicode"

	"dateline/extract/mention"
)

// findGroups finds groups told by a common noun, with the adjectives and
// quantities before it: "thousands of protesters", "masked gunmen".
func (f *finder) findGroups() {
	for i := 0; i < len(f.doc.Tokens); i++ {
		if f.used[i] || f.sentence[i] < 0 {
			continue
		}
		sector, n := f.roleAt(i)
		if n == 0 {
			if sector := f.adjectivalRole(i); sector != "" {
				f.emitModifier(i, i+1, sector)
			}
			continue
		}
		last := i + n
		sector, last = f.headNoun(sector, last)
		if f.onlyModifies(i, last) {
			if n == 1 && last == i+1 && f.acts(sector) && !f.words.in("noncast", f.lower(i, last)) && !f.used[last] {
				f.emitModifier(i, last, sector)
			}
			i = last - 1
			continue
		}
		f.emitGroup(f.groupStart(i), i, last, sector)
		i = last - 1
	}
}

// emitModifier emits a noun that tells whose the noun after it is. One that
// counts stands for several: "rebel fire" is that of rebels.
func (f *finder) emitModifier(first, last int, sector string) {
	if f.bareAdjective(first-1) && f.token(first, first-1) != nil {
		first-- // "Syrian rebel fire"
	}
	name := f.groupName(first, last)
	if many(sector) && f.doc.Tokens[last-1].Tag != "NNS" {
		name = regularPlural(name)
	}
	f.emit(first, last, mention.Name{Name: name, Sector: sector, Rule: RuleModifier})
}

// many reports whether the nouns of a sector name persons, who are many, rather
// than a body.
func many(sector string) bool {
	switch sector {
	case "REB", "UAF", "CRM", "OPP", "EDU":
		return true
	}
	return false
}

// adjectivalRole is the sector of a noun for those who act that stands as an
// adjective before nouns none of which is one itself: "terrorist rocket
// attacks", not "terrorist groups"; "" otherwise.
func (f *finder) adjectivalRole(i int) string {
	t := &f.doc.Tokens[i]
	sector, ok := f.words.roles.get(t.Lower)
	if !ok || t.Tag != "JJ" || !many(sector) && sector != "GOV" {
		return ""
	}
	k := i + 1
	for ; f.isNoun(i, k); k++ {
		if _, n := f.phraseAt(f.words.roles.long, k); n > 0 || f.used[k] || f.words.in("noncast", f.doc.Tokens[k].Lower) {
			return ""
		}
	}
	if k == i+1 {
		return ""
	}
	return sector
}

// isNoun reports whether token i, in from's sentence, is a noun in lower case.
func (f *finder) isNoun(from, i int) bool {
	t := f.token(from, i)
	return t != nil && strings.HasPrefix(t.Tag, "NN") && !capital(t.Text)
}

// acts reports whether those of a sector do deeds that take their name: "rebel
// rocket fire", "government crackdown", "student protest".
func (f *finder) acts(sector string) bool {
	switch sector {
	case "REB", "UAF", "CRM", "OPP", "MIL", "COP", "EDU", "GOV":
		return true
	}
	return false
}

// roleAt reads a group noun at token i.
func (f *finder) roleAt(i int) (sector string, n int) {
	sector, n = f.phraseAt(f.words.roles.long, i)
	if n == 0 || !f.nounish(i+n-1) || !f.free(i, i+n) || f.weak[i] != 0 || f.weak[i+n-1] != 0 {
		return "", 0
	}
	if n == 1 && f.styleAt(i) == plain && f.doc.Tokens[i].Tag == "NNP" && f.token(i, i-1) != nil {
		return "", 0
	}
	return sector, n
}

// onlyModifies reports whether the noun at first..last says what another is
// ("police station", "student protests") or who a named person is ("commander
// Qassem Soleimani").
func (f *finder) onlyModifies(first, last int) bool {
	next := f.token(first, last)
	if next == nil {
		return false
	}
	if f.used[last] {
		return capital(next.Text) && f.isTitle(last-1) && f.doc.Tokens[last-1].Tag != "NNS"
	}
	if !strings.HasPrefix(next.Tag, "NN") || f.styleAt(first) != plain {
		return false
	}
	_, collective := f.phraseAt(f.words.organs, last-1)
	return f.words.in("noncast", next.Lower) || f.doc.Tokens[last-1].Tag == "NN" && collective == 0 && !capital(next.Text)
}

// headNoun goes on to the last of several group nouns: "opposition activists".
func (f *finder) headNoun(sector string, last int) (string, int) {
	for {
		if f.token(last-1, last) == nil {
			return sector, last
		}
		next, n := f.roleAt(last)
		if n == 0 {
			return sector, last
		}
		sector, last = next, last+n
	}
}

// groupStart goes back over adjectives, numbers and quantities.
func (f *finder) groupStart(head int) int {
	first, counted := head, false
	for i := head - 1; i >= 0 && f.sentence[i] == f.sentence[head] && !f.used[i]; i-- {
		t := &f.doc.Tokens[i]
		switch {
		case f.weak[i] != 0:
			if !f.bareAdjective(i) {
				return first
			}
			first = i
		case t.Tag == "CD":
			first, counted = i, true
		case f.words.in("participle", t.Lower):
			if counted || f.styleAt(i) != plain || f.hasSubject(i) {
				return first // "the force detained two suspected insurgents"
			}
			first = i
		case strings.HasPrefix(t.Tag, "JJ") && unicode.IsLetter(firstRune(t.Text)):
			first = i
			counted = counted || f.words.in("quantity", t.Lower)
		case f.words.in("quantity", t.Lower):
			first, counted = i, true
		case t.Lower == "of" && i > 0 && f.words.in("quantity", f.doc.Tokens[i-1].Lower):
		default:
			return first
		}
	}
	return first
}

// bareAdjective reports whether token i is a state's adjective: "Syrian".
func (f *finder) bareAdjective(i int) bool {
	if i < 0 || f.weak[i] == 0 {
		return false
	}
	m := &f.matches[f.weak[i]-1]
	return m.chosen.kind == adjective && m.last-m.first == 1
}

// hasSubject reports whether the participle at i is a verb with its subject
// or auxiliary before it.
func (f *finder) hasSubject(i int) bool {
	prev := f.token(i, i-1)
	if prev == nil {
		return false
	}
	switch prev.Tag[:min(2, len(prev.Tag))] {
	case "NN", "PR", "WP", "WD", "VB", "MD", "RB":
		return prev.Tag != "PRP$"
	}
	return false
}

// emitGroup emits a group; "the army" is the organ named before, if there is
// but one.
func (f *finder) emitGroup(first, head, last int, sector string) {
	for first < head && f.danglesAt(first) {
		first++
	}
	if first == head {
		if name, ok := f.organWithoutState(head, last); ok {
			f.emit(first, last, name)
			return
		}
	}
	if f.acts(sector) && f.isNoun(head, last) && f.doc.Tokens[last-1].Tag != "NNS" && !f.words.in("noncast", f.doc.Tokens[last].Lower) {
		f.emitModifier(head, last, sector)
		return
	}
	f.emit(first, last, mention.Name{Name: f.groupName(first, last), Sector: sector, Rule: RuleGroup})
}

// danglesAt reports whether the token is a word of quantities that opens none:
// "to" of "up to", not "up" itself.
func (f *finder) danglesAt(i int) bool {
	switch next := f.lower(i, i+1); f.doc.Tokens[i].Lower {
	case "of", "to", "than", "least":
		return true
	case "up":
		return next != "to"
	case "at":
		return next != "least" && next != "most"
	}
	return false
}

// organWithoutState reads "the army", "government forces": an organ noun that
// stands for that of one state.
func (f *finder) organWithoutState(head, last int) (mention.Name, bool) {
	kind, n := f.phraseAt(f.words.organs, head)
	prev, noun := f.token(head, head-1), f.lowerText(head, last)
	if n != last-head || prev != nil && (prev.Tag == "PRP$" || prev.Lower == "a" || prev.Lower == "an" || prev.Lower == possessive) {
		return mention.Name{}, false
	}
	if (prev == nil || prev.Lower != "the") && !f.words.in("collective", noun) {
		return mention.Name{}, false
	}
	return f.unstated(kind, noun)
}

// lowerText is the lower-case text of tokens first..last, spaces between them.
func (f *finder) lowerText(first, last int) string {
	var words []string
	for i := first; i < last; i++ {
		words = append(words, f.doc.Tokens[i].Lower)
	}
	return strings.Join(words, " ")
}

// groupName is the phrase without its quantities, in lower case but for names.
func (f *finder) groupName(first, last int) string {
	var words []string
	for i := first; i < last; i++ {
		t := &f.doc.Tokens[i]
		if i < last-1 && (t.Tag == "CD" || f.words.in("quantity", t.Lower) || t.Lower == "of") {
			continue
		}
		if word := t.Lower; f.weak[i] == 0 && !f.keepsCapital(i) {
			words = append(words, word)
		} else {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, " ")
}

// keepsCapital reports whether a word is or holds a name: "pro-Gaddafi",
// "Sunni" within a sentence.
func (f *finder) keepsCapital(i int) bool {
	t := &f.doc.Tokens[i]
	if f.styleAt(i) != plain {
		return false
	}
	hyphen := strings.IndexByte(t.Text, '-')
	return hyphen > 0 && capital(t.Text[hyphen+1:]) || f.token(i, i-1) != nil && capital(t.Text)
}
