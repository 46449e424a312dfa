package main

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/en"

	"dateline/extract/date"
)

// readEnglish reads a date in English with olebedev/when. Its own rules look to
// the future, know no granularity and drop years, so of these only the casual
// one (today, yesterday) is kept; the others are ours, look to the past and
// widen to the period named. ok is false unless the whole of s is a date.
func readEnglish(s string, ref date.Day) (r date.Range, ok bool) {
	parser := when.New(nil)
	for _, rule := range englishRules {
		parser.Add(rule.bind(ref, &r))
	}
	parser.Add(en.CasualDate(rules.Override))
	found, err := parser.Parse(s, ref.Time())
	if err != nil || found == nil || strings.TrimSpace(found.Text) != s {
		return date.Range{}, false
	}
	if r.IsZero() {
		r = date.Single(date.FromTime(found.Time), date.Relative)
	}
	return r, r.Valid() == nil
}

// englishRule is a form of words and the days that it means; words are the
// lower-case texts of the pattern's groups.
type englishRule struct {
	form *regexp.Regexp
	read func(words []string, ref date.Day) (date.Range, bool)
}

// bind makes a rule of the parser's out of r. The parser can only carry an
// instant; the range goes into out.
func (r englishRule) bind(ref date.Day, out *date.Range) rules.Rule {
	return &rules.F{
		RegExp: r.form,
		Applier: func(m *rules.Match, c *rules.Context, _ *rules.Options, _ time.Time) (bool, error) {
			words := make([]string, len(m.Captures))
			for i, w := range m.Captures {
				words[i] = strings.ToLower(strings.TrimSpace(w))
			}
			got, ok := r.read(words, ref)
			if !ok || !got.Bounded() { // before the year 1
				return false, nil
			}
			*out = got
			c.Duration = time.Duration(got.Earliest-ref) * 24 * time.Hour
			return true, nil
		},
	}
}

const (
	unitWords  = `(day|week|month|year)s?`
	countWords = `([0-9]{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
	ordinal    = `([0-9]{1,2})(?:st|nd|rd|th)?`
)

var (
	monthWord = "(" + en.MONTH_OFFSET_PATTERN[3:]
	dayWord   = "(" + en.WEEKDAY_OFFSET_PATTERN[3:]
)

// form anchors a pattern: a rule reads the whole input or nothing. The parser
// takes what lies between the first and the last group as matched, hence the
// group around the whole and the empty one at its end.
func form(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)^(` + pattern + `)()$`) }

// englishRules are tried in this order. Group 0 of words is the whole.
var englishRules = []englishRule{
	{form(`(last|past|previous|this|current) ` + unitWords), func(w []string, ref date.Day) (date.Range, bool) {
		return periodOf(w[2], ref, stepsBack(w[1])), true
	}},
	{form(`(?:the )?(?:last|past|previous) ` + countWords + ` ` + unitWords), func(w []string, ref date.Day) (date.Range, bool) {
		return upTo(ref, w[2], count(w[1])), true
	}},
	{form(countWords + ` ` + unitWords + ` ago`), func(w []string, ref date.Day) (date.Range, bool) {
		return periodOf(w[2], ref, -count(w[1])), true
	}},
	{form(`(?:on )?(?:(last|past|this) )?` + dayWord), func(w []string, ref date.Day) (date.Range, bool) {
		return lastWeekday(time.Weekday(en.WEEKDAY_OFFSET[w[2]]), ref, w[1]), true
	}},
	{form(`(?:in )?` + monthWord + `(?:,? ([0-9]{4}))?`), func(w []string, ref date.Day) (date.Range, bool) {
		return monthInPast(en.MONTH_OFFSET[w[1]], w[2], ref), true
	}},
	{form(`(?:on )?(?:the )?` + ordinal + ` (?:of )?` + monthWord + `(?:,? ([0-9]{4}))?`), func(w []string, ref date.Day) (date.Range, bool) {
		return dayInPast(en.MONTH_OFFSET[w[2]], w[1], w[3], ref)
	}},
	{form(`(?:on )?` + monthWord + ` ` + ordinal + `(?:,? ([0-9]{4}))?`), func(w []string, ref date.Day) (date.Range, bool) {
		return dayInPast(en.MONTH_OFFSET[w[1]], w[2], w[3], ref)
	}},
	{form(`q([1-4]),? ([0-9]{4})`), func(w []string, _ date.Day) (date.Range, bool) {
		n := numbers(w[1:3])
		return quarterOf(n[1], n[0]), n[1] > 0
	}},
}

func stepsBack(word string) int {
	if word == "this" || word == "current" {
		return 0
	}
	return -1
}

// count reads a number as rules of countWords match it.
func count(word string) int {
	if n, ok := en.INTEGER_WORDS[word]; ok {
		return n
	}
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	return 1 // "a", "an"
}

// upTo is the n units of time that end with ref.
func upTo(ref date.Day, unit string, n int) date.Range {
	t := ref.Time()
	var start time.Time
	switch unit {
	case "day":
		start = t.AddDate(0, 0, -n)
	case "week":
		start = t.AddDate(0, 0, -7*n)
	case "month":
		start = t.AddDate(0, -n, 0)
	default:
		start = t.AddDate(-n, 0, 0)
	}
	return date.Range{Earliest: date.FromTime(start) + 1, Latest: ref, Precision: date.Unknown, Basis: date.Relative}
}

// lastWeekday is the most recent such day: ref itself counts, but not for "last".
func lastWeekday(day time.Weekday, ref date.Day, word string) date.Range {
	back := (int(ref.Weekday()) - int(day) + 7) % 7
	if back == 0 && (word == "last" || word == "past") {
		back = 7
	}
	return date.Single(ref-date.Day(back), date.Relative)
}

// monthInPast is a month of a year, or the latest that has begun by ref.
func monthInPast(m int, year string, ref date.Day) date.Range {
	if year != "" {
		return monthOf(numbers([]string{year})[0], m)
	}
	y, _, _ := ref.Date()
	if r := monthOf(y, m); r.Earliest <= ref {
		return r
	}
	return monthOf(y-1, m)
}

// dayInPast is a day of a year, or the latest such day up to ref. ok is false
// where the month has no such day.
func dayInPast(m int, day, year string, ref date.Day) (r date.Range, ok bool) {
	n := numbers([]string{day})[0]
	y, _, _ := ref.Date()
	if year != "" {
		y = numbers([]string{year})[0]
	} else if date.Of(y, month(m), n) > ref {
		y--
	}
	d := date.Of(y, month(m), n)
	_, gotMonth, gotDay := d.Date()
	return date.Single(d, date.Explicit), d.Known() && int(gotMonth) == m && gotDay == n
}
