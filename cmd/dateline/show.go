package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline/db"
	"dateline/extract/date"
	"dateline/reports"
	"dateline/timeline"
)

// showing is what timeline, events and export have in common: filters, a
// format out of those of the command, and somewhere to write to.
type showing struct {
	app     *app
	command string // of reports
	filter  filterFlags
	asOf    asOfFlag
	output  outputFlag
	format  string
	options reports.Options
}

// addTo gives cmd the flags of s.
func (s *showing) addTo(cmd *cobra.Command) {
	flags := cmd.Flags()
	s.filter.add(flags)
	s.asOf.add(flags)
	formats := reports.FormatsOf(s.command)
	s.format = formats[0].Name
	if len(formats) > 1 {
		flags.StringVar(&s.format, "format", s.format, "the `FORMAT`: "+formatHelp(formats))
		s.output.add(flags, "")
	}
}

func formatHelp(formats []reports.Format) string {
	about := make([]string, len(formats))
	for i, f := range formats {
		about[i] = fmt.Sprintf("%s (%s)", f.Name, f.About)
	}
	return strings.Join(about, ", ")
}

func (s *showing) checkFormat() error {
	var names []string
	for _, f := range reports.FormatsOf(s.command) {
		names = append(names, f.Name)
	}
	return oneOf("--format", s.format, names...)
}

// run queries the store and prints what the filters chose.
func (s *showing) run(ctx context.Context) error {
	if err := s.checkFormat(); err != nil {
		return err
	}
	asOf, filter, err := s.compile()
	if err != nil {
		return err
	}
	store, err := s.app.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := checkKinds(filter.Kinds); err != nil {
		return err
	}
	return s.print(ctx, store, filter, asOf)
}

// compile reads the typed dates and the filters.
func (s *showing) compile() (asOf date.Day, filter timeline.Filter, err error) {
	asOf, err = s.asOf.day(s.app.today())
	if err != nil {
		return 0, filter, err
	}
	ref := asOf
	if !ref.Known() {
		ref = s.app.today()
	}
	filter, err = s.filter.compile(ref)
	return asOf, filter, err
}

// print writes the events of store that filter chooses.
func (s *showing) print(ctx context.Context, store *db.DB, filter timeline.Filter, asOf date.Day) error {
	shown, err := store.Query(ctx, filter)
	if err != nil {
		return err
	}
	if len(shown.Events) == 0 {
		if err := s.app.hintNames(ctx, store, filter); err != nil {
			return err
		}
	}
	if asOf.Known() {
		shown.AsOf = asOf
	}
	report := reports.Report{
		Query:      s.filter.words(filter),
		Shown:      shown,
		Descending: filter.Descending,
		Options:    s.options,
	}
	if s.output.toStdout() {
		report.Options.Width, report.Options.Colour = s.app.terminal()
	}
	if report.Options.Width == 0 && s.command == reports.Events {
		report.Options.Width = unlimited // whoever reads a table through a pipe wants all of it
	}
	return s.output.write(s.app.out, func(w io.Writer) error { return reports.Write(w, s.format, report) })
}

// unlimited is the width of a table that is not cut off.
const unlimited = -1

// terminal is the width of stdout and whether it takes colours; 0 and false if
// it is no terminal.
func (a *app) terminal() (width int, colour bool) {
	f, ok := a.Stdio.Out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		width = 0
	}
	return width, a.Getenv("NO_COLOR") == ""
}
