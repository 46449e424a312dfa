package timex

import (
	"strconv"
	"strings"
)

// quantity is a number as told: Text is its TIMEX3 form ("3", "2.5", "X").
type quantity struct {
	text  string
	n     int
	words int // how many words it takes, 0 if there is no number
}

// numberAt reads the number that begins at words[i], in digits or in words:
// "24", "1,500", "2.5", "9 1/2", "twenty-four", "a hundred", "two thousand".
func (g *grammar) numberAt(words []word, i int) quantity {
	w := &words[i]
	if m, ok := w.meaning(shapeDecimal); ok {
		return quantity{text: m.code, n: m.num, words: 1}
	}
	if m, ok := w.meaning(shapeInt); ok {
		q := quantity{text: strconv.Itoa(m.num), n: m.num, words: 1}
		return g.magnified(words, i, q)
	}
	return g.spelledNumber(words, i)
}

// magnified multiplies digits by a word after them: "10 thousand".
func (g *grammar) magnified(words []word, i int, q quantity) quantity {
	if i+1 >= len(words) {
		return q
	}
	m, ok := words[i+1].meaning(g.lexicon.class("number"))
	if !ok || m.num < 100 || q.n > 999 {
		return q
	}
	n := q.n * m.num
	return quantity{text: strconv.Itoa(n), n: n, words: 2}
}

// maxNumberWords is how many words, hyphens included, a spelled number may have.
const maxNumberWords = 8

// spelledNumber adds up a run of number words, hyphens between them aside:
// "twenty-four", "a hundred and five" up to "hundred".
func (g *grammar) spelledNumber(words []word, i int) quantity {
	number := g.lexicon.class("number")
	total, current, last, end := 0, 0, 0, i
	j := i
	if w := words[i].lower; w == "a" || w == "an" {
		j++ // a hundred
	}
	article := j > i
	for ; j < len(words) && j < i+maxNumberWords; j++ {
		if words[j].lower == "-" && last > 0 {
			continue
		}
		m, ok := words[j].meaning(number)
		if !ok || !continues(last, m.num) || article && last == 0 && m.num < 100 {
			break
		}
		total, current = addNumberWord(total, current, m.num)
		last, end = m.num, j+1
	}
	if last == 0 {
		return quantity{}
	}
	n := total + current
	return quantity{text: strconv.Itoa(n), n: n, words: end - i}
}

func addNumberWord(total, current, n int) (int, int) {
	switch n {
	case 100:
		return total, max(current, 1) * 100
	case 1000:
		return total + max(current, 1)*1000, 0
	}
	return total, current + n
}

// continues reports whether n may follow last within one number: "twenty five",
// "two hundred", but not "nineteen ninety". Nothing follows with a last of 0.
func continues(last, n int) bool {
	switch {
	case last == 0, n >= 100, last >= 100:
		return true
	case last >= 20:
		return n < 10
	}
	return false
}

// spelledYear reads "nineteen ninety-six", "twenty ten", "two thousand three".
func (g *grammar) spelledYear(words []word, i int) quantity {
	century := g.spelledNumber(words, i)
	switch {
	case century.words == 0 || i+century.words >= len(words):
		return quantity{}
	case century.n >= 1900 && century.n < 2100:
		return century
	case century.n < 13 || century.n > 20:
		return quantity{}
	}
	rest := g.spelledNumber(words, i+century.words)
	if rest.words == 0 || rest.n < 10 || rest.n > 99 {
		return quantity{}
	}
	n := century.n*100 + rest.n
	return quantity{text: strconv.Itoa(n), n: n, words: century.words + rest.words}
}

func isISO(s string) bool {
	if len(s) > 10 && (s[10] == 't' || s[10] == ' ') {
		s = s[:10]
	}
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && strings.Trim(s, "0123456789-") == ""
}

// isNumericDate reports whether s is three numbers between slashes, dots or
// hyphens, the last of them a year.
func isNumericDate(s string) bool {
	for _, sep := range []string{"/", ".", "-"} {
		p := strings.Split(s, sep)
		if len(p) == 3 && len(p[0]) <= 2 && len(p[1]) <= 2 && (len(p[2]) == 4 || len(p[2]) == 2) {
			return strings.Trim(p[0]+p[1]+p[2], "0123456789") == ""
		}
	}
	return false
}
