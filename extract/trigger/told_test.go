package trigger

import (
	"os"
	"slices"
	"testing"

	"dateline/extract/table"
)

// TestTold runs sentences as the wires write them, one for each way of telling
// an event of a kind, and such as only look as if they told of one.
func TestTold(t *testing.T) {
	rows, err := table.Read(os.DirFS("testdata"), "told.tsv", 2, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		var kinds []string
		for _, h := range Find(parse(t, r.Cells[1])) {
			if Family(h.Kind) != Speech {
				kinds = append(kinds, h.Kind)
			}
		}
		if silent := r.Cells[0] == "-"; silent && len(kinds) > 0 || !silent && !slices.Contains(kinds, r.Cells[0]) {
			t.Error(r.Errorf("evokes %s", listed(kinds)))
		}
	}
}
