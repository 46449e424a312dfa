package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/trigger"
)

// reads is what articles are read as: one line a mention that is an event, of
// the form kind | EDTF | basis | modality | actors > targets | places | killed.
var reads = []struct{ name, published, text, want string }{
	{"weekday after the verb", "2023-04-19",
		"Government troops shelled the town of Wad Madani on Monday, killing at least nine civilians.",
		"shelling | 2023-04-17 | relative | actual | government troops > Wad Madani, civilians | Wad Madani | 9-9"},
	{"time before the noun", "2020-01-23",
		"Lawmakers condemned the Jan. 3 drone strike that killed Qassem Soleimani.",
		"drone_strike | 2020-01-03 | inferred | actual |  > Qassem Soleimani |  | 1-1"},
	{"a time of telling is not the time of the event", "2021-06-10",
		"Rebels captured the airport of Kunduz, officials said on Wednesday. The city was calm.",
		"capture | [2021-06-08..2021-06-09] | document | actual | rebels > airport of Kunduz | Kunduz | -"},
	{"nothing dates background", "2021-06-10",
		"The talks went on in Doha on Tuesday. The militia, which captured the city of Kunduz, sent a delegation.",
		"capture | [..2021-06-10] | bounded | actual | militia > Kunduz | Kunduz | -"},
	{"coordinate verbs share a time told at the end", "2011-08-24",
		"A patrol killed three gunmen and hurt four more while searching farms in Uruzgan province, yesterday.",
		"killing | 2011-08-23 | relative | actual | patrol > gunmen | Uruzgan | 3-3"},
	{"the story goes on", "2022-03-09",
		"Troops entered the city of Kherson on Monday. Soldiers arrested the mayor.",
		"arrest | 2022-03-07 | relative | actual | soldiers > mayor | Kherson | -"},
	{"the story goes on from a lead without a time", "2022-03-09",
		"Troops entered the city of Kherson. Soldiers arrested the mayor.",
		"arrest | [2022-03-08..2022-03-09] | document | actual | soldiers > mayor | Kherson | -"},
	{"a sentence on a longer time ends the story", "2022-03-09",
		"Troops entered the city of Kherson on Monday. The city had a quiet time in 2021. Soldiers arrested the mayor.",
		"arrest | [..2022-03-09] | bounded | actual | soldiers > mayor | Kherson | -"},
	{"under a dateline with a day, the lead is of that day", "2011-10-05",
		"KABUL, Afghanistan (Oct. 7, 2011) - A patrol detained two men in Zurmat district.",
		"arrest | 2011-10-05 | document | actual | patrol > men"},
	{"the lead is the first sentence with a verb", "2021-06-10",
		"Joint Command North - Press Desk\n\nRebels captured the airport of Kunduz.",
		"capture | [2021-06-09..2021-06-10] | document | actual | rebels > airport of Kunduz | Kunduz | -"},
	{"what is done as a rule is no news of the lead", "2022-07-27",
		"Most arms are sent to depots in Poland.",
		"aid | [..2022-07-27] | bounded | actual"},
	{"a reason given is no news of the lead", "2011-02-11",
		"The minister slammed the junta for arresting three reporters.",
		"arrest | [..2011-02-11] | bounded | actual | junta > reporters"},
	{"a noun is told by what the deed did", "2021-06-10",
		"A car bomb in the town of Kut killed nine people, officials said.",
		"bombing | [2021-06-09..2021-06-10] | document | actual"},
	{"under a stamp of its own, a story is told from that day", "2011-08-13",
		"Rebels said that they were gaining ground.\nupdated: Tue Jul 19 2011 03:12:00 An envoy said that he was calm.\n" +
			"updated: Sat May 14 2011 16:25:00 Troops shelled the town of Kut on Friday.",
		"shelling | 2011-05-13 | relative | actual | troops > Kut | Kut | -"},
	{"the time of the main clause is not that of what came before", "2011-01-30",
		"After weeks of protests in the capital, the king fled abroad on January 14.",
		"protest | [..2011-01-14] | bounded | actual"},
	{"a time that hangs on what something has followed since", "2011-03-16",
		"The colonel, who rules since his coup of 1969, lost control of the port last month.",
		"capture | 2011-02 | relative | actual"},
	{"what came after a vote is of the month told", "2011-01-30",
		"Huge protests erupted after the presidential elections in June 2009.",
		"protest | 2009-06 | explicit | actual"},
	{"a participle that describes is not dated by the clause", "2011-04-25",
		"Seven people died on Sunday in fighting near the besieged town of Misrata.",
		"siege | [..2011-04-25] | bounded | actual"},
	{"the time of a noun is that noun's", "2011-03-29",
		"The interviews kept the tone of the premier's Monday night speech, which told the reasons for committing troops.",
		"deployment | [..2011-03-29] | bounded | actual"},
	{"a charge is later than the deed", "2011-06-11",
		"On Tuesday he was charged with shelling a hospital in Kut.",
		"shelling | [..2011-06-11] | bounded | claimed"},
	{"harm is told before what did it", "2022-07-03",
		"At least 14 shoppers were killed on Monday after two missiles hit a fish market in Kut, officials said.",
		"missile_attack | 2022-06-27 | relative | actual"},
	{"a relative clause tells on from the time before it", "2016-09-01",
		"The valley saw an uprising in 1982 which was bloodily suppressed by the army.",
		"crackdown | 1982 | explicit | actual"},
	{"since a day, when something happened", "1989-11-02",
		"The post has been vacant since August 1, when gunmen murdered the mayor.",
		"1989-08-01 | inferred | actual | gunmen > mayor"},
	{"a time of passive telling is not the time of the event", "1989-03-11",
		"The ministry made known today that on 10 March rebels attacked a police station in Kut.",
		"attack | 1989-03-10 | inferred | actual"},
	{"recent days", "2003-06-21",
		"In recent days, more than 100 troops were sent to the embassy in Monrovia.",
		"deployment | [2003-06-14..2003-06-21] | relative | actual"},
	{"a few months ago is no news of the lead", "1999-06-24",
		"A few months ago, the premier visited Lahore.",
		"talks | [1998-12-24..1999-04-24] | relative | actual"},
	{"a few minutes ago", "1989-08-16",
		"A few minutes ago a bomb went off in the town of Kut.",
		"bombing | 1989-08-16 | relative | actual"},
	{"the first of two days told", "2011-03-03",
		"No damage was seen on Wednesday and Thursday, when troops shelled the port of Kut.",
		"shelling | 2011-03-02 | relative | actual"},
	{"what is told of the time of a noun is not after it", "2022-08-06",
		"Ministers met in Kut following Thursday's air strike.",
		"airstrike | 2022-08-04 | relative | actual"},
	{"what happened has happened by the day it was told", "2011-06-11",
		"The town is calm. The rebels are said to have shelled the port of Kut, the mayor said on Monday.",
		"shelling | [..2011-06-06] | bounded | actual"},
	{"the time of telling, right after the verb", "2011-03-24",
		"The palace was calm, saying on Thursday he had visited Kut.",
		"talks | [..2011-03-24] | bounded | actual"},
	{"what could be is not dated", "1999-06-24",
		"Yet today villagers are frightened that fighting could spread to the town.",
		"clash | [..1999-06-24] | bounded"},
	{"a year holds for what came right before too", "2017-04-28",
		"Fighting resumed in 2015 after troops entered the city of Kut.",
		"| 2015 | explicit | actual | troops"},
	{"so many days after what has a day", "2011-06-11",
		"Two men were arrested in Bogota two days after the assassination of the mayor on June 3.",
		"arrest | 2011-06-05 | relative | actual"},
	{"so many days before what has a day", "2011-06-11",
		"On Tuesday police arrested two men, three days after gunmen killed the mayor.",
		"shooting | 2011-06-04 | relative | actual | gunmen > mayor"},
	{"hours after what was told before", "2011-06-11",
		"The army attacked the town on Tuesday. Hours after the attack, rebels shelled the port.",
		"shelling | 2011-06-07 | relative | actual"},
	{"an infinitive tells the story on", "2022-03-09",
		"Troops entered the city of Kherson on Monday. Soldiers managed to seize the port.",
		"2022-03-07 | relative | actual | soldiers > port"},
	{"a relative clause on who did it", "2011-08-16",
		"Reports told of the defection of a high officer of the guard, who flew to Cairo on Monday.",
		"resignation | 2011-08-15 | relative"},
	{"news of recent weeks is not of the day", "2022-07-16",
		"Rockets have destroyed a dozen depots in recent weeks.",
		"[..2022-07-16] | bounded | actual"},
	{"harm after an offensive is not of its first day", "2016-09-02",
		"At least 25 farmers were killed on Thursday after rebels opened an offensive in Hama.",
		"offensive | [..2016-09-02] | bounded | actual | rebels"},
	{"since a day, and still", "2024-05-20",
		"Since the start of US bombing raids on May 4, the ministers have gone silent in Sanaa.",
		"airstrike | 2024-05-04/.. | inferred | actual | United States >  |"},
	{"an unknown year stays unknown", "",
		"The army bombed the port of Hodeidah on March 15.",
		"airstrike | XXXX-03-15 | inferred | actual | army > port of Hodeidah | Hodeidah | -"},
	{"a range of dead", "2024-05-07",
		"Between 20 and 30 people were killed in an air strike on Monday.",
		"airstrike | 2024-05-06 | relative | actual |  >  |  | 20-30"},
	{"between two days", "2024-05-07",
		"The clashes took place between May 1 and 3 in the town of Kut.",
		"clash | [2024-05-01..2024-05-03] | inferred | actual |  >  | Kut"},
	{"the town named before", "2022-05-20",
		"Troops entered Mariupol on Monday. A Russian air strike hit a hospital in the city on Tuesday.",
		"airstrike | 2022-05-17 | relative | actual | Russia > hospital | Mariupol | -"},
	{"what avenges a death came after it", "2020-01-23",
		"The Jan. 3 drone strike killed Qassem Soleimani. Iran fired missiles at the base of Ain al-Asad to avenge Soleimani's death.",
		"missile_attack | [2020-01-03..2020-01-23] | bounded | actual | Iran > base of Ain al-Asad | Ain al-Asad | -"},
	{"what went before is bounded by what came after", "2001-10-20",
		"On October 7, 2001, the army launched air strikes on the camps, a month after the attacks on New York.",
		"attack | [..2001-10-07] | bounded | actual |  > New York | New York | -"},
	{"the date in a noun's phrase is that noun's alone", "2010-07-15",
		"Troops detained a commander linked to the July 2 attack on a hotel in Kunduz on Wednesday.",
		"attack | 2010-07-02 | inferred | actual |  > hotel | Kunduz | -"},
	{"an invasion dated by its relative clause", "2022-05-20",
		"Towns fell in the first days of the invasion that Russia launched on February 24.",
		"offensive | 2022-02-24 | inferred | actual"},
	{"their forces are the named actor's", "2022-05-20",
		"Russia declared on Friday that its forces had captured the city of Mariupol.",
		"capture | [..2022-05-20] | bounded | actual | Russia > Mariupol | Mariupol | -"},
	{"who claims responsibility did it", "2021-08-26",
		"Islamic State claimed responsibility for the attack in a statement on its channel.",
		"attack | [..2021-08-26] | bounded | claimed | Islamic State >  |  | -"},
	{"losses tell the target", "2025-04-02",
		"The Houthi group is silent about its losses following US airstrikes.",
		"airstrike | [..2025-04-02] | bounded | actual | United States > Houthis |  | -"},
	{"a country before a noun is no place", "2020-01-23",
		"The minister spoke in Berlin of US air strikes on Monday.",
		"airstrike | 2020-01-20 | relative | actual | United States >  | Berlin | -"},
	{"everyone named is counted", "2020-01-09",
		"A drone strike killed Qassem Soleimani, commander of the Quds Force, and Iraqi militia leader Abu Mahdi al-Muhandis on January 3.",
		"drone_strike | 2020-01-03 | inferred | actual |  > Qassem Soleimani, Abu Mahdi al-Muhandis |  | 2-2"},
	{"wider places that the text names", "2020-01-23",
		"Fighting has gone on in Libya for years. Troops captured the town of Zliten on Monday.",
		"capture | 2020-01-20 | relative | actual | troops > Zliten | Zliten, Libya | -"},
	{"the story goes on in its town", "2020-01-23",
		"Rebels attacked the town of Zliten in Libya on Monday. Three soldiers were killed by snipers.",
		"killing | 2020-01-20 | relative | actual | snipers > soldiers | Zliten, Libya | 3-3"},
	{"a decision is not taken where the story is told", "2020-01-23",
		"Rebels attacked the town of Zliten in Libya on Monday. Parliament voted on a budget.",
		"vote | 2020-01-20 | relative | actual | parliament > budget | Libya"},
	{"a place told beside the event", "2020-01-23",
		"The governor, who spoke in Zliten, said that three people had died in clashes between gangs.",
		"| Zliten"},
	{"a place that something befalls", "2020-01-23",
		"A wave of clashes that gripped Misrata ended, the governor said.",
		"| Misrata |"},
	{"a bearing is no place of the event", "2020-01-23",
		"In Zliten, 40 km southeast of Misrata, two soldiers were shot dead on Monday.",
		"| Zliten |"},
	{"a place and the town that has it", "2020-01-23",
		"Police fired on protesters in Tehran's Azadi Square on Monday.",
		"| Azadi Square, Tehran |"},
	{"what was told before is not placed by what is beside it", "2020-01-23",
		"The wounded were flown to a clinic in Zliten after the Iranian missile attack.",
		"missile_attack | [..2020-01-23] | bounded | actual | Iran >  |  |"},
	{"whose province it is is not told as a place", "2020-01-23",
		"Libya's parliament met. Troops captured the town of Zliten on Monday.",
		"capture | 2020-01-20 | relative | actual | troops > Zliten | Zliten | -"},
	{"a possessor that has lost its apostrophe", "2020-01-23",
		"Troops captured a village in Syrias Hama province on Monday.",
		"capture | 2020-01-20 | relative | actual | troops > village | Hama | -"},
	{"two sides", "2024-05-07",
		"Talks between Iran and Iraq ended in Doha on Monday.",
		"talks | 2024-05-06 | relative | actual | Iran, Iraq >  | Doha | -"},
	{"what will be is planned", "2024-05-07",
		"Ministers will meet in Cairo on Friday.",
		"talks | 2024-05-10 | relative | planned | ministers >  | Cairo | -"},
}

func TestReads(t *testing.T) {
	for _, c := range reads {
		r := extractText(t, c.text, c.published)
		var got []string
		for i := range r.Mentions {
			got = append(got, describe(&r.Mentions[i]))
		}
		if !strings.Contains(strings.Join(got, "\n"), c.want) {
			t.Errorf("%s\n text %s\n want %s\n got  %s", c.name, c.text, c.want, strings.Join(got, "\n      "))
		}
	}
}

// set are the countries of events that name no place: one line an article, and
// the country of its last mention.
var set = []struct{ name, text, want string }{
	{"where the article is set", "Fighting goes on in Libya. US officials spoke of it. A rebel commander was shot dead.", "Libya"},
	{"nearer ground outweighs the rest", "Fighting goes on in Libya. It is worse in Libya's east. In Tunisia, crowds cheered. A student was shot dead.", "Tunisia"},
	{"who strikes is not where", "The White House defended the US role in Libya. The airstrikes went on, the US president said.", "Libya"},
	{"who is struck tells more than who strikes", "US airstrikes on Houthi rebels went on.", "Yemen"},
	{"a party to a domestic event", "Fighting goes on in Libya. Iranian police arrested a student.", "Iran"},
	{"a sanction hits from afar", "Fighting goes on in Libya. Ministers imposed sanctions.", ""},
	{"the Security Council sits nowhere", "Fighting goes on in Libya. The UN Security Council voted on Monday.", ""},
	{"two theatres of one weight", "The march in Libya was long. The march in Tunisia was short. The march in Egypt was dull. It was hot there. It was dry there. It was late. A student was shot dead.", ""},
	{"nothing is told", "A student was shot dead.", ""},
}

func TestCountries(t *testing.T) {
	for _, c := range set {
		r := extractText(t, c.text, "2020-01-23")
		if len(r.Mentions) == 0 {
			t.Errorf("%s: no mention in %q", c.name, c.text)
			continue
		}
		if m := &r.Mentions[len(r.Mentions)-1]; m.Country != c.want {
			t.Errorf("%s: %q is in %q, want %q", c.name, m.Text, m.Country, c.want)
		}
	}
}

// What is said of habits, and what no happening is, is no event.
func TestHabits(t *testing.T) {
	for _, text := range []string{
		"He provides weapons for attacks on convoys.",
		"The cell is charged with planning and leading attacks on convoys.",
		"The law punishes the murder of peasants.",
		"The minister spoke of war, kidnapping and sabotage.",
		"Attacks on towns have ruined the valley.",
		"He met the gunmen who attack convoys.",
		"The war is killing children.",
		"The junta, which has murdered priests, wants a seat.",
		"More than 64,000 men have been killed since the war began.",
	} {
		for _, m := range extractText(t, text, "2020-01-23").Mentions {
			if trigger.Family(m.Kind) == "armed" && m.Modality == mention.Actual && !m.Generic {
				t.Errorf("%q: %q is taken for an event", text, m.Text)
			}
		}
	}
}

// A headline is dated by the lead that it sums up.
func TestHeadline(t *testing.T) {
	r := extractText(t, "Rebels Seize Border Town\n\nRebels captured the town of Hit on Tuesday, officials said.", "2020-01-23")
	for _, m := range r.Mentions {
		if m.Headline && m.Date.EDTF() != "2020-01-21" {
			t.Errorf("the headline is dated %s", m.Date.EDTF())
		}
	}
	if len(r.Mentions) != 2 || !r.Mentions[0].Headline {
		t.Errorf("%d mentions, want the headline's and the lead's", len(r.Mentions))
	}
}

// An article without a stated day takes the one that its caption and its news agree on.
func TestInferredPublication(t *testing.T) {
	r := extractText(t, "Marchers fill a square in Baghdad, Iraq, January 23, 2020. REUTERS/A. Name\n\nThousands marched in the capital, police said Thursday.", "")
	if p := r.Article.Published; p.Day.String() != "2020-01-23" || p.Basis != "inferred" || p.Where == "" {
		t.Errorf("published %+v", p)
	}
}

// A dateline's day without a year takes the one in which it falls on the weekday of
// the news, of the latest year told or the next.
func TestInferredYear(t *testing.T) {
	for _, c := range []struct{ text, published string }{
		{"KABUL, Jan. 23 (AP) - Rebels seized the town, police said Thursday. They lost it in 2019.", "2020-01-23"},
		{"KABUL, Jan. 23 (AP) - Rebels seized the town, police said Wednesday. They lost it in 2019.", "2019-01-23"},
		{"KABUL, Jan. 23 (AP) - Rebels seized the town, police said Monday. They lost it in 2019.", ""},
		{"KABUL, Jan. 23 (AP) - Rebels seized the town, police said Thursday.", ""},
	} {
		got := ""
		if p := extractText(t, c.text, "").Article.Published; p.Day.Known() {
			got = p.Day.String()
		}
		if got != c.published {
			t.Errorf("%s: published %q, want %q", c.text, got, c.published)
		}
	}
}

// The day of a dateline is a time expression, in its place among those of the text.
func TestDatelineTime(t *testing.T) {
	for _, c := range []struct{ text, value string }{
		{"KABUL, Jan. 22 (AP) - Rebels seized the town on Tuesday.", "2020-01-22"},
		{"SAN JOSE, 18 JAN 90 (EFE) -- [TEXT] REBELS SEIZED THE TOWN ON TUESDAY.", "1990-01-18"},
		{"KABUL - Rebels seized the town on Tuesday.", ""},
	} {
		r := extractText(t, c.text, "2020-01-23")
		if c.value == "" {
			if len(r.Timexes) != 1 {
				t.Errorf("%s: %v", c.text, r.Timexes)
			}
			continue
		}
		if len(r.Timexes) != 2 || r.Timexes[0].TIMEX3 != c.value || r.Timexes[0].Start > r.Timexes[1].Start {
			t.Errorf("%s: %v", c.text, r.Timexes)
		}
	}
}

// describe writes a mention as a line of reads.
func describe(m *mention.Mention) string {
	names := func(ns []mention.Name) string {
		var out []string
		for _, n := range ns {
			out = append(out, n.Name)
		}
		return strings.Join(out, ", ")
	}
	var places []string
	for _, p := range m.Places {
		places = append(places, p.Name)
	}
	killed := "-"
	if m.Killed != nil {
		killed = fmt.Sprintf("%d-%d", m.Killed.Low, m.Killed.High)
	}
	edtf := m.Date.EDTF()
	if m.Ongoing {
		edtf += "/.."
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s > %s | %s | %s", m.Kind, edtf, m.Date.Basis, m.Modality,
		names(m.Actors), names(m.Targets), strings.Join(places, ", "), killed)
}

func extractText(t testing.TB, text, published string) Result {
	t.Helper()
	rec := article.Record{Text: &text}
	if published != "" {
		rec.Published = &published
	}
	a, _ := article.FromRecord(rec)
	r, err := Extract(a)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whatever the text, spans lie in it on rune boundaries, no range ends before
// it begins, and what is told as having happened is not after publication.
func FuzzExtract(f *testing.F) {
	for _, c := range reads {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := extractText(t, strings.ToValidUTF8(text, "?"), "2020-01-23")
		at := -1
		for i := range r.Mentions {
			m := &r.Mentions[i]
			if m.Start <= at {
				t.Fatalf("mention %d at %d does not follow %d", i, m.Start, at)
			}
			at = m.Start
			for _, s := range spans(m) {
				if s.Start < 0 || s.End < s.Start || s.End > len(r.Article.Text) || !utf8.ValidString(r.Article.Text[s.Start:s.End]) {
					t.Fatalf("span %v of mention %q is no piece of the text", s, m.Text)
				}
			}
			if err := m.Date.Valid(); err != nil {
				t.Fatal(err)
			}
			if m.Modality == mention.Actual && m.Date.Latest > publishedAt(r.Article, m.Start) {
				t.Fatalf("%q happened after it was published: %s", m.Text, m.Date.EDTF())
			}
		}
	})
}

// spans are all the spans that a mention holds.
func spans(m *mention.Mention) []mention.Span {
	out := append([]mention.Span{m.Span, m.Sentence}, spansOf(m)...)
	for _, a := range m.Attribution {
		out = append(out, a.Span)
	}
	return out
}

func BenchmarkExtract(b *testing.B) {
	var text strings.Builder
	for _, c := range reads {
		text.WriteString(c.text + "\n")
	}
	extractText(b, text.String(), "2020-01-23")
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		extractText(b, text.String(), "2020-01-23")
	}
}
