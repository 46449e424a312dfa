// Package table reads the tables that hold dateline's data: lines of cells with
// tabs between them, where blank lines and lines that begin with # are comments.
// A row knows where it stands, so that a bad one fails with file, line and text.
package table

import (
	"fmt"
	"io/fs"
	"strings"
)

// Row is a line of a table.
type Row struct {
	File  string
	Line  int
	Text  string
	Cells []string // without white space around them
}

// Errorf says where the row stands, what is wrong with it, and how it reads.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %s", r.File, r.Line, fmt.Sprintf(format, args...), r.Text)
}

// Parse cuts text into rows of any number of cells.
func Parse(file, text string) []Row {
	var rows []Row
	line := 0
	for l := range strings.Lines(text) {
		line++
		l = strings.TrimRight(l, "\r\n")
		if strings.TrimSpace(l) == "" || l[0] == '#' {
			continue
		}
		cells := strings.Split(l, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, Row{file, line, l, cells})
	}
	return rows
}

// Read reads a table whose rows have at least least cells and at most most; rows
// with fewer than most are filled up with empty ones.
func Read(files fs.FS, name string, least, most int) ([]Row, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("reading a table: %w", err)
	}
	return fit(Parse(name, string(text)), least, most)
}

// fit checks the number of cells and fills up with empty ones.
func fit(rows []Row, least, most int) ([]Row, error) {
	for i := range rows {
		r := &rows[i]
		if n := len(r.Cells); n < least || n > most {
			return nil, r.Errorf("%d columns, want %s", n, wanted(least, most))
		}
		for len(r.Cells) < most {
			r.Cells = append(r.Cells, "")
		}
	}
	return rows, nil
}

func wanted(least, most int) string {
	if least == most {
		return fmt.Sprint(most)
	}
	return fmt.Sprintf("%d to %d", least, most)
}

// List cuts a cell of several values at its semicolons; empty values are left out.
func List(cell string) []string {
	var out []string
	for s := range strings.SplitSeq(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
