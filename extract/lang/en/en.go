// Package en holds what dateline knows of the English language, as data.
package en

import (
	"embed"
	"fmt"
	"strings"
)

// Files are the tables of the language, one a stage or several.
//
//go:embed *.tsv
var Files embed.FS

// Classes are sets of words by the name of their class.
type Classes map[string]map[string]bool

// Words reads a table of word classes: a class, a tab, and words with blanks
// between them. Lines that begin with # are comments; rows of one class add up.
// An error names the file, the line and the row.
func Words(table string) (Classes, error) {
	text, err := Files.ReadFile(table)
	if err != nil {
		return nil, err
	}
	return parseWords(table, string(text))
}

func parseWords(table, text string) (Classes, error) {
	classes := Classes{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		row := strings.TrimRight(line, "\r\n")
		if row == "" || row[0] == '#' {
			continue
		}
		class, words, ok := strings.Cut(row, "\t")
		if !ok || class == "" || strings.TrimSpace(words) == "" {
			return nil, fmt.Errorf("%s:%d: want a class, a tab and words: %q", table, n, row)
		}
		if classes[class] == nil {
			classes[class] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			classes[class][w] = true
		}
	}
	return classes, nil
}
