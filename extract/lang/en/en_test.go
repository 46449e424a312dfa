package en

import (
	"strings"
	"testing"
	"testing/fstest"
)

func words(text string) (Classes, error) {
	return readWords(fstest.MapFS{"x.tsv": {Data: []byte(text)}}, "x.tsv")
}

func TestWords(t *testing.T) {
	got, err := words("# comment\n\nbe\tam is\nbe\tare\nday\tmonday\n")
	if err != nil || len(got.Names()) != 2 || !got.Has("be", "are") || !got.Has("be", "am") || got.Has("day", "is") {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"be am is", "be\t ", "\tam"} {
		if _, err := words("be\tam\n" + bad); err == nil || !strings.Contains(err.Error(), "x.tsv:2: ") {
			t.Errorf("%q: error %v, want one with the line", bad, err)
		}
	}
	if _, err := Words("none.tsv"); err == nil {
		t.Error("no error for a table that is not there")
	}
}
