package timeline

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form of a name in which names are compared: lower case,
// without diacritics and apostrophes, words parted by one space, and without
// the articles that transliterations write or leave out ("Ain al-Asad" and "Ain Asad").
func Fold(s string) string {
	words := foldWords(s)
	kept := words[:0:0]
	for _, w := range words {
		if !w.article {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 && len(words) > 0 { // nothing but articles is a name after all: "El Al"
		kept = words[len(words)-1:]
	}
	var b strings.Builder
	for i, w := range kept {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// word is a folded word of a name; article marks one that may be left out.
type word struct {
	text    string
	article bool
}

func foldWords(s string) []word {
	var words []word
	var b strings.Builder
	end := func(next rune) {
		if b.Len() > 0 {
			words = append(words, word{b.String(), isArticle(b.String(), next)})
			b.Reset()
		}
	}
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, " ")) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteString(plainLetter(unicode.ToLower(r)))
		case unicode.Is(unicode.Mn, r) || strings.ContainsRune("'’‘`ʻʼʾʿ", r):
		default:
			end(r)
		}
	}
	end(0)
	return words
}

// isArticle reports whether a word is an article that names go with or without.
// The assimilated Arabic forms are also English words and count only before a
// hyphen ("as-Suwayda").
func isArticle(w string, next rune) bool {
	switch w {
	case "the", "al", "el":
		return true
	case "as", "ash", "ad", "an", "ar", "at", "az":
		return next == '-' || next == '‑' || next == '‐'
	}
	return false
}

// plainLetter spells out the Latin letters that have no decomposition.
func plainLetter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	}
	return string(r)
}
