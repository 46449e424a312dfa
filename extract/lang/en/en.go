// Package en holds what dateline knows of the English language, as data.
package en

import (
	"embed"
	"io/fs"
	"strings"

	"dateline/extract/table"
)

// Files are the tables of the language, one a stage or several.
//
//go:embed *.tsv
var Files embed.FS

// Classes are sets of words by the name of their class.
type Classes map[string]map[string]bool

// Words reads a table of word classes: a class, a tab, and words with blanks
// between them. Rows of one class add up. An error names the file, the line and
// the row.
func Words(name string) (Classes, error) { return readWords(Files, name) }

func readWords(files fs.FS, name string) (Classes, error) {
	rows, err := table.Read(files, name, 2, 2)
	if err != nil {
		return nil, err
	}
	classes := Classes{}
	for _, r := range rows {
		class, words := r.Cells[0], strings.Fields(r.Cells[1])
		if class == "" || len(words) == 0 {
			return nil, r.Errorf("want a class and its words")
		}
		if classes[class] == nil {
			classes[class] = map[string]bool{}
		}
		for _, w := range words {
			classes[class][w] = true
		}
	}
	return classes, nil
}
