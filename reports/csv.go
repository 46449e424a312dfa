package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"dateline/timeline"
)

// CSVOptions are the settings of the CSV export.
type CSVOptions struct {
	Rows      Rows
	Delimiter rune // 0 is a comma
	// Excel writes a byte order mark and CRLF.
	Excel bool
	// NoFormulaGuard leaves texts that a spreadsheet would run as they are.
	NoFormulaGuard bool
}

// Rows says what a row of the CSV export is.
type Rows string

// The rows.
const (
	ByEvent  Rows = "event"  // each event once; the default
	ByActor  Rows = "actor"  // each event once for each actor and target
	BySource Rows = "source" // each event once for each article
)

// LongestCell is the number of characters (UTF-16 units, as spreadsheets count)
// that fit in a cell. Longer texts are cut, and say so.
const LongestCell = 32767

const byteOrderMark = "\ufeff"

func writeCSV(w io.Writer, r *Report) error {
	opt := r.Options.CSV
	out, err := newCSVWriter(w, opt)
	if err != nil {
		return err
	}
	columns := Columns(opt.Rows)
	fields := make([]string, len(columns))
	for i, c := range columns {
		fields[i] = c.Name
	}
	if err := out.Write(fields); err != nil {
		return err
	}
	for _, e := range r.ordered() {
		for _, row := range rowsOf(&e, r.Shown.Sources, opt.Rows) {
			for i, c := range columns {
				fields[i] = field(c.cell(&row), !opt.NoFormulaGuard)
			}
			if err := out.Write(fields); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func newCSVWriter(w io.Writer, opt CSVOptions) (*csv.Writer, error) {
	switch opt.Rows {
	case "", ByEvent, ByActor, BySource:
	default:
		return nil, fmt.Errorf("no such rows: %q; there are event, actor, source", opt.Rows)
	}
	if d := opt.Delimiter; d == '"' || d == '\r' || d == '\n' || d == utf8.RuneError || !utf8.ValidRune(d) {
		return nil, fmt.Errorf("%q cannot part the fields of a CSV file; use , ; | or a tab", d)
	}
	if opt.Excel {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return nil, err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = opt.Excel
	if opt.Delimiter != 0 {
		out.Comma = opt.Delimiter
	}
	return out, nil
}

// rowsOf returns the rows of one event: at least one, so that no export loses an event.
func rowsOf(e *timeline.Event, all map[string]timeline.Source, rows Rows) []row {
	base := row{event: e, all: all, sources: sourcesOf(e, all), source: &timeline.Source{}}
	var out []row
	switch rows {
	case ByActor:
		for i := range e.Actors {
			r := base
			r.name, r.role = &e.Actors[i], "actor"
			out = append(out, r)
		}
		for i := range e.Targets {
			r := base
			r.name, r.role = &e.Targets[i], "target"
			out = append(out, r)
		}
	case BySource:
		for i := range base.sources {
			r := base
			r.source = &base.sources[i]
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return []row{base}
	}
	return out
}

// field is the text of a cell as it is written: on one line, guarded, and cut
// where no spreadsheet would hold it.
func field(c cell, guard bool) string {
	if c.number {
		return c.text
	}
	s := oneLine(c.text)
	if guard {
		s = GuardFormula(s)
	}
	return cut(s, LongestCell)
}

// cut shortens a text to most UTF-16 units and says how many characters it lost.
func cut(s string, most int) string {
	if len(s) <= most || utf16Len(s) <= most {
		return s
	}
	room := most - len(" [cut: 1234567890123 more characters]")
	kept := 0
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			kept = i
			break
		}
	}
	lost := utf8.RuneCountInString(s[kept:])
	return strings.TrimRight(s[:kept], " ") + fmt.Sprintf(" [cut: %d more characters]", lost)
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
