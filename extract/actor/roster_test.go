package actor

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline/extract/date"
	"dateline/extract/lang/en"
)

func TestEmbeddedRoster(t *testing.T) {
	r, err := load(world, en.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for i := range r.actors {
		if r.rows[i].File != "" {
			read++
		}
	}
	if read < 2000 {
		t.Errorf("%d rows, want 2000", read)
	}
	for kind, want := range map[string]int{"GOV": 500, "REB": 300, "PTY": 80, "IGO": 90, "NGO": 40} {
		n := 0
		for _, a := range r.actors {
			if a.Sector == kind {
				n++
			}
		}
		if n < want {
			t.Errorf("%d actors of sector %s, want %d", n, kind, want)
		}
	}
}

// TestHoldersDoNotOverlap checks that no state has two presidents, monarchs or
// prime ministers at a time, which only a wrong date can cause. The last day of
// one may be the first of the next.
func TestHoldersDoNotOverlap(t *testing.T) {
	r := current()
	// Both claimed the presidency; there were two prime ministers.
	shared := map[string]bool{"ivory-coast\tpresident": true, "cambodia\tprime minister": true}
	for key, holders := range r.offices {
		_, title, _ := strings.Cut(key, "\t")
		if shared[key] || title == "vice president" || title == "commander" || title == "spokesman" || title == "leader" {
			continue
		}
		for i, a := range holders {
			for _, b := range holders[i+1:] {
				if a.term.Of == b.term.Of && overlap(a.term, b.term) {
					t.Errorf("%s: %s (%v..%v) and %s (%v..%v)", key, r.actors[a.person].ID, a.term.From, a.term.To, r.actors[b.person].ID, b.term.From, b.term.To)
				}
			}
		}
	}
}

func overlap(a, b Membership) bool {
	if !a.From.Known() || !b.From.Known() {
		return false
	}
	if a.From > b.From {
		a, b = b, a
	}
	return !a.To.Known() || a.To > b.From
}

// tables is a roster of a few good rows; each case adds a bad one.
func tables() fstest.MapFS {
	return fstest.MapFS{
		"data/states.tsv":        {Data: []byte("ruritania\tRuritania\t\tRuritanian\tRuritanians\tStrelsau\n")},
		"data/organs.tsv":        {Data: []byte("# comment\n")},
		"data/groups.tsv":        {Data: []byte("blues\tBlues\tREB\tRuritania\tBlue Guard\t\n")},
		"data/organisations.tsv": {Data: []byte("")},
		"data/people.tsv":        {Data: []byte("rudolf\tRudolf Rassendyll\tGOV\tRuritania\t\toffice:ruritania:1894..1894-11-03:king\n")},
		"data/disputed.tsv":      {Data: []byte("")},
	}
}

func TestBadRows(t *testing.T) {
	cases := []struct{ file, row, want string }{
		{"data/groups.tsv", "blues\tOther\tREB\t\t\t", "data/groups.tsv:2: id \"blues\" is taken"},
		{"data/groups.tsv", "reds\tReds\tFOO\t\t\t", "unknown sector \"FOO\""},
		{"data/groups.tsv", "reds\tReds\tREB\tGraustark\t\t", "country \"Graustark\" is no state's name"},
		{"data/groups.tsv", "reds\tReds\tREB\t\tBlue Guard\t", "\"Blue Guard\" is also claimed by blues"},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\torgan:nobody:..", "member of \"nobody\", which is no row"},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\torgan:reds:..", "belongs to itself"},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\torgan:blues:1990..1980", "ends before it begins"},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\torgan:blues:199x..", "not a date"},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\tfriend:blues:..", "unknown relation \"friend\""},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\torgan:blues", "is not RELATION:ID:FROM..TO"},
		{"data/groups.tsv", "reds\t\tREB\t\t\t", "id and name must be given"},
		{"data/groups.tsv", "reds\tReds\tREB\t\t\t\textra", "7 columns"},
		{"data/disputed.tsv", "Blue Guard\tnobody\t\t", "no row has the id \"nobody\""},
		{"data/disputed.tsv", "Green Guard\tblues\t\t", "which is no alias of the row"},
	}
	if _, err := load(tables(), en.Files, nil); err != nil {
		t.Fatalf("the good tables: %v", err)
	}
	for _, c := range cases {
		fsys := tables()
		data := append(append([]byte{}, fsys[c.file].Data...), c.row+"\n"...)
		fsys[c.file] = &fstest.MapFile{Data: data}
		if _, err := load(fsys, en.Files, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("row %q: error %v, want %q", c.row, err, c.want)
		}
	}
}

func TestParsePartial(t *testing.T) {
	for _, c := range []struct {
		text string
		last bool
		want string
	}{{"1998", false, "1998-01-01"}, {"1998", true, "1998-12-31"}, {"2004-02", true, "2004-02-29"}, {"2004-09", false, "2004-09-01"}, {"2020-01-03", true, "2020-01-03"}, {"", true, ""}} {
		got, err := parsePartial(c.text, c.last)
		if err != nil || got.String() != c.want {
			t.Errorf("parsePartial(%q, %v) = %v, %v; want %s", c.text, c.last, got, err, c.want)
		}
	}
}

func TestAffiliations(t *testing.T) {
	day := func(s string) date.Day {
		d, err := date.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		id   string
		on   date.Day
		want string
	}{
		{"qassem-soleimani", day("2020-01-03"), "quds-force irgc iran"},
		{"qassem-soleimani", day("2020-01-04"), ""},
		{"abdulmalik-al-houthi", day("2025-03-15"), "houthis"},
		{"houthis", 0, ""},
		{"hezbollah", 0, ""},
		{"iraq.police", 0, "iraq"},
		{"nobody", 0, ""},
	} {
		if got := strings.Join(Affiliations(c.id, c.on), " "); got != c.want {
			t.Errorf("Affiliations(%q, %v) = %q, want %q", c.id, c.on, got, c.want)
		}
	}
}

func TestCountryAndDigest(t *testing.T) {
	if got := Country("quds-force"); got != "Iran" {
		t.Errorf("Country(quds-force) = %q", got)
	}
	if len(Digest()) != 16 {
		t.Errorf("Digest() = %q", Digest())
	}
}
