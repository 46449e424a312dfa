package main

import (
	"compress/flate"
	"os"
	"path/filepath"
	"testing"

	"dateline/extract/syntax/internal/arc"
)

// treebank finds the folder of the treebanks beside the repository; the test is
// skipped where it is absent.
func treebank(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for range 6 {
		path := filepath.Join(dir, "..", "shared", "gold", "treebank")
		if _, err := os.Stat(path); err == nil {
			return path
		}
		dir = filepath.Dir(dir)
	}
	t.Skip("no treebank beside the repository")
	return ""
}

// The floors are shares of words in per cent: of ewt_test, on which no weights
// are learnt, as written and in capitals.
func TestAccuracy(t *testing.T) {
	dir := treebank(t)
	f, err := os.Open(filepath.Join("..", "..", "data", "weights.bin"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	parser, err := arc.ReadParser(flate.NewReader(f))
	if err != nil {
		t.Fatal(err)
	}
	bank := newBank()
	for _, tag := range parser.Tags.Classes {
		bank.tags.number(tag)
	}
	for _, rel := range parser.Rels.Classes {
		bank.rels.number(rel)
	}
	test, err := bank.load(dir, []string{"ewt_test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		casing           int
		tags, heads, rel float64
	}{
		{asWritten, 92, 82, 77.5},
		{allCapitals, 90, 82, 77},
	} {
		a := evaluate(parser, test, c.casing)
		if a.share(a.tags) < c.tags || a.share(a.heads) < c.heads || a.share(a.rels) < c.rel {
			t.Errorf("casing %d: %v, want at least tags %.1f  UAS %.1f  LAS %.1f", c.casing, a, c.tags, c.heads, c.rel)
		}
	}
}
