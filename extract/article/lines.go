package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/mention"
)

// line is one line of a text without the white space around it; a blank line is empty.
type line struct {
	mention.Span
	text string
}

func (l line) blank() bool { return l.text == "" }

// splitLines cuts a text at every kind of line break.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for start := 0; start <= len(text); {
		end, next := lineEnd(text, start)
		lines = append(lines, trimmed(text, start, end))
		start = next
	}
	return lines
}

// lineEnd returns where the line that begins at start ends, and where the next begins.
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			return i, i + 2
		case c == '\n' || c == '\r' || c == '\v' || c == '\f':
			return i, i + 1
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(text), len(text) + 1
}

// trimmed is text[start:end] as a line.
func trimmed(text string, start, end int) line {
	s := text[start:end]
	left := strings.TrimLeftFunc(s, invisible)
	start += len(s) - len(left)
	left = strings.TrimRightFunc(left, invisible)
	return line{mention.Span{Start: start, End: start + len(left)}, left}
}

// invisible reports white space and the characters that take no room: byte order
// marks, zero-width spaces, controls.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\u2060'
}

// wrapWidth returns the width at which the lines of a text were broken by a
// machine, or 0 if its line breaks mean something. A machine breaks a line where
// the next word would not have fitted, and seldom at the end of a sentence.
func wrapWidth(lines []line) int {
	width, breaks := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if goesOn(lines, i) && lines[i].text != lines[i+1].text {
			width = max(width, runes(lines[i].text))
			breaks++
		}
	}
	if breaks < minWrapped || width < narrowest || width > widest {
		return 0
	}
	full := 0
	for i := 0; i+1 < len(lines); i++ {
		if goesOn(lines, i) && isFull(lines[i], lines[i+1], width) && !endsSentence(lines[i].text) {
			full++
		}
	}
	if full*10 < breaks*7 {
		return 0
	}
	return width
}

// What counts as a text broken by a machine: so many line breaks within
// paragraphs, lines of such a width, and so much left ragged.
const (
	minWrapped        = 3
	narrowest, widest = 40, 132
	ragged            = 4
)

// goesOn reports whether line i is followed by another without a blank between.
func goesOn(lines []line, i int) bool { return !lines[i].blank() && !lines[i+1].blank() }

// isFull reports whether the next line's first word would not have fitted on l.
func isFull(l, next line, width int) bool {
	word := next.text
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	return runes(l.text)+1+runes(word) > width-ragged
}

// runes counts the characters of a line, but not those of one that is longer
// than any width at which a machine breaks.
func runes(s string) int {
	if len(s) > widest*utf8.UTFMax {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}

// continues reports whether next is the same paragraph as the line l before it.
func continues(l, next line, width int) bool {
	if width > 0 && isFull(l, next, width) {
		return l.text != next.text
	}
	return startsLower(next.text) && !endsSentence(l.text) && !strings.HasSuffix(l.text, ":") && wordCount(l.text, 3) >= 3
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsSentence reports whether s ends with a full stop, question or exclamation
// mark, or an ellipsis, which a closing quote or bracket may follow.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// wordCount counts words up to a limit, so that long paragraphs cost nothing.
func wordCount(s string, limit int) int {
	n, in := 0, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			in = false
			continue
		}
		if !in {
			if n++; n == limit {
				return n
			}
		}
		in = true
	}
	return n
}
