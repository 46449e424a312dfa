package actor

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/table"
	"dateline/extract/token"
)

// TestExamples runs the sentences of testdata/examples.tsv.
func TestExamples(t *testing.T) {
	rows, err := table.Read(os.DirFS("testdata"), "examples.tsv", 1, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		published, _ := date.ParseDay(r.Cells[0])
		found := findIn(t, r.Cells[1], published)
		for _, want := range table.List(r.Cells[2]) {
			if !meets(want, found) {
				t.Error(r.Errorf("want %s, found %s", want, describe(found)))
			}
		}
	}
}

func findIn(t testing.TB, text string, published date.Day) []Found {
	t.Helper()
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Find(doc, published)
}

func meets(want string, found []Found) bool {
	if id, ok := strings.CutPrefix(want, "!"); ok {
		for _, f := range found {
			if f.ID == id {
				return false
			}
		}
		return true
	}
	text, id, _ := strings.Cut(want, "=")
	for _, f := range found {
		if f.Text != text {
			continue
		}
		if sector, ok := strings.CutPrefix(id, "-"); ok && f.ID == "" && f.Sector == sector || f.ID == id {
			return true
		}
	}
	return false
}

func describe(found []Found) string {
	var parts []string
	for _, f := range found {
		parts = append(parts, f.Text+"="+f.ID+"-"+f.Sector+"("+f.Rule+")")
	}
	return strings.Join(parts, "; ")
}

func TestGroupNoun(t *testing.T) {
	for noun, want := range map[string]string{"protester": "OPP", "protesters": "OPP", "gunmen": "UAF", "police": "COP",
		"lawmakers": "LEG", "residents": "CIV", "soldier": "MIL", "militants": "REB"} {
		if got, ok := GroupNoun(noun); !ok || got != want {
			t.Errorf("GroupNoun(%q) = %q, %v; want %q", noun, got, ok, want)
		}
	}
	if _, ok := GroupNoun("window"); ok {
		t.Error("a window is no group")
	}
}

func TestIsPerson(t *testing.T) {
	found := findIn(t, "Karim Daud, 34, met Ban Ki-moon and the Free Harbour Movement in Iraq.", 0)
	want := map[string]bool{"Karim Daud": true, "Ban Ki-moon": true, "Free Harbour Movement": false, "Iraq": false}
	for _, f := range found {
		if person, ok := want[f.Text]; ok && IsPerson(f.Name) != person {
			t.Errorf("IsPerson(%q) = %v", f.Text, !person)
		}
		delete(want, f.Text)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestIsWoman(t *testing.T) {
	for name, want := range map[string]bool{"Benazir Bhutto": true, "Zahra Karimi": true, "Nawaz Sharif": false, "Farabundo": false} {
		if got := IsWoman(mention.Name{Name: name}); got != want {
			t.Errorf("IsWoman(%q) = %v", name, got)
		}
	}
}

func TestOrganOf(t *testing.T) {
	on := date.Of(2011, 3, 1)
	for _, c := range []struct{ person, noun, want string }{
		{"muammar-gaddafi", "forces", "libya.military"},
		{"muammar-gaddafi", "government", "libya"},
		{"muammar-gaddafi", "camel", ""},
		{"ban-ki-moon", "army", ""},
		{"nobody", "army", ""},
	} {
		if n, ok := OrganOf(c.person, c.noun, on); n.ID != c.want || ok != (c.want != "") {
			t.Errorf("%s's %s: %q", c.person, c.noun, n.ID)
		}
	}
}

// FuzzFind checks that findings lie in the text, in order, and do not overlap.
func FuzzFind(f *testing.F) {
	f.Add("Iraqi forces and the Israel-Hamas war: President Bush's troops, al-Qa'ida (AQ) and IS.", 730000)
	f.Add("THE US ARMY'S COL. JOHN DOE, 40, SAID.", 0)
	f.Add("al Al AL-al 's ' - – Iran's’s \xff İstanbul Türkiye'nin — “UN”", 1)
	f.Fuzz(func(t *testing.T, text string, day int) {
		if len(text) > 4000 || !utf8.ValidString(text) { // articles are read into UTF-8
			return
		}
		doc, err := token.Parse(text, nil)
		if err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, x := range Find(doc, date.Day(day)) {
			if x.Span.Start < end || x.Span.End <= x.Span.Start || x.Span.End > len(text) {
				t.Fatalf("%q: span %v of %q after %d", text, x.Span, x.Text, end)
			}
			if x.First < 0 || x.Last <= x.First || x.Last > len(doc.Tokens) || x.Text != doc.Slice(x.Span) || x.Name.Name == "" {
				t.Fatalf("%q: bad finding %+v", text, x)
			}
			if a, ok := Get(x.ID); x.ID != "" && (!ok || a.Name != x.Name.Name) {
				t.Fatalf("%q: %q is named %q, the row %q", text, x.ID, x.Name.Name, a.Name)
			}
			end = x.Span.End
		}
	})
}
