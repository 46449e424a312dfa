package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/db"
	"dateline/extract"
)

func newStats(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Count what the database holds",
		Long:  "Count articles, mentions and events, by kind, basis of the date, modality, country and outlet.",
		Example: `  dateline stats
  dateline stats --format json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("--format", format, "text", "json"); err != nil {
				return err
			}
			return a.stats(c.Context(), format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the `FORMAT`: text or json")
	return cmd
}

func (a *app) stats(ctx context.Context, format string) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	s, err := store.Stats(ctx)
	if err != nil {
		return err
	}
	if format == "json" {
		return statsJSON(a.out, s)
	}
	return statsText(a.out, s)
}

// statsLists are the counts by name, in the order printed.
func statsLists(s db.Stats) []struct {
	label   string
	numbers []db.Number
} {
	return []struct {
		label   string
		numbers []db.Number
	}{
		{"kinds", s.Kinds}, {"bases", s.Bases}, {"modalities", s.Modalities}, {"countries", s.Countries}, {"outlets", s.Outlets},
	}
}

func statsText(w io.Writer, s db.Stats) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "articles\t%d\n", s.Articles)
	if s.First.Known() {
		fmt.Fprintf(table, "published\t%s to %s\n", s.First, s.Last)
	}
	fmt.Fprintf(table, "of unknown day\t%d\nsentences\t%d\nmentions\t%d\nevents\t%d\nrules and data\t%s\n",
		s.Undated, s.Sentences, s.Mentions, s.Events, extract.Digest())
	for _, list := range statsLists(s) {
		fmt.Fprintf(table, "\n%s\n", list.label)
		for _, n := range list.numbers {
			fmt.Fprintf(table, "  %s\t%d\n", orNone(n.Name, "(unknown)"), n.N)
		}
	}
	return table.Flush()
}

func statsJSON(w io.Writer, s db.Stats) error {
	out := map[string]any{
		"articles": s.Articles, "articles_of_unknown_day": s.Undated, "sentences": s.Sentences, "mentions": s.Mentions,
		"events": s.Events, "first_published_at": s.First, "last_published_at": s.Last, "digest": extract.Digest(),
	}
	for _, list := range statsLists(s) {
		counts := map[string]int{}
		for _, n := range list.numbers {
			counts[n.Name] = n.N
		}
		out[list.label] = counts
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
