package table

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var files = fstest.MapFS{
	"good.tsv":  {Data: []byte("# a comment\n\na\t b \tc\r\nd\te\n")},
	"short.tsv": {Data: []byte("a\n")},
}

func TestRead(t *testing.T) {
	rows, err := Read(files, "good.tsv", 2, 3)
	if err != nil || len(rows) != 2 {
		t.Fatalf("got %v, %v", rows, err)
	}
	if !slices.Equal(rows[0].Cells, []string{"a", "b", "c"}) || rows[0].Line != 3 {
		t.Errorf("first row %+v", rows[0])
	}
	if !slices.Equal(rows[1].Cells, []string{"d", "e", ""}) || rows[1].Line != 4 {
		t.Errorf("second row %+v", rows[1])
	}
}

func TestBadRows(t *testing.T) {
	_, err := Read(files, "short.tsv", 2, 2)
	if err == nil || err.Error() != "short.tsv:1: 1 columns, want 2: a" {
		t.Errorf("error %v", err)
	}
	if _, err = Read(files, "good.tsv", 3, 3); err == nil || !strings.HasPrefix(err.Error(), "good.tsv:4: ") {
		t.Errorf("error %v", err)
	}
	if _, err = Read(files, "none.tsv", 1, 1); err == nil {
		t.Error("no error for a table that is not there")
	}
}

func TestList(t *testing.T) {
	if got := List("a; b;;c "); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("got %q", got)
	}
	if List("") != nil {
		t.Error("an empty cell has values")
	}
}
