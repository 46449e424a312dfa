package timeline

import "testing"

func TestFold(t *testing.T) {
	cases := []struct{ in, want string }{
		{"Ain al-Asad", "ain asad"},
		{"Ain Asad", "ain asad"},
		{"Sana’a", "sanaa"},
		{"Deir ez-Zor", "deir ez zor"},
		{"as-Suwayda", "suwayda"},
		{"as Sweida", "as sweida"},
		{"Łódź", "lodz"},
		{"Côte d'Ivoire", "cote divoire"},
		{"The Hague", "hague"},
		{"El Al", "al"},
		{"", ""},
		{" -- ", ""},
	}
	for _, c := range cases {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Ain al-Asad")
	f.Add("as-Suwayda ʿAmrān")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Errorf("%q folds to %q and again to %q", s, once, Fold(once))
		}
	})
}
