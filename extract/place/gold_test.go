package place_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract/place"
	"dateline/extract/token"
)

// gold opens a file of the gold sets beside the repository, or skips the test.
func gold(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		f, err := os.Open(filepath.Join(dir, "shared", "gold", name))
		if err != nil {
			continue
		}
		t.Cleanup(func() { f.Close() })
		var r io.Reader = f
		if strings.HasSuffix(name, ".gz") {
			if r, err = gzip.NewReader(f); err != nil {
				t.Fatal(err)
			}
		}
		sc := bufio.NewScanner(r)
		sc.Buffer(nil, 1<<24)
		return sc
	}
	t.Skipf("%s is not beside the repository", name)
	return nil
}

// share counts hits among tries.
type share struct{ hits, tries int }

func (s *share) add(hit bool) {
	s.tries++
	if hit {
		s.hits++
	}
}

func (s share) log(t *testing.T, what string) {
	t.Logf("%s: %d of %d (%.1f %%)", what, s.hits, s.tries, 100*float64(s.hits)/float64(max(1, s.tries)))
}

func find(t *testing.T, text, title string) []place.Found {
	t.Helper()
	doc, err := token.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return place.Find(doc, title)
}

// TestGoldProvinces logs how often the coded province of a press release is the
// province of a place found in it.
func TestGoldProvinces(t *testing.T) {
	sc := gold(t, "isaf/isaf_annotated.jsonl")
	var all share
	for sc.Scan() {
		var d struct {
			ID, Text string
			Gold     struct{ Province []string }
		}
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		found := find(t, d.Text, "")
		for _, p := range d.Gold.Province {
			if p != "" && p != "???" {
				hit := names(found, p)
				all.add(hit)
				if !hit && testing.Verbose() {
					t.Logf("%s: no %q in %v", d.ID, p, texts(found))
				}
			}
		}
	}
	all.log(t, "provinces found")
}

func names(found []place.Found, name string) bool {
	for _, f := range found {
		for _, s := range []string{f.Text, f.Name, f.Admin1} {
			if strings.EqualFold(s, name) {
				return true
			}
		}
	}
	return false
}

func texts(found []place.Found) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Text+"="+f.Name+"/"+f.Admin1+"/"+f.Country)
	}
	return out
}

// TestGoldPlaces logs how often a place of an annotated event is found, and how
// often its country is that of some place found.
func TestGoldPlaces(t *testing.T) {
	sc := gold(t, "news/news_dev.jsonl")
	var places, countries share
	for sc.Scan() {
		var d struct {
			ID, Text, Title string
			Events          []struct {
				Places  []string
				Country string
			}
		}
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		found := find(t, d.Text, d.Title)
		missed := map[string]bool{}
		for _, e := range d.Events {
			for _, p := range e.Places {
				hit := mentions(found, p)
				places.add(hit)
				missed[p] = missed[p] || !hit
			}
			if e.Country != "" {
				countries.add(in(found, e.Country))
			}
		}
		for p, m := range missed {
			if m && testing.Verbose() {
				t.Logf("%s: not found: %q", d.ID, p)
			}
		}
	}
	places.log(t, "places found")
	countries.log(t, "countries found")
}

// mentions reports whether a place found is told within the words of p.
func mentions(found []place.Found, p string) bool {
	for _, f := range found {
		if strings.Contains(strings.ToLower(p), strings.ToLower(f.Text)) || strings.Contains(strings.ToLower(f.Text), strings.ToLower(p)) {
			return true
		}
	}
	return false
}

func in(found []place.Found, country string) bool {
	for _, f := range found {
		if f.Country == country {
			return true
		}
	}
	return false
}
