package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"dateline/db"
)

func newReextract(a *app) *cobra.Command {
	var all bool
	var workers int
	cmd := &cobra.Command{
		Use:   "reextract",
		Short: "Extract stored articles again after a change of rules or data",
		Long: `Extract the stored articles again that were extracted by other rules or data than those of
this dateline. What was set by hand stays. Ctrl-C loses nothing; the rest is done next time.`,
		Example: `  dateline reextract
  dateline reextract --all`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := checkWorkers(workers); err != nil {
				return err
			}
			digest := rulesDigest()
			if all {
				digest = ""
			}
			return a.reextract(c.Context(), digest, workers)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "every article, even those that are up to date")
	workersFlag(cmd.Flags(), &workers)
	return cmd
}

// reextract extracts all articles again that have another digest.
func (a *app) reextract(ctx context.Context, digest string, workers int) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	type result struct {
		stored db.Stored
		err    error
	}
	pull, stop := iter.Pull2(store.StoredArticles(ctx, digest))
	defer stop()
	next := func() (db.Article, bool, error) {
		s, err, ok := pull()
		return s, ok, err
	}
	work := func(s db.Article) result {
		again, err := extractAgain(s)
		return result{again, err}
	}
	done := 0
	err = ordered(ctx, workers, next, work, func(r result) error {
		if r.err != nil {
			return r.err
		}
		done++
		return store.Replace(ctx, r.stored)
	})
	if err != nil {
		return err
	}
	if err := store.Derive(ctx); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%s extracted again\n", plural(done, "article"))
	return err
}
