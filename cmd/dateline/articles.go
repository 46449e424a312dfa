package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/db"
	"dateline/reports"
)

func newArticles(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "articles",
		Short: "List the articles, correct or remove one",
		Long:  "List the articles with the day on which they came out and how that is known.",
		Example: `  dateline articles
  dateline articles --format csv > articles.csv`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("--format", format, "table", "csv", "json"); err != nil {
				return err
			}
			return a.listArticles(c.Context(), format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "the `FORMAT`: table, csv or json")
	cmd.AddCommand(newArticlesSet(a), newArticlesRemove(a))
	return cmd
}

func (a *app) listArticles(ctx context.Context, format string) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	articles, err := store.Articles(ctx)
	if err != nil {
		return err
	}
	rows := make([]articleRow, len(articles))
	for i, s := range articles {
		rows[i] = rowOf(s)
	}
	print := map[string]func(io.Writer, []articleRow) error{"table": articleTable, "csv": articleCSV, "json": articleJSON}[format]
	return print(a.out, rows)
}

// articleRow is an article as it is listed.
type articleRow struct {
	ID             string  `json:"id"`
	Published      *string `json:"published_at"`
	PublishedBasis string  `json:"published_basis"`
	Outlet         string  `json:"outlet"`
	Title          string  `json:"title"`
	URL            string  `json:"url"`
	Key            string  `json:"key"`
}

func rowOf(s db.Article) articleRow {
	row := articleRow{ID: s.ID, PublishedBasis: s.PublishedBasis, Outlet: s.Outlet, Title: s.Title, URL: s.URL, Key: s.Key}
	if s.Published.Known() {
		day := s.Published.String()
		row.Published = &day
	}
	return row
}

func (r articleRow) day(unknown string) string {
	if r.Published == nil {
		return unknown
	}
	return *r.Published
}

func articleTable(w io.Writer, rows []articleRow) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ID\tPUBLISHED\tKNOWN\tOUTLET\tTITLE")
	for _, r := range rows {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", oneLine(r.ID), r.day("unknown"), r.PublishedBasis, oneLine(r.Outlet), oneLine(r.Title))
	}
	return table.Flush()
}

func articleCSV(w io.Writer, rows []articleRow) error {
	out := csv.NewWriter(w)
	out.Write([]string{"id", "published_at", "published_basis", "outlet", "title", "url", "key"})
	for _, r := range rows {
		cells := []string{r.ID, r.day(""), r.PublishedBasis, r.Outlet, r.Title, r.URL, r.Key}
		for i := range cells {
			cells[i] = reports.GuardFormula(cells[i])
		}
		out.Write(cells)
	}
	out.Flush()
	return out.Error()
}

func articleJSON(w io.Writer, rows []articleRow) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(rows)
}

func newArticlesSet(a *app) *cobra.Command {
	var given metaFlags
	cmd := &cobra.Command{
		Use:   "set ID...",
		Short: "Say when an article came out, or who published it",
		Long: `Set by hand what an article does not tell. Its events are dated anew: an article whose
dates lack their year is repaired so.`,
		Example: `  dateline articles set clipping.txt --published 2025-04-02
  dateline articles set clipping.txt#2 --outlet "Asharq Al-Awsat"`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, ids []string) error {
			meta, err := given.meta(a.today())
			if err != nil {
				return err
			}
			if meta == (givenMeta{}) {
				return usagef("nothing to set; give --published, --outlet or both")
			}
			return a.setArticles(c.Context(), ids, meta)
		},
	}
	given.addPublished(cmd.Flags(), "the day on which it came out, a `DATE`")
	given.addOutlet(cmd.Flags(), "the `NAME` of who published it")
	return cmd
}

func (a *app) setArticles(ctx context.Context, ids []string, meta givenMeta) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	for _, id := range ids {
		stored, err := store.Article(ctx, id)
		if err != nil {
			return err
		}
		if meta.published.Known() {
			stored.Published, stored.PublishedBasis, stored.PublishedWhere = meta.published, db.ByHand, ""
		}
		if meta.outlet != "" {
			stored.Outlet = meta.outlet
		}
		again, err := extractAgain(stored)
		if err != nil {
			return err
		}
		if err := store.Replace(ctx, again); err != nil {
			return err
		}
	}
	return store.Derive(ctx)
}

func newArticlesRemove(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "remove ID...",
		Short:   "Remove articles and what only they tell",
		Long:    "Remove articles with their mentions. Events that no article tells any more go too.",
		Example: "  dateline articles remove clipping.txt",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, ids []string) error {
			store, err := a.openStore(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			for _, id := range ids {
				if err := store.RemoveArticle(c.Context(), id); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
