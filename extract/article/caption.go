package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// captionLike reports whether a paragraph is a caption by its markup or its wording.
func (p *paragraph) captionLike() bool { return p.caption || captionLike(p.text) }

// captionLike reports whether a paragraph begins as captions do or ends with
// the photographer's credit.
func captionLike(s string) bool {
	if len(s) > longestCaption {
		return false
	}
	if words().start(captionStart, s) > 0 {
		return true
	}
	n, byCamera := creditAt(s)
	return byCamera && n > 0
}

// longestCaption is the number of bytes that a caption may have.
const longestCaption = 700

// endsInBracket reports whether a line without final stop ends in a bracketed
// credit: above the body, that is a caption even if it names only an agency.
func endsInBracket(s string) bool {
	n, _ := creditAt(s)
	return n > 0 && strings.HasSuffix(s, ")") && len(s) <= longestCaption
}

// creditAt returns where the credit at the end of a paragraph begins, len(s) if
// it has none, and whether the credit is a photographer's.
func creditAt(s string) (n int, byCamera bool) {
	tail := max(0, len(s)-longestPhotoCredit)
	if n, byCamera = bracketCredit(s, tail); n < len(s) {
		return n, byCamera
	}
	if n = labelCredit(s, tail); n < len(s) {
		return n, true
	}
	if n = slashCredit(s, tail); n < len(s) {
		return n, true
	}
	return len(s), false
}

// longestPhotoCredit is how far from its end a paragraph is searched for a credit.
const longestPhotoCredit = 120

// bracketCredit finds "(Reuters)", "(AP Photo/Jo Smith)", "[Jo Smith/Reuters]", "(Reporting by ...)".
func bracketCredit(s string, tail int) (n int, byCamera bool) {
	end := strings.TrimRight(s, ". ")
	if !strings.HasSuffix(end, ")") && !strings.HasSuffix(end, "]") {
		return len(s), false
	}
	open := strings.LastIndexAny(end, "([")
	if open >= 0 && words().start(creditStart, end[open:]) > 0 && namesOnly(end[open+1:]) {
		return open, false
	}
	if open < tail {
		return len(s), false
	}
	inner := end[open+1 : len(end)-1]
	if words().agency(inner) != "" {
		return open, false
	}
	if namesAgency(inner) || hasWord(inner, captionCredit) {
		return open, true
	}
	return len(s), false
}

// namesAgency reports whether one of the names parted by strokes is an agency's.
func namesAgency(credit string) bool {
	parts := strings.FieldsFunc(credit, func(r rune) bool { return r == '/' || r == '|' })
	for _, part := range parts {
		if words().agency(strings.TrimSpace(part)) != "" && len(parts) > 1 {
			return true
		}
	}
	return false
}

// hasWord reports whether a credit of at most eight words has one of the class.
func hasWord(credit string, c class) bool {
	if wordCount(credit, 9) > 8 {
		return false
	}
	for _, word := range strings.FieldsFunc(credit, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words().is(c, word) {
			return true
		}
	}
	return false
}

// labelCredit finds "Photo: Jo Smith" and "Photograph by Jo Smith/AFP" after a sentence.
func labelCredit(s string, tail int) int {
	for i := max(1, tail); i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' || wordGoesOn(s[i-1:]) {
			continue
		}
		if n := words().start(photoLabel, s[i:]); n > 0 && namesOnly(s[i+n:]) && wordCount(s[i+n:], 9) <= 8 {
			return i
		}
	}
	return len(s)
}

// slashCredit finds "REUTERS/Jo Smith" and "Jo Smith/AFP/Getty Images" after a sentence.
func slashCredit(s string, tail int) int {
	slash := strings.LastIndexByte(s, '/')
	if slash < tail || slash == 0 || wordCount(s[slash:], 7) > 6 || !namesOnly(s[slash:]) {
		return len(s)
	}
	if before := strings.LastIndexAny(s[:slash], ".|)”\"\n"); before >= tail && before > 0 && photographer(s[before+1:]) {
		return before + 1
	}
	start := upperRun(s[:slash])
	if start == slash || !startsUpper(s[slash+1:]) || wordCount(s[slash:], 3) < 2 {
		return len(s)
	}
	return start
}

// photographer reports whether s, which has a stroke, is names alone and one of
// them, or its capitals, an agency's.
func photographer(s string) bool {
	s = strings.TrimSpace(s)
	return wordCount(s, 10) <= 9 && namesOnly(s) && (namesAgency(s) || hasWord(s, captionCredit) || upperRun(s[:strings.IndexByte(s, '/')]) == 0)
}

// upperRun returns where the words in capitals at the end of s begin, at most
// four of them; len(s) if there are none.
func upperRun(s string) int {
	start := len(s)
	for n := 0; n < 4; n++ {
		before := strings.TrimRight(s[:start], " ")
		from := strings.LastIndexAny(before, " \n") + 1
		if !inCapitals(before[from:]) {
			break
		}
		start = from
	}
	return start
}

// inCapitals reports whether word is capital letters, at least two, and hyphens.
func inCapitals(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsUpper(r) && r != '-' {
			return false
		}
		n++
	}
	return n > 1
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	return unicode.IsUpper(r)
}

// trimCredits ends every block before the credit at its end.
func (r *reading) trimCredits() {
	for i := range r.ps {
		p := &r.ps[i]
		if p.role == aside || p.role == repeat || p.role == isTitle {
			continue
		}
		n, byCamera := creditAt(p.text)
		if n < len(p.text) && (p.role == isCaption || !byCamera || strings.HasSuffix(p.text, ")")) {
			p.endAt(n)
		}
	}
}
