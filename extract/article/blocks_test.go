package article

import (
	"fmt"
	"strings"
	"testing"
)

// shown writes an article's blocks one a line, its white space made plain.
func shown(a Article) string {
	var b strings.Builder
	for _, block := range a.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", block.Kind, clean(a.Text[block.Start:block.End]))
	}
	return b.String()
}

// articleOf reads text as a record without anything else.
func articleOf(text string) Article {
	a, _ := FromRecord(Record{Text: &text})
	return a
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a clipping with everything twice", `
Rebels Quit Marib After Night of Raids

Fighters stand at a checkpoint on the road to Marib, Yemen May 4, 2021. REUTERS/Jo Smith
Fighters stand at a checkpoint on the road to Marib, Yemen May 4, 2021. REUTERS/Jo Smith
TT
20

Rebels Quit Marib After Night of Raids

Fighters stand at a checkpoint on the road to Marib, Yemen May 4, 2021. REUTERS/Jo Smith

Rebels left the outskirts of Marib after a night of air raids, the governor said on Thursday.

Read more: Who are the rebels?

He said that nine people had been killed. (Reporting by Jo Smith; Editing by Al Jones)
`, `title: Rebels Quit Marib After Night of Raids
caption: Fighters stand at a checkpoint on the road to Marib, Yemen May 4, 2021.
body: Rebels left the outskirts of Marib after a night of air raids, the governor said on Thursday.
body: He said that nine people had been killed.
`},
		{"hard-wrapped capitals", `LIMA, 15 AUG 89 (EFE) -- [TEXT] THE ARMY SAID TODAY THAT ITS TROOPS HAD
FOUND TWO CAMPS OF THE REBELS IN THE MOUNTAINS EAST OF THE TOWN AND HAD
DESTROYED THEM. NO ONE WAS HURT, ACCORDING TO THE STATEMENT.

A RADIO STATION REPORTED THAT THREE POLICEMEN HAD BEEN KILLED ON SUNDAY
IN AN AMBUSH NEAR THE SAME TOWN.
`, `body: THE ARMY SAID TODAY THAT ITS TROOPS HAD FOUND TWO CAMPS OF THE REBELS IN THE MOUNTAINS EAST OF THE TOWN AND HAD DESTROYED THEM. NO ONE WAS HURT, ACCORDING TO THE STATEMENT.
body: A RADIO STATION REPORTED THAT THREE POLICEMEN HAD BEEN KILLED ON SUNDAY IN AN AMBUSH NEAR THE SAME TOWN.
`},
		{"a list is not wrapped text", `The ministers at the table

Ana Ruiz, minister of the interior of the republic
Jo Smith, foreign minister
Al Jones, minister of defence until the end of May
Nora Feld, health

They met on Sunday in the capital for the first time since the war.
`, `title: The ministers at the table
body: Ana Ruiz, minister of the interior of the republic
body: Jo Smith, foreign minister
body: Al Jones, minister of defence until the end of May
body: Nora Feld, health
body: They met on Sunday in the capital for the first time since the war.
`},
		{"a caption thrice is not wrapped text", `Rebels Quit Marib

Rebel leaders are not seen any more in the town, telephones are dead (Rebel Media)
Rebel leaders are not seen any more in the town, telephones are dead (Rebel Media)
Rebel leaders are not seen any more in the town, telephones are dead (Rebel Media)
TT
20

Rebels left the outskirts of Marib after a night of air raids, the governor said on Thursday.
`, `title: Rebels Quit Marib
caption: Rebel leaders are not seen any more in the town, telephones are dead
body: Rebels left the outskirts of Marib after a night of air raids, the governor said on Thursday.
`},
		{"a word in capitals and a dash within the body", `ADEN — The port was closed on Sunday after a fire in one of its stores.

UNICEF — The agency for children — said that it had lost all its stores.
`, `body: The port was closed on Sunday after a fire in one of its stores.
body: UNICEF — The agency for children — said that it had lost all its stores.
`},
		{"one paragraph a line", `The council met on Monday.
Its head resigned on Tuesday after a vote of no confidence.
A new one is to be elected in the course of the week.
He will have much to do.
`, `body: The council met on Monday.
body: Its head resigned on Tuesday after a vote of no confidence.
body: A new one is to be elected in the course of the week.
body: He will have much to do.
`},
		{"a release", "2013-01-S-025\u2028For Immediate Release\u2028\u2028GHAZNI, Afghanistan (Jan. 25, 2013)\u2028A patrol found a weapons cache in Andar district today.",
			"body: A patrol found a weapons cache in Andar district today.\n"},
		{"masthead, date line, byline", `The Harbour Ledger
28 August 2021

Toll of the blast passes ninety

By Ruth Amsel

Doctors said on Friday that ninety people had died of the blast.
`, `title: Toll of the blast passes ninety
body: Doctors said on Friday that ninety people had died of the blast.
`},
		{"a chronology keeps the days above its entries", `The siege in dates

3 March 2018

Shells fall on the bakery and kill four people in the queue.

9 March 2018

The first convoy of lorries with food gets through the lines.

1919

An older war ends with a treaty that nobody keeps for long.
`, `title: The siege in dates
body: 3 March 2018
body: Shells fall on the bakery and kill four people in the queue.
body: 9 March 2018
body: The first convoy of lorries with food gets through the lines.
body: 1919
body: An older war ends with a treaty that nobody keeps for long.
`},
		{"captions by their credits", `Bridge falls in storm

FILE PHOTO: The bridge before the storm, seen from the town
The bridge after the storm (Handout)
Photo of the bridge by the river. Photograph: Jo Smith/AFP

The bridge across the river fell on Sunday during a storm, police said.

A paragraph of the body that ends with its agency as some papers do. (Reuters)
`, `title: Bridge falls in storm
caption: FILE PHOTO: The bridge before the storm, seen from the town
caption: The bridge after the storm
caption: Photo of the bridge by the river.
body: The bridge across the river fell on Sunday during a storm, police said.
body: A paragraph of the body that ends with its agency as some papers do.
`},
		{"summary and dateline run together", "LONDON | Wed May 5, 2010 7:41 am EDT LONDON (Reuters) - A third of those asked were in favour.\nThe rest were not.",
			"body: A third of those asked were in favour.\nbody: The rest were not.\n"},
		{"a date before the first sentence", "Posted on April 2, 2017 Shells fell on the market and killed four people.",
			"body: Shells fell on the market and killed four people.\n"},
		{"a date within the first sentence", "April 2, 2017 saw the worst shelling of the year in the market town.",
			"body: April 2, 2017 saw the worst shelling of the year in the market town.\n"},
		{"a sentence that names an agency", "The agency said (AP) that it had been closed.\nThe police (and the army) left - at last.",
			"body: The agency said (AP) that it had been closed.\nbody: The police (and the army) left - at last.\n"},
		{"nothing but a line", "Rebels attack town", "body: Rebels attack town\n"},
		{"empty", " \n\u00a0\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := articleOf(tt.text)
			if got := shown(a); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			checkArticle(t, a)
		})
	}
}

func TestHeadRunTogether(t *testing.T) {
	title := "Raid on market kills four"
	tests := []struct{ text, want, published string }{
		{"Posted on 3 May 2017 by Jo Smith Raid on market kills four Shells fell on a market on Tuesday.",
			"title: Raid on market kills four\nbody: Shells fell on a market on Tuesday.\n", "2017-05-03"},
		{"Raid on market kills four Monitor AFP Wednesday 3 May 2017 Shells fell on a market on Tuesday.",
			"title: Raid on market kills four\nbody: Shells fell on a market on Tuesday.\n", "2017-05-03"},
		{"Raid on market kills four AFP Wednesday 3 May 2017 Print Tweet Shells fell on a market on Tuesday.",
			"title: Raid on market kills four\nbody: Shells fell on a market on Tuesday.\n", "2017-05-03"},
		{"03-05-2017 Raid on market kills four. Shells fell on a market on Tuesday.",
			"title: Raid on market kills four\nbody: Shells fell on a market on Tuesday.\n", ""},
		{"Raid on market kills four people on Tuesday, police said.", "body: Raid on market kills four people on Tuesday, police said.\n", ""},
		{"Raid on market kills four, police said on Tuesday in the town.", "body: Raid on market kills four, police said on Tuesday in the town.\n", ""},
	}
	for _, tt := range tests {
		a, _ := FromRecord(Record{Text: &tt.text, Title: &title})
		if got := shown(a); got != tt.want || a.Published.Day.String() != tt.published {
			t.Errorf("%q: published %q, got\n%swant\n%s", tt.text, a.Published.Day, got, tt.want)
		}
		checkArticle(t, a)
	}
}

// checkArticle checks what holds for every article.
func checkArticle(t *testing.T, a Article) {
	t.Helper()
	last := 0
	for i, b := range a.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(a.Text) {
			t.Fatalf("block %d is %v after %d in a text of %d bytes", i, b, last, len(a.Text))
		}
		if s := a.Text[b.Start:b.End]; s != strings.TrimFunc(s, invisible) {
			t.Errorf("block %d has white space around it: %q", i, s)
		}
		last = b.End
	}
	checkSpans(t, a)
	p := a.Published
	if p.Day.Known() != (p.Basis == "stated") || p.Day.Known() && p.Partial != "" {
		t.Errorf("published %+v", p)
	}
}

func TestTitles(t *testing.T) {
	body := "Rebels attacked the town on Monday, killing two people, police said."
	tests := []struct{ given, text, title, span string }{
		{"", "Rebels attack town\n\n" + body, "Rebels attack town", "Rebels attack town"},
		{"Rebels attack town", body, "Rebels attack town", ""},
		{"Rebels attack town", "Rebels Attack Town\n\n" + body, "Rebels attack town", "Rebels Attack Town"},
		{"", body, "", ""},
		{"", "Caption of a photo\nCaption of a photo\n\nRebels attack town\n\n" + body, "Rebels attack town", "Rebels attack town"},
		{"", "By Jo Smith\n\nRebels attack town\n\n" + body, "Rebels attack town", "Rebels attack town"},
	}
	for _, tt := range tests {
		a, _ := FromRecord(Record{Text: &tt.text, Title: &tt.given})
		if got := a.Text[a.TitleSpan.Start:a.TitleSpan.End]; a.Title != tt.title || got != tt.span {
			t.Errorf("%q: title %q at %q, want %q at %q", tt.text, a.Title, got, tt.title, tt.span)
		}
	}
}

func TestPublished(t *testing.T) {
	body := "Rebels attacked the town on Monday, killing two people, police said."
	str := func(s string) *string { return &s }
	tests := []struct {
		name, text     string
		published, url *string
		want           string // day or partial, basis, where
		outlet         string
		warning        string
	}{
		{"field", body, str("2020-01-23T23:30:00-11:00"), nil, "2020-01-23 stated metadata published", "", ""},
		{"field with a space", body, str("2020-01-23 23:30:00+00:00"), nil, "2020-01-23 stated metadata published", "", ""},
		{"empty field", body, str(""), nil, " none ", "", `the field "published" is empty`},
		{"unreadable field", body, str("last week"), nil, " none ", "", `want YYYY-MM-DD): "last week"`},
		{"month only", body, str("2020-01"), nil, " none ", "", `want YYYY-MM-DD`},
		{"null", body, nil, nil, " none ", "", ""},
		{"dateline", "BAGHDAD, Jan 23, 2020 (Reuters) - " + body, nil, nil, "2020-01-23 stated dateline", "Reuters", ""},
		{"dateline without year", "BAGHDAD, Jan 23 (Reuters) - " + body, nil, nil, "XXXX-01-23 none dateline", "Reuters", ""},
		{"its year from the address", "BAGHDAD, Jan 23 (Reuters) - " + body, nil, str("https://ledger.example/2020/01/raid"), "2020-01-23 stated dateline, year from url", "ledger.example", ""},
		{"address", body, nil, str("https://www.ledger.example/2020/01/23/raid"), "2020-01-23 stated url", "ledger.example", ""},
		{"date line", "Raid on town\n\nBy Jo Smith, Meridian Wire\n23 January 2020\n\n" + body, nil, nil, "2020-01-23 stated date line", "Meridian Wire", ""},
		{"byline", "Raid on town\n\nBy Jo Smith | 23 January 2020\n\n" + body, nil, nil, "2020-01-23 stated byline", "", ""},
		{"label below the body", body + "\n\n" + body + " And so on.\n\nPublished: 23 January 2020", nil, nil, "2020-01-23 stated date line", "", ""},
		{"update", "Raid on town\n\nUpdated 24 January 2020\nPublished 23 January 2020\n\n" + body, nil, nil, "2020-01-23 stated date line", "", ""},
		{"address in the text", "Raid on town\n\nhttps://www.ledger.example/2020/01/23/raid\n\n" + body, nil, nil, "2020-01-23 stated url", "ledger.example", ""},
		{"agency alone", "Raid on town\n\nReuters\n23 January 2020\n\n" + body, nil, nil, "2020-01-23 stated date line", "Reuters", ""},
		{"update and dateline", "Raid on town\n\nUpdated 24 January 2020\n\nBAGHDAD, Jan 23, 2020 (Reuters) - " + body, nil, nil, "2020-01-23 stated dateline", "Reuters", ""},
		{"contradiction", "BAGHDAD, Jan 9, 2020 (Reuters) - " + body, str("2020-01-23"), nil, "2020-01-23 stated metadata published", "Reuters", "the dateline says 2020-01-09 but metadata published says 2020-01-23"},
		{"the eve is none", "BAGHDAD, Dec 31, 2019 (Reuters) - " + body, str("2020-01-01"), nil, "2020-01-01 stated metadata published", "Reuters", ""},
		{"nor without year", "BAGHDAD, Dec 31 (Reuters) - " + body, str("2020-01-01"), nil, "2020-01-01 stated metadata published", "Reuters", ""},
		{"contradiction without year", "BAGHDAD, Nov 3 (Reuters) - " + body, str("2020-01-01"), nil, "2020-01-01 stated metadata published", "Reuters", "the dateline says XXXX-11-03"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, warnings := FromRecord(Record{Text: &tt.text, Published: tt.published, URL: tt.url})
			got := fmt.Sprintf("%s%s %s %s", a.Published.Day, a.Published.Partial, a.Published.Basis, a.Published.Where)
			if got != tt.want || a.Outlet != tt.outlet {
				t.Errorf("got %q outlet %q, want %q outlet %q", got, a.Outlet, tt.want, tt.outlet)
			}
			if joined := strings.Join(warnings, "; "); (tt.warning == "") != (joined == "") || !strings.Contains(joined, tt.warning) {
				t.Errorf("warnings %q, want %q", joined, tt.warning)
			}
			checkArticle(t, a)
		})
	}
}

func TestDatelinePlace(t *testing.T) {
	a := articleOf("KABUL, Afghanistan (Jan. 25, 2013)\nA patrol found a weapons cache in Andar district today.")
	if a.Dateline != "KABUL, Afghanistan" || a.Text[a.DatelineSpan.Start:a.DatelineSpan.End] != a.Dateline {
		t.Errorf("dateline %q at %v", a.Dateline, a.DatelineSpan)
	}
	if day := a.Text[a.DatelineDay.Start:a.DatelineDay.End]; day != "Jan. 25, 2013" {
		t.Errorf("the dateline's day is %q", day)
	}
}

func TestKey(t *testing.T) {
	id, text, other := "a", "Some text.", "Other text."
	keys := map[string]bool{}
	for _, r := range []Record{{ID: &id, Text: &text}, {Text: &text}, {ID: &id, Text: &other}, {Text: &other}} {
		a, _ := FromRecord(r)
		keys[a.Key] = true
		if len(a.Key) != keyLength {
			t.Errorf("key %q", a.Key)
		}
	}
	if len(keys) != 4 {
		t.Errorf("%d different keys, want 4", len(keys))
	}
}
