// Package gazetteer is the ready-made index of the world's places: its file
// format, how it is written and how it is read in place, without being loaded.
package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are the Latin letters that have no decomposition into a plain letter.
var letters = map[rune]string{
	'ł': "l", 'ø': "o", 'ß': "ss", 'ı': "i", 'đ': "d", 'æ': "ae", 'œ': "oe",
	'ð': "d", 'þ': "th", 'ħ': "h", 'ŋ': "n", 'ə': "e",
}

// Fold reduces a name to its key: lower case, without diacritics, apostrophes
// and full stops, words parted by one space; "Saint" becomes "st". Spellings
// that differ only in these are one name.
func Fold(name string) string {
	return string(AppendFold(nil, name))
}

// AppendFold appends the key of name to dst, after a space if dst is not empty.
func AppendFold(dst []byte, name string) []byte {
	for {
		name = strings.TrimLeftFunc(name, isBreak)
		if name == "" {
			return dst
		}
		end := strings.IndexFunc(name, isBreak)
		if end < 0 {
			end = len(name)
		}
		dst = appendWord(dst, name[:end])
		name = name[end:]
	}
}

// appendWord appends the folded letters of one word, nothing if it has none.
func appendWord(dst []byte, word string) []byte {
	mark := len(dst)
	if mark > 0 {
		dst = append(dst, ' ')
	}
	first := len(dst)
	dst = AppendLetters(dst, word)
	switch {
	case len(dst) == first:
		return dst[:mark]
	case string(dst[first:]) == "saint":
		return append(dst[:first], "st"...)
	}
	return dst
}

// AppendLetters appends the folded letters of word without parting it from
// what stands before.
func AppendLetters(dst []byte, word string) []byte {
	if isASCII(word) {
		return appendASCII(dst, word)
	}
	return appendLetters(dst, word)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func appendASCII(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c|0x20)
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			dst = append(dst, c)
		}
	}
	return dst
}

func appendLetters(dst []byte, word string) []byte {
	for _, r := range norm.NFD.String(word) {
		r = unicode.ToLower(r)
		plain, special := letters[r]
		switch {
		case special:
			dst = append(dst, plain...)
		case unicode.Is(unicode.Lm, r) || unicode.Is(unicode.Mn, r): // modifier letters stand for apostrophes
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// isBreak reports whether r parts the words of a name.
func isBreak(r rune) bool {
	switch r {
	case '-', '/', ',', '(', ')', '_', '\u2010', '\u2011', '\u2013', '\u2014':
		return true
	}
	return unicode.IsSpace(r)
}

// articles are the spellings of the Arabic article before a name.
var articles = map[string]bool{
	"al": true, "el": true, "ad": true, "adh": true, "an": true, "ar": true, "as": true, "ash": true,
	"at": true, "ath": true, "az": true, "ed": true, "er": true, "es": true, "esh": true, "et": true, "ez": true, "ul": true,
}

// arabic are the countries whose names may have the Arabic article.
const arabic = " AE BH DJ DZ EG EH ER IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE "

// HasArticles reports whether names in the country of that alpha-2 code may
// have the Arabic article, so that a text may leave it out.
func HasArticles(iso2 string) bool { return strings.Contains(arabic, " "+iso2+" ") }

// IsArticle reports whether a folded word is a spelling of the Arabic article.
func IsArticle(word string) bool { return articles[word] }

// HasArticle reports whether a folded name of several words has the Arabic article.
func HasArticle(key []byte) bool {
	parted := false
	for start := 0; start < len(key); {
		end := start
		for end < len(key) && key[end] != ' ' {
			end++
		}
		parted = parted || end < len(key)
		if parted && end-start <= 3 && articles[string(key[start:end])] {
			return true
		}
		start = end + 1
	}
	return false
}

// DropArticles returns key without the Arabic articles in it, and whether any
// was dropped. A key of nothing but articles is left as it is.
func DropArticles(key string) (string, bool) {
	words := strings.Split(key, " ")
	kept := words[:0]
	for _, w := range words {
		if !articles[w] {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 || len(kept) == strings.Count(key, " ")+1 {
		return key, false
	}
	return strings.Join(kept, " "), true
}
