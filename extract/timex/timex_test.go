package timex

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/extract/date"
	"dateline/extract/table"
	"dateline/extract/token"
)

// last resolves a text and returns its last expression, the one that is looked
// for.
func last(t *testing.T, text string, published date.Day) Timex {
	t.Helper()
	ts := resolveText(t, text, published)
	if len(ts) == 0 {
		t.Fatalf("%q: nothing found", text)
	}
	return ts[len(ts)-1]
}

func TestRange(t *testing.T) {
	for _, c := range []struct {
		text      string
		edtf      string
		precision date.Precision
		basis     date.Basis
	}{
		{"They struck on March 15, 2003.", "2003-03-15", date.DayOf, date.Explicit},
		{"They struck on Jan. 3.", "2020-01-03", date.DayOf, date.Inferred},
		{"They struck on Tuesday.", "2020-01-21", date.DayOf, date.Relative},
		{"They struck last week.", "[2020-01-13..2020-01-19]", date.Week, date.Relative},
		{"They struck last month.", "2019-12", date.Month, date.Relative},
		{"They struck this year.", "2020", date.Year, date.Relative},
		{"They struck in early 2014.", "[2014-01-01..2014-05-01]", date.Year, date.Explicit},
		{"They struck in mid-January 2014.", "[2014-01-11..2014-01-21]", date.Month, date.Explicit},
		{"They struck in late January 2014.", "[2014-01-22..2014-01-31]", date.Month, date.Explicit},
		{"They struck in the 1990s.", "199X", date.Decade, date.Explicit},
		{"They struck in the 19th century.", "18XX", date.Century, date.Explicit},
		{"They struck in the spring of 2014.", "[2014-03-01..2014-05-31]", date.Season, date.Explicit},
		{"They struck in the second quarter of 2014.", "[2014-04-01..2014-06-30]", date.Quarter, date.Explicit},
		{"They struck on Tuesday night.", "[2020-01-21..2020-01-22]", date.PartOfDay, date.Relative},
		{"They struck last night.", "[2020-01-22..2020-01-23]", date.PartOfDay, date.Relative},
		{"They struck overnight.", "[2020-01-22..2020-01-23]", date.PartOfDay, date.Relative},
		{"They struck at 3 p.m. Tuesday.", "2020-01-21", date.Hour, date.Relative},
		{"They struck at 10:35 a.m. (0735 GMT) on Tuesday.", "2020-01-21", date.DayOf, date.Relative},
		{"They struck in the past three days.", "[2020-01-20..2020-01-23]", date.DayOf, date.Relative},
		{"They struck in the past 24 hours.", "[2020-01-22..2020-01-23]", date.Unknown, date.Relative},
		{"They struck in the past 36 hours.", "[2020-01-21..2020-01-23]", date.Unknown, date.Relative},
		{"They will strike in the next two months.", "[2020-01-23..2020-03-23]", date.Month, date.Relative},
		{"They struck in the last two weeks.", "[2020-01-09..2020-01-23]", date.Week, date.Relative},
		{"They struck over the weekend.", "[2020-01-18..2020-01-19]", date.Weekend, date.Relative},
		{"They fought for three days.", "", "", ""},
		{"They strike every day.", "", "", ""},
		{"They struck recently.", "", "", ""},
		{"They struck in 480 BC.", "", "", ""},
	} {
		got := last(t, c.text, exampleDay).Range
		if strings.TrimSuffix(got.EDTF(), "~") != c.edtf || got.Precision != c.precision || got.Basis != c.basis {
			t.Errorf("%s: %q %s %s, want %q %s %s", c.text, got.EDTF(), got.Precision, got.Basis, c.edtf, c.precision, c.basis)
		}
	}
}

// TestStillToCome: what would lie after the day of writing, and is told in the
// past, was counted from the wrong day.
func TestStillToCome(t *testing.T) {
	for _, c := range []struct{ text, value, edtf string }{
		{"They met on Tuesday. The attack came a day after the vote.", "P1D", "2020-01-22"},
		{"They met on Tuesday. The attack came four days after the vote.", "P4D", ""},
		{"They met on Tuesday. The attack came two years after the vote.", "P2Y", ""},
		{"They met on Tuesday. He fled the next day.", "2020-01-22", "2020-01-22"},
		{"They met on Tuesday. He fled four days later.", "2020-01-25", ""},
		{"They meet today. He will speak the next day.", "2020-01-24", "2020-01-24"},
	} {
		if got := last(t, c.text, exampleDay); got.TIMEX3 != c.value || got.Range.EDTF() != c.edtf {
			t.Errorf("%s: %s %q, want %s %q", c.text, got.TIMEX3, got.Range.EDTF(), c.value, c.edtf)
		}
	}
}

func TestHourBesideDay(t *testing.T) {
	got := resolveText(t, "They struck at 10:35 a.m. (0735 GMT) on Tuesday.", exampleDay)
	want := []string{"2020-01-21T10:35", "2020-01-21T07:35", "2020-01-21"}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i].TIMEX3 != want[i] {
			t.Errorf("%s: %s, want %s", got[i].Text, got[i].TIMEX3, want[i])
		}
	}
	if got[0].Range.Hour != 11 || got[0].Range.Precision != date.Minute {
		t.Errorf("hour %d, precision %s", got[0].Range.Hour, got[0].Range.Precision)
	}
}

// TestWeekdayInterval: the first of two weekdays lies before the second.
func TestWeekdayInterval(t *testing.T) {
	for text, want := range map[string]string{
		"They fought from Friday to Tuesday.":                     "2020-01-17 2020-01-21",
		"They fought from Wednesday to Friday.":                   "2020-01-15 2020-01-17",
		"They will meet from Friday to Monday.":                   "2020-01-24 2020-01-27",
		"They met early this year; later in the month they left.": "2020 2020-01",
	} {
		ts := resolveText(t, text, exampleDay)
		if len(ts) != 2 || ts[0].TIMEX3+" "+ts[1].TIMEX3 != want {
			t.Errorf("%s: %v, want %s", text, ts, want)
		}
	}
}

// TestOutsideCalendar: no value is a day that the calendar does not have.
func TestOutsideCalendar(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They met on Feb. 30, 2019.", "[]"},
		{"They met on 31 April.", "[]"},
		{"They met on June 31 last year.", "[2019]"},
		{"They met on 29 February 2019.", "[]"},
		{"They met on 30/30/2019.", "[]"},
		{"They met on 29 February.", "[2020-02-29]"},
		{"They met on Feb. 3, 2019; it ended on the 31st.", "[2019-02-03 2019-02-XX]"},
	} {
		got := []string{}
		for _, x := range resolveText(t, c.text, exampleDay) {
			got = append(got, x.TIMEX3)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.text, got, c.want)
		}
	}
}

// TestUnpublished: without a day of publication, and nothing told to anchor
// on, unknown parts stay unknown.
func TestUnpublished(t *testing.T) {
	for _, c := range []struct{ text, value, edtf string }{
		{"Strikes began on March 15.", "XXXX-03-15", "XXXX-03-15"},
		{"Strikes began in March.", "XXXX-03", "XXXX-03"},
		{"Strikes began on Tuesday.", "XXXX-WXX-2", ""},
		{"Strikes began yesterday.", "XXXX-XX-XX", ""},
		{"Strikes began last week.", "XXXX-WXX", ""},
		{"Strikes began last decade.", "XXX", ""},
		{"Strikes began in the past three weeks.", "P3W", ""},
		{"Strikes began on March 15, 2025.", "2025-03-15", "2025-03-15"},
		{"It fell on January 23, 2020. Strikes began on Jan. 3.", "2020-01-03", "2020-01-03"},
		{"It fell on January 23, 2020. Strikes began two days later.", "2020-01-25", "2020-01-25"},
	} {
		got := last(t, c.text, 0)
		if got.TIMEX3 != c.value || got.Range.EDTF() != c.edtf {
			t.Errorf("%s: %s %q, want %s %q", c.text, got.TIMEX3, got.Range.EDTF(), c.value, c.edtf)
		}
	}
}

// TestTense: the verb tells on which side of publication a date lies.
func TestTense(t *testing.T) {
	for _, c := range []struct{ text, value string }{
		{"They met on Friday.", "2020-01-17"},
		{"They will meet on Friday.", "2020-01-24"},
		{"The meeting scheduled for Friday is off.", "2020-01-24"},
		{"Talks were postponed until Monday.", "2020-01-27"},
		{"Talks could begin as early as Monday.", "2020-01-27"},
		{"He said they would appeal the ruling, announced Monday.", "2020-01-20"},
		{"They are to meet on Thursday.", "2020-01-23"},
		{"The exhibition opens on Friday.", "2020-01-24"},
		{"They may have met on Friday.", "2020-01-17"},
		{"They voted yesterday and the courts shut tomorrow, Friday.", "2020-01-24"},
		{"No one could be reached on Friday.", "2020-01-17"},
		{"They could meet on Friday.", "2020-01-24"},
		{"They were planning to march on Saturday.", "2020-01-25"},
		{"They had planned to march on Saturday.", "2020-01-18"},
		{"The two agreed to meet on Monday.", "2020-01-27"},
		{"They have fought since the August attack.", "2019-08"},
		{"The law is effective June 1.", "2020-06-01"},
		{"He is continuing to press, under a June pact.", "2019-06"},
		{"They met in August.", "2019-08"},
		{"They will meet in August.", "2020-08"},
	} {
		if got := last(t, c.text, exampleDay); got.TIMEX3 != c.value {
			t.Errorf("%s: %s, want %s", c.text, got.TIMEX3, c.value)
		}
	}
}

// TestStrayYear: what is counted in days or weeks is not counted from a year or a
// decade that was named in passing.
func TestStrayYear(t *testing.T) {
	for text, want := range map[string]string{
		"In 1965 the front held. On 7 November 1966 the river froze, as it had in 1940. Two days later the town fell.":                                                                    "1966-11-09",
		"He was born in 1948, ruled from 1980, fell in 1990, fled in 1991 and came back in 1997. Unlike in the 1980s, the roads are open. A general, who died last week, was his friend.": "2020-W03",
	} {
		got := resolveText(t, text, exampleDay)
		if last := got[len(got)-1]; last.TIMEX3 != want {
			t.Errorf("%s: %s, want %s", last.Text, last.TIMEX3, want)
		}
	}
}

// TestStory: a history is anchored on itself, and so is a paragraph of a news
// article that tells of a day of an earlier year.
func TestStory(t *testing.T) {
	history := "In 1965 the front held. On 7 November 1966 the river froze. In January the army crossed it, as it had in 1940. " +
		"Two days later the town fell. By March 1967 all was over, and in the summer of 1968 the king came back. In May he left. That year it rained."
	want := []string{"1965", "1966-11-07", "1967-01", "1940", "1940-XX-XX", "1967-03", "1968-SU", "1968-05", "1968"}
	got := resolveText(t, history, exampleDay)
	if len(got) != len(want) {
		t.Fatalf("%d found, want %d: %v", len(got), len(want), got)
	}
	for i := range want {
		if got[i].TIMEX3 != want[i] {
			t.Errorf("%s: %s, want %s", got[i].Text, got[i].TIMEX3, want[i])
		}
	}
	news := "The front held yesterday.\n\nThe war began on June 5, 2014. On July 9 the town fell.\n\nTalks begin on Feb. 5."
	doc, err := token.Parse(news, token.Paragraphs(news))
	if err != nil {
		t.Fatal(err)
	}
	ts := Resolve(doc, Find(doc), exampleDay)
	for i, value := range []string{"2020-01-22", "2014-06-05", "2014-07-09", "2020-02-05"} {
		if ts[i].TIMEX3 != value {
			t.Errorf("%s: %s, want %s", ts[i].Text, ts[i].TIMEX3, value)
		}
	}
}

// TestOffCalendar: what is on no calendar, or too far away to be written, is
// not told as a day.
func TestOffCalendar(t *testing.T) {
	for _, c := range []struct {
		text, value, edtf string
		published         date.Day
	}{
		{"They met on Feb. 29.", "2020-02-29", "2020-02-29", exampleDay},
		{"They met on Feb. 29.", "2020-02-29", "2020-02-29", date.Of(2021, 3, 1)},
		{"They met on Feb. 29.", "1904-02-29", "1904-02-29", date.Of(1903, 1, 9)},
		{"They left on the 31st.", "2020-02-XX", "2020-02~", date.Of(2020, 2, 20)},
		{"They came 100,000 years ago.", "PAST_REF", "", exampleDay},
		{"They came in 65,000 BC.", "PAST_REF", "", exampleDay},
		{"They met in 2014. They left 9,000 years later.", "FUTURE_REF", "", exampleDay},
		{"They left last month.", "XXXX-XX", "", 9},
		{"They left 30 months ago.", "XXXX-XX", "", 9},
		{"They leave tonight.", "9999-12-31TNI", "9999-12-31", date.Last},
	} {
		if got := last(t, c.text, c.published); got.TIMEX3 != c.value || got.Range.EDTF() != c.edtf {
			t.Errorf("%s: %s %q, want %s %q", c.text, got.TIMEX3, got.Range.EDTF(), c.value, c.edtf)
		}
	}
}

// TestFilled: what the words leave open is told apart from what they tell.
func TestFilled(t *testing.T) {
	for _, c := range []struct{ text, filled string }{
		{"They met on March 15, 2003.", ""},
		{"They met in March 2003.", ""},
		{"They met in the spring of 2003.", ""},
		{"They met in the 1990s.", ""},
		{"They met in the nineties.", "century"},
		{"They met on Jan. 3.", "year"},
		{"They met in November.", "year"},
		{"They met last summer.", "year"},
		{"They met at Christmas.", "year"},
		{"They met in the third quarter.", "year"},
		{"They met last quarter.", "year, quarter"},
		{"They met last week.", "year, week"},
		{"They met last month.", "year, month"},
		{"They met last year.", "year"},
		{"They met last decade.", "century, decade"},
		{"They met on Tuesday.", "year, month, day"},
		{"They met on Friday of last week.", "year, month, day"},
		{"They met last night.", "year, month, day"},
		{"They met on the eve of May 5.", "year"},
		{"They met on the eve of May 5, 2003.", ""},
		{"They met for three days.", ""},
		{"They met in the past three days.", ""},
		{"They met recently.", ""},
	} {
		if got := last(t, c.text, exampleDay).Filled.String(); got != c.filled {
			t.Errorf("%s: filled in %q, want %q", c.text, got, c.filled)
		}
		if got := last(t, c.text, 0).Filled.String(); got != "" && got != "century" {
			t.Errorf("%s: filled in %q from nothing", c.text, got)
		}
	}
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct{ text, start, end string }{
		{"They fought from March 3 to March 9, 2011.", "2011-03-03", "2011-03-09"},
		{"They met on May 3-5, 2003.", "2003-05-03", "2003-05-05"},
		{"They met between 3 and 5 May 2003.", "2003-05-03", "2003-05-05"},
		{"The war of 1939–45 was long.", "1939", "1945-12-31"},
		{"From 2011 until 2013 they fought.", "2011", "2013-12-31"},
		{"They fought from Tuesday to Thursday.", "2020-01-21", "2020-01-23"},
		{"They fought from Thursday until Tuesday.", "2020-01-23", "2020-01-28"},
		{"They met in May 2003, and in June 2004.", "2003-05", ""},
	} {
		got := resolveText(t, c.text, exampleDay)
		if len(got) != 2 || got[0].TIMEX3 != c.start || got[0].LastDay.String() != c.end {
			t.Errorf("%s: %v, want %s ending %s", c.text, got, c.start, c.end)
		}
	}
}

func TestSignals(t *testing.T) {
	for _, c := range []struct {
		text string
		want Signal
	}{
		{"They fought on Friday.", On},
		{"They have fought since the end of 2014.", Since},
		{"They left before Friday.", Before},
		{"They left prior to May 2014.", Before},
		{"They left after May 5.", After},
		{"They left after the May 5 strike.", After},
		{"They must leave by Friday.", By},
		{"They must leave no later than Friday.", By},
		{"They stayed until the summer of 2014.", By},
		{"They stayed from May 2014 to June 2015.", To},
	} {
		if got := last(t, c.text, exampleDay); got.Signal != c.want {
			t.Errorf("%s: signal %q, want %q", c.text, got.Signal, c.want)
		}
	}
}

// TestCapitals: wire copy of old is in capitals throughout.
func TestCapitals(t *testing.T) {
	text := "THE REBELS ATTACKED A POWER STATION LAST NIGHT, THE ARMY SAID TODAY. ON 12 JANUARY THEY HAD KILLED TWO MAYORS, AND THEY MAY STRIKE AGAIN ON SUNDAY."
	got := resolveText(t, text, exampleDay)
	want := []string{"2020-01-22TNI", "2020-01-23", "2020-01-12", "2020-01-26"}
	if len(got) != len(want) {
		t.Fatalf("found %v", got)
	}
	for i := range want {
		if got[i].TIMEX3 != want[i] {
			t.Errorf("%s: %s, want %s", got[i].Text, got[i].TIMEX3, want[i])
		}
	}
}

func TestInferPublished(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		evidence         int
	}{
		{"agreement", "Marchers fill a square, Thursday, March 5, 2015. (Photo)\n\nThousands marched, police said Thursday.", "2015-03-05", 2},
		{"agreement twice", "A square on March 5, 2015.\n\nThousands marched on Thursday. Police said on Thursday they were many.", "2015-03-05", 3},
		{"another weekday", "A square on March 5, 2015.\n\nThousands marched, police said Friday.", "", 0},
		{"no weekday", "A square on March 5, 2015.\n\nThousands marched.", "", 0},
		{"no full date", "A square on March 5.\n\nThousands marched, police said Thursday.", "", 0},
		{"a later date is told", "A square on March 5, 2015.\n\nThousands marched, police said Thursday. They marched on March 9, 2015.", "", 0},
		{"a plan", "A square on March 5, 2015.\n\nThousands marched, police said Thursday. They will vote on June 7, 2015.", "2015-03-05", 2},
		{"a weekday that reports nothing", "A square on March 5, 2015.\n\nThe Thursday market was empty.", "", 0},
		{"future weekday", "A square on March 5, 2015.\n\nThousands will march next Thursday.", "", 0},
	} {
		doc, err := token.Parse(c.text, token.Paragraphs(c.text))
		if err != nil {
			t.Fatal(err)
		}
		day, rule, evidence, ok := InferPublished(doc, Find(doc))
		if day.String() != c.want || ok != (c.want != "") || len(evidence) != c.evidence || ok != (rule != "") {
			t.Errorf("%s: %s %q %v, want %q", c.name, day, rule, evidence, c.want)
		}
	}
}

// TestBadRows: a bad row is refused with its place and its text.
func TestBadRows(t *testing.T) {
	g, err := loadGrammar() // one of its own: a half-read row leaves its words behind
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ row, want string }{
		{"x\tDATE\ttoday", "3 columns, want 6"},
		{"x\tDAY\ttoday\tcalendar\t-\t-", "no type"},
		{"x\tDATE\t<nonsense>\tcalendar\t-\t-", "no class of words"},
		{"x\tDATE\t{nonsense}\tcalendar\t-\t-", "no kind of expression"},
		{"x\tDATE\tNONSENSE\tcalendar\t-\t-", "no macro"},
		{"x\tDATE\t( today\tcalendar\t-\t-", "not closed"},
		{"x\tDATE\ttoday )\tcalendar\t-\t-", "unexpected"},
		{"x\tDATE\ttoday?\tcalendar\t-\t-", "nothing at all"},
		{"x\tDATE\ttoday\tnonsense\t-\t-", "no production"},
		{"x\tDATE\ttoday\tcalendar month=x\t-\t-", "setting month=x"},
		{"x\tDATE\ttoday\tcalendar holiday=x\t-\t-", "no holiday"},
		{"x\tDATE\ttoday\tcalendar nonsense=1\t-\t-", "no such setting"},
		{"x\tDATE\ttoday\tcalendar\tnonsense\t-", "no guard"},
	} {
		rows, err := table.Read(fstest.MapFS{"rules.tsv": {Data: []byte("# comment\n\n" + c.row)}}, "rules.tsv", 6, 6)
		if err == nil {
			scratch := &grammar{lexicon: g.lexicon, macros: g.macros}
			err = scratch.addRule(rows[0])
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "rules.tsv:3: ") || !strings.Contains(err.Error(), c.row) {
			t.Errorf("%q: error %v, want one with %q, the line and the row", c.row, err, c.want)
		}
	}
}
