package timex

import (
	"time"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/token"
)

// agreementRule is the name under which InferPublished reports its finding.
const agreementRule = "full date agrees with a weekday"

// InferPublished infers the day of publication of an article that does not
// state it. Two things must agree: a full calendar date, as a photo's caption
// has it, which is the latest that the text tells of as past, and a weekday by
// which the article reports ("said Thursday"), which that date falls on. The
// evidence is the date and the weekdays.
func InferPublished(doc *token.Doc, exprs []Expr) (day date.Day, rule string, evidence []mention.Span, ok bool) {
	g, err := english()
	if err != nil {
		return 0, "", nil, false // Load tells
	}
	r := &resolver{doc: doc, grammar: g}
	var where mention.Span
	for _, e := range exprs {
		r.enter(e)
		if d := e.Value.fullDay(); d > day && r.tense(e) != future && e.Signal != Before && e.Signal != To {
			day, where = d, e.Span
		}
	}
	if !day.Known() {
		return 0, "", nil, false
	}
	evidence = append(evidence, where)
	r.sentence = 0
	for _, e := range exprs {
		r.enter(e)
		if e.Value.bareWeekday() && e.Value.Weekday == isoWeekday(day) && r.reports(e) {
			evidence = append(evidence, e.Span)
		}
	}
	if len(evidence) < 2 {
		return 0, "", nil, false
	}
	return day, agreementRule, evidence, true
}

// partialRule is the name under which InferYear reports its finding.
const partialRule = "dateline's day agrees with a weekday"

// InferYear infers the year of a day of publication that is stated without it, as
// datelines do ("KABUL, Jan. 23"): that of the latest year told as past, or the
// one after, in which the day falls on a weekday by which the article reports.
// Where both years or neither would do, ok is false. The evidence is the year
// told and the weekday.
func InferYear(doc *token.Doc, exprs []Expr, month time.Month, day int) (d date.Day, rule string, evidence []mention.Span, ok bool) {
	g, err := english()
	if err != nil {
		return 0, "", nil, false // Load tells
	}
	r := &resolver{doc: doc, grammar: g}
	var told, reported Expr
	weekdays := map[int]bool{}
	for _, e := range exprs {
		r.enter(e)
		switch {
		case e.Value.Year > told.Value.Year && !e.Value.BC && r.tense(e) != future:
			told = e
		case e.Value.bareWeekday() && r.reports(e):
			weekdays[e.Value.Weekday], reported = true, e
		}
	}
	if told.Value.Year == 0 || len(weekdays) != 1 {
		return 0, "", nil, false
	}
	for _, year := range []int{told.Value.Year, told.Value.Year + 1} {
		c := date.Of(year, month, day)
		if !hasDay(year, month, day) || isoWeekday(c) != reported.Value.Weekday {
			continue
		}
		d, ok = c, !ok
	}
	return d, partialRule, []mention.Span{told.Span, reported.Span}, ok
}

// fullDay is the day of a full calendar date, or no day.
func (v Underspecified) fullDay() date.Day {
	if !v.fullDate() || v.BC {
		return 0
	}
	first, _, _ := v.in(v.year()).days()
	return first
}

// bareWeekday reports whether v is a weekday and nothing else, a time of the day aside.
func (v Underspecified) bareWeekday() bool {
	v.Clock, v.Mod = clock{}, NoMod
	return v.Weekday > 0 && v == Underspecified{Weekday: v.Weekday}
}

// reportReach is how many words may stand between a verb and the weekday on which
// it tells that something happened: "signed a decree on Thursday".
const reportReach = 8

// reports reports whether e goes with a verb in the past before it, with no
// other verb or comma between: "said Thursday", "signed a decree on Thursday".
func (r *resolver) reports(e Expr) bool {
	if r.sentence >= len(r.doc.Sentences) {
		return false
	}
	toks := r.doc.Tagged(r.sentence)
	at := tokenAt(toks, e.Start)
	if r.endsPast(toks, at) {
		return true
	}
	for i := at - 1; i >= 0 && at-i <= reportReach; i-- {
		switch tag := toks[i].Tag; {
		case tag == "VBD":
			return true
		case tag == "VBZ", tag == "VBP", tag == "VBG", tag == "MD", tag == "TO", tag == ",", r.grammar.is(plan, toks[i].Lower):
			return false
		}
	}
	return false
}
