package timex_test

import (
	"fmt"
	"log"

	"dateline/extract/date"
	"dateline/extract/timex"
)

// What an article tells is read against the day on which it came out.
func ExampleTag() {
	text := "The town fell on Tuesday. It had held out for three years, since May 3, 2016. Talks begin next month."
	found, err := timex.Tag(text, date.Of(2020, 1, 23))
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range found {
		fmt.Printf("%q is a %s, %s\n", text[t.Start:t.End], t.Type, t.TIMEX3)
	}
	// Output:
	// "Tuesday" is a DATE, 2020-01-21
	// "three years" is a DURATION, P3Y
	// "May 3, 2016" is a DATE, 2016-05-03
	// "next month" is a DATE, 2020-02
}

// Every value tells how it was come by: the rule, what the words leave open, and
// the day from which that was filled in.
func ExampleTag_derivation() {
	found, err := timex.Tag("They met on Jan. 3 and last week.", date.Of(2020, 1, 23))
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range found {
		fmt.Printf("%s: %s by rule %s; %s filled in from %s (%s)\n", t.Text, t.TIMEX3, t.Rule, t.Filled, t.Anchor, t.Range.Basis)
	}
	// Output:
	// Jan. 3: 2020-01-03 by rule month_day; year filled in from 2020-01-23 (inferred)
	// last week: 2020-W03 by rule period_which; year, week filled in from 2020-01-23 (relative)
}

// Without a day of publication what is unknown stays so, until the text tells a
// date that the rest can be read against.
func ExampleTag_undated() {
	found, err := timex.Tag("Strikes began on March 15.\n\nOn 2 May 2011 he was killed. Two days later they fled.", 0)
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range found {
		fmt.Printf("%s: %s\n", t.Text, t.Range.EDTF())
	}
	// Output:
	// March 15: XXXX-03-15
	// 2 May 2011: 2011-05-02
	// Two days later: 2011-05-04
}

// The days of a date are a range; an interval's first date knows its last day.
func ExampleTimex() {
	found, err := timex.Tag("From 3 March to 9 March 2011 they fought, as in the spring of 2009.", 0)
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range found {
		fmt.Printf("%s: %s to %s, a %s", t.Text, t.Range.Earliest, t.Range.Latest, t.Range.Precision)
		if t.LastDay.Known() {
			fmt.Printf("; on until %s", t.LastDay)
		}
		fmt.Println()
	}
	// Output:
	// 3 March: 2011-03-03 to 2011-03-03, a day; on until 2011-03-09
	// 9 March 2011: 2011-03-09 to 2011-03-09, a day
	// the spring of 2009: 2009-03-01 to 2009-05-31, a season
}
