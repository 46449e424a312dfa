package en

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	got, err := parseWords("x.tsv", "# comment\n\nbe\tam is\nbe\tare\nday\tmonday\n")
	if err != nil || len(got) != 2 || !got["be"]["are"] || !got["be"]["am"] || got["day"]["is"] {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"be am is", "be\t ", "\tam"} {
		_, err := parseWords("x.tsv", "be\tam\n"+bad)
		if err == nil || !strings.Contains(err.Error(), "x.tsv:2: ") || !strings.Contains(err.Error(), strings.TrimSpace(bad)[:2]) {
			t.Errorf("%q: error %v, want one with the line and the row", bad, err)
		}
	}
	if _, err := Words("none.tsv"); err == nil {
		t.Error("no error for a table that is not there")
	}
}
