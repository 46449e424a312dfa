package timeline

import (
	"reflect"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
)

var (
	us      = known("us", "United States")
	houthis = known("houthis", "Houthis")
	russia  = known("ru", "Russia")
)

// cases of one article ("a") and of several; want is as shape tells it.
var mergeCases = []struct {
	name string
	in   []mention.Mention
	want string
}{
	{"same kind, nothing against it", []mention.Mention{told("a", 0, on("2020-01-03"), in("Idlib", "Idlib")), told("a", 300)}, "a0 a300"},
	{"two days", []mention.Mention{told("a", 0, on("2020-01-03")), told("a", 300, on("2020-01-05"))}, "a0 | a300"},
	{"two towns", []mention.Mention{told("a", 0, in("Idlib", "Idlib")), told("a", 300, in("Homs", "Homs"))}, "a0 | a300"},
	{"two towns of one country, which is told too", []mention.Mention{told("a", 0, inSyria("Idlib")), told("a", 300, inSyria("Homs"))}, "a0 | a300"},
	{"a town only told around the event", []mention.Mention{told("a", 0, in("Idlib", "Idlib")), told("a", 300, around("Homs"))}, "a0 a300"},
	{"a town and its province", []mention.Mention{
		told("a", 0, in("Saraqib", "Idlib")),
		told("a", 300, func(m *mention.Mention) {
			m.Places = []mention.Place{{Name: "Idlib", ID: "adm", Admin1: "Idlib", Precision: mention.Admin1}}
		})}, "a0 a300"},
	{"two tolls in one article", []mention.Mention{told("a", 0, killed(9, 9)), told("a", 300, killed(3, 3))}, "a0 | a300"},
	{"two tolls, the later one hearsay", []mention.Mention{told("a", 0, killed(9, 9)), told("a", 300, killed(12, 12), func(m *mention.Mention) {
		m.Tolls = []mention.Toll{{Effect: "killed", Count: mention.Count{Low: 12, High: 12}, Who: "the White Helmets"}}
	})}, "a0 a300"},
	{"a plan and the deed", []mention.Mention{told("a", 0), told("a", 300, mod(mention.Planned))}, "a0 | a300"},
	{"claimed and actual", []mention.Mention{told("a", 0), told("a", 300, mod(mention.Claimed))}, "a0 a300"},
	{"denied", []mention.Mention{told("a", 0), told("a", 300, mod(mention.Negated))}, "a0 | a300"},
	{"the attack refers to the nearest", []mention.Mention{
		told("a", 0, kind("bombing"), in("Idlib", "Idlib")),
		told("a", 300, kind("shelling"), in("Homs", "Homs")),
		told("a", 500, kind("attack"), anaphoric)}, "a0 | a300 a500"},
	{"the attack refers past what it contradicts", []mention.Mention{
		told("a", 0, kind("bombing"), on("2020-01-03")),
		told("a", 300, kind("shelling"), on("2020-01-05")),
		told("a", 500, kind("attack"), anaphoric, on("2020-01-03"))}, "a0 a500 | a300"},
	{"the attack of the sentence before, with another place", []mention.Mention{
		told("a", 100, kind("bombing"), in("Idlib", "Idlib")), told("a", 200, kind("attack"), anaphoric, in("Homs", "Homs"))}, "a100 a200"},
	{"the attack of long before, with another place", []mention.Mention{
		told("a", 100, kind("bombing"), in("Idlib", "Idlib")), told("a", 400, kind("attack"), anaphoric, in("Homs", "Homs"))}, "a100 | a400"},
	{"two that tell much and share nothing", []mention.Mention{
		told("a", 0, in("Idlib", "Idlib"), by(name("soldiers")), target(name("a bridge"))),
		told("a", 300, by(name("gunmen")), target(name("two shops")), killed(3, 3))}, "a0 | a300"},
	{"a general word far off stays apart", []mention.Mention{told("a", 0, kind("bombing")), told("a", 900, kind("attack"))}, "a0 | a900"},
	{"a general word with the same target joins", []mention.Mention{
		told("a", 0, kind("drone_strike"), target(name("Qassem Soleimani"))),
		told("a", 900, kind("killing"), target(name("Soleimani")))}, "a0 a900"},
	{"an old story and news without a date", []mention.Mention{told("a", 0, on("2017-01-03")), told("a", 300)}, "a0 | a300"},
	{"two general words in one sentence", []mention.Mention{told("a", 0, kind("attack")), told("a", 50, kind("bombing"))}, "a0 | a50"},
	{"a general word in the next sentence", []mention.Mention{told("a", 50, kind("bombing")), told("a", 100, kind("attack"))}, "a50 a100"},
	{"a headline joins the lead", []mention.Mention{
		told("a", 0, headline),
		told("a", 100, in("Idlib", "Idlib")), told("a", 300, in("Homs", "Homs"))}, "a0 a100 | a300"},
	{"other people arrested", []mention.Mention{
		told("a", 0, kind("arrest"), target(name("Alaa Salem"))),
		told("a", 300, kind("arrest"), target(name("Omar Haddad")))}, "a0 | a300"},
	{"a state and its army", []mention.Mention{told("a", 0, by(russia)), told("a", 300, by(known("ru.military", "Russian Armed Forces")))}, "a0 a300"},
	{"a state and its president", []mention.Mention{
		told("a", 0, by(russia)), told("a", 300, by(mention.Name{Name: "Vladimir Putin", ID: "putin", Of: "ru"}))}, "a0 a300"},
	{"two states", []mention.Mention{told("a", 0, by(russia)), told("a", 300, by(us))}, "a0 | a300"},
	{"talks with somebody else", []mention.Mention{
		told("a", 0, kind("talks"), by(sided(us, "a"), sided(russia, "b"))),
		told("a", 300, kind("talks"), by(sided(us, "a"), sided(houthis, "b")))}, "a0 | a300"},
	{"an assumed day gives way to one that is told", []mention.Mention{
		told("a", 0, between("2020-01-22", "2020-01-23", date.Document)), told("a", 100, on("2020-01-20"))}, "a0 a100"},
	{"after a day of an unknown year", []mention.Mention{told("a", 0, pattern("XXXX-03-15")), told("a", 300, pattern("[XXXX-03-15..]"))}, "a0 a300"},
	{"generic mentions are no events", []mention.Mention{told("a", 0), told("a", 100, kind("shelling"), func(m *mention.Mention) { m.Generic = true })}, "a0"},

	{"same day and town in two articles", []mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib")), told("b", 0, on("2020-01-03"), in("Idlib", "Idlib"))}, "a0 b0"},
	{"same day and country only", []mention.Mention{told("a", 0, on("2020-01-03")), told("b", 0, on("2020-01-03"))}, "a0 | b0"},
	{"same day, actor and target", []mention.Mention{
		told("a", 0, on("2020-01-03"), by(us), target(houthis)), told("b", 0, on("2020-01-03"), by(us), target(houthis))}, "a0 b0"},
	{"next day", []mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib")), told("b", 0, on("2020-01-04"), in("Idlib", "Idlib"))}, "a0 | b0"},
	{"same day and actor only", []mention.Mention{told("a", 0, on("2020-01-03"), by(us)), told("b", 0, on("2020-01-03"), by(us))}, "a0 | b0"},
	{"days assumed from two publication days", []mention.Mention{
		told("a", 0, between("2020-01-22", "2020-01-23", date.Document), in("Idlib", "Idlib")),
		told("b", 0, between("2020-01-23", "2020-01-24", date.Document), in("Idlib", "Idlib"), published("2020-01-24"))}, "a0 | b0"},
	{"days assumed from one publication day", []mention.Mention{
		told("a", 0, between("2020-01-22", "2020-01-23", date.Document), in("Idlib", "Idlib")),
		told("b", 0, between("2020-01-22", "2020-01-23", date.Document), in("Idlib", "Idlib"))}, "a0 b0"},
	{"no country and no names", []mention.Mention{
		told("a", 0, country(""), on("2020-01-03"), in("Idlib", "")), told("b", 0, country(""), on("2020-01-03"), in("Idlib", ""))}, "a0 | b0"},
	{"another country", []mention.Mention{
		told("a", 0, on("2020-01-03"), by(us), target(houthis)), told("b", 0, country("Iraq"), on("2020-01-03"), by(us), target(houthis))}, "a0 | b0"},
	{"tolls out of proportion", []mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib"), killed(2, 2)), told("b", 0, on("2020-01-03"), in("Idlib", "Idlib"), killed(60, 60))}, "a0 | b0"},
	{"no chain through a vague one", []mention.Mention{ // a and b agree with c, not with each other
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib"), by(us), target(houthis)),
		told("b", 0, on("2020-01-03"), in("Homs", "Homs"), by(us), target(houthis)),
		told("c", 0, on("2020-01-03"), by(us), target(houthis))}, "a0 c0 | b0"},
	{"a loose one joins the only one", []mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib"), by(russia)), told("b", 0, between("", "2020-01-20", date.Bounded), in("Idlib", "Idlib"), by(russia))}, "a0 b0"},
	{"a loose one soon after", []mention.Mention{
		told("a", 0, on("2020-01-16"), by(us), target(houthis)), told("b", 0, between("", "2020-01-23", date.Bounded), by(us), target(houthis))}, "a0 b0"},
	{"a loose one weeks after", []mention.Mention{
		told("a", 0, on("2020-01-03"), by(us), target(houthis)), told("b", 0, between("", "2020-01-23", date.Bounded), by(us), target(houthis))}, "a0 | b0"},
	{"a loose one months after", []mention.Mention{
		told("a", 0, on("2019-09-03"), by(russia), in("Idlib", "Idlib")), told("b", 0, between("", "2020-01-23", date.Bounded), by(russia), in("Idlib", "Idlib"))}, "a0 | b0"},
	{"two loose ones of one week", []mention.Mention{
		told("a", 0, between("", "2020-01-23", date.Bounded), by(us), target(houthis)), told("b", 0, between("", "2020-01-22", date.Bounded), by(us), target(houthis))}, "a0 b0"},
	{"a loose one joins neither of two", []mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib"), by(russia)), told("c", 0, on("2020-01-09"), in("Idlib", "Idlib"), by(russia)),
		told("b", 0, between("", "2020-01-20", date.Bounded), in("Idlib", "Idlib"), by(russia))}, "a0 | b0 | c0"},
	{"a day of an unknown year", []mention.Mention{
		told("a", 0, on("2025-03-15"), by(us), target(houthis)),
		told("b", 0, pattern("XXXX-03-15"), by(us), target(houthis), in("Sanaa", "")),
		told("c", 0, pattern("XXXX-03-16"), by(us), target(houthis))}, "a0 | b0 | c0"},
	{"an election told by its candidates", []mention.Mention{
		told("a", 0, kind("election"), on("2020-01-05"), by(known("x", "Candidate X"))),
		told("b", 0, kind("election"), on("2020-01-05"), by(known("y", "Candidate Y")))}, "a0 b0"},
	{"a coup told by its year", []mention.Mention{
		told("a", 0, kind("coup"), on("2020-01-05")),
		told("b", 0, kind("coup"), between("2020-01-01", "2020-12-31", date.Explicit), by(known("y", "General Y")), published("2021-01-01"))}, "a0 | b0"},
	{"a coup told by its year and its general", []mention.Mention{
		told("a", 0, kind("coup"), on("2020-01-05"), by(known("y", "General Y"))),
		told("b", 0, kind("coup"), between("2020-01-01", "2020-12-31", date.Explicit), by(known("y", "General Y")), published("2021-01-01"))}, "a0 b0"},
	{"a death told years later", []mention.Mention{
		told("a", 0, kind("death"), on("2010-01-05"), target(name("Anna Berg"))),
		told("b", 0, kind("death"), between("", "2020-01-23", date.Bounded), target(name("Anna Berg")))}, "a0 b0"},
	{"a vote without a place", []mention.Mention{
		told("a", 0, kind("vote"), on("2020-01-05"), country(""), by(known("iq-parl", "Council of Representatives"))),
		told("b", 0, kind("vote"), on("2020-01-05"), country(""), by(known("iq-parl", "Council of Representatives")))}, "a0 b0"},
}

func inSyria(town string) func(*mention.Mention) {
	return func(m *mention.Mention) {
		in(town, town)(m)
		m.Country = "Syria"
		m.Places = append(m.Places, mention.Place{Name: "Syria", ID: "iso:SYR", Country: "Syria", Precision: mention.Country})
	}
}

func around(town string) func(*mention.Mention) {
	return func(m *mention.Mention) {
		in(town, town)(m)
		m.Places[0].Loose = true
	}
}

func sided(n mention.Name, s mention.Side) mention.Name {
	n.Side = s
	return n
}

func TestMerge(t *testing.T) {
	for _, c := range mergeCases {
		t.Run(c.name, func(t *testing.T) {
			if got := shape(Merge(c.in)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// everyCase is the mentions of all cases, their articles kept apart.
func everyCase() []mention.Mention {
	var all []mention.Mention
	for i, c := range mergeCases {
		for _, m := range c.in {
			m.Article = string(rune('A'+i)) + m.Article
			all = append(all, m)
		}
	}
	return all
}

func TestMergeIsAFunctionOfTheSet(t *testing.T) {
	all := everyCase()
	want := Merge(all)
	for seed := range uint64(20) {
		if got := Merge(shuffled(all, seed)); !reflect.DeepEqual(got, want) {
			t.Fatalf("order of the mentions matters: seed %d gives %s, not %s", seed, shape(got), shape(want))
		}
	}
	if got := Merge(append(shuffled(all, 1), all[:5]...)); !reflect.DeepEqual(got, want) {
		t.Error("mentions given twice change the events")
	}
}

// The blocks of a store, joined one by one, must give what Merge gives.
func TestBlocksJoinByThemselves(t *testing.T) {
	all := everyCase()
	blocks := map[string][]Telling{}
	for _, x := range Tellings(all) {
		blocks[x.Block()] = append(blocks[x.Block()], x)
	}
	got := map[string]Event{}
	for _, b := range blocks {
		for _, e := range Join(b) {
			got[e.ID] = e
		}
	}
	want := Merge(all)
	if len(got) != len(want) {
		t.Fatalf("%d events by blocks, %d at once", len(got), len(want))
	}
	for _, e := range want {
		if !reflect.DeepEqual(got[e.ID], e) {
			t.Errorf("event %s differs: %+v by block, %+v at once", e.ID, got[e.ID], e)
		}
	}
}

func TestTollsBecomeARange(t *testing.T) {
	e := only(t, Merge([]mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib"), killed(9, 9), figure(9)),
		told("b", 0, on("2020-01-03"), in("Idlib", "Idlib"), killed(12, 14), figure(12)),
	}))
	if e.Killed == nil || *e.Killed != (mention.Count{Low: 9, High: 14}) {
		t.Errorf("killed %v, want 9-14", e.Killed)
	}
	if len(e.Tolls) != 2 || e.Tolls[0].Article != "a" || e.Tolls[1].Article != "b" {
		t.Errorf("each article's own figure must be kept: %+v", e.Tolls)
	}
}

func figure(n int) option {
	return func(m *mention.Mention) {
		m.Tolls = append(m.Tolls, mention.Toll{Effect: "killed", Count: mention.Count{Low: n, High: n}, Scope: "event"})
	}
}

func TestDatesAreTakenFromTheMostCertain(t *testing.T) {
	cases := []struct {
		name  string
		dates []option
		edtf  string
		basis date.Basis
	}{
		{"a day within a month", []option{between("2020-01-01", "2020-01-31", date.Explicit), dated(date.Single(day("2020-01-03"), date.Relative))}, "2020-01-03", date.Relative},
		{"bounds close each other", []option{between("2020-01-03", "", date.Bounded), between("", "2020-01-23", date.Bounded)}, "[2020-01-03..2020-01-23]", date.Bounded},
		{"an assumption narrows nothing that is told", []option{between("2020-01-20", "2020-01-23", date.Relative), between("2020-01-22", "2020-01-23", date.Document)}, "[2020-01-20..2020-01-23]", date.Relative},
		{"publication bounds nothing that is told", []option{between("2020-01-01", "2020-01-31", date.Explicit), between("", "2020-01-23", date.Bounded)}, "2020-01", date.Explicit},
		{"a year closes a day of an unknown one", []option{pattern("XXXX-03-15"), between("2025-01-01", "2025-12-31", date.Explicit)}, "2025-03-15", date.Explicit},
		{"nothing known", []option{dated(date.Range{}), dated(date.Range{})}, "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, order := range [][2]int{{0, 1}, {1, 0}} {
				e := only(t, Merge([]mention.Mention{told("a", 0, c.dates[order[0]]), told("a", 100, c.dates[order[1]])}))
				if got := e.Date.EDTF(); got != c.edtf || e.Date.Basis != c.basis {
					t.Errorf("got %s %s, want %s %s", got, e.Date.Basis, c.edtf, c.basis)
				}
			}
		})
	}
}

func TestDatesAreFilledInFromOtherArticles(t *testing.T) {
	e := only(t, Merge([]mention.Mention{
		told("a", 0, on("2020-01-03"), in("Idlib", "Idlib"), by(russia)),
		told("b", 0, between("", "2020-01-20", date.Bounded), in("Idlib", "Idlib"), by(russia)),
	}))
	got := e.Mentions[1].Date
	if got.EDTF() != "2020-01-03" || got.Basis != date.Corpus {
		t.Errorf("date of the second article is %s (%s)", got.EDTF(), got.Basis)
	}
	var passes []string
	for _, l := range e.Links {
		passes = append(passes, l.Pass)
	}
	if want := []string{"loose", "corpus"}; !reflect.DeepEqual(passes, want) {
		t.Errorf("links %v, want %v", passes, want)
	}
}

func TestNamesAndPlacesOfAnEvent(t *testing.T) {
	e := only(t, Merge([]mention.Mention{
		told("a", 0, on("2020-01-03"), target(name("Soleimani"), name("a commander")), in("Baghdad", "Baghdad")),
		told("a", 100, target(known("soleimani", "Qassem Soleimani")), func(m *mention.Mention) {
			m.Places = []mention.Place{{Name: "Baghdad Airport", ID: "airport", Precision: mention.Exact, Within: []string{"Baghdad", "Iraq"}}}
		}),
	}))
	if len(e.Targets) != 2 || e.Targets[0].Name != "Qassem Soleimani" || e.Targets[1].Name != "a commander" {
		t.Errorf("targets %+v", e.Targets)
	}
	if len(e.Places) != 2 || e.Places[0].Name != "Baghdad Airport" {
		t.Errorf("places %+v", e.Places)
	}
}

// A place that is only told around the event is told where no other is.
func TestPlacesToldAround(t *testing.T) {
	e := only(t, Merge([]mention.Mention{told("a", 0, around("Homs")), told("a", 100, in("Idlib", "Idlib"))}))
	if len(e.Places) != 1 || e.Places[0].Name != "Idlib" {
		t.Errorf("places %+v", e.Places)
	}
	if e := only(t, Merge([]mention.Mention{told("a", 0, around("Homs"))})); len(e.Places) != 1 {
		t.Errorf("places %+v", e.Places)
	}
}

// A description of those who are named beside it is not told.
func TestDescriptionsOfTheNamed(t *testing.T) {
	group := func(s, sector string) mention.Name { return mention.Name{Text: s, Name: s, Sector: sector} }
	front := mention.Name{Text: "the Front", Name: "Desert Front", ID: "desert-front", Sector: "REB"}
	for _, c := range []struct {
		names []mention.Name
		want  string
	}{
		{[]mention.Name{group("rebels", "REB"), front}, "Desert Front"},
		{[]mention.Name{group("rebels", "REB"), group("rebel fighters", "REB")}, "rebel fighters"},
		{[]mention.Name{group("gunmen", "UAF"), front}, "Desert Front, gunmen"},
		{[]mention.Name{group("soldiers", "MIL"), group("sailors", "MIL")}, "soldiers, sailors"},
	} {
		var got []string
		for _, n := range mergeNames([][]mention.Name{c.names}) {
			got = append(got, n.Name)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%v are told as %v, want %s", c.names, got, c.want)
		}
	}
}

func TestKindIsTheSpecialOne(t *testing.T) {
	e := only(t, Merge([]mention.Mention{
		told("a", 0, kind("attack"), in("Idlib", "Idlib")), told("a", 100, kind("suicide_bombing"), in("Idlib", "Idlib")),
		told("a", 300, kind("attack"), in("Idlib", "Idlib")),
	}))
	if e.Kind != "suicide_bombing" || e.Family != "armed" {
		t.Errorf("kind %s, family %s", e.Kind, e.Family)
	}
}

func TestOngoingAndEnded(t *testing.T) {
	goesOn := func(s string) option {
		return func(m *mention.Mention) { m.Ongoing, m.OngoingAsOf, m.Published = true, day(s), day(s) }
	}
	ends := func(s string) option { return func(m *mention.Mention) { m.LastDay = day(s) } }
	cases := []struct {
		in   []mention.Mention
		edtf string
	}{
		{[]mention.Mention{told("a", 0, on("2025-03-15"), goesOn("2025-04-02"))}, "2025-03-15/.."},
		{[]mention.Mention{told("a", 0, on("2025-03-15"), goesOn("2025-03-18")), told("a", 100, ends("2025-03-20"))}, "2025-03-15/2025-03-20"},
		{[]mention.Mention{told("a", 0, on("2025-03-15"), ends("2025-03-20")), told("a", 100, goesOn("2025-04-02"))}, "2025-03-15/.."},
	}
	for _, c := range cases {
		e := only(t, Merge(c.in))
		if got := e.EDTF(); got != c.edtf || e.Ongoing == e.LastDay.Known() {
			t.Errorf("got %s (ongoing %v), want %s", got, e.Ongoing, c.edtf)
		}
	}
}

func TestOutcomeIsTheLikeliest(t *testing.T) {
	foiled := func(m *mention.Mention) { m.Outcome = mention.Foiled }
	cases := []struct {
		in   []mention.Mention
		want mention.Outcome
	}{
		{[]mention.Mention{told("a", 0), told("a", 100, foiled), told("a", 200)}, mention.Completed},
		{[]mention.Mention{told("a", 0), told("a", 100, foiled)}, mention.Foiled},
	}
	for _, c := range cases {
		if e := only(t, Merge(c.in)); e.Outcome != c.want {
			t.Errorf("outcome %s, want %s", e.Outcome, c.want)
		}
	}
}

func TestCentral(t *testing.T) {
	cases := []struct {
		name string
		in   []mention.Mention
		want bool
	}{
		{"lead", []mention.Mention{told("a", 0, on("2020-01-22"))}, true},
		{"old story in the lead", []mention.Mention{told("a", 0, on("2019-01-22"))}, false},
		{"headline", []mention.Mention{told("a", 0, headline, on("2019-01-22")), told("a", 900)}, true},
		{"further down", []mention.Mention{told("a", 200)}, false},
		{"early and again", []mention.Mention{told("a", 200), told("a", 800)}, true},
	}
	for _, c := range cases {
		if e := only(t, Merge(c.in)); e.Central != c.want {
			t.Errorf("%s: central is %v", c.name, e.Central)
		}
	}
}

func TestEventID(t *testing.T) {
	a, b := told("a", 0, on("2020-01-03"), in("Idlib", "Idlib")), told("b", 0, on("2020-01-03"), in("Idlib", "Idlib"))
	e := only(t, Merge([]mention.Mention{b, a}))
	if e.ID != EventID(a.Key()) {
		t.Errorf("the id comes from the least mention: %s, want %s", e.ID, EventID(a.Key()))
	}
	if len(e.ID) != 11 || e.ID[0] != 'e' {
		t.Errorf("id %q", e.ID)
	}
	late := told("0", 0, published("2020-02-01"), on("2020-01-03"), in("Idlib", "Idlib"))
	if again := only(t, Merge([]mention.Mention{a, b, late})); again.ID != e.ID {
		t.Error("a later article changes the id")
	}
}

func TestProminence(t *testing.T) {
	got := ByProminence(Merge([]mention.Mention{
		told("a", 900, kind("shelling"), on("2019-01-03"), killed(100, 100)),
		told("a", 0, kind("arrest"), killed(9, 9)),
		told("a", 50, on("2020-01-22"), killed(2, 2)),
	}))
	if shape(got) != "a50 | a0 | a900" || !got[1].Central || got[2].Central {
		t.Errorf("the lead comes first, with what it dates: %s", shape(got))
	}
}

func TestSalience(t *testing.T) {
	base := only(t, Merge([]mention.Mention{told("a", 0, on("2020-01-22"))})).Salience
	cases := []struct {
		name string
		in   []mention.Mention
	}{
		{"told twice", []mention.Mention{told("a", 0, on("2020-01-22")), told("a", 100)}},
		{"in the headline", []mention.Mention{told("a", 0, on("2020-01-22")), told("a", 100, headline)}},
		{"deadly", []mention.Mention{told("a", 0, on("2020-01-22"), killed(9, 9))}},
		{"remembered", []mention.Mention{told("a", 0, on("2020-01-02"))}},
	}
	for _, c := range cases {
		if s := only(t, Merge(c.in)).Salience; s <= base {
			t.Errorf("%s: salience %v, want more than %v", c.name, s, base)
		}
	}
	if late := only(t, Merge([]mention.Mention{told("a", 900, on("2020-01-22"))})).Salience; late >= base {
		t.Errorf("told late: salience %v, want less than %v", late, base)
	}
}

func TestSummary(t *testing.T) {
	e := only(t, Merge([]mention.Mention{
		told("a", 0, headline),
		told("a", 100, on("2020-01-22"), by(russia), in("Idlib", "Idlib"), func(m *mention.Mention) {
			m.Quote = "Russian jets struck\na market in Idlib on Wednesday,  residents said."
		}),
		told("a", 300, anaphoric),
	}))
	if want := "Russian jets struck a market in Idlib on Wednesday, residents said."; e.Summary != want {
		t.Errorf("summary %q", e.Summary)
	}
}

// What happened just before an article came out is its news wherever it tells
// it; an old story is not, even in the lead.
func TestNewsIsCentral(t *testing.T) {
	at := func(sentence int) option { return func(m *mention.Mention) { m.SentenceIndex = sentence } }
	for _, c := range []struct {
		name string
		m    mention.Mention
		want bool
	}{
		{"in the lead", told("a", 0, at(0)), true},
		{"deep, undated", told("a", 0, at(12)), false},
		{"deep, of the day before", told("a", 0, at(12), on("2020-01-22")), true},
		{"deep, of last week", told("a", 0, at(12), on("2020-01-14")), false},
		{"in the lead, of last year", told("a", 0, at(0), on("2019-01-14")), false},
	} {
		c.m.Published = day("2020-01-23")
		if got := isCentral([]mention.Mention{c.m}); got != c.want {
			t.Errorf("%s: central %v", c.name, got)
		}
	}
}
