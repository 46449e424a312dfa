package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"dateline/db"
	"dateline/extract"
)

func newReextract(a *app) *cobra.Command {
	var all bool
	var workers int
	var own ownFlags
	cmd := &cobra.Command{
		Use:   "reextract",
		Short: "Extract stored articles again after a change of rules or data",
		Long: `Extract the stored articles again that were extracted by other rules or data than those of
this dateline, or without the tables of your own. What was set by hand stays. Ctrl-C loses
nothing; the rest is done next time.
` + ownHelp,
		Example: `  dateline reextract
  dateline reextract --all`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := checkWorkers(workers); err != nil {
				return err
			}
			return a.reextract(c.Context(), &own, all, workers)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "every article, even those that are up to date")
	own.add(cmd.Flags())
	workersFlag(cmd.Flags(), &workers)
	return cmd
}

// reextract extracts all articles again that have another digest, or all.
func (a *app) reextract(ctx context.Context, own *ownFlags, all bool, workers int) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := own.store(ctx, store); err != nil {
		return err
	}
	if err := prepare(ctx, store); err != nil {
		return err
	}
	digest := extract.Digest()
	if all {
		digest = ""
	}
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
