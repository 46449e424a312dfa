// Package en holds what dateline knows of the English language, as data.
package en

import (
	"embed"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"dateline/extract/table"
)

// Files are the tables of the language, one a stage or several.
//
//go:embed *.tsv
var Files embed.FS

// Classes are sets of words by the name of their class.
type Classes struct {
	of    map[string][]string // word -> its classes
	names []string            // of the classes, in the order of the table
}

// Has reports whether a word in lower case is of a class.
func (c Classes) Has(class, word string) bool { return slices.Contains(c.of[word], class) }

// Of are the words of a class, in no order.
func (c Classes) Of(class string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word, classes := range c.of {
			if slices.Contains(classes, class) && !yield(word) {
				return
			}
		}
	}
}

// Names are the names of the classes.
func (c Classes) Names() []string { return c.names }

// Words reads a table of word classes: a class, a tab, and words with blanks
// between them. Rows of one class add up. An error names the file, the line and
// the row.
func Words(name string) (Classes, error) { return readWords(Files, name) }

func readWords(files fs.FS, name string) (Classes, error) {
	rows, err := table.Read(files, name, 2, 2)
	if err != nil {
		return Classes{}, err
	}
	classes := Classes{of: map[string][]string{}}
	for _, r := range rows {
		class, words := r.Cells[0], strings.Fields(r.Cells[1])
		if class == "" || len(words) == 0 {
			return Classes{}, r.Errorf("want a class and its words")
		}
		if !slices.Contains(classes.names, class) {
			classes.names = append(classes.names, class)
		}
		for _, w := range words {
			if !classes.Has(class, w) {
				classes.of[w] = append(classes.of[w], class)
			}
		}
	}
	return classes, nil
}
