package actor

import (
	"strings"

	"dateline/extract/mention"
)

// longestBody is the number of tokens that an organisation's name may have.
const longestBody = 9

// links are words that may stand inside an organisation's name.
var links = map[string]bool{"of": true, "for": true, "and": true, "the": true, "to": true, "in": true, "on": true, "de": true, "&": true, possessive: true, "'": true, "-": true, "del": true, "la": true, "des": true, "against": true}

// findOrganisations finds organisations that are not in the roster, by the
// words that end or begin their names.
func (f *finder) findOrganisations() {
	for i := 0; i < len(f.doc.Tokens); i++ {
		if f.used[i] || f.sentence[i] < 0 || f.styleAt(i) != plain || !f.bodyWord(i) {
			continue
		}
		last, sector := f.bodyAt(i)
		if last == 0 {
			i = f.capitalsEnd(i) - 1
			continue
		}
		f.emitUnlistedBody(i, last, sector)
		i = last - 1
	}
}

// emitUnlistedBody emits an organisation that is not in the roster. "Interior
// Ministry" alone is that of the country which the text is about.
func (f *finder) emitUnlistedBody(first, last int, sector string) {
	if kind, n := f.phraseAt(f.words.organs, first); n == last-first {
		if name, ok := f.unstated(kind, f.lowerText(first, last)); ok {
			f.emit(first, last, name)
			return
		}
	}
	f.emit(first, last, mention.Name{Sector: sector, Rule: RuleBody})
	f.noteAcronym(last)
}

// bodyWord reports whether the token may be a word of an organisation's name.
func (f *finder) bodyWord(i int) bool {
	t := &f.doc.Tokens[i]
	if f.used[i] || !capital(t.Text) {
		return false
	}
	return strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "JJ") || t.Tag == "CD" || f.token(i, i-1) != nil && t.Tag != "DT" && t.Tag != "IN"
}

// capitalsEnd returns the end of the run of capitalised words at i.
func (f *finder) capitalsEnd(i int) int {
	for i++; i < len(f.doc.Tokens) && f.sentence[i] >= 0 && f.bodyWord(i); i++ {
	}
	return i
}

// bodyAt reads the longest organisation's name that begins at token i.
func (f *finder) bodyAt(i int) (last int, sector string) {
	heading, n := f.wordsAt(f.words.first, i)
	if n > 0 && !strings.Contains(f.doc.Tokens[i+n-1].Lower, "of") && !links[f.doc.Tokens[i+n-1].Lower] {
		if end := f.capitalsEnd(i + n - 1); end > i+1 {
			last, sector = end, heading
		}
	} else if n > 0 {
		if end := f.linkedEnd(i + n); end > i+n {
			last, sector = end, heading
		}
	}
	for k := i; k < len(f.doc.Tokens) && k < i+longestBody; k++ {
		t := f.token(i, k)
		if t == nil || f.used[k] || !f.bodyWord(k) && (k == i || !links[t.Lower]) {
			break
		}
		if k == i+1 && n == 0 && t.Lower == "of" {
			break // "Fighters of the Desert Brigade"
		}
		if value, n := f.wordsAt(f.words.last, k); n > 0 && k+n-i >= 2 && k+n >= last {
			last, sector = k+n, value
		}
	}
	if last > 0 && f.onlyOrgan(i, last) {
		return 0, ""
	}
	return last, sector
}

// linkedEnd returns the end of capitalised words and the links between them.
func (f *finder) linkedEnd(i int) int {
	last := i
	for k := i; k < len(f.doc.Tokens) && k < i+longestBody; k++ {
		t := f.token(i, k)
		switch {
		case t == nil || f.used[k]:
			return last
		case f.bodyWord(k):
			last = k + 1
		case !links[t.Lower]:
			return last
		}
	}
	return last
}

// onlyOrgan reports whether the words are a place or state with a word that
// names no body of its own: "Russian Federation", "West Bank".
func (f *finder) onlyOrgan(i, last int) bool {
	if w := f.weak[i]; w != 0 && f.matches[w-1].last >= last {
		return true
	}
	return last-i == 2 && f.words.in("stopname", f.doc.Tokens[i].Lower)
}

// wordsAt returns the longest phrase, in the case as written, that begins at token i.
func (f *finder) wordsAt(p phrases, i int) (value string, n int) {
	for _, ph := range p[f.doc.Tokens[i].Text] {
		fits := true
		for k := 1; k < len(ph.words) && fits; k++ {
			t := f.token(i, i+k)
			fits = t != nil && t.Text == ph.words[k]
		}
		if fits {
			return ph.value, len(ph.words)
		}
	}
	return "", 0
}

// noteAcronym remembers the acronym that explains the name just found: "(MFX)".
func (f *finder) noteAcronym(last int) {
	open, word, end := f.token(last-1, last), f.token(last-1, last+1), f.token(last-1, last+2)
	if open == nil || word == nil || end == nil || open.Text != "(" || end.Text != ")" || !acronym(word.Text) {
		return
	}
	full := f.found[len(f.found)-1].Name
	if keys := atomsOf(nil, word.Lower); len(keys) == 1 {
		f.surname[keys[0]] = mention.Name{Name: full.Name, Sector: full.Sector, Rule: RuleAcronym}
	}
}
