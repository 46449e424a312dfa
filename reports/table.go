package reports

import (
	"bufio"
	"cmp"
	"io"
	"strconv"
	"strings"

	"dateline/timeline"
)

// tableColumn is a column of the table of events. Those that may shrink give
// way, in proportion, where a line would be wider than the terminal.
type tableColumn struct {
	name   string
	least  int // columns to which it may shrink; 0 if it may not
	number bool
	cell   func(*timeline.Event) string
}

var tableColumns = []tableColumn{
	{"date", 0, false, shortWhen},
	{"kind", 0, false, func(e *timeline.Event) string { return kindInWords(e.Kind) }},
	{"who", 10, false, func(e *timeline.Event) string { return listed(namesInWords(e.Actors), 3) }},
	{"whom", 10, false, func(e *timeline.Event) string { return listed(namesInWords(e.Targets), 3) }},
	{"place", 10, false, placeInWords},
	{"killed", 0, true, killedInWords},
	{"status", 8, false, func(e *timeline.Event) string { return join(", ", statusInWords(e)...) }},
	{"articles", 0, true, func(e *timeline.Event) string { return strconv.Itoa(len(articlesOf(e))) }},
	{"id", 0, false, func(e *timeline.Event) string { return oneLine(e.ID) }},
}

func writeTable(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	events := r.ordered()
	rows := make([][]string, 1, len(events)+1)
	var right []int
	for i, c := range tableColumns {
		rows[0] = append(rows[0], c.name)
		if c.number {
			right = append(right, i)
		}
	}
	for i := range events {
		var row []string
		for _, c := range tableColumns {
			row = append(row, c.cell(&events[i]))
		}
		rows = append(rows, row)
	}
	if len(events) > 0 {
		shrink(rows, widthOf(r.Options))
		for _, line := range align(rows, tableGap, right...) {
			out.WriteString(line + "\n")
		}
	}
	for _, n := range notices(r) {
		out.WriteString(n + "\n")
	}
	return out.Flush()
}

// tableGap is the number of spaces between columns.
const tableGap = 2

// shrink cuts the cells of columns that may shrink until rows fit into width:
// always the widest of them first.
func shrink(rows [][]string, width int) {
	widths := columnWidths(rows)
	total := tableGap * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for width > 0 && total > width {
		widest := -1
		for i, c := range tableColumns {
			if c.least > 0 && widths[i] > c.least && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
		total--
	}
	for _, row := range rows {
		for i := range row {
			row[i] = fit(row[i], widths[i])
		}
	}
}

// shortWhen is the date as a table has it: ISO, with the words of a report
// where it is no single day ("by 2020-01-23").
func shortWhen(e *timeline.Event) string {
	r := e.Date.Range
	switch m := mark(e); m {
	case "by":
		return m + " " + r.Latest.String()
	case "after":
		return m + " " + r.Earliest.String()
	case "c.":
		if isReportDay(r) {
			return m + " " + r.Latest.String()
		}
		return m + " " + strings.TrimSuffix(r.EDTF(), "~")
	case "between":
		return r.Earliest.String() + ".." + sinceShared(r.Earliest.String(), r.Latest.String())
	case "":
		if r.Bounded() {
			return r.Earliest.String()
		}
	}
	return cmp.Or(r.EDTF(), "undated")
}

// sinceShared is what an ISO day adds to an earlier one: "23" of 2020-01-23
// after 2020-01-03.
func sinceShared(earlier, later string) string {
	for _, n := range []int{lenMonth, lenYear} {
		if strings.HasPrefix(later, earlier[:n]) {
			return later[n+1:]
		}
	}
	return later
}

func killedInWords(e *timeline.Event) string {
	if e.Killed == nil {
		return ""
	}
	return countInWords(*e.Killed)
}
