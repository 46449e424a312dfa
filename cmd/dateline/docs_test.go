package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract/trigger"
	"dateline/reports"
)

// TestDocsAreUpToDate compares the parts of docs/ that tell of tables in the
// code with these. UPDATE_DOCS=1 writes them anew.
func TestDocsAreUpToDate(t *testing.T) {
	for _, part := range []struct {
		file, name string
		want       string
	}{
		{"EXPORT.md", "columns event", columnTable(reports.Columns(reports.ByEvent))},
		{"EXPORT.md", "columns actor", extraColumns(reports.ByActor)},
		{"EXPORT.md", "columns source", extraColumns(reports.BySource)},
		{"DATA.md", "kinds", kindTable()},
		{"DATA.md", "regions", regionTable(t)},
		{"SCHEMA.md", "schema", schema(t)},
	} {
		t.Run(part.file+" "+part.name, func(t *testing.T) {
			path := filepath.Join("..", "..", "docs", part.file)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			begin, end := "<!-- begin: "+part.name+" -->\n", "<!-- end: "+part.name+" -->"
			head, rest, found := strings.Cut(string(text), begin)
			got, tail, closed := strings.Cut(rest, end)
			switch {
			case !found || !closed:
				t.Fatalf("no part %q", part.name)
			case got == part.want:
				return
			case os.Getenv("UPDATE_DOCS") == "":
				t.Fatalf("out of date; run: UPDATE_DOCS=1 go test ./cmd/dateline -run TestDocsAreUpToDate")
			}
			if err := os.WriteFile(path, []byte(head+begin+part.want+end+tail), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func extraColumns(rows reports.Rows) string {
	return columnTable(reports.Columns(rows)[len(reports.Columns(reports.ByEvent)):])
}

func columnTable(columns []reports.Column) string {
	var out strings.Builder
	out.WriteString("| column | what it holds |\n|---|---|\n")
	for _, c := range columns {
		fmt.Fprintf(&out, "| `%s` | %s |\n", c.Name, c.About)
	}
	return out.String()
}

func kindTable() string {
	var out strings.Builder
	out.WriteString("| kind | family | PLOVER | ACLED | definition |\n|---|---|---|---|---|\n")
	for _, k := range trigger.Kinds() {
		fmt.Fprintf(&out, "| `%s` | %s | %s | %s | %s |\n", k.Name, k.Family, k.Plover, k.ACLED, k.Gloss)
	}
	return out.String()
}

// regionTable reads the place finder's own table: what is documented is what is used.
func regionTable(t *testing.T) string {
	text, err := os.ReadFile(filepath.Join("..", "..", "extract", "place", "data", "regions.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.WriteString("| region | members (ISO 3166-1 alpha-3; + another region) | also called |\n|---|---|---|\n")
	for line := range strings.Lines(string(text)) {
		if cells := strings.Split(strings.TrimRight(line, "\n"), "\t"); !strings.HasPrefix(line, "#") && len(cells) >= 4 {
			also := ""
			if len(cells) > 4 {
				also = strings.ReplaceAll(cells[4], ";", ", ")
			}
			fmt.Fprintf(&out, "| %s | %s | %s |\n", cells[0], cells[3], also)
		}
	}
	return out.String()
}

func schema(t *testing.T) string {
	files, err := filepath.Glob(filepath.Join("..", "..", "db", "migrations", "*.sql"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d migrations, error %v", len(files), err)
	}
	var out strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "### Migration %s\n\n```sql\n%s\n```\n", filepath.Base(file), strings.TrimSpace(string(text)))
	}
	return out.String()
}
