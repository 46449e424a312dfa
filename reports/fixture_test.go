package reports

import (
	"fmt"
	"time"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// The sample is a handful of real public events, in words of our own, with one
// of everything that a report must tell apart.

func day(y int, m time.Month, d int) date.Day { return date.Of(y, m, d) }

// telling is a mention of an event in an article.
func telling(article string, published date.Day, outlet, quote string) mention.Mention {
	return mention.Mention{
		Article: article, Published: published, Outlet: outlet, Quote: quote, Text: "strike",
		Span: mention.Span{Start: 10, End: 16}, Runes: mention.Span{Start: 9, End: 15}, Confidence: 0.8,
	}
}

func name(name, id, sector string) mention.Name {
	return mention.Name{Text: name, Name: name, ID: id, Sector: sector}
}

func names(list ...string) (out []mention.Name) {
	for _, n := range list {
		out = append(out, name(n, "", ""))
	}
	return out
}

var (
	airport = mention.Place{Text: "Baghdad airport", Name: "Baghdad International Airport", ID: "fac:baghdad-airport", Admin1: "Baghdad",
		Country: "Iraq", ISO3: "IRQ", Lat: 33.2625, Lon: 44.2346, Precision: mention.Exact, Within: []string{"Baghdad", "Iraq", "Middle East"}}
	asad = mention.Place{Text: "Ain al-Asad", Name: "Ain al-Asad Airbase", ID: "fac:ain-al-asad", Admin1: "Anbar",
		Country: "Iraq", ISO3: "IRQ", Lat: 33.7856, Lon: 42.4412, Precision: mention.Exact, Within: []string{"Anbar", "Iraq", "Middle East"}}
	abbeyGate = mention.Place{Text: "Abbey Gate", Name: "Abbey Gate", Admin1: "Kabul", Country: "Afghanistan", ISO3: "AFG"}
	redSea    = mention.Place{Text: "Red Sea", Name: "Red Sea", ID: "sea:red-sea", Lat: 20, Lon: 38.5, Precision: mention.Region}
	saopaulo  = mention.Place{Text: "São Paulo", Name: "São Paulo", ID: "gn:3448439", Admin1: "São Paulo", Country: "Brazil", ISO3: "BRA",
		Lat: -23.5475, Lon: -46.63611, Precision: mention.Town}
	yemen = mention.Place{Text: "Yemen", Name: "Yemen", ID: "c:YEM", Country: "Yemen", ISO3: "YEM", Lat: 15.5, Lon: 47.5, Precision: mention.Country}
)

// sources are the articles of the sample, by key.
func sampleSources() map[string]timeline.Source {
	list := []timeline.Source{
		{Article: "a1", ID: "soleimani.txt", Outlet: "Meridian Wire", Title: "Iran fires missiles at bases in Iraq",
			URL: "https://news.example/iran?a=1&b=2", Published: day(2020, 1, 9)},
		{Article: "a2", ID: "soleimani.txt#2", Outlet: "Harbour Ledger", Title: "After the strike | what *now*?", Published: day(2020, 1, 23)},
		{Article: "a3", ID: "kabul-1", Outlet: "Meridian Wire", Title: "Suicide bomber kills scores at Kabul airport gate", Published: day(2021, 8, 26)},
		{Article: "a4", ID: "kabul-2", Outlet: "Harbour Ledger", Title: "Death toll climbs in Kabul", URL: "javascript:alert(1)", Published: day(2021, 8, 27)},
		{Article: "a5", ID: "undated.txt", Title: "US strikes Houthi sites"},
		{Article: "a6", ID: "=cmd|' /C calc'!A0", Outlet: "@Evil <b>Outlet</b>", Title: `</script><script>alert("x")</script>`, Published: day(2021, 9, 1)},
		{Article: "a7", ID: "arabic", Outlet: "صحيفة الميناء", Title: "انفجار في عدن", Published: day(2021, 9, 2)},
	}
	out := map[string]timeline.Source{}
	for _, s := range list {
		out[s.Article] = s
	}
	return out
}

func soleimani() timeline.Event {
	quote := "A U.S. drone strike near Baghdad airport killed Qassem Soleimani, who led the Quds Force, on January 3."
	e := timeline.Event{
		ID: "e0soleimani", Kind: "drone_strike", Family: "armed",
		Date: mention.Date{Range: date.Range{Earliest: day(2020, 1, 3), Latest: day(2020, 1, 3), Precision: date.DayOf, Basis: date.Inferred},
			Text: "January 3", Anchor: "2020-01-09", Rule: "month-day"},
		Actors:  []mention.Name{name("United States", "usa", "GOV")},
		Targets: []mention.Name{name("Qassem Soleimani", "soleimani", "MIL"), name("Abu Mahdi al-Muhandis", "", "REB")},
		Places:  []mention.Place{airport}, Country: "Iraq", ISO3: "IRQ", Within: []string{"Baghdad", "Iraq", "Middle East"},
		Killed: &mention.Count{Low: 2, High: 10}, Modality: mention.Actual, Outcome: mention.Completed,
		Tolls: []mention.Toll{
			{Effect: "killed", Count: mention.Count{Low: 2, High: 2}, Qualifier: mention.AtLeast, Who: "Iraqi officials", Scope: "event", Article: "a1"},
			{Effect: "killed", Count: mention.Count{Low: 10, High: 10}, Qualifier: mention.ExactFigure, Victims: "combatant", Scope: "event", Article: "a2"},
		},
		Attribution: []mention.Attribution{{Who: "Iraqi officials"}},
		Confidence:  0.93, Central: true, Salience: 6.2, Summary: quote,
		Mentions: []mention.Mention{telling("a1", day(2020, 1, 9), "Meridian Wire", quote), telling("a2", day(2020, 1, 23), "Harbour Ledger", "The strike killed ten.")},
	}
	e.Mentions[0].Killed, e.Mentions[1].Killed = &mention.Count{Low: 2, High: 2}, &mention.Count{Low: 10, High: 10}
	return e
}

func kabul() timeline.Event {
	quote := "A suicide bomber blew himself up outside Kabul’s airport, killing at least 60 Afghans."
	e := timeline.Event{
		ID: "e1kabul", Kind: "suicide_bombing", Family: "armed",
		Date: mention.Date{Range: date.Range{Earliest: day(2021, 8, 26), Latest: day(2021, 8, 26), Precision: date.Hour, Basis: date.Relative, Hour: 18},
			Text: "Thursday", Anchor: "2021-08-26", Rule: "weekday"},
		Actors: []mention.Name{name("Islamic State Khorasan Province", "iskp", "REB")}, Targets: names("crowd"),
		Places: []mention.Place{abbeyGate}, Country: "Afghanistan", ISO3: "AFG",
		Killed: &mention.Count{Low: 60, High: 183}, Injured: &mention.Count{Low: 140, High: 1500}, Modality: mention.Actual, Outcome: mention.Completed,
		Tolls: []mention.Toll{
			{Effect: "killed", Count: mention.Count{Low: 60, High: 60}, Qualifier: mention.AtLeast, Victims: "civilian", Who: "health officials", Scope: "event", Article: "a3"},
			{Effect: "killed", Count: mention.Count{Low: 183, High: 183}, Scope: "event", Article: "a4"},
			{Effect: "injured", Count: mention.Count{Low: 140, High: 1500}, Scope: "event", Article: "a4"},
			{Effect: "killed", Count: mention.Count{Low: 2461, High: 2461}, Who: "Pentagon", Scope: "cumulative", Article: "a4"},
		},
		Confidence: 0.9, Salience: 8.5, Summary: quote,
		Mentions: []mention.Mention{telling("a3", day(2021, 8, 26), "Meridian Wire", quote), telling("a4", day(2021, 8, 27), "Harbour Ledger", "The blast killed 183.")},
	}
	e.Mentions[0].Killed, e.Mentions[1].Killed = &mention.Count{Low: 60, High: 60}, &mention.Count{Low: 183, High: 183}
	return e
}

// plainEvent is an event told by one article.
func plainEvent(id, kind, family, article string, d mention.Date, quote string) timeline.Event {
	s := sampleSources()[article]
	return timeline.Event{
		ID: id, Kind: kind, Family: family, Date: d, Modality: mention.Actual, Outcome: mention.Completed, Confidence: 0.7, Salience: 3, Summary: quote,
		Mentions: []mention.Mention{telling(article, s.Published, s.Outlet, quote)},
	}
}

func between(from, to date.Day, p date.Precision, b date.Basis) mention.Date {
	return mention.Date{Range: date.Range{Earliest: from, Latest: to, Precision: p, Basis: b}}
}

func sampleEvents() []timeline.Event {
	pair := plainEvent("e2protest", "protest", "unrest", "a2", between(day(2020, 1, 22), day(2020, 1, 23), date.DayOf, date.Document),
		"Thousands march in Baghdad against the presence of foreign troops.")
	pair.Actors, pair.Country, pair.ISO3 = names("demonstrators"), "Iraq", "IRQ"
	missiles := plainEvent("e3missiles", "missile_attack", "armed", "a2", between(day(2020, 1, 3), day(2020, 1, 23), date.Unknown, date.Bounded),
		"In retaliation Iran launched missiles at Ain al-Asad, where American soldiers were stationed.")
	missiles.Date.Text, missiles.Places, missiles.Country, missiles.ISO3 = "In retaliation", []mention.Place{asad}, "Iraq", "IRQ"
	missiles.Actors, missiles.Targets = names("Iran"), names("American soldiers")
	month := plainEvent("e4month", "offensive", "armed", "a2", between(day(2016, 10, 1), day(2016, 10, 31), date.Month, date.Explicit),
		"Iraqi forces set out to retake Mosul in October 2016.")
	month.Date.Text, month.Actors, month.Targets = "October 2016", names("Iraqi forces"), names("Islamic State")
	year := plainEvent("e5year", "capture", "control", "a2", between(day(2014, 1, 1), day(2014, 12, 31), date.Year, date.Explicit),
		"Islamic State overran much of the north in 2014.")
	year.Date.Approx, year.Date.Text = true, "about 2014"
	open := plainEvent("e6arrest", "arrest", "control", "a2", between(0, day(2020, 1, 23), date.Unknown, date.Bounded), "A suspect in the rocket fire was arrested.")
	ongoing := plainEvent("e7airstrikes", "airstrike", "armed", "a5", mention.Date{Range: date.Range{Pattern: "XXXX-03-15", Precision: date.DayOf, Basis: date.Relative},
		Text: "March 15"}, "The airstrikes that began on March 15 go on.")
	ongoing.Ongoing, ongoing.Places, ongoing.Country, ongoing.ISO3 = true, []mention.Place{yemen}, "Yemen", "YEM"
	ongoing.Actors, ongoing.Targets = names("United States"), names("Houthis")
	since := plainEvent("e8siege", "siege", "control", "a4", between(day(2021, 8, 15), day(2021, 8, 15), date.DayOf, date.Explicit), "The roads to the airport have been closed since 15 August 2021.")
	since.OngoingAsOf, since.Date.Text = day(2021, 8, 27), "15 August 2021"
	return []timeline.Event{soleimani(), kabul(), pair, missiles, month, year, open, ongoing, since, claimed(), planned(), talks(), injected(), arabic(), brazil(), undated()}
}

func claimed() timeline.Event {
	e := plainEvent("e9ship", "drone_strike", "armed", "a6", between(day(2021, 7, 29), 0, date.Unknown, date.Bounded), "The group said that it had hit a tanker in the Red Sea after 29 July.")
	e.Modality, e.Outcome, e.Places = mention.Claimed, mention.Attempted, []mention.Place{redSea}
	e.Within, e.Attribution = []string{"Red Sea", "Middle East"}, []mention.Attribution{{Who: "The group"}}
	return e
}

func planned() timeline.Event {
	e := plainEvent("ea-withdrawal", "withdrawal", "posture", "a3", between(day(2021, 8, 31), day(2021, 8, 31), date.DayOf, date.Relative), "The last troops are to leave by Tuesday.")
	e.Modality, e.Outcome, e.Actors = mention.Planned, "", names("United States")
	e.Date.Text, e.Date.Anchor = "by Tuesday", "2021-08-26"
	return e
}

func talks() timeline.Event {
	e := plainEvent("eb-talks", "talks", "diplomacy", "a3", between(day(2021, 8, 20), day(2021, 8, 22), date.Weekend, date.Relative), "Envoys of both sides met in Doha at the weekend.")
	e.Actors = []mention.Name{{Text: "US", Name: "United States", ID: "usa", Sector: "GOV", Side: mention.SideA}, {Text: "Taliban", Name: "Taliban", ID: "taliban", Sector: "REB", Side: mention.SideB}}
	e.LastDay = day(2021, 8, 22)
	return e
}

// injected is an event whose every text is somebody's try to break out.
func injected() timeline.Event {
	e := plainEvent("ec-injected", "cyberattack", "armed", "a6", between(day(2021, 9, 1), day(2021, 9, 1), date.DayOf, date.Explicit),
		"=HYPERLINK(\"http://evil.example\",\"click\") \x1b[31mred\x00 <img src=x onerror=alert(1)> | `code` **bold** \u202Ereversed")
	e.Date.Text = "-1+1"
	e.Actors = names("+SUM(A1)", "@handle", "－１", "<script>alert(1)</script>")
	e.Targets = names("\"quoted\", with comma", "line\nbreak")
	return e
}

func arabic() timeline.Event {
	e := plainEvent("ed-arabic", "bombing", "armed", "a7", between(day(2021, 9, 2), day(2021, 9, 2), date.DayOf, date.Explicit), "انفجرت سيارة مفخخة في عدن وقتل ثلاثة.")
	e.Actors, e.Country, e.ISO3 = names("مسلحون"), "Yemen", "YEM"
	e.Killed = &mention.Count{Low: 3, High: 3}
	e.Mentions[0].Killed = e.Killed
	e.Tolls = []mention.Toll{{Effect: "killed", Count: *e.Killed, Scope: "event", Article: "a7"}}
	return e
}

func brazil() timeline.Event {
	e := plainEvent("ee-brazil", "arrest", "control", "a7", between(day(2021, 9, 2), day(2021, 9, 2), date.DayOf, date.Explicit), "Polícia prendeu João em São Paulo — 東京の記者が伝えた.")
	e.Places, e.Country, e.ISO3, e.Within = []mention.Place{saopaulo}, "Brazil", "BRA", []string{"Brazil", "Latin America", "South America", "São Paulo"}
	e.Outcome = mention.Foiled
	return e
}

func undated() timeline.Event {
	return plainEvent("ef-undated", "labour_strike", "unrest", "a5", mention.Date{}, "Dockers had walked out.")
}

func sample() Report {
	return Report{
		Title: "Timeline: Iraq, Afghanistan and Yemen", Query: "region Iraq or Afghanistan or Yemen; from 2014-01-01",
		Shown: timeline.Shown{Events: sampleEvents(), Sources: sampleSources(), LeftOut: 3, May: 17, Undated: 1, AsOf: day(2021, 9, 2)},
	}
}

// large is a report of n generated events.
func large(n int) Report {
	kinds := []string{"airstrike", "shelling", "clash", "protest", "arrest", "missile_attack", "drone_strike", "talks", "sanction"}
	families := []string{"armed", "armed", "armed", "unrest", "control", "armed", "armed", "diplomacy", "diplomacy"}
	countries := []string{"Syria", "Iraq", "Yemen", "Ukraine", "Sudan", "Myanmar", "Mali"}
	actors := []string{"Syrian Arab Army", "Islamic State", "Houthis", "Russian Armed Forces", "Rapid Support Forces", "Tatmadaw", "JNIM", "Israel", "Iran"}
	r := Report{Title: "Timeline: generated", Shown: timeline.Shown{Sources: map[string]timeline.Source{}}}
	for i := range n {
		d := day(2019, 1, 1) + date.Day(i*7919%1800)
		quote := fmt.Sprintf("Report %d tells that forces struck positions near the front, and that several people were hurt before aid arrived.", i)
		article := fmt.Sprintf("g%d", i/2)
		outlet := fmt.Sprintf("Outlet %d", i%23)
		r.Shown.Sources[article] = timeline.Source{Article: article, ID: article, Outlet: outlet, Title: fmt.Sprintf("News of the day, number %d", i), Published: d + 1,
			URL: fmt.Sprintf("https://news.example/%d", i)}
		e := timeline.Event{ID: fmt.Sprintf("e%09d", i), Kind: kinds[i%len(kinds)], Family: families[i%len(kinds)], Country: countries[i*i%7], Modality: mention.Actual,
			Date:   mention.Date{Range: date.Single(d, date.Relative), Text: "on Tuesday", Anchor: (d + 1).String()},
			Actors: names(actors[i%9]), Targets: names(actors[(i+1+i%5)%9]), Summary: quote, Salience: float64(i*31%700) / 100,
			Mentions: []mention.Mention{telling(article, d+1, outlet, quote)}}
		if i%11 == 0 {
			e.Date = between(d, d+date.Day(i%60), date.Unknown, date.Bounded)
		}
		if i%13 == 0 {
			e.Date = between(0, d, date.Unknown, date.Bounded)
		}
		if i%3 == 0 {
			e.Killed = &mention.Count{Low: i % 17, High: i%17 + i%4}
		}
		r.Shown.AsOf = max(r.Shown.AsOf, d+1)
		r.Shown.Events = append(r.Shown.Events, e)
	}
	return r
}
