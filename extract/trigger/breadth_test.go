package trigger

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"dateline/extract/mention"
)

// looseArticle is a row of the sets that are annotated in other schemes.
type looseArticle struct {
	ID, Text string
	Events   []struct {
		Type, Trigger string
		Start, End    int
		Reviewed      bool `json:"reviewed_sentence"`
	}
}

// loose reads a gold set, gzipped or not.
func loose(t testing.TB, name string) []looseArticle {
	t.Helper()
	f, err := os.Open(goldFile(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []looseArticle
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a looseArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// sameClass reports whether a kind stands for a class of the set, which is of
// an older scheme: YIELD is RETREAT and CONCEDE, and an accord is AGREE.
func sameClass(kind, class string) bool {
	k, _ := KindOf(kind)
	own, _, _ := strings.Cut(k.Plover, "/")
	switch class {
	case "YIELD":
		return own == "RETREAT" || own == "CONCEDE"
	case "AGREE":
		return own == class || k.Family == "diplomacy"
	}
	return own == class
}

// TestPloverBreadth counts the sentences of each PLOVER class in which a kind
// of that class is evoked.
func TestPloverBreadth(t *testing.T) {
	total, right := map[string]int{}, map[string]int{}
	n, ok := 0, 0
	for _, a := range loose(t, "plover/zsp_plv_train.jsonl") {
		hits := Find(parse(t, a.Text))
		for _, e := range a.Events {
			n++
			total[e.Type]++
			found := false
			for _, h := range hits {
				for _, k := range append(h.Alt, h.Kind) {
					found = found || sameClass(k, e.Type)
				}
			}
			if found {
				ok++
				right[e.Type]++
			}
		}
	}
	t.Logf("of %d sentences %d evoke a kind of their class (%.1f%%)", n, ok, 100*float64(ok)/float64(n))
	for _, c := range byCount(total) {
		t.Logf("%-12s %d of %d", c, right[c], total[c])
	}
	if float64(ok) < 0.60*float64(n) {
		t.Errorf("%d of %d falls below the floor .60", ok, n)
	}
}

// mucKinds are the kinds that a type of the MUC key may be told as.
var mucKinds = map[string]string{
	"ATTACK":     "attack shooting killing assassination clash offensive shelling bombing airstrike destruction missile_attack crackdown abuse",
	"BOMBING":    "bombing attack suicide_bombing destruction airstrike shelling killing",
	"KIDNAPPING": "abduction arrest",
	"ARSON":      "destruction attack bombing",
	"ROBBERY":    "destruction abduction",
}

// TestMUCBreadth counts the events of the MUC key of which some kind is found
// in their article, on all-capitals text.
func TestMUCBreadth(t *testing.T) {
	total, right := map[string]int{}, map[string]int{}
	n, ok := 0, 0
	for _, a := range loose(t, "muc/muc_tst1.jsonl") {
		seen := map[string]bool{}
		for _, h := range Find(parse(t, a.Text)) {
			seen[h.Kind] = true
		}
		for _, e := range a.Events {
			n++
			total[e.Type]++
			for _, k := range strings.Fields(mucKinds[e.Type]) {
				if seen[k] {
					right[e.Type]++
					ok++
					break
				}
			}
		}
	}
	t.Logf("of %d events %d are evoked in their article; %v of %v", n, ok, right, total)
	if float64(ok) < 0.95*float64(n) {
		t.Errorf("%d of %d falls below the floor .95", ok, n)
	}
}

// TestECBBreadth counts the checked action mentions of ECB+ that overlap a hit,
// and lists the words that never do.
func TestECBBreadth(t *testing.T) {
	n, ok := 0, 0
	missed := map[string]int{}
	for _, a := range loose(t, "ecbplus/ecbplus.jsonl.gz") {
		hits := Find(parse(t, a.Text))
		runes := []rune(a.Text)
		for _, e := range a.Events {
			if !e.Reviewed || e.Type != "ACTION_OCCURRENCE" {
				continue
			}
			start := len(string(runes[:e.Start]))
			span := mention.Span{Start: start, End: start + len(string(runes[e.Start:e.End]))}
			n++
			found := false
			for _, h := range hits {
				found = found || h.Overlaps(span)
			}
			if found {
				ok++
			} else {
				missed[strings.ToLower(e.Trigger)]++
			}
		}
	}
	top := byCount(missed)
	t.Logf("of %d action mentions %d overlap a hit (%.1f%%); most frequent others: %v", n, ok, 100*float64(ok)/float64(n), top[:min(150, len(top))])
	if float64(ok) < 0.30*float64(n) {
		t.Errorf("%d of %d falls below the floor .30", ok, n)
	}
}
