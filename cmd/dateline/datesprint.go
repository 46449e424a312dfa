package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/date"
	"dateline/extract/timex"
	"dateline/reports"
)

// The ANSI styles in which dates are marked on a terminal.
const (
	styleHead   = "\x1b[1m"
	stylePhrase = "\x1b[1;36m"
	styleValue  = "\x1b[0;2m"
	styleEnd    = "\x1b[0m"
)

// datesText writes articles as they are, with their time expressions marked, and
// under each a table of what they mean.
func datesText(w io.Writer, coloured bool) func(extract.Result) error {
	first := true
	return func(found extract.Result) error {
		if !first {
			fmt.Fprintln(w)
		}
		first = false
		head := articleHead(found.Article)
		if coloured {
			head = styleHead + head + styleEnd
		}
		fmt.Fprintf(w, "%s\n\n%s\n\n", head, strings.TrimSpace(markTimes(found, coloured)))
		return timesTable(w, found.Timexes)
	}
}

// articleHead names an article, the day on which it came out and how that is known.
func articleHead(a article.Article) string {
	head := a.ID
	if a.Title != "" {
		head += ", " + a.Title
	}
	if !a.Published.Day.Known() {
		return oneLine(head + ", publication day unknown")
	}
	head += fmt.Sprintf(", published %s (%s", a.Published.Day, a.Published.Basis)
	if a.Published.Where != "" {
		head += ": " + a.Published.Where
	}
	return oneLine(head + ")")
}

// markTimes is the text of an article with the value beside each time expression.
func markTimes(found extract.Result, coloured bool) string {
	mark := "[%s = %s]"
	if coloured {
		mark = stylePhrase + "%s" + styleValue + " = %s" + styleEnd
	}
	var out strings.Builder
	text, done := found.Article.Text, 0
	for _, t := range found.Timexes {
		out.WriteString(reports.Clean(text[done:t.Span.Start]))
		fmt.Fprintf(&out, mark, reports.Clean(t.Text), t.TIMEX3)
		done = t.Span.End
	}
	out.WriteString(reports.Clean(text[done:]))
	return out.String()
}

func timesTable(w io.Writer, times []timex.Timex) error {
	if len(times) == 0 {
		_, err := fmt.Fprintln(w, "no time expressions")
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "EXPRESSION\tTYPE\tVALUE\tEDTF\tRULE\tANCHOR\tFILLED IN")
	for _, t := range times {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", oneLine(t.Text), t.Type, t.TIMEX3,
			orNone(t.Range.EDTF(), "-"), t.Rule, orNone(t.Anchor, "-"), orNone(t.Filled.String(), "-"))
	}
	return table.Flush()
}

// datesCSV writes a row for each time expression.
func datesCSV(w io.Writer) func(extract.Result) error {
	out := csv.NewWriter(w)
	out.Write([]string{"article", "published_at", "start", "end", "text", "type", "value", "edtf", "earliest", "latest",
		"precision", "basis", "rule", "anchor", "filled_in"})
	return func(found extract.Result) error {
		runes := runeIndex(found.Article.Text)
		for _, t := range found.Timexes {
			cells := []string{
				found.Article.ID, found.Article.Published.Day.String(), strconv.Itoa(runes(t.Span.Start)), strconv.Itoa(runes(t.Span.End)),
				t.Text, string(t.Type), t.TIMEX3, t.Range.EDTF(), t.Range.Earliest.String(), t.Range.Latest.String(),
				string(t.Range.Precision), string(t.Range.Basis), t.Rule, t.Anchor, t.Filled.String(),
			}
			for i := range cells {
				cells[i] = reports.GuardFormula(cells[i])
			}
			out.Write(cells)
		}
		out.Flush()
		return out.Error()
	}
}

// articleDatesJSON is a line of dates --format jsonl.
type articleDatesJSON struct {
	ID             string           `json:"id"`
	Published      date.Day         `json:"published"`
	PublishedBasis string           `json:"published_basis"`
	Timexes        []filledTimeJSON `json:"timexes"`
}

// filledTimeJSON is a time expression in the form of annotate, with the days
// meant and what of them the words do not tell.
type filledTimeJSON struct {
	reports.TimexJSON
	Earliest  date.Day       `json:"earliest"` // null if open or unknown
	Latest    date.Day       `json:"latest"`
	Precision date.Precision `json:"precision"`
	Basis     date.Basis     `json:"basis"`
	Filled    []string       `json:"filled_in"`
}

// datesJSON writes a line for each article.
func datesJSON(w io.Writer) func(extract.Result) error {
	enc := reports.NewJSONEncoder(w)
	return func(found extract.Result) error {
		a := found.Article
		line := articleDatesJSON{ID: a.ID, Published: a.Published.Day, PublishedBasis: a.Published.Basis, Timexes: []filledTimeJSON{}}
		runes := runeIndex(a.Text)
		for _, t := range found.Timexes {
			line.Timexes = append(line.Timexes, filledTimeJSON{
				TimexJSON: timexJSON(t, runes), Earliest: t.Range.Earliest, Latest: t.Range.Latest,
				Precision: t.Range.Precision, Basis: t.Range.Basis, Filled: append([]string{}, t.Filled.Names()...),
			})
		}
		return enc.Encode(line)
	}
}
