package actor

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Names are compared by atoms: the parts of a word between hyphens, lower case,
// without diacritics, apostrophes and full stops, and without the Arabic
// article, so that al-Qaeda, Al Qaida's "al" and Sana'a/Sanaa fall together.
// A possessive "'s" is an atom of its own; the apostrophe alone is none.

// possessive is the atom of "'s".
const possessive = "'s"

// articles are forms of the Arabic article that stand before a hyphen.
var articles = map[string]bool{"al": true, "el": true, "an": true, "as": true, "ad": true, "ar": true, "ash": true, "at": true, "az": true, "ul": true}

// atomsOf appends the atoms of one word (a token's lower-case text) to dst.
func atomsOf(dst []string, lower string) []string {
	if plainWord(lower) {
		return append(dst, lower)
	}
	switch lower {
	case "'s", "’s":
		return append(dst, possessive)
	case "'", "’":
		return dst
	case "-", "–", "—":
		return append(dst, "-")
	}
	parts := strings.FieldsFunc(lower, func(r rune) bool { return r == '-' || r == '–' })
	for i, p := range parts {
		if i == 0 && len(parts) > 1 && articles[p] {
			continue
		}
		if p = foldWord(p); p != "" {
			dst = append(dst, p)
		}
	}
	return dst
}

// plainWord reports whether s is its own single atom.
func plainWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c == '-' || c == '\'' || c == '.' || c == '`' {
			return false
		}
	}
	return s != ""
}

// letters that have no decomposition into a base letter and a mark.
var baseLetters = strings.NewReplacer("ı", "i", "ł", "l", "đ", "d", "ø", "o", "æ", "ae", "ß", "ss", "œ", "oe",
	"'", "", "’", "", "‘", "", "`", "", "ʿ", "", "ʾ", "", "ʼ", "", ".", "")

// foldWord removes diacritics, apostrophes and full stops.
func foldWord(s string) string {
	s = baseLetters.Replace(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.Map(dropMark, norm.NFD.String(s))
		}
	}
	return s
}

func dropMark(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// nameWords cuts a name of the roster into words as the tokeniser cuts text.
func nameWords(name string) []string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	var out []string
	for _, w := range strings.Fields(name) {
		var tail []string
		for w != "" && strings.ContainsRune("(\"", rune(w[0])) {
			out, w = append(out, w[:1]), w[1:]
		}
		for w != "" && strings.ContainsRune("),\"", rune(w[len(w)-1])) {
			tail, w = append([]string{w[len(w)-1:]}, tail...), w[:len(w)-1]
		}
		if stem, ok := strings.CutSuffix(w, possessive); ok && stem != "" {
			w, tail = stem, append([]string{possessive}, tail...)
		}
		if w != "" {
			out = append(out, w)
		}
		out = append(out, tail...)
	}
	return dropArticle(out)
}

// dropArticle removes words that are the Arabic article alone, but not a last one.
func dropArticle(words []string) []string {
	out := words[:0]
	for i, w := range words {
		if i+1 < len(words) && strings.EqualFold(w, "al") {
			continue
		}
		out = append(out, w)
	}
	return out
}

// nameAtoms returns the atoms of a name of the roster or of a query.
func nameAtoms(name string) []string {
	var out []string
	for _, w := range nameWords(name) {
		out = atomsOf(out, strings.ToLower(w))
	}
	return out
}

// capital reports whether a word begins with a capital or a digit, after an
// Arabic article and its hyphen.
func capital(word string) bool {
	if i := strings.IndexByte(word, '-'); i > 0 && i < 4 && articles[strings.ToLower(word[:i])] {
		word = word[i+1:]
	}
	for _, r := range word {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// acronym reports whether a word has at least two capitals or digits and no
// small letter.
func acronym(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n >= 2
}
