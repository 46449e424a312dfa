package timex

import (
	"dateline/extract/date"
	"dateline/extract/mention"
)

// Type is a TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Signal is how the words before an expression relate an event to it.
type Signal string

// The signals.
const (
	On      Signal = ""        // on, in, at, or nothing
	Before  Signal = "before"  // before, prior to, ahead of
	By      Signal = "by"      // by, until, up to: not later than
	After   Signal = "after"   // after, following
	Since   Signal = "since"   // since, from ... on: began then and goes on
	From    Signal = "from"    // from X to Y: this is X
	To      Signal = "to"      // the Y of from X to Y, between X and Y
	Between Signal = "between" // the X of between X and Y
)

// Expr is a time expression as found, before anything is filled in.
type Expr struct {
	mention.Span
	Text   string
	Type   Type
	Rule   string
	Signal Signal
	Value  Underspecified
}

// Timex is a time expression with its value.
type Timex struct {
	Expr
	TIMEX3 string     // the TIMEX3 value: "2020-01-03", "P2D", "2020-W04", "PAST_REF"
	Range  date.Range // the days meant; zero for durations, sets and vague references
	Anchor string     // the day or year that it was resolved against, "" if none
	Filled Parts      // the parts of the date that the words do not tell: filled in from the anchor
	// LastDay is the last day of the interval that this expression begins ("from
	// March 3 to March 9", "May 3-5"); the expression after it tells that day.
	LastDay date.Day
}
