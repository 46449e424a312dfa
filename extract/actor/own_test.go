package actor

import (
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/lang/en"
	"dateline/extract/table"
	"dateline/extract/token"
)

// withOwn is a roster with a table of a user's.
func withOwn(t *testing.T, text string) (*roster, error) {
	t.Helper()
	return load(world, en.Files, []table.File{{Name: "own.tsv", Text: text}})
}

func TestOwnRowsWin(t *testing.T) {
	r, err := withOwn(t, "hezbollah\tParty of God of ours\tPTY\tLebanon\nour-army\tOur Army\tREB\t\tHezbollah\n")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := token.Parse("Hezbollah attacked the base.", nil)
	if err != nil {
		t.Fatal(err)
	}
	f := newFinder(r, doc, date.Day(0))
	f.readNames()
	f.resolveNames()
	f.emitNames()
	if len(f.found) != 1 || f.found[0].ID != "our-army" {
		t.Errorf("found %+v, want our-army", f.found)
	}
	if a := r.actors[r.byID["hezbollah"]]; a.Name != "Party of God of ours" {
		t.Errorf("the row of the program was not replaced: %+v", a)
	}
}

func TestBadOwnRows(t *testing.T) {
	for row, want := range map[string]string{
		"x\tX":                            "2 columns",
		"x\tX Front\tARMY":                `unknown sector "ARMY"`,
		"x\tX Front\tREB\tNowhere":        "no state's name",
		"x\tIran\tREB":                    "already a name of iran",
		"iran\tX Front\tREB":              `id "iran" is taken`,
		"x\tX Front\tREB\t\t\t\tpeople":   "seventh column",
		"x\tX Front\tREB\t\t\torgan:y:..": `member of "y"`,
	} {
		_, err := withOwn(t, "# a table\n"+row+"\n")
		if err == nil || !strings.HasPrefix(err.Error(), "own.tsv:2: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", row, err, want)
		}
	}
}
