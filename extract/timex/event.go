package timex

import (
	"slices"
	"strings"

	"dateline/extract/date"
	"dateline/extract/token"
)

// eventDays are the days on which something began or happened, by the noun that
// names it: "siege".
type eventDays map[string]point

// countsFromEvent reports whether e counts from the day of something that the text
// may tell elsewhere.
func countsFromEvent(e Expr) bool {
	f := e.Value.Frame
	return f.Base == Anniversary && f.Of == nil || f.Base == Beside && f.Count > 0
}

// daysOfEvents are the events of which a full date is told, the first of each: all
// that a sentence names which tells that something began ("the siege of the town
// began on 5 May 2012"), and what is named right beside a date ("the 5 May 2012
// massacre").
func (r *resolver) daysOfEvents(exprs []Expr) eventDays {
	out := eventDays{}
	for _, e := range exprs {
		if !e.Value.fullDate() {
			continue
		}
		r.enter(e)
		if r.sentence >= len(r.doc.Sentences) {
			break
		}
		toks := r.doc.Tagged(r.sentence)
		at, end := tokenAt(toks, e.Start), tokenAt(toks, e.End)
		begun := slices.ContainsFunc(toks, func(t token.Token) bool { return r.grammar.is(begins, t.Lower) })
		for i, t := range toks {
			beside := i >= at-besideTokens && i < end+besideTokens
			if _, known := out[t.Lower]; !known && (begun || beside) && isEventNoun(t) && (i < at || i >= end) {
				out[t.Lower] = e.Value.in(e.Value.year())
			}
		}
	}
	r.sentence, r.block = 0, 0
	return out
}

// besideTokens is how far from a date what it dates may stand: "the massacre on ...".
const besideTokens = 2

// isEventNoun reports whether t may name an event: a noun, no name.
func isEventNoun(t token.Token) bool { return t.Tag == "NN" || t.Tag == "NNS" || t.Tag == "VBG" }

// ofReach is how many tokens after "of" the noun may stand.
const ofReach = 6

// eventOf is the day of what e is the anniversary or the third day of.
func (r *resolver) eventOf(e Expr) (point, bool) {
	if r.sentence >= len(r.doc.Sentences) || len(r.starts) == 0 {
		return point{}, false
	}
	toks := r.doc.Tagged(r.sentence)
	of := tokenAt(toks, e.End)
	if of >= len(toks) || toks[of].Lower != "of" {
		return point{}, false
	}
	for i := of + 1; i < len(toks) && i <= of+ofReach; i++ {
		if t := toks[i]; isEventNoun(t) && (i+1 == len(toks) || !strings.HasPrefix(toks[i+1].Tag, "NN")) {
			p, ok := r.starts[t.Lower]
			return p, ok
		}
	}
	return point{}, false
}

// beside is the unit in which "the second day" of something lies: counted from its
// start, where the text tells it; else that of the day told in the same sentence, in
// a history the one told last, and that of writing where it is so now or where it
// opens the text ("Day 137 of the war: ...").
func (r *resolver) beside(f Frame, e Expr) reading {
	rd := reading{basis: date.Relative}
	if start, ok := r.eventOf(e); ok && f.Count > 0 {
		rd.anchor = start.value()
		if rd.point = start.shifted(f.Count-1, f.Unit); f.Unit == Week {
			rd.point = start.shifted(7*(f.Count-1), Day).within(Week)
		}
		rd.approx = f.Unit != Day
		return rd
	}
	base := point{unit: f.Unit}
	switch {
	case r.last.year != 0 && (r.history || r.lastSentence == r.sentence):
		base = r.last
	case r.published.Known() && (r.tense(e) == unclear || e.Rule == numberedDay && e.Start == 0):
		base = pointOf(r.published, Day)
	}
	rd.point, rd.anchor = base.within(f.Unit), anchorText(base)
	return rd
}

// numberedDay is the rule for "day 137".
const numberedDay = "numbered_day"

// isMarked reports whether e is the day told just before it ("today, the 39th
// anniversary") or what is marked on the day told in its sentence.
func (r *resolver) isMarked(e Expr) bool {
	if strings.TrimSpace(r.doc.Text[r.lastEnd:e.Start]) == "," {
		return true
	}
	toks := r.doc.Tagged(r.sentence)
	at := tokenAt(toks, e.Start)
	return at > 0 && r.grammar.is(marks, toks[at-1].Lower) && r.tense(e) != future
}

// anniversary is the day f.Count years after a date, or the day of the year that it
// is where no number is told. Of what is not dated it is the day that the sentence has
// told already, if any.
func (r *resolver) anniversary(f Frame, e Expr) reading {
	of, told := point{}, false
	if f.Of == nil {
		of, told = r.eventOf(e)
	} else if f.Of.yearTold() {
		of, told = f.Of.in(f.Of.year()), true
	} else {
		return r.read(*f.Of, e)
	}
	switch {
	case told && f.Count > 0:
		anchor := of.value()
		of.year = shiftYear(of.year, f.Count)
		return reading{point: of.onCalendar(), basis: date.Relative, anchor: anchor}
	case told && of.unit == Day && of.day > 0:
		return r.readYearless(Underspecified{Month: of.month, Day: of.day}, e)
	case !told && r.last.unit == Day && r.last.day > 0 && r.lastSentence == r.sentence && r.isMarked(e):
		return reading{point: r.last, basis: date.Relative, anchor: r.last.value()}
	}
	return reading{point: point{unit: Day}, basis: date.Relative}
}
