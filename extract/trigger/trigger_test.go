package trigger

import (
	"slices"
	"strings"
	"testing"

	"dateline/extract/lang/en"
	"dateline/extract/mention"
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

// unmark takes one pair of marks out of an example and returns what they held.
func unmark(text, open, closing string) (string, mention.Span) {
	a := strings.Index(text, open)
	b := strings.Index(text, closing)
	if a < 0 || b < a {
		return text, mention.Span{}
	}
	plain := text[:a] + text[a+len(open):b] + text[b+len(closing):]
	return plain, mention.Span{Start: a, End: b - len(open)}
}

// kindsAt lists the kinds and alternatives that Find sees at a span.
func kindsAt(doc *token.Doc, at mention.Span) []string {
	var out []string
	for _, h := range Find(doc) {
		if h.Overlaps(at) {
			out = append(append(out, h.Kind), h.Alt...)
		}
	}
	return out
}

// TestRowExamples runs the example of every row: the words in brackets must be
// found as a trigger of the row's kind, a row that keeps others from firing
// must leave its sentence without a hit of their kinds.
func TestRowExamples(t *testing.T) {
	lex, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for _, sn := range lex.senses {
		text, at := unmark(sn.row.Cells[3], "[", "]")
		if sn.kind == noKind {
			checkSilent(t, lex, sn, text)
			continue
		}
		if at.Len() == 0 {
			t.Error(sn.row.Errorf("the example marks no trigger"))
			continue
		}
		doc := parse(t, text)
		if got := kindsAt(doc, at); !slices.Contains(got, sn.kind) {
			t.Error(sn.row.Errorf("the example gives %v", got))
		}
	}
}

// TestRowCounterExamples runs the sentences in which a row must not fire.
func TestRowCounterExamples(t *testing.T) {
	lex, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for _, sn := range lex.senses {
		if len(sn.row.Cells) < 5 || sn.row.Cells[4] == "" {
			continue
		}
		for _, h := range Find(parse(t, sn.row.Cells[4])) {
			if h.Kind == sn.kind {
				t.Error(sn.row.Errorf("fires in its counter-example on %q (%s)", h.Lemma, h.Rule))
			}
		}
	}
}

// checkSilent fails if a blocking row leaves its own words to another row.
func checkSilent(t *testing.T, lex *lexicon, sn sense, text string) {
	t.Helper()
	doc := parse(t, text)
	for si := range doc.Sentences {
		x := lex.context(doc, si)
		for i := range x.toks {
			c, ok := sn.fit(x, i)
			if !ok {
				continue
			}
			at := doc.Cover(x.first+c.first, x.first+c.last)
			if got := kindsAt(doc, at); len(got) > 0 {
				t.Error(sn.row.Errorf("%v fires in spite of this row", got))
			}
			return
		}
	}
	t.Error(sn.row.Errorf("the row does not match its example"))
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
