package actor

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/token"
)

// goldFile opens a file of ../shared/gold beside the repository, or skips.
func goldFile(t *testing.T, name string) *os.File {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if f, err := os.Open(filepath.Join(dir, "shared", "gold", name)); err == nil {
			return f
		}
	}
	t.Skipf("no shared/gold/%s beside the repository", name)
	return nil
}

// TestGoldRecall logs how many of the actors and targets that annotators named
// are found, and holds a floor that only rises.
func TestGoldRecall(t *testing.T) {
	const floor = 0.75
	file := goldFile(t, filepath.Join("news", "news_dev.jsonl"))
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	hit, all := 0, 0
	for lines.Scan() {
		var article struct {
			Text, Published string
			Events          []struct{ Actors, Targets []string }
		}
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			t.Fatal(err)
		}
		doc, err := token.Parse(article.Text, paragraphs(article.Text))
		if err != nil {
			t.Fatal(err)
		}
		published, _ := date.ParseDay(article.Published)
		found := Find(doc, published)
		for _, e := range article.Events {
			for _, gold := range append(e.Actors, e.Targets...) {
				all++
				if covered(gold, found) {
					hit++
				} else if testing.Verbose() {
					t.Logf("missed %q", gold)
				}
			}
		}
	}
	recall := float64(hit) / float64(all)
	t.Logf("actors and targets found: %d of %d (%.1f %%)", hit, all, 100*recall)
	if recall < floor {
		t.Errorf("recall %.3f is under the floor %.2f", recall, floor)
	}
}

// TestGoldPerpetrators logs the same for the organisations and people of
// incident keys, whose texts are all in capitals.
func TestGoldPerpetrators(t *testing.T) {
	const floor = 0.65
	file := goldFile(t, filepath.Join("muc", "muc_tst1.jsonl"))
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	hit, all := 0, 0
	for lines.Scan() {
		var article struct {
			Text, Published string
			Events          []struct {
				Org    []string `json:"perp_org"`
				Person []string `json:"perp_individual"`
				Human  []string `json:"human_targets"`
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			t.Fatal(err)
		}
		doc, err := token.Parse(article.Text, paragraphs(article.Text))
		if err != nil {
			t.Fatal(err)
		}
		published, _ := date.ParseDay(article.Published)
		found := Find(doc, published)
		for _, e := range article.Events {
			for _, gold := range append(append(e.Org, e.Person...), e.Human...) {
				all++
				if covered(gold, found) {
					hit++
				} else if testing.Verbose() {
					t.Logf("missed %q", gold)
				}
			}
		}
	}
	recall := float64(hit) / float64(all)
	t.Logf("perpetrators and victims found: %d of %d (%.1f %%)", hit, all, 100*recall)
	if recall < floor {
		t.Errorf("recall %.3f is under the floor %.2f", recall, floor)
	}
}

func paragraphs(text string) []mention.Span {
	var out []mention.Span
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		if end > 0 {
			out = append(out, mention.Span{Start: start, End: start + end})
		}
		start += end + 1
	}
	return out
}

// covered reports whether a finding and the gold share all words of one of them.
func covered(gold string, found []Found) bool {
	want := contentWords(gold)
	for _, f := range found {
		for _, s := range []string{f.Text, f.Name.Name} {
			have := contentWords(s)
			if len(have) > 0 && len(want) > 0 && (subset(have, want) || subset(want, have)) {
				return true
			}
		}
	}
	return false
}

func contentWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789", r) }) {
		if w != "the" && w != "of" && w != "s" && w != "a" {
			out[w] = true
		}
	}
	return out
}

func subset(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
