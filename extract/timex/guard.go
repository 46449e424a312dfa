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
	"named":      (*finder).endsInName,
	"of_what":    (*finder).isOfWhat,
	"event":      (*finder).isEvent,
	"thing":      (*finder).isThing,
	"soon":       (*finder).isStillAhead,
	"untitled":   (*finder).isUntitled,
	"apart":      (*finder).standsApart,
	"ended":      (*finder).endIsTold,
	"history":    (*finder).inHistory,
	"fullyear":   (*finder).isFullYear,
	"quarterly":  (*finder).isQuarterly,
	"numbered":   (*finder).isNumbered,
	"of_event":   (*finder).isOfEvent,
	"feast_day":  (*finder).isFeastDay,
	"slash":      (*finder).isSlashDate,
	"to_hour":    (*finder).isHourToCome,
}

func parseGuard(s string) (guard, error) {
	g, ok := guards[s]
	if !ok {
		return nil, fmt.Errorf("no guard is called %q", s)
	}
	return g, nil
}

// boundary is the word that stands where there is none.
var boundary = word{token: -1}

// neighbour is the n-th word before (negative) or after the expression; at a
// boundary a word that is none, with token -1.
func (f *finder) neighbour(it *item, n int) *word {
	i := it.first + n
	if n > 0 {
		i = it.end() + n - 1
	}
	if i < 0 || i >= len(f.words) || f.words[i].token < 0 {
		return &boundary
	}
	return &f.words[i]
}

// tag is the part of speech of the token that w is or is part of, "" at a boundary.
func (f *finder) tag(w *word) string {
	if w.token < 0 {
		return ""
	}
	return f.doc.Tag(w.token)
}

// capitalsReach is how many words before and after an expression tell whether
// its sentence is in capitals.
const capitalsReach = 6

// capitals reports whether the sentence around is in capitals throughout, so
// that a capital tells nothing: no word beside has a small letter.
func (f *finder) capitals(it *item) bool {
	first, last := it.first, it.last
	for first > max(0, it.first-capitalsReach) && f.words[first-1].token >= 0 {
		first--
	}
	for last < min(len(f.words), it.last+capitalsReach) && f.words[last].token >= 0 {
		last++
	}
	for i := first; i < last; i++ {
		if strings.IndexFunc(f.doc.Slice(f.words[i].Span), unicode.IsLower) >= 0 {
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

// isBareMonth tells the months "May" and "March" from the verbs, and August
// and April from people.
func (f *finder) isBareMonth(it *item) bool {
	w, prev, next := &f.words[it.first], f.neighbour(it, -1), f.neighbour(it, 1)
	if !f.isName(it) || !f.g.is(monthOrOther, w.lower) {
		return f.isName(it)
	}
	tag, tagBefore, tagAfter := f.tag(w), f.tag(prev), f.tag(next)
	switch {
	case tag == "MD" && strings.HasPrefix(tagAfter, "VB"), next.lower == "not", next.lower == "be", next.lower == "have":
		return false
	case tagAfter == "NNP" && !f.capitals(it) && !f.g.is(beforeMonth, prev.lower):
		return false
	case f.g.is(beforeDate, prev.lower):
		return true
	case tagBefore == "DT":
		return strings.HasPrefix(tagAfter, "NN") // the May offensive
	case prev.token < 0:
		return next.lower == ","
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
	return f.g.is(afterSeason, next.lower) || first == "the" || f.g.is(beforeDate, prev.lower) || prev.token < 0 || next.lower == "," || next.token < 0
}

// isLength tells durations from idioms, titles and parts of longer expressions.
func (f *finder) isLength(it *item) bool {
	prev, next := f.neighbour(it, -1), f.neighbour(it, 1)
	if first := f.words[it.first].lower; f.afterNumber(it) && (first == "a" || it.last-it.first == 1) {
		return false // $2 a year, 60 Minutes
	}
	if f.g.is(beforeNoLength, prev.lower) || f.fractional(it) || !f.isUntitled(it) {
		return false
	}
	if f.words[it.first].lower == "one" && f.words[it.last-1].lower == "day" && (f.tag(prev) == "MD" || f.tag(next) == "MD" || f.tag(next) == "VB") {
		return false // one day he will
	}
	return next.lower != "-" || f.words[it.first].lower != "a" && f.neighbour(it, 2).lower != "long"
}

// afterNumber reports whether a number stands before the expression.
func (f *finder) afterNumber(it *item) bool {
	return it.first > 0 && f.g.numberAt(f.words, it.first-1).words > 0
}

// fractional reports whether the length is in quarters, which are as often
// those of a town as those of a year.
func (f *finder) fractional(it *item) bool {
	for _, class := range []string{"unit", "units"} {
		if m, ok := f.words[it.last-1].meaning(f.g.lexicon.class(class)); ok && m.code == string(Quarter) {
			return true
		}
	}
	return false
}

// isRate tells "twice a week" from "a week later".
func (f *finder) isRate(it *item) bool {
	prev := f.neighbour(it, -1)
	return f.g.is(beforeRate, prev.lower) || f.afterNumber(it) || f.words[it.first].lower == "per"
}

// noNounAfter rejects an expression that only describes the noun after it.
func (f *finder) noNounAfter(it *item) bool {
	return !strings.HasPrefix(f.tag(f.neighbour(it, 1)), "NN")
}

// standsApart rejects an expression that describes what comes after it: "future
// losses", "future medical needs".
func (f *finder) standsApart(it *item) bool {
	t := f.tag(f.neighbour(it, 1))
	return !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "VBG"
}

// endIsTold accepts a period whose last day is told next: "the year ended March 31".
func (f *finder) endIsTold(it *item) bool { return f.g.is(ending, f.neighbour(it, 1).lower) }

// isFullYear accepts "the year" as a stretch in which something went on, and not
// as one that is told of ("the year he was born").
func (f *finder) isFullYear(it *item) bool {
	return f.g.is(beforeStretch, f.neighbour(it, -1).lower) && f.standsApart(it) && !f.isName(it)
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
	then := f.neighbour(it, 2)
	return f.g.is(toldAfter, f.neighbour(it, 1).lower) && then.token >= 0 && then.lower != "," && then.lower != "."
}

// endsPhrase rejects an expression ending in "after" or "before" that goes on
// to tell of what ("two days before the attack").
func (f *finder) endsPhrase(it *item) bool {
	t := f.tag(f.neighbour(it, 1))
	return !f.g.is(toldNext, f.words[it.last-1].lower) || t == "" || t == "," || t == "." || t == "CC" || t == ":"
}

// isQuarterly accepts "the quarter" before its last day and in a text that tells
// of numbered ones, where it is no part of a town.
func (f *finder) isQuarterly(it *item) bool {
	return f.quarters || f.endIsTold(it)
}

// endsInName reports whether the last word is written as a name.
func (f *finder) endsInName(it *item) bool {
	r, _ := utf8.DecodeRuneInString(f.doc.Text[f.words[it.last-1].Start:])
	return unicode.IsUpper(r)
}

// isOfWhat accepts "the second day" of something other than a date.
func (f *finder) isOfWhat(it *item) bool {
	if f.neighbour(it, 1).lower != "of" {
		return f.history && f.standsApart(it)
	}
	then := f.items[it.end()+1]
	return then == nil || !then.value.dated()
}

// isEvent accepts a day as the name of what happened then: "9/11", "the September
// 11 attacks".
func (f *finder) isEvent(it *item) bool {
	return f.words[it.first].shape != nil && f.words[it.first+1].lower == "/" || f.g.is(namedDay, f.neighbour(it, 1).lower)
}

// isThing accepts the age of a thing, which tells when it began, and not that of
// a person.
func (f *finder) isThing(it *item) bool {
	return f.g.is(agedThing, f.neighbour(it, 1).lower)
}

// isStillAhead accepts "soon" beside what is still to be done: "may soon seek".
func (f *finder) isStillAhead(it *item) bool {
	if f.history {
		return false
	}
	for _, n := range []int{-1, 1} {
		if w := f.neighbour(it, n); w.lower == "to" || f.tag(w) == "MD" && f.g.is(futureVerb, w.lower) {
			return true
		}
	}
	return false
}

// isUntitled rejects what is written, in quotes, as the title of a work or a
// broadcast: "This Week", "60 Minutes".
func (f *finder) isUntitled(it *item) bool {
	before, _ := utf8.DecodeLastRuneInString(f.doc.Text[:f.words[it.first].Start])
	return !strings.ContainsRune(`"“‘'`+"`", before) || !f.endsInName(it) || f.capitals(it)
}
