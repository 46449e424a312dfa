package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
)

func newWhy(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "why EVENT_ID...",
		Short: "Show where an event comes from",
		Long: `Show every mention that an event was made of: the article, the sentence with the trigger and
the time phrase marked, how the date was reckoned, how actors and places were resolved, and
why mentions were merged. An id from an older export leads to the event that now holds its mention.`,
		Example: "  dateline why e7k2m9qd",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(c *cobra.Command, ids []string) error { return a.why(c.Context(), ids) },
	}
}

func (a *app) why(ctx context.Context, ids []string) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	for i, id := range ids {
		evidence, err := store.Why(ctx, id)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		if evidence.Event.ID != id {
			fmt.Fprintf(a.out, "%s is now part of %s\n", id, evidence.Event.ID)
		}
		explanation{a.out, evidence}.print()
	}
	return nil
}
