package timex

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// word is what the patterns match: a token, or a part of one that is joined by
// hyphens or slashes ("mid-January", "1939-45") or glued ("3pm").
type word struct {
	mention.Span
	lower string
	token int // index of the token; -1 for a boundary that no expression crosses
	entry *entry
	shape []meaning // what the shape of a number tells
}

// meaning returns what w is in class c.
func (w *word) meaning(c class) (meaning, bool) {
	if w.entry != nil {
		for _, m := range w.entry.meanings {
			if m.class == c {
				return m, true
			}
		}
	}
	for _, m := range w.shape {
		if m.class == c {
			return m, true
		}
	}
	return meaning{}, false
}

// words cuts the tokens of doc into words. A boundary stands between blocks and
// between sentences.
func (g *grammar) words(doc *token.Doc) []word {
	out := make([]word, 0, len(doc.Tokens)+len(doc.Tokens)/8)
	for _, s := range doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			out = g.appendToken(out, doc, i)
		}
		out = append(out, word{token: -1})
	}
	return out
}

func (g *grammar) appendToken(out []word, doc *token.Doc, i int) []word {
	t := &doc.Tokens[i]
	if e := g.lexicon.words[t.Lower]; e != nil && !strings.ContainsAny(t.Lower, "0123456789") {
		return append(out, word{Span: t.Span, lower: t.Lower, token: i, entry: e})
	}
	if isLetters(t.Lower) {
		return append(out, word{Span: t.Span, lower: t.Lower, token: i})
	}
	if t.Lower == "." && len(out) > 0 && g.dotsAbbreviation(&out[len(out)-1], t) {
		out[len(out)-1].End = t.End
		return out
	}
	if shape := shapeOf(t.Lower); shape != nil {
		return append(out, word{Span: t.Span, lower: t.Lower, token: i, shape: shape})
	}
	core := trimmed(doc, t.Span)
	if !splittable(t.Lower) && core == t.Span {
		return append(out, word{Span: t.Span, lower: t.Lower, token: i})
	}
	return g.appendPieces(out, doc, i, core)
}

// trimmed is the span of a token without the quotes and full stops that the
// tokeniser left on it ("“Today", "May.").
func trimmed(doc *token.Doc, s mention.Span) mention.Span {
	raw := doc.Slice(s)
	core := strings.TrimRight(strings.TrimLeft(raw, "'`\"‘’“”"), ".'’")
	if core == "" {
		return s
	}
	start := s.Start + strings.Index(raw, core)
	return mention.Span{Start: start, End: start + len(core)}
}

// dotsAbbreviation reports whether the full stop dot was cut off the month
// before it ("Sept" "."), and if so makes them one word.
func (g *grammar) dotsAbbreviation(w *word, dot *token.Token) bool {
	if w.entry == nil || w.End != dot.Start || w.token < 0 {
		return false
	}
	e := g.lexicon.words[w.lower+"."]
	if e == nil || len(w.lower) > 4 {
		return false
	}
	w.lower, w.entry = w.lower+".", e
	return true
}

// splittable reports whether a token that is no known word may have known words in it.
func splittable(s string) bool {
	if len(s) < 2 {
		return s != "" && s[0] >= '0' && s[0] <= '9'
	}
	return strings.ContainsAny(s, "-/0123456789") || strings.Contains(s, "..")
}

// appendPieces cuts core, a token or the core of one, at hyphens, slashes and
// between a digit and a letter. A token none of whose pieces is known stays whole.
func (g *grammar) appendPieces(out []word, doc *token.Doc, i int, core mention.Span) []word {
	t := &doc.Tokens[i]
	first, known := len(out), false
	raw := doc.Slice(core)
	for at := 0; at < len(raw); {
		n := pieceLen(raw[at:])
		piece := strings.ToLower(raw[at : at+n])
		if piece == "–" || piece == "‑" {
			piece = "-"
		}
		w := word{Span: mention.Span{Start: core.Start + at, End: core.Start + at + n}, lower: piece, token: i}
		w.entry = g.lexicon.words[piece]
		w.shape = shapeOf(piece)
		known = known || w.shape != nil || (w.entry != nil && piece != "-")
		out = append(out, w)
		at += n
	}
	if !known {
		return append(out[:first], word{Span: t.Span, lower: t.Lower, token: i})
	}
	return out
}

// pieceLen is the length of the first piece of s: a hyphen or slash, or what
// runs up to one, cut between a digit and a letter unless an ordinal or a
// decade ("3rd", "1990s") is written so.
func pieceLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if joins(r) {
		return size
	}
	if dots := len(s) - len(strings.TrimLeft(s, ".")); dots > 1 {
		return dots
	}
	digit := false
	for i, r := range s {
		if i > 0 && (joins(r) || strings.HasPrefix(s[i:], "..")) {
			return i
		}
		if digit && r >= 'a' && r <= 'z' && !ordinalEnding(s[i:]) {
			return i
		}
		digit = r >= '0' && r <= '9'
	}
	return len(s)
}

func joins(r rune) bool { return r == '-' || r == '–' || r == '‑' || r == '/' }

// ordinalEnding reports whether s, which follows a digit, begins with an
// ending that belongs to it.
func ordinalEnding(s string) bool {
	for _, e := range []string{"st", "nd", "rd", "th", "s"} {
		if rest, ok := strings.CutPrefix(s, e); ok && (rest == "" || !isLetter(rest[0])) {
			return true
		}
	}
	return false
}

// isLetters reports whether s is nothing but letters of ASCII, as most words are.
func isLetters(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// The classes that a number's shape gives it, in the order of shapeNames.
const (
	shapeInt class = iota + 1
	shapeDay
	shapeYY
	shapeYear
	shapeNth
	shapeDecade
	shapeTime
	shapeHour
	shapeDecimal
	shapeISO
	shapeNumericDate
	shapeDateTimeGroup
	shapeNthHundred
)

// shapeNames are what patterns call them.
var shapeNames = []string{"int", "day", "yy", "year", "nth", "decade", "time", "hour", "decimal", "iso", "numeric_date", "date_time_group", "nth_hundred"}

// shape is what a number's shape tells, as it is put together.
type shape struct {
	text     string
	meanings []meaning
}

func (s *shape) add(c class, num int) {
	if s.meanings == nil {
		s.meanings = make([]meaning, 0, 4)
	}
	s.meanings = append(s.meanings, meaning{class: c, code: s.text, num: num})
}

// shapeOf returns what the shape of s tells: "23" is an int, a day, a short
// year; "1990s" a decade; "10:30" a time. Nil if it is no number.
func shapeOf(s string) []meaning {
	if s == "" || (s[0] != '\'' && (s[0] < '0' || s[0] > '9')) {
		return nil
	}
	out := shape{text: s}
	n, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	switch {
	case err == nil && s[0] != '\'':
		out.addInteger(n)
	case isISO(s):
		out.add(shapeISO, 0)
	case isNumericDate(s):
		out.add(shapeNumericDate, 0)
	default:
		out.addWritten()
	}
	return out.meanings
}

func (s *shape) addInteger(n int) {
	if n < 1e6 {
		s.add(shapeInt, n)
	}
	if len(s.text) <= 2 && n >= 1 && n <= 31 {
		s.add(shapeDay, n)
	}
	if len(s.text) <= 2 && n <= 24 {
		s.add(shapeHour, n)
	}
	if len(s.text) == 2 {
		s.add(shapeYY, n)
	}
	if len(s.text) == 4 && n >= 1000 && n < 2200 {
		s.add(shapeYear, n)
	}
	if len(s.text) == 4 && n%100 < 60 && n < 2400 {
		s.add(shapeTime, n)
	}
}

// addWritten reads "3rd", "1990s", "'90s", "10:30", "2.5".
func (s *shape) addWritten() {
	body := strings.TrimPrefix(s.text, "'")
	digits := len(body) - len(strings.TrimLeft(body, "0123456789"))
	n, err := strconv.Atoi(body[:digits])
	if err != nil {
		return
	}
	rest := body[digits:]
	switch {
	case rest == "s" && digits >= 2 && digits <= 4 && n%10 == 0:
		s.add(shapeDecade, n/10)
	case rest == "" && s.text[0] == '\'' && digits == 2:
		s.add(shapeYY, n)
	case digits <= 2 && n > 0 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th"):
		s.add(shapeNth, n)
	case digits == 3 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th"):
		s.add(shapeNthHundred, n)
	case digits <= 2 && len(rest) == 3 && (rest[0] == ':' || rest[0] == '.'):
		m, err := strconv.ParseUint(rest[1:], 10, 8)
		if err == nil && m < 60 && n <= 24 {
			s.add(shapeTime, n*100+int(m))
		}
		if err == nil && rest[0] == '.' {
			s.add(shapeDecimal, n)
		}
	case digits == 6 && len(rest) == 1 && n%100 < 60:
		s.add(shapeDateTimeGroup, n) // 081200Z
	case len(rest) > 1 && rest[0] == '.' && strings.Trim(rest[1:], "0123456789") == "":
		s.add(shapeDecimal, n)
	}
}
