package timex

import (
	"fmt"
	"strings"

	"dateline/extract/lang/en"
)

// row is a line of a table, cut at its tabs.
type row struct {
	file string
	line int
	text string
	cols []string
}

// errorf says what is wrong with a row, where it stands and what it says.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s\n\t%s", r.file, r.line, fmt.Sprintf(format, args...), r.text)
}

// readTable cuts a table of the language folder into rows of cols columns,
// leaving out blank lines and comments.
func readTable(file string, cols int) ([]row, error) {
	data, err := en.Files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading the table of time expressions: %w", err)
	}
	return parseTable(file, string(data), cols)
}

func parseTable(file, data string, cols int) ([]row, error) {
	var rows []row
	for i, line := range strings.Split(data, "\n") {
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		r := row{file: file, line: i + 1, text: line, cols: strings.Split(line, "\t")}
		if len(r.cols) != cols {
			return nil, r.errorf("%d columns, want %d, separated by tabs", len(r.cols), cols)
		}
		rows = append(rows, r)
	}
	return rows, nil
}
