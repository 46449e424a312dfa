package actor

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// row is a line of a table, with where it stands.
type row struct {
	file  string
	line  int
	cells []string
}

// errorf reports what is wrong with the row: where it is, what, and the row.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %q", r.file, r.line, fmt.Sprintf(format, args...), strings.Join(r.cells, "\t"))
}

// readTable reads a tab-separated table. Lines that begin with "#" are
// comments; trailing cells may be left out, more than cols are an error.
func readTable(fsys fs.FS, name string, cols int) ([]row, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("actor table: %w", err)
	}
	defer file.Close()
	var rows []row
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		text := lines.Text()
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			continue
		}
		r := row{file: name, line: n, cells: strings.Split(text, "\t")}
		if len(r.cells) > cols {
			return nil, r.errorf("has %d cells, want at most %d", len(r.cells), cols)
		}
		for len(r.cells) < cols {
			r.cells = append(r.cells, "")
		}
		rows = append(rows, r)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// list splits a cell of several values.
func list(cell string) []string {
	var out []string
	for _, s := range strings.Split(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
