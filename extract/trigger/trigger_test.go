package trigger

import (
	"testing"

	"dateline/extract/lang/en"
	"dateline/extract/table"
	"dateline/extract/token"
)

func TestTablesLoad(t *testing.T) {
	if err := Check(); err != nil {
		t.Fatal(err)
	}
}

// parse tokenises an example.
func parse(t testing.TB, text string) *token.Doc {
	t.Helper()
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestRowExamples runs the example and the counter-example of every row.
func TestRowExamples(t *testing.T) {
	lex, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for i := range lex.senses {
		if err := lex.tryExample(&lex.senses[i]); err != nil {
			t.Error(err)
		}
	}
}

func TestEveryKindHasRows(t *testing.T) {
	lex, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, sn := range lex.senses {
		seen[sn.kind]++
	}
	for _, k := range Kinds() {
		if seen[k.Name] == 0 {
			t.Errorf("no row evokes %s", k.Name)
		}
	}
	t.Logf("%d rows", len(lex.senses))
}

// TestSupportExamples runs the example of every light verb.
func TestSupportExamples(t *testing.T) {
	b, err := en.Files.ReadFile(supportTable)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range table.Parse(supportTable, string(b)) {
		text, noun := unmark(r.Cells[1], "{", "}")
		text, verb := unmark(text, "[", "]")
		noun.Start, noun.End = noun.Start-2, noun.End-2
		doc := parse(t, text)
		ok := false
		for _, h := range Find(doc) {
			ok = ok || h.Overlaps(noun) && h.Support >= 0 && verb.Overlaps(doc.Tokens[h.Support].Span)
		}
		if !ok {
			t.Error(r.Errorf("the verb is not found to carry the noun"))
		}
	}
}
