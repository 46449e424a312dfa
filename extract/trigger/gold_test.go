package trigger

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// goldArticle is a row of news_dev.jsonl, as far as triggers go.
type goldArticle struct {
	ID, Text string
	Events   []struct {
		Kind     string
		AltKinds []string `json:"alt_kinds"`
		Modality string
		Mentions []struct{ Quote, Trigger string }
	}
}

// goldFile finds a file of the gold sets beside the repository; the test is
// skipped where they are absent.
func goldFile(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		path := filepath.Join(dir, "..", "shared", "gold", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
		dir = filepath.Dir(dir)
	}
	t.Skipf("the gold set %s is not beside the repository", name)
	return ""
}

func goldArticles(t testing.TB, name string) []goldArticle {
	t.Helper()
	f, err := os.Open(goldFile(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []goldArticle
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// tally counts what was found, missed and spurious.
type tally struct {
	gold, found, typed, hits, good int
	missed, spurious, kinds        map[string]int
	examples                       []string
}

// score compares the hits of one article with its gold events.
func (n *tally) score(a goldArticle, doc *token.Doc, hits []Hit) {
	used := make([]bool, len(hits))
	for _, e := range a.Events {
		actual := e.Modality == "actual" || e.Modality == "claimed"
		kinds := append([]string{e.Kind}, e.AltKinds...)
		found, typed := false, false
		var words []string
		for _, m := range e.Mentions {
			at := strings.Index(a.Text, m.Quote)
			start := at + strings.Index(m.Quote, m.Trigger)
			span := mention.Span{Start: start, End: start + len(m.Trigger)}
			words = append(words, m.Trigger)
			for i, h := range hits {
				kindOK := slices.Contains(kinds, h.Kind)
				if h.Overlaps(span) || kindOK && doc.Sentences[h.Sentence].Overlaps(span) {
					used[i], found, typed = true, true, typed || kindOK
				}
			}
		}
		if !actual {
			continue
		}
		n.gold++
		if found {
			n.found++
		} else {
			n.missed[e.Kind+": "+words[0]]++
			n.examples = append(n.examples, e.Kind+" | "+e.Mentions[0].Quote+" | "+words[0])
		}
		if typed {
			n.typed++
		} else if found {
			n.kinds[e.Kind+": "+words[0]]++
		}
	}
	for i, h := range hits {
		n.hits++
		if used[i] {
			n.good++
		} else {
			n.spurious[h.Kind+": "+h.Lemma]++
			n.examples = append(n.examples, "- "+h.Kind+" | "+around(doc, h)+" | "+h.Rule)
		}
	}
}

// around shows a hit in its surroundings.
func around(doc *token.Doc, h Hit) string {
	a, b := max(0, h.Start-50), min(len(doc.Text), h.End+50)
	return strings.ReplaceAll(doc.Text[a:h.Start]+"["+doc.Text[h.Start:h.End]+"]"+doc.Text[h.End:b], "\n", " ")
}

// telling keeps the hits that claim an event: no speech, no consequences, nothing unreal.
func telling(doc *token.Doc, hits []Hit) []Hit {
	var out []Hit
	for _, h := range hits {
		m, _, _ := Modality(doc, h)
		if Family(h.Kind) != Speech && !h.Consequence && !h.Generic && (m == mention.Actual || m == mention.Claimed) {
			out = append(out, h)
		}
	}
	return out
}

// TestNewsGold measures the triggers alone on annotated news, before any
// merging: the floors only rise.
func TestNewsGold(t *testing.T) {
	tests := []struct {
		file              string
		recall, precision float64
	}{
		{"news/news_dev.jsonl", 0.88, 0.80},
		{"news/merge_dev.jsonl", 0.85, 0.78},
	}
	for _, tt := range tests {
		t.Run(filepath.Base(tt.file), func(t *testing.T) {
			n := tally{missed: map[string]int{}, spurious: map[string]int{}, kinds: map[string]int{}}
			for _, a := range goldArticles(t, tt.file) {
				doc := parse(t, a.Text)
				n.score(a, doc, telling(doc, Find(doc)))
			}
			n.report(t)
			recall, precision := float64(n.found)/float64(n.gold), float64(n.good)/float64(n.hits)
			if recall < tt.recall || precision < tt.precision {
				t.Errorf("recall %.3f and precision %.3f, floors %.2f and %.2f", recall, precision, tt.recall, tt.precision)
			}
		})
	}
}

// report logs the figures and, where DATELINE_TRIGGER_ERRORS names a file, writes the errors to it.
func (n *tally) report(t *testing.T) {
	t.Logf("events found %d of %d (%.1f%%), with the right kind %d; hits that stand for one %d of %d (%.1f%%)",
		n.found, n.gold, 100*float64(n.found)/float64(n.gold), n.typed, n.good, n.hits, 100*float64(n.good)/float64(n.hits))
	t.Logf("missed: %v", byCount(n.missed))
	t.Logf("spurious: %v", byCount(n.spurious))
	t.Logf("wrong kind: %v", byCount(n.kinds))
	if out := os.Getenv("DATELINE_TRIGGER_ERRORS"); out != "" {
		if err := os.WriteFile(out, []byte(strings.Join(n.examples, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// byCount lists keys, most frequent first.
func byCount(m map[string]int) []string {
	keys := slices.Sorted(maps.Keys(m))
	slices.SortStableFunc(keys, func(a, b string) int { return m[b] - m[a] })
	return keys
}
