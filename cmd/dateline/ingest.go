package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"dateline/db"
	"dateline/extract"
	"dateline/extract/article"
)

func newIngest(a *app) *cobra.Command {
	var flags ingestFlags
	cmd := &cobra.Command{
		Use:   "ingest PATH...",
		Short: "Read articles into the database",
		Long: `Read files, all files of folders, or standard input (-) into the database. Plain text, clippings
with several articles, HTML and JSON Lines are told apart by what is in them. Reading an article
again changes nothing, except that a publication day or an outlet it lacked is filled in. A file
that cannot be read is reported and skipped. Ctrl-C loses nothing that was stored.
` + ownHelp,
		Example: `  dateline ingest articles/
  dateline ingest --published 2025-04-02 --outlet "Asharq Al-Awsat" clipping.txt
  curl -s https://example.org/news.html | dateline ingest -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			job, err := flags.job(a, paths)
			if err != nil {
				return err
			}
			store, err := createStore(c.Context(), a.db, &flags.own)
			if err != nil {
				return err
			}
			defer store.Close()
			return job.run(c.Context(), store)
		},
	}
	flags.addTo(cmd)
	flags.meta.addOutlet(cmd.Flags(), "the `NAME` of the outlet of articles that state none")
	cmd.Flags().BoolVarP(&flags.verbose, "verbose", "v", false, "print a line for each article as it is stored")
	return cmd
}

// ingestFlags are the flags that tell how to read. run shares all but --outlet,
// which filters there, and --verbose.
type ingestFlags struct {
	meta    metaFlags
	own     ownFlags
	workers int
	verbose bool
}

func (f *ingestFlags) addTo(cmd *cobra.Command) {
	f.meta.addPublished(cmd.Flags(), "the day, a `DATE`, of articles that state none")
	f.own.add(cmd.Flags())
	workersFlag(cmd.Flags(), &f.workers)
}

// job checks the flags.
func (f *ingestFlags) job(a *app, paths []string) (*ingestion, error) {
	if err := checkWorkers(f.workers); err != nil {
		return nil, err
	}
	meta, err := f.meta.meta(a.today())
	if err != nil {
		return nil, err
	}
	return &ingestion{app: a, paths: paths, given: meta, workers: f.workers, verbose: f.verbose}, nil
}

// ingestion is one run of ingest: several workers extract, one goroutine stores.
type ingestion struct {
	app     *app
	paths   []string
	given   givenMeta
	workers int
	verbose bool

	known   map[string]db.Article // stored before, by key
	failed  int
	skipped int
	counts  map[db.Change]int
}

// outcome is what a worker hands to the writer: an article to store, one to be
// left alone, or the reason why there is none.
type outcome struct {
	id       string
	stored   db.Stored
	known    bool
	oddities []string
	err      error
}

// run reads and stores everything, derives the events, and prints the summary.
func (j *ingestion) run(ctx context.Context, store *db.DB) error {
	if err := j.read(ctx, store); err != nil {
		return err
	}
	stats, err := store.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(j.app.out, "%d new, %s%d unchanged, %s%d failed; %d events\n",
		j.counts[db.New], some(j.counts[db.Updated], "updated"), j.counts[db.Unchanged], some(j.skipped, "skipped"), j.failed, stats.Events)
	return j.verdict()
}

// read reads and stores everything and derives the events.
func (j *ingestion) read(ctx context.Context, store *db.DB) error {
	stored, err := store.Articles(ctx)
	if err != nil {
		return err
	}
	j.known, j.counts = map[string]db.Article{}, map[db.Change]int{}
	outdated := 0
	for _, s := range stored {
		j.known[s.Key] = s
		if s.Digest != extract.Digest() {
			outdated++
		}
	}
	if outdated > 0 {
		j.app.warn("the database holds %s read by other rules or tables; see dateline reextract", plural(outdated, "article"))
	}
	files := j.files()
	bar := j.app.newProgress(totalSize(files))
	defer bar.done()
	pull, stop := iter.Pull(inputs(ctx, j.app.In, files, bar))
	defer stop()
	next := func() (input, bool, error) {
		in, ok := pull()
		return in, ok, nil
	}
	put := func(o outcome) error { return j.store(ctx, store, o) }
	if err := ordered(ctx, j.workers, next, j.extract, put); err != nil {
		return err
	}
	return store.Derive(ctx)
}

// files lists what to read. A path that was named and cannot be read has failed;
// what is no article within a folder is skipped, aloud.
func (j *ingestion) files() []string {
	files, skipped := article.Walk(j.paths)
	for _, s := range skipped {
		if s.Failed {
			j.failed++
			j.app.warn("%s", message(s))
			continue
		}
		j.skipped++
		j.app.warn("skipped %s", message(s))
	}
	return files
}

// extract does a worker's part for one input.
func (j *ingestion) extract(in input) outcome {
	if in.err != nil {
		return outcome{err: in.err}
	}
	a := in.article
	if there, ok := j.known[a.Key]; ok && addsNothing(a, j.given, there) {
		return outcome{id: a.ID, known: true}
	}
	found, err := extractGiven(a, j.given)
	if err != nil {
		return outcome{err: fmt.Errorf("%s: %w", a.ID, err)}
	}
	stored, err := storedOf(a, found, j.app.Now())
	return outcome{id: a.ID, stored: stored, oddities: a.Warnings, err: err}
}

// store is the writer's part. Each article is a transaction of its own.
func (j *ingestion) store(ctx context.Context, store *db.DB, o outcome) error {
	switch {
	case o.err != nil:
		j.failed++
		j.app.warn("%s", message(o.err))
		return nil
	case o.known:
		j.counts[db.Unchanged]++
		return nil
	}
	change, err := store.Put(ctx, o.stored)
	if err != nil {
		return err
	}
	j.counts[change]++
	for _, oddity := range o.oddities {
		j.app.warn("%s: %s", o.id, oddity)
	}
	if j.verbose {
		fmt.Fprintf(j.app.out, "%s %s\n", change, o.id)
		return j.app.out.Flush()
	}
	return nil
}

// some is a part of the summary that is told only where there is something to tell.
func some(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s, ", n, what)
}

// errNothingRead ends ingest and run when there was no article at all.
var errNothingRead = errors.New("no readable article in what was given; plain text, HTML and JSON Lines can be read")

// verdict is the error that the command ends with, if any.
func (j *ingestion) verdict() error {
	switch read := j.counts[db.New] + j.counts[db.Updated] + j.counts[db.Unchanged]; {
	case read == 0:
		return errNothingRead
	case j.failed > 0:
		return errSilent
	}
	return nil
}
