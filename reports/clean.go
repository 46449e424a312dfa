package reports

import (
	"strings"
	"unicode"
)

// Clean drops what must not reach a terminal, a spreadsheet or a page from
// somebody else's text: control characters (escape sequences among them) and
// the marks that turn the direction of the text around them. Tabs become
// spaces; line ends stay as "\n".
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || turnsDirection(r) || r == '\uFEFF':
			return -1
		}
		return r // an invalid byte comes as U+FFFD
	}, s)
}

// isClean reports whether s is plain ASCII without control characters: most are.
func isClean(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// turnsDirection reports whether r is an embedding, override or isolate of
// bidirectional text. The marks that are part of names (ZWNJ, LRM, RLM) are not.
func turnsDirection(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// oneLine is Clean with every run of white space as one space, and none at the ends.
func oneLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }
