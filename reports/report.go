// Package reports prints events: as reports to read (text, Markdown, HTML), as
// a table on a terminal, and as data (CSV, JSON, JSON Lines). It sees timeline
// values only and is pure: no store, no clock, the same bytes for the same
// events.
package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/timeline"
)

// Report is what is to be printed, in whichever format.
type Report struct {
	Title      string         // the scope; "" leaves it to the query
	Query      string         // the filters in words, "" if there are none
	Shown      timeline.Shown // the events and what was left out
	Descending bool           // newest first
	Options    Options
}

// Options are settings of single formats. The zero value is the default.
type Options struct {
	// Width is the number of columns of text reports and tables: 0 is 100,
	// below 0 is no limit.
	Width int
	// Colour marks text reports with ANSI colours.
	Colour bool
	CSV    CSVOptions
}

// The commands that print events.
const (
	Timeline = "timeline"
	Events   = "events"
	Export   = "export"
)

// Format is a form in which events are printed.
type Format struct {
	Name       string   // as typed after --format
	Extensions []string // of files, with the dot
	Media      string   // media type
	About      string   // what it is, for help
	Command    string   // Timeline, Events or Export

	write func(io.Writer, *Report) error
}

// formats is the table of all formats; the first of a command is its default.
var formats = []Format{
	{"text", []string{".txt"}, "text/plain; charset=utf-8", "a report for the terminal", Timeline, writeText},
	{"md", []string{".md", ".markdown"}, "text/markdown; charset=utf-8", "the report in Markdown", Timeline, writeMarkdown},
	{"html", []string{".html", ".htm"}, "text/html; charset=utf-8", "the report as one page that needs no network, with filters", Timeline, writeHTML},
	{"table", nil, "text/plain; charset=utf-8", "the events as a table, one a line", Events, writeTable},
	{"csv", []string{".csv"}, "text/csv; charset=utf-8", "a table for spreadsheets, one row an event", Export, writeCSV},
	{"json", []string{".json"}, "application/json", "one JSON object with all events", Export, writeJSON},
	{"jsonl", []string{".jsonl", ".ndjson"}, "application/jsonl", "JSON Lines: an event a line", Export, writeJSONLines},
}

// Formats returns every format in the order of help.
func Formats() []Format { return slices.Clone(formats) }

// FormatsOf returns the formats of one command, its default first.
func FormatsOf(command string) []Format {
	return slices.DeleteFunc(Formats(), func(f Format) bool { return f.Command != command })
}

// Write prints r to w in the named format.
func Write(w io.Writer, format string, r Report) error {
	var names []string
	for _, f := range formats {
		if f.Name == format {
			return f.write(w, &r)
		}
		names = append(names, f.Name)
	}
	return fmt.Errorf("no such format: %q; there are %s", format, strings.Join(names, ", "))
}
