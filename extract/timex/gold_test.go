package timex

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"dateline/extract/date"
	"dateline/extract/token"
)

// goldFile finds a file of the gold that lies beside the repository, and skips
// the test where there is none.
func goldFile(t testing.TB, name string) string {
	t.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if p := filepath.Join(dir, "..", "shared", "gold", name); exists(p) {
			return p
		}
	}
	t.Skipf("no ../shared/gold/%s beside the repository", name)
	return ""
}

func exists(p string) bool { _, err := os.Stat(p); return err == nil }

type goldTimex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Text  string `json:"text"`
	Rule  string `json:"rule,omitempty"`
}

type goldDoc struct {
	ID      string      `json:"id"`
	DCT     date.Day    `json:"dct"`
	Text    string      `json:"text"`
	Timexes []goldTimex `json:"timexes"`
}

func readGold(t testing.TB, file string) []goldDoc {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	var docs []goldDoc
	for sc.Scan() {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

func annotate(t testing.TB, d goldDoc) []goldTimex {
	doc, err := token.Parse(d.Text, token.Paragraphs(d.Text))
	if err != nil {
		t.Fatal(err)
	}
	out := []goldTimex{}
	for _, x := range Resolve(doc, Find(doc), d.DCT) {
		start := utf8.RuneCountInString(d.Text[:x.Start])
		out = append(out, goldTimex{start, start + utf8.RuneCountInString(x.Text), string(x.Type), x.TIMEX3, x.Text, x.Rule})
	}
	return out
}

// valueFloors are the value F1 that the temporal sets must not fall below, in
// percent. They only rise.
var valueFloors = map[string]float64{"timebank": 80.5, "aquaint": 74, "wikiwars_dev": 86.5}

// TestGold measures value F1 on the temporal gold. With TIMEX_OUT naming a
// folder it also writes the findings there, for the scorer beside the gold.
func TestGold(t *testing.T) {
	for set, floor := range valueFloors {
		docs := readGold(t, goldFile(t, "temporal/"+set+".jsonl"))
		gold, sys, right := 0, 0, 0
		var out []goldDoc
		for _, d := range docs {
			found := annotate(t, d)
			gold, sys = gold+len(d.Timexes), sys+len(found)
			right += agree(d.Timexes, found)
			out = append(out, goldDoc{ID: d.ID, Timexes: found})
		}
		f1 := 200 * float64(right) / float64(gold+sys)
		t.Logf("%s: value F1 %.1f", set, f1)
		if f1 < floor {
			t.Errorf("%s: value F1 %.1f, floor %.1f", set, f1, floor)
		}
		writeFindings(t, set, out)
	}
}

// agree counts the gold expressions that a found one overlaps and gives the same value.
func agree(gold, found []goldTimex) int {
	n, j := 0, 0
	for _, g := range gold {
		for j < len(found) && found[j].End <= g.Start {
			j++
		}
		if j < len(found) && found[j].Start < g.End && found[j].Value == g.Value {
			n++
			j++
		}
	}
	return n
}

func writeFindings(t *testing.T, set string, docs []goldDoc) {
	dir := os.Getenv("TIMEX_OUT")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, set+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for _, d := range docs {
		if err := enc.Encode(d); err != nil {
			t.Fatal(err)
		}
	}
}
