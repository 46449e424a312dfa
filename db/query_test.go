package db

import (
	"database/sql"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

var roster = []timeline.Party{
	{ID: "ir", Name: "Iran", Sector: "GOV", Country: "Iran", Aliases: []string{"Tehran", "Islamic Republic"}},
	{ID: "irgc", Name: "Islamic Revolutionary Guard Corps", Sector: "MIL", Country: "Iran", Aliases: []string{"IRGC"},
		Member: []timeline.Membership{{Of: "ir", Relation: "organ"}}},
	{ID: "quds", Name: "Quds Force", Sector: "MIL", Country: "Iran", Member: []timeline.Membership{{Of: "irgc", Relation: "organ"}}},
	{ID: "soleimani", Name: "Qassem Soleimani", Sector: "MIL", Country: "Iran",
		Member: []timeline.Membership{{Of: "quds", Relation: "office", From: day("1998-03-21"), To: day("2020-01-03")}}},
	{ID: "houthis", Name: "Houthis", Sector: "REB", Country: "Yemen", Aliases: []string{"Ansar Allah"},
		Member: []timeline.Membership{{Of: "ir", Relation: "proxy"}}},
	{ID: "al-houthi", Name: "Abdulmalik al-Houthi", Sector: "REB", Country: "Yemen", Member: []timeline.Membership{{Of: "houthis", Relation: "office"}}},
	{ID: "us", Name: "United States", Sector: "GOV", Country: "United States", Aliases: []string{"US", "Washington"}},
}

var (
	us        = known("us", "United States")
	soleimani = known("soleimani", "Qassem Soleimani")
	houthis   = known("houthis", "Houthis")
)

// filled is a store with one event of each of these kinds.
func filled(t testing.TB) *DB {
	d := newDB(t)
	if err := d.PutParties(t.Context(), "r1", roster); err != nil {
		t.Fatal(err)
	}
	yearUnknown := dated(date.Range{Pattern: "XXXX-03-15", Basis: date.Explicit})
	put(t, d,
		stored("one",
			told(0, "A drone strike killed Qassem Soleimani near Baghdad.", kind("drone_strike"), country("Iraq"), at("Baghdad", "Baghdad"), by(us), target(soleimani), killed(10)),
			told(200, "Iran fired missiles at Ain al-Asad.", kind("missile_attack"), country("Iraq"), by(known("ir", "Iran"), known("irgc", "Islamic Revolutionary Guard Corps")), target(us), on("2020-01-08"), at("Ain al-Asad", "Al Anbar")),
			told(400, "Protesters marched in Homs.", kind("protest"), on("2020-01-23"), by(name("protesters"))),
			told(600, "Parliament voted.", kind("vote"), country("Iraq"), dated(by23())),
			told(800, "Talks are planned.", kind("talks"), mod(mention.Planned), on("2020-02-01")),
			told(900, "Iran threatened revenge.", kind("threat"), by(known("ir", "Iran")), on("2020-01-09")),
		),
		undatedArticle(stored("two",
			told(0, "US airstrikes hit the Houthis.", country("Yemen"), yearUnknown, by(us), target(houthis)),
			told(300, "Leaders fled.", kind("displacement"), country("Yemen"), dated(date.Range{}), by(known("al-houthi", "Abdulmalik al-Houthi"))),
		)),
		stored("three",
			told(0, "Soleimani visited Damascus.", kind("deployment"), on("2021-05-05"), by(soleimani)),
			told(200, "General Omar Haddad was arrested.", kind("arrest"), on("2014-06-10"), target(name("Omar Haddad"))),
		),
	)
	return d
}

func TestFilters(t *testing.T) {
	d := filled(t)
	const everything = "arrest drone_strike missile_attack protest deployment vote airstrike displacement"
	cases := []struct {
		name         string
		f            timeline.Filter
		want         string
		may, undated int
	}{
		{"default", timeline.Filter{}, everything, 0, 0},
		{"all", timeline.Filter{All: true}, "arrest drone_strike missile_attack threat protest talks deployment vote airstrike displacement", 0, 0},
		{"speech", timeline.Filter{Include: []string{"speech"}}, "arrest drone_strike missile_attack threat protest deployment vote airstrike displacement", 0, 0},
		{"planned", timeline.Filter{Include: []string{"planned"}}, "arrest drone_strike missile_attack protest talks deployment vote airstrike displacement", 0, 0},
		{"descending", timeline.Filter{Kinds: []string{"armed"}, Descending: true}, "missile_attack drone_strike airstrike", 0, 0},

		{"kind", timeline.Filter{Kinds: []string{"vote", "Drone strike"}}, "drone_strike vote", 0, 0},
		{"speech kind", timeline.Filter{Kinds: []string{"threat"}}, "threat", 0, 0},

		{"actor by surname alias", timeline.Filter{Actors: []string{"Soleimani"}}, "drone_strike deployment", 0, 0},
		{"actor with organs and office holders of the day", timeline.Filter{Actors: []string{"Iran"}}, "drone_strike missile_attack", 0, 0},
		{"alias", timeline.Filter{Actors: []string{"tehran"}}, "drone_strike missile_attack", 0, 0},
		{"roster id", timeline.Filter{Actors: []string{"irgc"}}, "drone_strike missile_attack", 0, 0},
		{"last word of an organisation", timeline.Filter{Actors: []string{"Corps"}}, "", 0, 0},
		{"singular, not its sponsor", timeline.Filter{Actors: []string{"Houthi"}}, "airstrike displacement", 0, 0},
		{"as actor", timeline.Filter{Actors: []string{"Iran"}, As: "actor"}, "missile_attack", 0, 0},
		{"as target", timeline.Filter{Actors: []string{"Iran"}, As: "target"}, "drone_strike", 0, 0},
		{"either of two", timeline.Filter{Actors: []string{"Soleimani", "Ansar Allah"}}, "drone_strike deployment airstrike displacement", 0, 0},
		{"with", timeline.Filter{Actors: []string{"US"}, With: []string{"Houthis"}}, "airstrike", 0, 0},
		{"in no list, by surname", timeline.Filter{Actors: []string{"haddad"}}, "arrest", 0, 0},
		{"in no list", timeline.Filter{Actors: []string{"Omar Haddad"}}, "arrest", 0, 0},
		{"nobody", timeline.Filter{Actors: []string{"Nobody"}}, "", 0, 0},
		{"no name", timeline.Filter{Actors: []string{""}}, "", 0, 0},

		{"country", timeline.Filter{Regions: []string{"yemen"}}, "airstrike displacement", 0, 0},
		{"province", timeline.Filter{Regions: []string{"Anbar"}}, "missile_attack", 0, 0},
		{"town without its article", timeline.Filter{Regions: []string{"Ain Asad"}}, "missile_attack", 0, 0},
		{"world region", timeline.Filter{Regions: []string{"middle-east"}}, everything, 0, 0},
		{"two regions", timeline.Filter{Regions: []string{"Baghdad", "Yemen"}}, "drone_strike airstrike displacement", 0, 0},

		{"period", timeline.Filter{From: day("2020-01-01"), To: day("2020-01-31")}, "drone_strike missile_attack protest", 1, 2},
		{"open period", timeline.Filter{From: day("2020-01-08")}, "missile_attack protest deployment", 1, 2},
		{"until", timeline.Filter{To: day("2020-01-07")}, "arrest drone_strike", 1, 2},
		{"maybe", timeline.Filter{From: day("2020-01-01"), To: day("2020-01-31"), Maybe: true}, "drone_strike missile_attack protest vote", 0, 2},
		{"undated", timeline.Filter{From: day("2020-01-01"), To: day("2020-01-31"), Undated: true}, "drone_strike missile_attack protest airstrike displacement", 1, 0},
		{"period and region", timeline.Filter{From: day("2020-01-01"), To: day("2020-01-31"), Regions: []string{"Yemen"}}, "", 0, 2},

		{"text", timeline.Filter{Text: []string{"missiles"}}, "missile_attack", 0, 0},
		{"all words", timeline.Filter{Text: []string{"soleimani baghdad"}}, "drone_strike", 0, 0},
		{"phrase", timeline.Filter{Text: []string{`"drone strike"`}}, "drone_strike", 0, 0},
		{"phrase in another order", timeline.Filter{Text: []string{`"strike drone"`}}, "", 0, 0},
		{"prefix", timeline.Filter{Text: []string{"protest*"}}, "protest", 0, 0},
		{"one of two", timeline.Filter{Text: []string{"missiles", "voted"}}, "missile_attack vote", 0, 0},
		{"no word", timeline.Filter{Text: []string{"-- !"}}, "", 0, 0},

		{"killed", timeline.Filter{MinKilled: 10}, "drone_strike", 0, 0},
		{"more killed", timeline.Filter{MinKilled: 11}, "", 0, 0},
		{"outlet", timeline.Filter{Outlets: []string{"outlet THREE"}}, "arrest deployment", 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := query(t, d, c.f)
			if kinds(got) != c.want || got.May != c.may || got.Undated != c.undated {
				t.Errorf("got %s (%d may, %d undated)\nwant %s (%d, %d)", kinds(got), got.May, got.Undated, c.want, c.may, c.undated)
			}
		})
	}
}

func TestOfficesCountOnlyWhileTheOrganBelongs(t *testing.T) {
	d := newDB(t)
	err := d.PutParties(t.Context(), "r", []timeline.Party{
		{ID: "state", Name: "State"},
		{ID: "militia", Name: "Militia", Member: []timeline.Membership{{Of: "state", Relation: "organ", From: day("2016-12-01"), To: day("2018-01-01")}}},
		{ID: "leader", Name: "Leader", Member: []timeline.Membership{{Of: "militia", Relation: "office", From: day("2014-06-01"), To: day("2020-01-01")}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	err = d.inReading(t.Context(), "test", func(tx *sql.Tx) error {
		got, err := closure(t.Context(), tx, []string{"state"})
		want := []member{{ID: "state"}, {"militia", "2016-12-01", "2018-01-01"}, {"leader", "2016-12-01", "2018-01-01"}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestLimit(t *testing.T) {
	got := query(t, filled(t), timeline.Filter{Limit: 3})
	if kinds(got) != "arrest drone_strike missile_attack" || got.LeftOut != 5 {
		t.Errorf("got %s, %d left out", kinds(got), got.LeftOut)
	}
}

func TestSuggestions(t *testing.T) {
	d := filled(t)
	actors, err := d.SuggestActors(t.Context(), "Solemani", 3)
	if err != nil || !slices.Contains(actors, "Qassem Soleimani") {
		t.Errorf("actors %v, %v", actors, err)
	}
	regions, err := d.SuggestRegions(t.Context(), "Yemmen", 3)
	if err != nil || !slices.Equal(regions, []string{"Yemen"}) {
		t.Errorf("regions %v, %v", regions, err)
	}
	if none, err := d.SuggestActors(t.Context(), "Xyzzyx", 3); err != nil || len(none) > 0 {
		t.Errorf("suggested %v, %v", none, err)
	}
}

func TestRosterIsRefreshedByDigest(t *testing.T) {
	d := filled(t)
	if err := d.PutParties(t.Context(), "r1", nil); err != nil {
		t.Fatal(err)
	}
	if got := kinds(query(t, d, timeline.Filter{Actors: []string{"Tehran"}})); got == "" {
		t.Error("the same digest must change nothing")
	}
	if err := d.PutParties(t.Context(), "r2", roster[6:]); err != nil {
		t.Fatal(err)
	}
	if got := kinds(query(t, d, timeline.Filter{Actors: []string{"Tehran"}})); got != "" {
		t.Errorf("the old roster still answers: %s", got)
	}
}

func TestWhyResolvesFormerIDs(t *testing.T) {
	d := newDB(t)
	late := stored("late", told(0, "Homs was hit.", at("Homs", "Homs")))
	put(t, d, late)
	former := query(t, d, timeline.Filter{}).Events[0].ID
	early := stored("early", told(50, "A strike hit Homs.", at("Homs", "Homs")))
	early.Article.Published = day("2020-01-04")
	early.Mentions[0].Published = day("2020-01-04")
	put(t, d, early)
	e, err := d.Why(t.Context(), former)
	if err != nil {
		t.Fatal(err)
	}
	if e.Event.ID == former || keysOf(e.Event) != "early@50 late@0" {
		t.Errorf("%s leads to %s of %s", former, e.Event.ID, keysOf(e.Event))
	}
	if len(e.Articles) != 2 || e.Articles["early"].Text == "" {
		t.Errorf("articles %v", e.Articles)
	}
	if len(e.Event.Links) != 1 || e.Event.Links[0].Reason == "" {
		t.Errorf("links %+v", e.Event.Links)
	}
	if _, err := d.Why(t.Context(), "ezzz"); err == nil || !strings.Contains(err.Error(), "ezzz") {
		t.Errorf("unknown id: %v", err)
	}
}

func TestArticles(t *testing.T) {
	d := filled(t)
	list, err := d.Articles(t.Context())
	if err != nil || len(list) != 3 || list[2].Key != "two" || list[0].Text != "" {
		t.Fatalf("articles %+v, %v", list, err)
	}
	a, err := d.SetArticle(t.Context(), "two.txt", day("2025-04-02"), "The Post")
	if err != nil || a.PublishedBasis != ByHand || a.Outlet != "The Post" || a.Text == "" {
		t.Fatalf("set: %+v, %v", a, err)
	}
	redone := stored("two", told(0, "US airstrikes hit the Houthis.", country("Yemen"), on("2025-03-15")))
	redone.Article = a
	if err := d.Replace(t.Context(), redone); err != nil {
		t.Fatal(err)
	}
	put(t, d)
	if got := query(t, d, timeline.Filter{Regions: []string{"Yemen"}}); kinds(got) != "airstrike" || got.Events[0].EDTF() != "2025-03-15" {
		t.Errorf("after re-extraction: %s", kinds(got))
	}
	if err := d.RemoveArticle(t.Context(), "two"); err != nil {
		t.Fatal(err)
	}
	if got := kinds(query(t, d, timeline.Filter{Regions: []string{"Yemen"}})); got != "" {
		t.Errorf("after removal: %s", got)
	}
	for what, err := range map[string]error{
		"remove": d.RemoveArticle(t.Context(), "two.txt"),
		"set":    second(d.SetArticle(t.Context(), "two.txt", 0, "x")),
	} {
		if err == nil || !strings.Contains(err.Error(), "two.txt") {
			t.Errorf("%s an article that is gone: %v", what, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestStoredArticlesByDigest(t *testing.T) {
	d := newDB(t)
	old := stored("old", told(0, "A strike."))
	old.Article.Digest = "d0"
	put(t, d, old, stored("new", told(0, "A strike.")))
	keys := func(digest string) (out []string) {
		for a, err := range d.StoredArticles(t.Context(), digest) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, a.Key)
			if err := d.Replace(t.Context(), Stored{Article: a}); err != nil { // writing in between
				t.Fatal(err)
			}
		}
		return out
	}
	if got := keys("d1"); !reflect.DeepEqual(got, []string{"old"}) {
		t.Errorf("older than d1: %v", got)
	}
	if got := keys(""); len(got) != 2 {
		t.Errorf("all: %v", got)
	}
}

func TestStats(t *testing.T) {
	s, err := filled(t).Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.Articles != 3 || s.Mentions != 10 || s.Events != 10 || s.Undated != 1 || s.First != day("2020-01-23") {
		t.Errorf("stats %+v", s)
	}
	if s.Bases[0] != (Number{"explicit", 8}) {
		t.Errorf("bases %v", s.Bases)
	}
}

func FuzzTextQuery(f *testing.F) {
	for _, s := range []string{`"`, `a"b`, `NEAR(a b)`, `a OR`, `-x`, `^a*`, `a:b`, "\x00", `(((`, `"a" *`, "ü*"} {
		f.Add(s)
	}
	d := filled(f)
	f.Fuzz(func(t *testing.T, q string) {
		query(t, d, timeline.Filter{Text: []string{q}})
	})
}
