package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/reports"
)

// defaultPage is the page that run writes.
const defaultPage = "timeline.html"

func newRun(a *app) *cobra.Command {
	r := &oneShot{app: a, text: showing{app: a, command: reports.Timeline, format: "text"}}
	cmd := &cobra.Command{
		Use:   "run PATH...",
		Short: "Read articles, print their timeline and write it as a page",
		Long: `The whole way at once: read articles into a temporary database (or the one that --db names),
print the timeline, and write it as one HTML page that any browser opens.
` + filterHelp,
		Example: `  dateline run articles/
  dateline run --region "Middle East" --from 2020 -o page.html clippings.txt
  dateline run --db kept.db articles/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			return r.run(c.Context(), paths, c.Flags().Changed("db"))
		},
	}
	r.ingest.addTo(cmd)
	r.text.filter.add(cmd.Flags())
	r.text.asOf.add(cmd.Flags())
	r.page.add(cmd.Flags(), defaultPage)
	return cmd
}

// oneShot is the command run.
type oneShot struct {
	app    *app
	ingest ingestFlags
	text   showing
	page   outputFlag
}

func (r *oneShot) run(ctx context.Context, paths []string, keep bool) error {
	job, err := r.ingest.job(r.app, paths)
	if err != nil {
		return err
	}
	asOf, filter, err := r.text.compile()
	if err != nil {
		return err
	}
	file, remove, err := r.database(keep)
	if err != nil {
		return err
	}
	defer remove()
	store, err := createStore(ctx, file, &r.ingest.own)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := checkKinds(filter.Kinds); err != nil {
		return err
	}
	if err := job.read(ctx, store); err != nil {
		return err
	}
	verdict := job.verdict()
	if errors.Is(verdict, errNothingRead) {
		return verdict
	}
	if err := r.text.print(ctx, store, filter, asOf); err != nil {
		return err
	}
	if !r.page.toStdout() {
		page := r.text
		page.format, page.output = "html", r.page
		if err := page.print(ctx, store, filter, asOf); err != nil {
			return err
		}
		r.app.warn("the timeline is also in %s", r.page.file)
	}
	return verdict
}

// database is the file to read into, and what removes it afterwards if it is a temporary one.
func (r *oneShot) database(keep bool) (file string, remove func(), err error) {
	if keep {
		return r.app.db, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "dateline-")
	if err != nil {
		return "", nil, fmt.Errorf("cannot make a temporary database: %w", err)
	}
	return filepath.Join(dir, "run.db"), func() { os.RemoveAll(dir) }, nil
}
