package timex

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// guard decides, from the words around it, whether what a pattern matched is a
// time expression at all.
type guard func(f *finder, it *item) bool

// guards are the guards that a rule may name; "-" is none.
var guards = map[string]guard{
	"-":          nil,
	"name":       (*finder).isName,
	"bare_month": (*finder).isBareMonth,
	"year":       (*finder).isYear,
	"years":      (*finder).isYears,
	"bc_year":    (*finder).isBCYear,
	"season":     (*finder).isSeason,
	"clock":      (*finder).isClock,
	"length":     (*finder).isLength,
	"rate":       (*finder).isRate,
	"no_noun":    (*finder).noNounAfter,
	"decade":     (*finder).isDecade,
	"day_of":     (*finder).isDayOfMonth,
	"told_after": (*finder).isToldAfter,
	"ends":       (*finder).endsPhrase,
	"quarterly":  (*finder).isQuarterly,
}

func parseGuard(s string) (guard, error) {
	g, ok := guards[s]
	if !ok {
		return nil, fmt.Errorf("no guard is called %q", s)
	}
	return g, nil
}

// neighbour is the n-th word before (negative) or after the expression; at a
// boundary a word that is none, with token -1.
func (f *finder) neighbour(it *item, n int) *word {
	i := it.first + n
	if n > 0 {
		i = it.end() + n - 1
	}
	if i < 0 || i >= len(f.words) || f.words[i].token < 0 {
		return &word{token: -1}
	}
	return &f.words[i]
}

// tag is the part of speech of the token that w is or is part of, "" at a boundary.
func (f *finder) tag(w *word) string {
	if w.token < 0 {
		return ""
	}
	return f.doc.Tokens[w.token].Tag
}

// capitals reports whether the sentence around is in capitals throughout, so
// that a capital tells nothing: neither word beside has a small letter.
func (f *finder) capitals(it *item) bool {
	for i := max(it.first-6, 0); i < min(it.last+6, len(f.words)); i++ {
		if w := &f.words[i]; w.token >= 0 && strings.IndexFunc(f.doc.Slice(w.Span), unicode.IsLower) >= 0 {
			return false
		}
	}
	return true
}

// isName reports whether some word of the expression is written as a name.
func (f *finder) isName(it *item) bool {
	for i := it.first; i < it.end(); i++ {
		r, _ := utf8.DecodeRuneInString(f.doc.Text[f.words[i].Start:])
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// datePrepositions are the words after which a month or a year stands.
var datePrepositions = wordSet("in of since by until till from to through during before after between last next this early late mid " +
	"and or for around about earlier later every each on as to that circa ( - , the within throughout following at toward towards end beginning start ;")

// monthPrepositions are those that hardly stand before a person called April or August.
var monthPrepositions = wordSet("in of since until last next this early late mid during - through")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isBareMonth tells the months "May" and "March" from the verbs, and August
// and April from people.
func (f *finder) isBareMonth(it *item) bool {
	if !f.isName(it) {
		return false
	}
	w, prev, next := &f.words[it.first], f.neighbour(it, -1), f.neighbour(it, 1)
	tag := f.tag(w)
	if w.lower != "may" && w.lower != "march" && w.lower != "august" && w.lower != "april" && w.lower != "june" {
		return true
	}
	if strings.HasPrefix(f.tag(next), "VB") && tag == "MD" || next.lower == "not" || next.lower == "be" || next.lower == "have" {
		return false
	}
	if f.tag(next) == "NNP" && !f.capitals(it) && !monthPrepositions[prev.lower] {
		return false
	}
	return datePrepositions[prev.lower] || f.tag(prev) == "DT" && strings.HasPrefix(f.tag(next), "NN") || prev.token < 0 && next.lower == "," || f.tag(prev) == "VBD" && tag == "NNP" && next.token < 0
}

// currencies and counters stand before numbers that are no years.
var currencies = wordSet("$ £ € # no. no us$ nr number flight route page room article section resolution highway version model boeing is than total")

// products stand after a year that names a make of something.
var products = wordSet("model models version edition percent % meters metres miles km kilometers kilometres feet tons tonnes people troops soldiers " +
	"men women children civilians dollars pounds euros barrels hours days weeks months years minutes times others points votes rounds")

// isYear tells a year from any other number of four digits.
func (f *finder) isYear(it *item) bool {
	prev, next := f.neighbour(it, -1), f.neighbour(it, 1)
	if prev.lower == "at" || currencies[prev.lower] || products[next.lower] || f.joinedToNumber(it) {
		return false
	}
	plural := strings.HasPrefix(f.tag(next), "NNS")
	if strings.HasPrefix(f.tag(prev), "VB") && (plural || f.tag(next) == "JJ") {
		return false // questioned 2028 British adults
	}
	round := it.value.Year%100 == 0
	if it.value.Year < 1400 || round {
		return datePrepositions[prev.lower] && !plural && f.tag(next) != "NN" && f.tag(next) != "JJ"
	}
	if datePrepositions[prev.lower] || prev.token < 0 || prev.lower == "'s" || prev.lower == "fiscal" {
		return !(plural && !datePrepositions[prev.lower])
	}
	return it.value.Year >= 1700 && it.value.Year < 2100 && !plural && f.tag(prev) != "CD"
}

// joinedToNumber reports whether the number is part of a longer one or of a
// code: "F-1990", "1990.5", "2011-01-S-012".
func (f *finder) joinedToNumber(it *item) bool {
	before, after := f.neighbour(it, -1), f.neighbour(it, 1)
	if f.joined(before, &f.words[it.first]) {
		return before.lower == "/" || before.lower == "-" && f.neighbour(it, -2).entry == nil && f.neighbour(it, -2).lower != "post"
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
		m, ok := f.words[i].meaning(f.g.lexicon.class("decade"))
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
	switch f.neighbour(it, -1).lower {
	case "in", "by", "until", "from", "since", "of", "late", "early":
		t := f.tag(f.neighbour(it, 1))
		return !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ")
	}
	return false
}

// isSeason tells the season from the spring of a clock or a name.
func (f *finder) isSeason(it *item) bool {
	prev, next := f.neighbour(it, -1), f.neighbour(it, 1)
	if next.lower == "-" || f.tag(next) == "NNP" && f.isName(it) {
		return false
	}
	first := f.words[it.first].lower
	return warSeasons[next.lower] || first == "the" || datePrepositions[prev.lower] || prev.token < 0 || next.lower == "," || next.token < 0
}

// warSeasons are what is called after the season in which it happens.
var warSeasons = wordSet("offensive offensives counteroffensive counter-offensive counter campaign campaigns fighting push assault")

// isClock tells "1030" and "10.30" from other numbers where no zone or am/pm
// follows: a colon, or "at" before four digits, makes it a time of the day.
func (f *finder) isClock(it *item) bool {
	prev := f.neighbour(it, -1)
	if !strings.Contains(f.words[it.first].lower, ":") {
		return prev.lower == "at" && len(f.words[it.first].lower) == 4
	}
	return prev.lower != "-" && prev.lower != ":"
}

// isLength tells durations from idioms and from parts of longer expressions.
func (f *finder) isLength(it *item) bool {
	prev, next := f.neighbour(it, -1), f.neighbour(it, 1)
	switch prev.lower {
	case "-", "day", "$", "one":
		return false
	}
	if strings.HasSuffix(f.words[it.last-1].lower, "quarter") || strings.HasSuffix(f.words[it.last-1].lower, "quarters") {
		return false // three quarters of the town
	}
	if f.words[it.first].lower == "one" && f.words[it.last-1].lower == "day" && (f.tag(prev) == "MD" || f.tag(next) == "MD" || f.tag(next) == "VB") {
		return false // one day he will
	}
	return next.lower != "-" || f.words[it.first].lower != "a"
}

// rateWords stand before "a day" where it means each day.
var rateWords = wordSet("times once twice barrels dollars hours pounds tons tonnes barrel cents people troops flights sorties % percent million billion thousand rounds missions attacks")

// isRate tells "twice a week" from "a week later".
func (f *finder) isRate(it *item) bool {
	prev := f.neighbour(it, -1)
	return rateWords[prev.lower] || prev.lower == "/" || f.words[it.first].lower == "per"
}

// noNounAfter rejects an expression that only describes the noun after it.
func (f *finder) noNounAfter(it *item) bool {
	return !strings.HasPrefix(f.tag(f.neighbour(it, 1)), "NN")
}

// isDayOfMonth accepts "the 15th" where no noun follows.
func (f *finder) isDayOfMonth(it *item) bool {
	prev, next := f.neighbour(it, -1), f.neighbour(it, 1)
	t := f.tag(next)
	return (prev.lower == "on" || prev.lower == "by") && !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "CD"
}

// isToldAfter accepts a length that counts from something told next: "two days
// after the attack".
func (f *finder) isToldAfter(it *item) bool {
	switch f.neighbour(it, 1).lower {
	case "after", "following":
		return f.neighbour(it, 2).token >= 0 && f.neighbour(it, 2).lower != "," && f.neighbour(it, 2).lower != "."
	}
	return false
}

// endsPhrase rejects an expression ending in "after" or "before" that goes on
// to tell of what ("two days before the attack").
func (f *finder) endsPhrase(it *item) bool {
	switch f.words[it.last-1].lower {
	case "after", "before", "prior", "following":
		t := f.tag(f.neighbour(it, 1))
		return t == "" || t == "," || t == "." || t == "CC" || t == ":"
	}
	return true
}

// isQuarterly accepts "the quarter" in a text that tells of numbered ones,
// and so is no part of a town.
func (f *finder) isQuarterly(*item) bool {
	return f.quarters
}
