package extract

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"sync"

	"dateline/extract/lang/en"
	"dateline/extract/mention"
	"dateline/extract/table"
	"dateline/extract/token"
)

// figureWords is extract_figures.tsv: the words by which figures are told.
type figureWords struct {
	numbers    map[string]int // "nine", "couple"
	vague      []leastNumber  // "several"
	magnitudes map[string]int // "hundred"
	before     []qualifying   // "at least"
	after      []qualifying   // "or more"
	units      map[string]bool
}

// qualifying is a phrase that tells how the number next to it is meant.
type qualifying struct {
	words []string
	as    mention.Qualifier
}

// leastNumber is a phrase that gives no number but a least one: "several".
type leastNumber struct {
	words []string
	least int
}

// vagueAt is the vague phrase that toks begin with.
func (f *figureWords) vagueAt(toks []token.Token) (leastNumber, bool) {
	for _, v := range f.vague {
		if len(v.words) <= len(toks) && spells(toks, v.words) {
			return v, true
		}
	}
	return leastNumber{}, false
}

var figures = sync.OnceValues(loadFigures)

func loadFigures() (*figureWords, error) {
	rows, err := table.Read(en.Files, "extract_figures.tsv", 2, 3)
	if err != nil {
		return nil, err
	}
	f := &figureWords{numbers: map[string]int{}, magnitudes: map[string]int{}, units: map[string]bool{}}
	for _, r := range rows {
		if err := f.add(r); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *figureWords) add(r table.Row) error {
	what, phrase := r.Cells[0], strings.Fields(r.Cells[1])
	if len(phrase) == 0 {
		return r.Errorf("want a word or phrase")
	}
	switch what {
	case "number", "vague", "magnitude":
		n, err := strconv.Atoi(r.Cells[2])
		if err = errors.Join(err, f.addNumber(what, phrase, n)); err != nil {
			return r.Errorf("want a number: %v", err)
		}
	case string(mention.AtLeast), string(mention.About), string(mention.UpTo):
		f.before = append(f.before, qualifying{phrase, mention.Qualifier(what)})
	case "after":
		f.after = append(f.after, qualifying{phrase, mention.AtLeast})
	case "unit":
		f.units[phrase[0]] = true
	default:
		return r.Errorf("%q is none of the kinds that the table's head lists", what)
	}
	return nil
}

func (f *figureWords) addNumber(what string, phrase []string, n int) error {
	if n < 1 {
		return errors.New("not positive")
	}
	switch what {
	case "magnitude":
		f.magnitudes[phrase[0]] = n
	case "vague":
		f.vague = append(f.vague, leastNumber{phrase, n})
	default:
		f.numbers[phrase[0]] = n
	}
	return nil
}

// maxFigure is beyond any number of people that a report counts.
const maxFigure = 100_000_000

// number reads the whole number that toks begin with, in digits or words
// ("1,200", "twenty-one", "a dozen", "two hundred", "1.9 million"), and tells
// how many tokens it takes, 0 if there is none. A plural ("dozens") is no number.
func (f *figureWords) number(toks []token.Token) (n, words int) {
	if len(toks) == 0 {
		return 0, 0
	}
	value, ok := f.decimal(toks[0])
	if !ok {
		w := toks[0].Lower
		if w == "half" && len(toks) > 2 && toks[1].Lower == "a" && toks[2].Lower == "dozen" {
			return 6, 3
		}
		times, isMagnitude := f.magnitudes[w]
		if _, alone := f.numbers[w]; !isMagnitude || alone {
			return 0, 0
		}
		return times, 1 // "a hundred"
	}
	words = 1
	for words < len(toks) {
		times, ok := f.magnitudes[toks[words].Lower]
		if !ok || value*float64(times) >= maxFigure {
			break
		}
		value *= float64(times)
		words++
	}
	if value != math.Trunc(value) {
		return 0, 0
	}
	return int(value), words
}

// decimal reads one token as a number: "9", "1,200", "1.9", "nine", "twenty-one".
func (f *figureWords) decimal(t token.Token) (float64, bool) {
	if n, ok := f.numbers[t.Lower]; ok {
		return float64(n), true
	}
	if tens, ones, ok := strings.Cut(t.Lower, "-"); ok && f.numbers[tens] >= 20 && f.numbers[ones] > 0 && f.numbers[ones] < 10 {
		return float64(f.numbers[tens] + f.numbers[ones]), true
	}
	if t.Tag != "CD" || strings.Trim(t.Lower, "0123456789,.") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(t.Lower, ",", ""), 64)
	return v, err == nil && v >= 0 && v < maxFigure
}

// amount is a number of people as a phrase tells it.
type amount struct {
	mention.Count
	mention.Qualifier
	first, last int  // tokens of the number, last excluded
	vague       bool // a least number that a word like "several" stands for
}

// amountIn reads the first number among tokens first..last that counts people,
// not days or miles: "at least nine people", "between 20 and 30 soldiers".
func (f *figureWords) amountIn(toks []token.Token, first, last int) (amount, bool) {
	for i := first; i < last; i++ {
		if v, ok := f.vagueAt(toks[i:]); ok {
			return amount{mention.Count{Low: v.least, High: v.least}, mention.AtLeast, i, i + len(v.words), true}, true
		}
		n, words := f.number(toks[i:last])
		if words == 0 {
			continue
		}
		end := i + words
		if n == 0 || end < len(toks) && f.units[toks[end].Lower] {
			i = end - 1
			continue
		}
		a := amount{Count: mention.Count{Low: n, High: n}, first: i, last: end}
		if high, words := f.upperBound(toks[end:last]); words > 0 && high > n {
			a.High, a.last = high, end+words
		}
		a.Qualifier = f.qualifier(toks, a.first, a.last)
		return a, true
	}
	return amount{}, false
}

// upperBound reads the second number of "20 to 30", "20 and 30", "20-30".
func (f *figureWords) upperBound(rest []token.Token) (n, words int) {
	if len(rest) < 2 {
		return 0, 0
	}
	switch rest[0].Lower {
	case "to", "and", "or", "-", "–":
		if n, words = f.number(rest[1:]); words > 0 {
			words++
		}
	}
	return n, words
}

// qualifier reads how the number at tokens first..last is meant off the words
// around it.
func (f *figureWords) qualifier(toks []token.Token, first, last int) mention.Qualifier {
	if first > 0 && toks[first-1].Lower == "a" { // "about a dozen"
		first--
	}
	for _, q := range f.before {
		if first >= len(q.words) && spells(toks[first-len(q.words):first], q.words) {
			return q.as
		}
	}
	for _, q := range f.after {
		if last+len(q.words) <= len(toks) && spells(toks[last:last+len(q.words)], q.words) {
			return q.as
		}
	}
	return mention.ExactFigure
}

func spells(toks []token.Token, words []string) bool {
	for i, w := range words {
		if toks[i].Lower != w {
			return false
		}
	}
	return true
}
