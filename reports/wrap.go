package reports

import (
	"slices"
	"strings"

	"github.com/rivo/uniseg"
)

// wrap breaks a text at spaces into lines of at most width columns, each with
// indent before it; the first line has first instead. A word wider than a line
// stays whole: ids and addresses are for copying. No limit for a width below 1.
func wrap(s, first, indent string, width int) []string {
	var lines []string
	line, used, empty := first, uniseg.StringWidth(first), true
	for word := range strings.FieldsSeq(s) {
		w := uniseg.StringWidth(word)
		if !empty && width > 0 && used+1+w > width {
			lines = append(lines, line)
			line, used, empty = indent, uniseg.StringWidth(indent), true
		}
		if !empty {
			line += " "
			used++
		}
		line += word
		used += w
		empty = false
	}
	return append(lines, line)
}

// fit cuts a text to width columns, with an ellipsis where it was cut.
func fit(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	var b strings.Builder
	used := 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if used += g.Width(); used > width-1 {
			break
		}
		b.WriteString(g.Str())
	}
	return b.String() + "…"
}

// pad fills a text with spaces up to width columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

// fitExactly is the beginning of s that takes up width columns.
func fitExactly(s string, width int) string {
	used := 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if used += g.Width(); used >= width {
			_, end := g.Positions()
			return s[:end]
		}
	}
	return s
}

// align writes rows as lines of columns, gap spaces apart; the columns named in
// right are flush right.
func align(rows [][]string, gap int, right ...int) []string {
	widths := columnWidths(rows)
	var lines []string
	for _, row := range rows {
		var b strings.Builder
		for i, c := range row {
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gap))
			}
			if slices.Contains(right, i) {
				b.WriteString(strings.Repeat(" ", widths[i]-uniseg.StringWidth(c)) + c)
			} else {
				b.WriteString(pad(c, widths[i]))
			}
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return lines
}

// columnWidths is the width of the widest cell of each column.
func columnWidths(rows [][]string) []int {
	var widths []int
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], uniseg.StringWidth(c))
		}
	}
	return widths
}
