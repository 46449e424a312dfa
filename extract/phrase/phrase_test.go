package phrase

import (
	"strings"
	"testing"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// Each row: a sentence, the word at issue, and its subject, object and by-phrase
// ("-" for none).
var roles = []struct{ text, word, subject, object, by string }{
	{"Government forces shelled the town on Monday.", "shelled", "Government forces", "the town", "-"},
	{"The town was shelled by government forces.", "shelled", "The town", "-", "government forces"},
	{"Troops from the capital, backed by tanks, entered the city.", "entered", "Troops", "the city", "-"},
	{"The group, which controls the north, attacked a convoy.", "attacked", "The group", "a convoy", "-"},
	{"The gunmen who attacked the convoy fled.", "attacked", "The gunmen", "the convoy", "-"},
	{"The militia stormed the prison and freed the inmates.", "freed", "The militia", "the inmates", "-"},
	{"A bomb exploded in the market, killing nine people.", "killing", "A bomb", "nine people", "-"},
	{"The parliament voted to expel foreign troops.", "expel", "The parliament", "foreign troops", "-"},
	{"The general ordered his men to leave the base.", "leave", "his men", "the base", "-"},
	{"Officials said the rebels had seized the airport.", "seized", "the rebels", "the airport", "-"},
	{"Police said that demonstrators blocked the road.", "blocked", "demonstrators", "the road", "-"},
	{"The strike on Jan. 3 that killed Iran's top general enraged lawmakers.", "killed", "The strike", "Iran's top general", "-"},
	{"After seizing the port, the rebels marched on the capital.", "seizing", "the rebels", "the port", "-"},
	{"Three soldiers were killed and five others wounded in the ambush.", "killed", "Three soldiers", "-", "-"},
	{"The United States and Britain bombed the camps.", "bombed", "The United States", "the camps", "-"},
	{"Iran, Iraq and Syria condemned the raid.", "condemned", "Iran", "the raid", "-"},
	{"Protesters fired on by police ran away.", "ran", "Protesters", "-", "-"},
}

func TestRoles(t *testing.T) {
	for _, c := range roles {
		s := parseOne(t, c.text)
		v := s.At(find(t, s, c.word))
		check := func(what string, chunk int, want string) {
			got := "-"
			if chunk >= 0 {
				got = s.Text(s.Chunks[chunk].First, s.Chunks[chunk].Last)
			}
			if got != want {
				t.Errorf("%q: %s of %q is %q, want %q", c.text, what, c.word, got, want)
			}
		}
		check("subject", s.Subject(v), c.subject)
		check("object", s.Object(v), c.object)
		check("by-phrase", s.After(v, "by"), c.by)
	}
}

func TestConjuncts(t *testing.T) {
	for _, c := range []struct {
		text, head string
		n          int
	}{
		{"Iran and Iraq signed the accord.", "Iran", 2},
		{"They fled to Homs, Hama and Idlib.", "Homs", 3},
		{"The envoy, a former general, met rebels.", "envoy", 1},
		{"They killed Amin, head of the guard, and Karim on Monday.", "Amin", 2},
		{"They killed Amin, head of the guard, and Karim fled.", "Amin", 1},
	} {
		s := parseOne(t, c.text)
		if got := len(s.Conjuncts(s.At(find(t, s, c.head)))); got != c.n {
			t.Errorf("%q: %d conjuncts, want %d", c.text, got, c.n)
		}
	}
}

func parseOne(t *testing.T, text string) *Sentence {
	t.Helper()
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Parse(doc, doc.Sentences[0], nil)
}

func find(t *testing.T, s *Sentence, word string) int {
	t.Helper()
	for i, tok := range s.Doc.Tokens {
		if tok.Text == word {
			return i
		}
	}
	t.Fatalf("no %q in the sentence", word)
	return -1
}

func TestTimesStandApart(t *testing.T) {
	text := "On Tuesday police arrested nine men."
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := Parse(doc, doc.Sentences[0], []mention.Span{{Start: 3, End: 10}})
	subject := s.Subject(s.At(find(t, s, "arrested")))
	if subject < 0 || s.Text(s.Chunks[subject].First, s.Chunks[subject].Last) != "police" {
		t.Errorf("subject is chunk %d of %+v", subject, s.Chunks)
	}
}

// Each row: a sentence and whether two words of it stand in one clause.
func TestClauses(t *testing.T) {
	for _, c := range []struct {
		text, a, b string
		same       bool
	}{
		{"Rebels took the town on Monday, officials said on Thursday.", "took", "Monday", true},
		{"Rebels took the town on Monday, officials said on Thursday.", "took", "Thursday", false},
		{"Officials said Thursday that rebels took the town.", "took", "Thursday", false},
		{"On Monday the army, which lost the city in May, attacked.", "attacked", "Monday", true},
		{"On Monday the army, which lost the city in May, attacked.", "attacked", "May", false},
		{"On Monday the army, which lost the city in May, attacked.", "lost", "May", true},
		{"Troops left on Monday and rebels entered on Tuesday.", "left", "Tuesday", false},
		{"Troops left on Monday and rebels entered on Tuesday.", "entered", "Tuesday", true},
		{"After the army left in June, rebels entered in July.", "entered", "June", false},
		{"After the army left in June, rebels entered in July.", "entered", "July", true},
	} {
		s := parseOne(t, c.text)
		_, of := s.Clauses()
		if got := of[s.At(find(t, s, c.a))] == of[s.At(find(t, s, c.b))]; got != c.same {
			t.Errorf("%q: %q and %q in one clause: %v, want %v", c.text, c.a, c.b, got, c.same)
		}
	}
}

// Whatever the tags, chunks cover the sentence without gaps and every index
// that the readings return is a chunk.
func FuzzParse(f *testing.F) {
	for _, c := range roles {
		f.Add(c.text)
	}
	f.Add("who, and which that ; after killing , (the of by) and, and")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := token.Parse(strings.ToValidUTF8(text, "?"), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, sent := range doc.Sentences {
			s := Parse(doc, sent, nil)
			at := sent.First
			for _, c := range s.Chunks {
				if c.First != at || c.Last <= c.First || c.Head < c.First || c.Head >= c.Last {
					t.Fatalf("chunk %+v after token %d in %q", c, at, text)
				}
				at = c.Last
			}
			clauses, of := s.Clauses()
			for i := range s.Chunks {
				if of[i] < 0 || of[i] >= len(clauses) {
					t.Fatalf("chunk %d is in clause %d of %d", i, of[i], len(clauses))
				}
				for _, n := range append(s.Conjuncts(i), s.Subject(i), s.Object(i), s.After(i, "by", "in")) {
					if n >= len(s.Chunks) {
						t.Fatalf("chunk %d refers to %d of %d", i, n, len(s.Chunks))
					}
				}
			}
		}
	})
}
