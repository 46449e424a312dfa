package timex

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/token"
)

// FuzzTag holds what callers rely on, whatever the text and the day.
func FuzzTag(f *testing.F) {
	for _, s := range []string{
		"On Jan. 3, 2020 and March 15.", "the night of 3–5 May ’45", "31 April 2003, 29 February 1900", "two thousand years later",
		"9999 BC, 1 AD, year 2199", "99 centuries ago", "in 999999 days", "’’80s 10:99 25 p.m. 00:00 on 0/0/0", "ON MAY 5 HE MAY GO", "",
		"a hundred thousand thousand thousand years ago", "the past 999999 thousand centuries", "999 thousand days ago", "the last 999 thousand hours", "in the 000s", "week of Easter 1583", "half a century and a half ago",
		"In 480 BC they fled.\n\nTwo days later, that winter, the following decade. The year-ago quarter was the third quarter.",
		"from March 3 to March 9, between 1939 and ’45, the week of May 5; the day before the eve of Feb. 29, 2001",
		"1.0a day, ten centuries and a half, on Feb. 29 and the 31st",
		"last century, next decade, in the nineties, the first half, late next month, early last week, 24:00 Tuesday, week 53",
	} {
		f.Add(s, int32(737447))
		f.Add(s, int32(0))
		f.Add(s, int32(1))
		f.Add(s, int32(date.Last))
	}
	f.Fuzz(func(t *testing.T, text string, day int32) {
		text = strings.ToValidUTF8(text, "?") // as the readers of articles see to
		published := date.Day(max(0, min(day, int32(date.Last))))
		found, err := Tag(text, published)
		if err != nil {
			t.Fatal(err)
		}
		checkSpans(t, text, found)
		for _, x := range found {
			checkDate(t, x)
		}
		checkApart(t, text, published, found)
		checkInference(t, text)
	})
}

// checkSpans fails where spans overlap, leave the text or cut a character.
func checkSpans(t *testing.T, text string, found []Timex) {
	t.Helper()
	end := 0
	for _, x := range found {
		s := x.Expr.Span
		if s.Start < end || s.End > len(text) || s.End <= s.Start {
			t.Fatalf("span %v after %d in %q", s, end, text)
		}
		end = s.End
		if x.Text != text[s.Start:s.End] || !onRunes(text, s) {
			t.Fatalf("%q is not the text of %v in %q", x.Text, s, text)
		}
		if x.TIMEX3 == "" || x.Rule == "" {
			t.Fatalf("%q has value %q by rule %q", x.Text, x.TIMEX3, x.Rule)
		}
	}
}

func onRunes(text string, s mention.Span) bool {
	boundary := func(i int) bool { return i == len(text) || text[i]&0xC0 != 0x80 }
	return boundary(s.Start) && boundary(s.End)
}

// checkDate fails where a date ends before it begins, is not on the calendar, or
// its EDTF does not tell the same days.
func checkDate(t *testing.T, x Timex) {
	t.Helper()
	if err := x.Range.Valid(); err != nil {
		t.Fatalf("%q: %v", x.Text, err)
	}
	if x.LastDay.Known() && x.LastDay < x.Range.Earliest {
		t.Fatalf("%q begins on %s and lasts until %s", x.Text, x.Range.Earliest, x.LastDay)
	}
	if !onCalendar(x.TIMEX3) {
		t.Fatalf("%q has the value %s by rule %s", x.Text, x.TIMEX3, x.Rule)
	}
	if x.Range.Pattern != "" {
		if !onCalendar(x.Range.Pattern) || !strings.HasPrefix(x.Range.Pattern, "XXXX-") || x.Range.Earliest.Known() || x.Range.Latest.Known() {
			t.Fatalf("%q has the pattern %s and the days %s to %s", x.Text, x.Range.Pattern, x.Range.Earliest, x.Range.Latest)
		}
		return
	}
	if first, last, ok := readEDTF(x.Range.EDTF()); !ok || first != x.Range.Earliest || last != x.Range.Latest {
		t.Fatalf("%q: %s to %s is written as %s, which is %s to %s", x.Text, x.Range.Earliest, x.Range.Latest, x.Range.EDTF(), first, last)
	}
}

// values are the forms of a TIMEX3 value, with the names of their numbers.
var values = []*regexp.Regexp{
	regexp.MustCompile(`^(?:PAST|PRESENT|FUTURE)_REF$`),
	regexp.MustCompile(`^PT?(?:\d+(?:\.\d+)?|X)(?:[YMWDHSCQ]|WE|DE|CE|H)(?:T?\d+[MHSD])?$`),
	regexp.MustCompile(`^(?:BC)?(?:\d{2,4}|X{2,4})$`),
	regexp.MustCompile(`^(?:BC)?(?P<year>\d{4,}|XXXX)-(?P<month>\d\d|XX)$`),
	regexp.MustCompile(`^(?:BC)?(?P<year>\d{4,}|XXXX)-(?P<month>\d\d|XX)-(?P<day>\d\d|XX)` + reClock + `$`),
	regexp.MustCompile(`^(?:BC)?(?P<year>\d{4,}|XXXX)-W(?P<week>\d\d|XX)(?:-WE|-[1-7])?` + reClock + `$`),
	regexp.MustCompile(`^(?:BC)?(?:\d{4,}|XXXX)-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)$`),
}

const reClock = `(?:T(?:(?P<hour>\d\d):(?P<minute>\d\d)|MO|MI|AF|EV|NI|DT))?`

// onCalendar reports whether a TIMEX3 value is well formed and its numbers are
// on the calendar and the clock.
func onCalendar(value string) bool {
	for _, form := range values {
		groups := form.FindStringSubmatch(value)
		if groups == nil {
			continue
		}
		part := func(name string, unknown int) int {
			if i := form.SubexpIndex(name); i >= 0 && groups[i] != "" {
				if n, err := strconv.Atoi(groups[i]); err == nil {
					return n
				}
			}
			return unknown
		}
		year, month, day := part("year", 2000), part("month", 1), part("day", 1)
		if strings.HasPrefix(value, "BC") || year == 0 {
			year = 2000 // which years before Christ were leap years is nobody's business
		}
		_, _, d := date.Of(year, time.Month(month), day).Date()
		return month >= 1 && month <= 12 && d == day && part("week", 1) >= 1 && part("week", 1) <= 53 &&
			part("hour", 0) <= 24 && part("minute", 0) < 60
	}
	return false
}

// readEDTF reads back what Range.EDTF writes of known days.
func readEDTF(s string) (first, last date.Day, ok bool) {
	s = strings.TrimSuffix(s, "~")
	inner, set := strings.CutPrefix(s, "[")
	if s == "" {
		return 0, 0, true
	}
	if set {
		from, to, _ := strings.Cut(strings.TrimSuffix(inner, "]"), "..")
		first, _ = date.ParseDay(from)
		last, _ = date.ParseDay(to)
		return first, last, from != "" || to != ""
	}
	digits := strings.TrimRight(s, "X")
	year, err := strconv.Atoi(digits[:min(len(digits), 4)])
	switch {
	case err != nil:
		return 0, 0, false
	case len(digits) == len("2020-01-03"):
		d, err := date.ParseDay(digits)
		return d, d, err == nil
	case len(digits) == len("2020-01"):
		month, err := strconv.Atoi(digits[5:])
		return date.Of(year, time.Month(month), 1), date.Of(year, time.Month(month)+1, 0), err == nil
	}
	span := 1
	for range 4 - len(digits) {
		span *= 10
	}
	return date.Of(year*span, 1, 1), date.Of(year*span+span-1, 12, 31), true
}

// checkApart fails where paragraphs that tell no time change what is found in
// the text between them.
func checkApart(t *testing.T, text string, published date.Day, found []Timex) {
	t.Helper()
	const before, after = "The army left the town.\n\n", "\n\nThe town was quiet."
	within, err := Tag(before+text+after, published)
	if err != nil {
		t.Fatal(err)
	}
	for i := range within {
		within[i].Expr.Span.Start -= len(before)
		within[i].Expr.Span.End -= len(before)
	}
	same := func(a, b Timex) bool {
		a.Value, b.Value = Underspecified{}, Underspecified{} // holds pointers
		return a == b
	}
	if !slices.EqualFunc(found, within, same) {
		t.Fatalf("%q is read as\n%+v, between other paragraphs as\n%+v", text, found, within)
	}
}

// checkInference fails where the inferred day has no evidence.
func checkInference(t *testing.T, text string) {
	t.Helper()
	doc, err := token.Split(text, token.Paragraphs(text))
	if err != nil {
		t.Fatal(err)
	}
	day, rule, evidence, ok := InferPublished(doc, Find(doc))
	if ok != day.Known() || ok != (rule != "") || ok != (len(evidence) >= 2) {
		t.Fatalf("%q came out on %s by rule %q, evidence %v", text, day, rule, evidence)
	}
	for _, s := range evidence {
		if s.Start < 0 || s.End > len(text) || s.End <= s.Start {
			t.Fatalf("evidence %v lies outside %q", s, text)
		}
	}
}
