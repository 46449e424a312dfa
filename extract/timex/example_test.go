package timex

import (
	"fmt"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/lang/en"
	"dateline/extract/table"
	"dateline/extract/token"
)

// exampleDay is the day of publication that the examples of the tables assume:
// a Thursday.
var exampleDay = date.Of(2020, 1, 23)

// marked is an expression that an example says must be found.
type marked struct{ text, value string }

// parseExample takes the marks out of "He left [last week = 2020-W03].".
func parseExample(s string) (text string, want []marked, err error) {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			b.WriteString(s)
			return b.String(), want, nil
		}
		end := strings.IndexByte(s[open:], ']')
		if end < 0 {
			return "", nil, fmt.Errorf("a square bracket is not closed")
		}
		phrase, value, ok := strings.Cut(s[open+1:open+end], " = ")
		if !ok {
			return "", nil, fmt.Errorf("no value in %q", s[open:open+end+1])
		}
		b.WriteString(s[:open] + phrase)
		want = append(want, marked{phrase, value})
		s = s[open+end+1:]
	}
}

func resolveText(t *testing.T, text string, published date.Day) []Timex {
	t.Helper()
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Resolve(doc, Find(doc), published)
}

func checkExample(t *testing.T, r table.Row, example string) {
	t.Helper()
	text, want, err := parseExample(example)
	if err != nil {
		t.Errorf("%v", r.Errorf("%v", err))
		return
	}
	var got []marked
	for _, x := range resolveText(t, text, exampleDay) {
		got = append(got, marked{x.Text, x.TIMEX3})
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s:%d: %s\n\tgot  %v\n\twant %v", r.File, r.Line, text, got, want)
	}
}

// TestRuleExamples runs the examples of every rule; a rule must have one, and
// must be the one that finds something in it.
func TestRuleExamples(t *testing.T) {
	if err := Load(); err != nil {
		t.Fatal(err)
	}
	g, _ := english()
	for _, rl := range g.rules {
		if rl.row.Cells[5] == "-" {
			t.Errorf("%v", rl.row.Errorf("a rule needs an example"))
			continue
		}
		used := rl.name == blocked
		for example := range strings.SplitSeq(rl.row.Cells[5], " // ") {
			checkExample(t, rl.row, example)
			text, _, _ := parseExample(example)
			for _, x := range resolveText(t, text, exampleDay) {
				used = used || x.Rule == rl.name
			}
		}
		if !used {
			t.Errorf("%v", rl.row.Errorf("no example is found by this rule"))
		}
	}
}

// TestPhrases runs the examples that belong to no single rule, most of them
// of what must not be found.
func TestPhrases(t *testing.T) {
	rows, err := table.Read(en.Files, "timex_phrases.tsv", 2, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		checkExample(t, r, r.Cells[1])
	}
}

// TestTablesInUse: a class, macro, guard or feast that no rule names is dead.
func TestTablesInUse(t *testing.T) {
	used := map[string]bool{"number": true, "deictic": true} // read by <num> and by tellsByYears
	for _, file := range []struct {
		name string
		cols int
	}{{ruleTable, 6}, {macroTable, 2}} {
		rows, err := table.Read(en.Files, file.name, file.cols, file.cols)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for _, f := range strings.FieldsFunc(strings.Join(r.Cells[1:min(5, len(r.Cells))], " "), func(c rune) bool { return strings.ContainsRune(" <>()|?:{}=", c) }) {
				used[f] = true
			}
		}
	}
	g, err := english()
	if err != nil {
		t.Fatal(err)
	}
	for name := range g.macros {
		if !used[name] {
			t.Errorf("no pattern names the macro %s", name)
		}
	}
	for name := range guards {
		if !used[name] {
			t.Errorf("no rule names the guard %s", name)
		}
	}
	for name := range holidays {
		if !used[name] {
			t.Errorf("no rule names the feast %s", name)
		}
	}
	rows, err := table.Read(en.Files, wordTable, 3, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if !used[r.Cells[0]] {
			t.Errorf("%v", r.Errorf("no pattern names the class"))
		}
	}
}
