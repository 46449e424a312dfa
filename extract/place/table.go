package place

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// row is a line of a table with where it stands, for errors.
type row struct {
	file string
	line int
	text string
	col  []string
}

// errorf tells what is wrong with the row, where it is and how it reads.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %q", r.file, r.line, fmt.Sprintf(format, args...), r.text)
}

// readTable reads a table of tab-separated rows of n columns; lines that begin
// with # are comments.
func readTable(files fs.FS, name string, n int) ([]row, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	var rows []row
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || text[0] == '#' {
			continue
		}
		r := row{file: name, line: line, text: text, col: strings.Split(text, "\t")}
		if len(r.col) != n {
			return nil, r.errorf("%d columns instead of %d", len(r.col), n)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// list cuts a column at its semicolons.
func list(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, ";")
}

// position reads the coordinates in columns lat and lat+1.
func (r row) position(lat int) (float64, float64, error) {
	y, err1 := strconv.ParseFloat(r.col[lat], 64)
	x, err2 := strconv.ParseFloat(r.col[lat+1], 64)
	if err1 != nil || err2 != nil || y < -90 || y > 90 || x < -180 || x > 180 {
		return 0, 0, r.errorf("not a latitude and longitude: %q %q", r.col[lat], r.col[lat+1])
	}
	return y, x, nil
}
