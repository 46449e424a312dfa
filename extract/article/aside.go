package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isStub reports whether a line is part of the page, not of the article: a
// share counter, a link to another article, a rule, a reference number.
func isStub(s string) bool {
	if len(s) > longestStub {
		return false
	}
	if isYears(s) {
		return false
	}
	return wordless(s) || shortToken(s) || len(s) < longestStub/2 && words().is(stub, withoutNumbers(s)) || words().start(stubStart, s) > 0 || isBreadcrumb(s)
}

// longestStub is the number of bytes of the longest line that can be a stub.
const longestStub = 200

// wordless reports whether s has no letters.
func wordless(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) < 0 }

// isYears reports whether s is a year or a span of years: histories have such headings.
func isYears(s string) bool {
	if len(s) > len("1914 – 1918") || !wordGoesOn(s) || isLetter(s[0]) {
		return false
	}
	years := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–—/ ", r) })
	for _, year := range years {
		if y, n := digits(year); n != len(year) || n != 4 && n != 2 || n == 4 && (y < firstYear || y > lastYear) {
			return false
		}
	}
	return len(years) > 0 && len(years) < 3 && len(years[0]) == 4
}

// shortToken reports whether s is one token too short or too numeric to be a
// heading: "TT", "1.2K", "2013-01-S-025".
func shortToken(s string) bool {
	if strings.ContainsAny(s, " \t\u00a0") {
		return false
	}
	return utf8.RuneCountInString(s) <= 3 || strings.IndexFunc(s, unicode.IsDigit) >= 0 && utf8.RuneCountInString(s) <= 20
}

// withoutNumbers drops the figures and the punctuation around a stub's words.
func withoutNumbers(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// addressIn returns the web address that is all a line says, or "".
func addressIn(s string) string {
	s = strings.TrimSpace(s[words().start(sourceLabel, s):])
	if !strings.HasPrefix(s, "http") || strings.ContainsFunc(s, unicode.IsSpace) || host(s) == "" {
		return ""
	}
	return s
}

// isBreadcrumb reports whether s is the path of a page within its site.
func isBreadcrumb(s string) bool {
	const arrows = "|>»›"
	if !strings.ContainsAny(s, arrows) {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(arrows, r) })
	if len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		if wordCount(part, 4) > 3 || strings.IndexFunc(part, unicode.IsDigit) >= 0 {
			return false
		}
	}
	return true
}

// isCredit reports whether a paragraph only says who wrote and edited the article.
func isCredit(s string) bool {
	n := words().start(creditStart, s)
	return n > 0 && len(s) <= longestCredit && namesOnly(s[n:])
}

// longestCredit is the number of bytes of the longest credit or byline.
const longestCredit = 400

// isByline reports whether a line only says who wrote the article.
func isByline(s string) bool {
	n := words().start(bylineStart, s)
	return n > 0 && n < len(s) && len(s) <= longestCredit/2 && wordCount(s, 20) < 20 && namesOnly(s[n:]) && !endsStop(s)
}

// namesOnly reports whether s has nothing but names and the small words among them.
func namesOnly(s string) bool {
	for _, word := range strings.FieldsFunc(s, notInName) {
		r, _ := utf8.DecodeRuneInString(word)
		if unicode.IsLower(r) && !words().is(nameWord, word) && !strings.Contains(word, "-") {
			return false
		}
	}
	return true
}

func notInName(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:.()|/&•·", r) }
