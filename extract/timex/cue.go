package timex

import (
	"fmt"
	"strings"

	"dateline/extract/table"
)

// cue names a set of words that tell what an expression beside them is.
type cue string

// The cues; the cue table gives the words of each.
const (
	beforeDate       cue = "before_date"
	beforeMonth      cue = "before_month"
	monthOrOther     cue = "month_or_other"
	beforeNumber     cue = "before_number"
	afterNumber      cue = "after_number"
	beforeBC         cue = "before_bc"
	afterSeason      cue = "after_season"
	beforeRate       cue = "before_rate"
	beforeNoLength   cue = "before_no_length"
	toldNext         cue = "told_next"
	toldAfter        cue = "told_after"
	futureVerb       cue = "future"
	plan             cue = "plan"
	planOver         cue = "plan_over"
	beforeHyphenYear cue = "before_hyphen_year"
	scheduleVerb     cue = "schedule"
	beforeIntent     cue = "before_intent"
	fromThen         cue = "from_then"
	agedThing        cue = "aged_thing"
	negation         cue = "negation"
	ending           cue = "ending"
	namedDay         cue = "named_day"
	beforeStretch    cue = "before_stretch"
	untilWord        cue = "until"
	intervalWord     cue = "interval"
	listing          cue = "listing"
	intervalAnd      cue = "interval_and"
	begins           cue = "begins"
	marks            cue = "marks"
	beforeDay        cue = "before_day"
)

var cues = []cue{
	beforeDate, beforeMonth, monthOrOther, beforeNumber, afterNumber, beforeBC, afterSeason, beforeRate,
	beforeNoLength, toldNext, toldAfter, futureVerb, plan, planOver, beforeHyphenYear, scheduleVerb, beforeIntent, fromThen, agedThing, negation, ending, namedDay, beforeStretch, untilWord, intervalWord, listing, intervalAnd, beforeDay, begins, marks,
}

// lacksCue returns an error if the table has no words for some cue.
func (g *grammar) lacksCue() error {
	for _, c := range cues {
		if len(g.cues[c]) == 0 {
			return fmt.Errorf("%s: no words for the cue %q", cueTable, c)
		}
	}
	return nil
}

// addCue reads a row of the cue table: cue, words.
func (g *grammar) addCue(r table.Row) error {
	c := cue(r.Cells[0])
	known := false
	for _, k := range cues {
		known = known || k == c
	}
	if !known {
		return r.Errorf("no cue is called %q", c)
	}
	if g.cues[c] == nil {
		g.cues[c] = map[string]bool{}
	}
	for _, w := range strings.Fields(r.Cells[1]) {
		g.cues[c][w] = true
	}
	return nil
}

// is reports whether a word is one of the cue.
func (g *grammar) is(c cue, word string) bool { return g.cues[c][word] }
