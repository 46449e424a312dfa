package en

import (
	"slices"
	"strings"
	"testing"
)

func TestIsWord(t *testing.T) {
	for _, w := range []string{"a", "zones", "retaliation", "clashes", "neighbourhood", "neighborhood"} {
		if !IsWord(w) {
			t.Errorf("%q is no word", w)
		}
	}
	for _, w := range []string{"", "mosul", "zarbala", "retaliatio", "\n", "zzz", "a\nab"} {
		if IsWord(w) {
			t.Errorf("%q is a word", w)
		}
	}
}

// The look-up bisects: every word must be found, so the list must be in order.
func TestLexiconIsSorted(t *testing.T) {
	words := strings.Fields(lexicon)
	if !slices.IsSorted(words) || len(words) < 40_000 {
		t.Fatalf("%d words, sorted: %v", len(words), slices.IsSorted(words))
	}
	for _, w := range words {
		if !IsWord(w) {
			t.Fatalf("%q is not found", w)
		}
	}
}
