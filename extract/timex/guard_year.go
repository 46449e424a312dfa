package timex

import "strings"

// firstLikelyYear is the first year that stands without a word such as "in".
const firstLikelyYear = 1700

// isYear tells a year from any other number of four digits.
func (f *finder) isYear(it *item) bool {
	prev, next, year := f.neighbour(it, -1), f.neighbour(it, 1), it.value.Year
	dated := f.g.is(beforeDate, prev.lower)
	switch {
	case f.g.is(beforeNumber, prev.lower), f.g.is(afterNumber, next.lower), f.joinedToNumber(it):
		return false
	case dated && (next.token < 0 || next.lower == "," || next.lower == "."):
		return true // in 1990, ...
	}
	plural, adjective := strings.HasPrefix(f.tag(next), "NNS"), f.tag(next) == "JJ"
	switch {
	case strings.HasPrefix(f.tag(prev), "VB") && (plural || adjective):
		return false // questioned 2028 British adults
	case year < 1400, year%100 == 0:
		return dated && !plural && !adjective && f.tag(next) != "NN" // in 2000, but not 2000 men
	case dated:
		return true
	}
	return !plural && f.tag(prev) != "CD" && (prev.token < 0 || year >= firstLikelyYear && year < 2100)
}

// joinedToNumber reports whether the number is part of a longer one or of a
// code: "F-1990", "1990.5", "2011-01-S-012".
func (f *finder) joinedToNumber(it *item) bool {
	before, after := f.neighbour(it, -1), f.neighbour(it, 1)
	if f.joined(before, &f.words[it.first]) {
		return before.lower == "/" || before.lower == "-" && f.neighbour(it, -2).entry == nil && !f.g.is(beforeHyphenYear, f.neighbour(it, -2).lower)
	}
	if !f.joined(&f.words[it.end()-1], after) {
		return false
	}
	third := f.words[min(it.end()+1, len(f.words)-1)]
	return after.lower == "/" || (after.lower == "-" || after.lower == ".") && third.shape != nil && third.Start == after.End
}

// joined reports whether b follows a without a blank, as part of the same token
// or as a full stop.
func (f *finder) joined(a, b *word) bool {
	return a.token >= 0 && b.token >= 0 && a.End == b.Start && (a.token == b.token || a.lower == "." || b.lower == ".")
}

// isYears tells two years from the first parts of a code ("2011-12-S-012").
func (f *finder) isYears(it *item) bool {
	after := f.neighbour(it, 1)
	return after.lower != "-" || !f.joined(&f.words[it.end()-1], after)
}

// isDecade tells "the 80s" and "'80s" from the age of a man in his 30s, and asks
// for an era after a decade of three digits.
func (f *finder) isDecade(it *item) bool {
	for i := it.first; i < it.last; i++ {
		m, ok := f.words[i].meaning(shapeDecade)
		if !ok {
			continue
		}
		switch len(m.code) {
		case len("80s"):
			return m.code[0] == '\'' || f.words[it.first].lower == "the"
		case len("480s"):
			return m.code[0] == '\'' || it.value.BC
		}
	}
	return true
}

// isBCYear reports whether a short number is a year of the era that the text
// tells of: "in 480" after "480 BC".
func (f *finder) isBCYear(it *item) bool {
	if !f.bc || it.value.Year < 100 || len(f.words[it.first].lower) != 3 {
		return false
	}
	t := f.tag(f.neighbour(it, 1))
	return f.g.is(beforeBC, f.neighbour(it, -1).lower) && !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ")
}
