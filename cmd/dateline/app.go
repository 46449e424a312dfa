package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline/extract/date"
)

// Stdio is what a run of dateline sees of the world besides files.
type Stdio struct {
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	Now    func() time.Time // "today" of the dates that a user types, nothing else
}

// defaultDB is the database where neither --db nor $DATELINE_DB names one.
const defaultDB = "dateline.db"

// Run does what the command line args asks for. An error has been reported on
// stdio.Err when it is returned; it only tells the exit code.
func Run(ctx context.Context, args []string, stdio Stdio) error {
	a := &app{Stdio: stdio, out: bufio.NewWriter(stdio.Out)}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdio.In)
	root.SetOut(a.out)
	root.SetErr(stdio.Err)

	err := root.ExecuteContext(ctx)
	if err != nil && !a.started { // cobra could not make sense of the command line
		err = usageError{err}
	}
	if flushErr := a.out.Flush(); err == nil {
		err = flushErr
	}
	switch {
	case err == nil, isClosedPipe(err):
		return nil
	case !errors.Is(err, errSilent):
		a.warn("%s", message(err))
	}
	return err
}

// app is one run: its streams and the flags that every command has.
type app struct {
	Stdio
	out     *bufio.Writer // on Stdio.Out
	db      string        // --db
	started bool          // the command line was understood
}

// warn prints one line on stderr.
func (a *app) warn(format string, args ...any) {
	fmt.Fprintf(a.Err, "dateline: "+format+"\n", args...)
}

// today is the reference of typed dates.
func (a *app) today() date.Day { return date.FromTime(a.Now()) }

// onTerminal reports whether stderr is a terminal, for the progress bar.
func (a *app) onTerminal() bool {
	f, ok := a.Err.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// root is the command tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline",
		Short: "Dated events out of news articles",
		Long: `dateline reads news articles and writes down what happened, when, where, who did it
and to whom. It keeps the events in one SQLite file and prints timelines of them.
Nothing is sent or fetched over a network.`,
		Example: `  dateline run articles/                     read a folder, print its timeline, write timeline.html
  dateline ingest articles/                  read a folder into dateline.db
  dateline timeline --actor Iran             what Iran did, and what was done to it
  dateline export --region Yemen > yemen.csv`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.unknownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRun: func(*cobra.Command, []string) {
			a.started = true
		},
	}
	root.PersistentFlags().StringVar(&a.db, "db", a.dbFromEnv(), "the database `FILE`; $DATELINE_DB sets another default")
	root.SetHelpCommandGroupID(groupOther)
	root.AddGroup(&cobra.Group{ID: groupRead, Title: "Reading articles:"},
		&cobra.Group{ID: groupAsk, Title: "Asking for events:"},
		&cobra.Group{ID: groupOther, Title: "Other:"})
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	for _, c := range commands {
		cmd := c.new(a)
		cmd.GroupID = c.group
		root.AddCommand(cmd)
	}
	return root
}

func (a *app) dbFromEnv() string {
	if file := a.Getenv("DATELINE_DB"); file != "" {
		return file
	}
	return defaultDB
}

// unknownCommand is the usage error for a word that is no command.
func (a *app) unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf("; did you mean %q?", near[0])
	}
	return fmt.Errorf("there is no command %q%s (dateline help lists them)", args[0], hint)
}
