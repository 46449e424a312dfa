package timex

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// phenomenon is a kind of time expression, as an annotator sees it: told by the
// text and the value of a gold expression, never by our rules.
type phenomenon struct {
	name string
	text *regexp.Regexp // in lower case; nil for any
	// value is what the gold's TIMEX3 type and value, with a blank between, must
	// match; nil for any.
	value *regexp.Regexp
}

const (
	reMonth   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	reWeekday = `\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day|\.)`
	reUnit    = `(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie|period|season|term)s?`
	reWhich   = `\b(?:last|past|this|next|previous|following|coming|same|that|current|these|those|recent|preceding)\b`
	rePart    = `\b(?:early|earlier|mid|middle|late|later|end|beginning|start|turn|close|first half|second half)\b`
)

// phenomena are tried in this order; the last takes what is left.
var phenomena = []phenomenon{
	{"years before Christ", nil, re(` BC`)},
	{"sets: every week, daily", nil, re(`^SET `)},
	{"now, currently, at present", nil, re(` PRESENT_REF$`)},
	{"recently, former, the past", nil, re(` PAST_REF$`)},
	{"soon, the future", nil, re(` FUTURE_REF$`)},
	{"clock times", nil, re(`T\d\d(?::|$)`)},
	{"yesterday, today, tonight", re(`\b(?:yesterday|today|tomorrow|tonight|overnight)\b`), nil},
	{"parts of the day: Tuesday night", re(`\b(?:morning|noon|afternoon|evening|night|midnight|dawn|dusk)s?\b`), nil},
	{"N units ago, earlier, later", re(`\b` + reUnit + `[ -](?:ago|earlier|later|before|after|hence|old)\b`), nil},
	{"quarters", nil, re(`-Q`)},
	{"fiscal years, halves", re(`\bfiscal\b|\bhalf\b`), re(`^DATE `)},
	{"the first six months: ordinal spans", re(`\b(?:first|second|third|fourth|final|last|opening|closing) (?:\S+ )?` + reUnit + `$`), re(`^DURATION `)},
	{"the past three weeks: spans from now", re(reWhich), re(`^DURATION `)},
	{"durations", nil, re(`^DURATION `)},
	{"seasons", nil, re(`-(?:SP|SU|FA|WI)$`)},
	{"holidays", re(`christmas|easter|thanksgiving|halloween|new year|good friday|ramadan|\beid\b|labor day|memorial day|independence day`), nil},
	{"decades and centuries", nil, re(`^DATE \d{2,3}X{0,2}$`)},
	{"full dates", re(reMonth + `.*\d{4}|^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$|` + reMonth + `[ .,\d-]*'?\d\d$.*`), re(`^DATE \d{4}-\d\d-\d\d$`)},
	{"day and month without a year", re(reMonth + `.*\d|\d.* ` + reMonth), re(`^DATE \S{4}-\S\S-\S\S$`)},
	{"early or late in a month", re(`^.*` + rePart + `.*` + reMonth), nil},
	{"month and year", re(reMonth + `.*\d{4}`), nil},
	{"last March, next June", re(reWhich + `.*` + reMonth), nil},
	{"bare months", re(reMonth), nil},
	{"last Tuesday, next Friday", re(reWhich + `.*` + reWeekday), nil},
	{"weekdays", re(reWeekday), nil},
	{"early or late in a year, week, month", re(rePart), nil},
	{"last, this, next unit", re(reWhich + `.*\b` + reUnit + `\b`), nil},
	{"bare years", re(`^(?:the year |year )?(?:\d{4}|(?:nineteen|twenty|two thousand).*)$`), nil},
	{"short ends of ranges: May 3-5, 1939-45", re(`^(?:the )?\d{1,3}(?:st|nd|rd|th)?$`), nil},
	{"the year, that day: units alone", re(`\b` + reUnit + `\b`), nil},
	{"other", nil, nil},
}

func re(s string) *regexp.Regexp { return regexp.MustCompile(s) }

// phenomenonOf is the index of the phenomenon that a gold expression shows.
func phenomenonOf(g goldTimex) int {
	text, value := strings.Join(strings.Fields(strings.ToLower(g.Text)), " "), g.Type+" "+g.Value
	for i, p := range phenomena {
		if (p.text == nil || p.text.MatchString(text)) && (p.value == nil || p.value.MatchString(value)) {
			return i
		}
	}
	return len(phenomena) - 1
}

func TestPhenomenonOf(t *testing.T) {
	for _, c := range []struct{ text, typ, value, want string }{
		{"480 BC", "DATE", "BC0480", "years before Christ"},
		{"every Thursday", "SET", "XXXX-WXX-4", "sets: every week, daily"},
		{"former", "DATE", "PAST_REF", "recently, former, the past"},
		{"10:30 p.m. Tuesday", "TIME", "2020-01-21T22:30", "clock times"},
		{"late yesterday", "DATE", "2020-01-22", "yesterday, today, tonight"},
		{"Tuesday night", "TIME", "2020-01-21TNI", "parts of the day: Tuesday night"},
		{"two weeks later", "DATE", "2020-W04", "N units ago, earlier, later"},
		{"year-earlier", "DATE", "2019", "N units ago, earlier, later"},
		{"the third quarter", "DATE", "2019-Q3", "quarters"},
		{"fiscal 1998", "DATE", "1998", "fiscal years, halves"},
		{"the first nine months", "DURATION", "P9M", "the first six months: ordinal spans"},
		{"the past three weeks", "DURATION", "P3W", "the past three weeks: spans from now"},
		{"three days", "DURATION", "P3D", "durations"},
		{"last summer", "DATE", "2019-SU", "seasons"},
		{"Christmas Eve", "DATE", "2019-12-24", "holidays"},
		{"the 1990s", "DATE", "199", "decades and centuries"},
		{"the 19th century", "DATE", "18", "decades and centuries"},
		{"Monday, March 5, 1999", "DATE", "1999-03-05", "full dates"},
		{"Jan. 3", "DATE", "2020-01-03", "day and month without a year"},
		{"3 January", "DATE", "2020-01-03", "day and month without a year"},
		{"mid-January", "DATE", "2020-01", "early or late in a month"},
		{"late March 2003", "DATE", "2003-03", "early or late in a month"},
		{"March 2003", "DATE", "2003-03", "month and year"},
		{"last March", "DATE", "2019-03", "last March, next June"},
		{"May", "DATE", "2020-05", "bare months"},
		{"last Friday", "DATE", "2020-01-17", "last Tuesday, next Friday"},
		{"Tuesday", "DATE", "2020-01-21", "weekdays"},
		{"the end of 2014", "DATE", "2014", "early or late in a year, week, month"},
		{"earlier this month", "DATE", "2020-01", "early or late in a year, week, month"},
		{"next week", "DATE", "2020-W05", "last, this, next unit"},
		{"1991", "DATE", "1991", "bare years"},
		{"nineteen ninety-six", "DATE", "1996", "bare years"},
		{"45", "DATE", "1945", "short ends of ranges: May 3-5, 1939-45"},
		{"the year", "DATE", "1999", "the year, that day: units alone"},
		{"the dry spell", "DATE", "", "other"},
	} {
		if got := phenomena[phenomenonOf(goldTimex{Text: c.text, Type: c.typ, Value: c.value})].name; got != c.want {
			t.Errorf("%s (%s %s): %s, want %s", c.text, c.typ, c.value, got, c.want)
		}
	}
}

// datesPage is the page of docs/ that holds the table of phenomena.
var datesPage = filepath.Join("..", "..", "docs", "DATES.md")

// TestPhenomena counts for each phenomenon how many gold expressions of each
// set are found with the right value. UPDATE_DOCS=1 writes the table anew;
// without it only the rows and the numbers of gold expressions must agree, for
// the shares follow the rules.
func TestPhenomena(t *testing.T) {
	want := phenomenaTable(t)
	page, err := os.ReadFile(datesPage)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- begin: phenomena -->\n", "<!-- end: phenomena -->"
	head, rest, found := strings.Cut(string(page), begin)
	got, tail, closed := strings.Cut(rest, end)
	switch share := re(`\d+ %`); {
	case !found || !closed:
		t.Fatalf("%s has no part %q", datesPage, "phenomena")
	case os.Getenv("UPDATE_DOCS") != "":
		if err := os.WriteFile(datesPage, []byte(head+begin+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	case share.ReplaceAllString(got, "%") != share.ReplaceAllString(want, "%"):
		t.Errorf("the table of phenomena is out of date; run: UPDATE_DOCS=1 go test ./extract/timex -run TestPhenomena")
	}
}

// phenomenaTable is a row for each phenomenon, a column for each gold set.
func phenomenaTable(t *testing.T) string {
	sets := []string{"timebank", "aquaint", "wikiwars_dev"}
	shares := make([][]share, len(sets))
	for i, set := range sets {
		shares[i] = sharesOf(t, set)
	}
	var out strings.Builder
	row := func(name string, cell func(set int) string) {
		out.WriteString("| " + name)
		for i := range sets {
			out.WriteString(" | " + cell(i))
		}
		out.WriteString(" |\n")
	}
	row("phenomenon", func(set int) string { return sets[set] })
	row("---", func(int) string { return "---" })
	for k, p := range phenomena {
		row(p.name, func(set int) string { return shares[set][k].String() })
	}
	row("all", func(set int) string {
		var all share
		for _, s := range shares[set] {
			all.right, all.of = all.right+s.right, all.of+s.of
		}
		return all.String()
	})
	return out.String()
}

// share is how many of some gold expressions were read rightly.
type share struct{ right, of int }

func (s share) String() string {
	if s.of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d %% of %d", (100*s.right+s.of/2)/s.of, s.of)
}

// sharesOf are the shares of one gold set, by phenomenon.
func sharesOf(t *testing.T, set string) []share {
	out := make([]share, len(phenomena))
	for _, d := range readGold(t, goldFile(t, "temporal/"+set+".jsonl")) {
		found := annotate(t, d)
		for i, g := range d.Timexes {
			s := &out[phenomenonOf(g)]
			s.of++
			s.right += agree(d.Timexes[i:i+1], found)
		}
	}
	return out
}
