package timex

import "strings"

// isClock tells "1030" and "10.30" from other numbers where no zone or am/pm
// follows: a colon, or "at" before four digits, makes it a time of the day.
func (f *finder) isClock(it *item) bool {
	prev := f.neighbour(it, -1)
	if w := f.words[it.first].lower; !strings.Contains(w, ":") {
		next := f.neighbour(it, 1)
		return prev.lower == "at" && len(w) == 4 && !strings.Contains(w, ".") && !f.g.is(afterNumber, next.lower) && f.tag(next) != "NNS"
	}
	return prev.lower != "-" && prev.lower != ":"
}

// isHourToCome tells "a quarter to nine" from a part that goes to nine of something:
// nothing that could be counted follows.
func (f *finder) isHourToCome(it *item) bool {
	t := f.tag(f.neighbour(it, 1))
	return !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "CD"
}

// isSlashDate tells the date "3/15" from a fraction, a score and "24/7": it stands
// after a weekday or a word that dates, and before no noun.
func (f *finder) isSlashDate(it *item) bool {
	if _, ok := f.words[it.first].meaning(f.g.lexicon.class("wday")); ok {
		return true
	}
	return f.g.is(beforeDay, f.neighbour(it, -1).lower) && f.standsApart(it) && f.neighbour(it, 1).lower != "of"
}

// isFeastDay accepts the name of a feast as its day, not as what happened then: "at
// Tet", but not "the Tet offensive" or "shaken by Tet".
func (f *finder) isFeastDay(it *item) bool {
	return f.isName(it) && f.g.is(beforeDay, f.neighbour(it, -1).lower) && f.standsApart(it)
}

// isNumbered accepts "the third week" and "day 158" of something other than a date.
func (f *finder) isNumbered(it *item) bool {
	return f.neighbour(it, 1).lower == "of" && f.isOfWhat(it)
}

// isOfEvent accepts the anniversary of something.
func (f *finder) isOfEvent(it *item) bool { return f.neighbour(it, 1).lower == "of" }
