package reports

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"dateline/extract/date"
	"dateline/timeline"
)

// when tells in words on which days an event began: "3 January 2020", "between
// 3 and 23 January 2020", "by 23 January 2020", "in March 2016", "15 March, year
// unknown".
func when(e *timeline.Event) string {
	r := e.Date.Range
	if m := mark(e); m != "" {
		return m + " " + markedDays(e)
	}
	switch {
	case r.IsZero():
		return "not dated"
	case r.YearUnknown():
		return patternInWords(r.Pattern) + ", year unknown"
	}
	return longDay(r.Earliest) + hour(r)
}

// mark is the word or sign before a date that is not exactly one day: "c.",
// "by", "after", "between", "in"; "" where there is none to set.
func mark(e *timeline.Event) string {
	r := e.Date.Range
	switch {
	case r.YearUnknown() || r.IsZero():
		return ""
	case !r.Earliest.Known():
		return "by"
	case !r.Latest.Known():
		return "after"
	case r.Approx || isReportDay(r):
		return "c."
	case r.IsDay() || isNight(r):
		return ""
	case unitInWords(r) != "":
		return "in"
	}
	return "between"
}

// markedDays is what follows the mark.
func markedDays(e *timeline.Event) string {
	r := e.Date.Range
	switch {
	case !r.Earliest.Known():
		return longDay(r.Latest)
	case !r.Latest.Known():
		return longDay(r.Earliest)
	case isReportDay(r):
		return longDay(r.Latest) + " or the day before"
	case r.IsDay():
		return longDay(r.Earliest) + hour(r)
	}
	if unit := unitInWords(r); unit != "" {
		return unit
	}
	return shortDay(r.Earliest, r.Latest) + " and " + longDay(r.Latest)
}

// isReportDay reports whether the date is the article's own day or the one before.
func isReportDay(r date.Range) bool { return r.Basis == date.Document && r.Days() == 2 }

// isNight reports whether the date is a part of a day that reaches into the next.
func isNight(r date.Range) bool {
	return r.Days() == 2 && (r.Precision == date.PartOfDay || r.Precision == date.Hour || r.Precision == date.Minute)
}

func hour(r date.Range) string {
	if r.Hour < 1 || r.Hour > 24 {
		return ""
	}
	return fmt.Sprintf(", %02d:00-%02d:59", r.Hour-1, r.Hour-1)
}

// unitInWords names a whole month, year, decade or century, "" for other ranges.
func unitInWords(r date.Range) string {
	y, m, _ := r.Earliest.Date()
	unit := strings.TrimRight(date.Range{Earliest: r.Earliest, Latest: r.Latest}.EDTF(), "~")
	switch {
	case strings.HasPrefix(unit, "["):
		return ""
	case len(unit) == len("2020-01"):
		return fmt.Sprintf("%s %d", m, y)
	case strings.HasSuffix(unit, "XX"):
		return fmt.Sprintf("the %ds", y)
	case strings.HasSuffix(unit, "X"):
		return fmt.Sprintf("the %ds", y)
	case len(unit) == len("2020"):
		return unit
	}
	return ""
}

func longDay(d date.Day) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%d %s %d", day, m, y)
}

// shortDay is d without the month and year that it shares with a later day.
func shortDay(d, later date.Day) string {
	y, m, day := d.Date()
	ly, lm, _ := later.Date()
	switch {
	case y == ly && m == lm:
		return fmt.Sprint(day)
	case y == ly:
		return fmt.Sprintf("%d %s", day, m)
	}
	return longDay(d)
}

// patternInWords reads "XXXX-03-15" as "15 March"; other patterns stay as they are.
func patternInWords(pattern string) string {
	rest, ok := strings.CutPrefix(pattern, "XXXX-")
	if !ok {
		return pattern
	}
	if t, err := time.Parse("01-02", rest); err == nil {
		return fmt.Sprintf("%d %s", t.Day(), t.Month())
	}
	if t, err := time.Parse("01", rest); err == nil {
		return t.Month().String()
	}
	return pattern
}

// lasted tells the end of an event, or that it goes on; "" if neither is told.
func lasted(e *timeline.Event) string {
	switch {
	case e.OngoingAsOf.Known():
		return "ongoing as of " + longDay(e.OngoingAsOf)
	case e.Ongoing:
		return "ongoing"
	case e.LastDay.Known():
		return "until " + longDay(e.LastDay)
	}
	return ""
}

// dated tells how the date is known: the phrase, and what it was read against.
func dated(e *timeline.Event) string {
	d := &e.Date
	phrase := ""
	if d.Text != "" {
		phrase = "“" + oneLine(d.Text) + "”"
	}
	switch d.Basis {
	case date.Analyst:
		return "date set by hand"
	case date.Corpus:
		return "date from another report"
	case date.Document:
		return "no day told; dated by the report’s own day"
	case date.Bounded:
		return join(" ", "day not told;", "bounded by", cmp.Or(phrase, "other dates"))
	case date.Explicit, date.Inferred, date.Relative:
		return join(", ", join(" ", "date from", cmp.Or(phrase, "the text"), basisNote[d.Basis]), anchorNote(d.Anchor))
	}
	return ""
}

// basisNote says what of a date was not in its phrase.
var basisNote = map[date.Basis]string{date.Inferred: "(year or month filled in)"}

func anchorNote(anchor string) string {
	if anchor == "" {
		return ""
	}
	return "read against " + oneLine(anchor)
}
