package syntax

import (
	"slices"
	"strings"
	"testing"

	"dateline/extract/token"
)

func mustParse(t testing.TB, text string) (*Tree, *token.Doc) {
	t.Helper()
	if err := Check(); err != nil {
		t.Fatal(err)
	}
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Parse(doc, doc.Sentences[0]), doc
}

// find is the first token of a spelling, -1 for "-".
func find(t testing.TB, doc *token.Doc, word string) int {
	t.Helper()
	if word == "-" {
		return -1
	}
	i := slices.IndexFunc(doc.Tokens, func(tok token.Token) bool { return tok.Text == word })
	if i < 0 {
		t.Fatalf("no %q in the sentence", word)
	}
	return i
}

// Each row: a sentence, a verb of it, and the words at the head of its subject
// and its object, "-" for none.
func TestSubjectsAndObjects(t *testing.T) {
	for _, c := range []struct{ text, verb, subject, object string }{
		{"The army shelled the town on Monday.", "shelled", "army", "town"},
		{"THE ARMY SHELLED THE TOWN ON MONDAY.", "SHELLED", "ARMY", "TOWN"},
		{"Rebels took the bridge and burned the depot.", "burned", "Rebels", "depot"},
		{"Troops shelled and seized the town.", "shelled", "Troops", "town"},
		{"The militia began shelling the port.", "shelling", "militia", "port"},
		{"The group vowed to attack the capital.", "attack", "group", "capital"},
		{"The general ordered troops to storm the prison.", "storm", "troops", "prison"},
		{"The minister accused rebels of shelling a school.", "shelling", "rebels", "school"},
		{"Police arrested gunmen who attacked the convoy.", "attacked", "gunmen", "convoy"},
		{"The army shelled a town that rebels had seized.", "seized", "rebels", "town"},
		{"A bomb exploded near a mosque, killing nine people.", "killing", "bomb", "people"},
		{"They fled from a city where rebels fought.", "fought", "rebels", "-"},
		{"The mayor was killed by gunmen.", "killed", "mayor", "-"},
		{"Soldiers sent to the border were attacked.", "sent", "Soldiers", "-"},
	} {
		tree, doc := mustParse(t, c.text)
		v := find(t, doc, c.verb)
		if got, want := tree.SubjectOf(v), find(t, doc, c.subject); got != want {
			t.Errorf("%q: subject of %q is token %d, want %q", c.text, c.verb, got, c.subject)
		}
		if got, want := tree.ObjectOf(v), find(t, doc, c.object); got != want {
			t.Errorf("%q: object of %q is token %d, want %q", c.text, c.verb, got, c.object)
		}
	}
}

func TestPassives(t *testing.T) {
	for _, c := range []struct {
		text, verb string
		passive    bool
	}{
		{"The mayor was killed by gunmen.", "killed", true},
		{"Gunmen killed the mayor.", "killed", false},
		{"Gunmen have killed the mayor.", "killed", false},
		{"Forces backed by Iran took the town.", "backed", true},
		{"Four men were arrested and charged with murder.", "charged", true},
	} {
		tree, doc := mustParse(t, c.text)
		if got := tree.IsPassive(find(t, doc, c.verb)); got != c.passive {
			t.Errorf("%q: %q passive is %v", c.text, c.verb, got)
		}
	}
}

func TestConjuncts(t *testing.T) {
	tree, doc := mustParse(t, "They killed soldiers, policemen and teachers.")
	var got []string
	for _, i := range tree.Conjuncts(find(t, doc, "soldiers")) {
		got = append(got, doc.Tokens[i].Text)
	}
	if strings.Join(got, " ") != "soldiers policemen teachers" {
		t.Errorf("got %v", got)
	}
}

func TestGoverned(t *testing.T) {
	for _, c := range []struct{ text, word, preposition, want string }{
		{"They fired at the base.", "fired", "at", "base"},
		{"They condemned the attack on the base.", "attack", "on", "base"},
		{"The raid was led by rebels.", "led", "by", "rebels"},
	} {
		tree, doc := mustParse(t, c.text)
		got := tree.Governed(find(t, doc, c.word), func(p int) bool { return doc.Tokens[p].Lower == c.preposition })
		if len(got) != 1 || got[0] != find(t, doc, c.want) {
			t.Errorf("%q: %q ties %v to %q, want %q", c.text, c.preposition, got, c.word, c.want)
		}
	}
}

// checkTree fails unless the tree has one root, from which every token is reached.
func checkTree(t *testing.T, tree *Tree, s token.Sentence) {
	t.Helper()
	reached, next := map[int]bool{}, []int{tree.Root()}
	for len(next) > 0 {
		i := next[0]
		next = next[1:]
		if reached[i] {
			t.Fatalf("token %d is reached twice", i)
		}
		reached[i] = true
		for c := range tree.Children(i) {
			if tree.Head(c) != i {
				t.Fatalf("token %d is a child of %d, its head is %d", c, i, tree.Head(c))
			}
			next = append(next, c)
		}
	}
	if tree.Head(tree.Root()) != -1 || len(reached) != s.Last-s.First {
		t.Fatalf("%d of %d tokens hang on the root", len(reached), s.Last-s.First)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("The army shelled the town, killing nine.")
	f.Add("' ' ( ( , , and and who which that ; by by of")
	f.Add("ATTACK ON BASE KILLS 9 -- STATE MEDIA")
	f.Add(strings.Repeat("and he said that ", 300))
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := token.Parse(strings.ToValidUTF8(text, "?"), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range doc.Sentences {
			tree, again := Parse(doc, s), Parse(doc, s)
			checkTree(t, tree, s)
			for i := s.First; i < s.Last; i++ {
				if tree.Head(i) != again.Head(i) || tree.Rel(i) != again.Rel(i) {
					t.Fatalf("token %d hangs otherwise the second time", i)
				}
				for _, k := range append(tree.Conjuncts(i), tree.SubjectOf(i), tree.ObjectOf(i)) {
					if k >= s.Last || k >= 0 && k < s.First {
						t.Fatalf("token %d refers to %d", i, k)
					}
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	doc, err := token.Parse(strings.Repeat("On Jan. 3, troops who were sent to the border carried out an attack on rebels near the old town, killing nine people. ", 50), nil)
	if err != nil {
		b.Fatal(err)
	}
	Parse(doc, doc.Sentences[0])
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range doc.Sentences {
			Parse(doc, s)
		}
	}
	b.ReportMetric(float64(b.N*len(doc.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}
