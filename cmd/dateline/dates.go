package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/extract"
	"dateline/extract/article"
)

func newDates(a *app) *cobra.Command {
	d := &dates{app: a}
	cmd := &cobra.Command{
		Use:   "dates [FILE...]",
		Short: "Show a text with its time expressions and what they mean",
		Long: `Read articles from files, folders or standard input, and show each with its time expressions
marked, and how each was read: its TIMEX3 value, the days meant as EDTF, the rule that found it,
the day it was resolved against, and what was filled in from there. Any format is read that ingest
reads. No database is used, and no event looked for.`,
		Example: `  dateline dates clipping.txt
  echo 'The truce of May 3 ended on Tuesday.' | dateline dates --published 2020-01-23
  dateline dates --format csv articles/ > dates.csv`,
		RunE: func(c *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{article.Stdin}
			}
			return d.run(c.Context(), paths)
		},
	}
	flags := cmd.Flags()
	d.meta.addPublished(flags, "the day, a `DATE`, of articles that state none")
	flags.StringVar(&d.format, "format", "text", "the `FORMAT`: text, csv (a row an expression) or jsonl (a line an article)")
	flags.StringVar(&d.colour, "color", "auto", "`WHEN` to mark by colour instead of brackets: auto (on a terminal, unless $NO_COLOR is set), always or never")
	return cmd
}

// dates is the command dates.
type dates struct {
	app    *app
	meta   metaFlags
	format string
	colour string
}

func (d *dates) run(ctx context.Context, paths []string) error {
	if err := oneOf("--format", d.format, "text", "csv", "jsonl"); err != nil {
		return err
	}
	if err := oneOf("--color", d.colour, "auto", "always", "never"); err != nil {
		return err
	}
	given, err := d.meta.meta(d.app.today())
	if err != nil {
		return err
	}
	files, skipped := article.Walk(paths)
	shown, failed := 0, false
	for _, s := range skipped {
		d.app.warn("skipped %s", message(s))
		failed = failed || s.Failed
	}
	show := d.printer()
	for in := range inputs(ctx, d.app.In, files, progress{}) {
		if err := ctx.Err(); err != nil {
			return err
		}
		found, err := datesOf(in, given)
		if err != nil {
			d.app.warn("%s", message(err))
			failed = true
			continue
		}
		for _, oddity := range found.Article.Warnings {
			d.app.warn("%s: %s", found.Article.ID, oddity)
		}
		if err := show(found); err != nil {
			return err
		}
		shown++
	}
	switch {
	case shown == 0:
		return errNothingRead
	case failed:
		return errSilent
	}
	return nil
}

// datesOf reads the times of one input.
func datesOf(in input, given givenMeta) (extract.Result, error) {
	if in.err != nil {
		return extract.Result{}, in.err
	}
	found, err := readGiven(in.article, given, extract.Times)
	if err != nil {
		err = fmt.Errorf("%s: %w", in.article.ID, err)
	}
	return found, err
}

// printer returns what writes one article in the format asked for.
func (d *dates) printer() func(extract.Result) error {
	switch d.format {
	case "csv":
		return datesCSV(d.app.out)
	case "jsonl":
		return datesJSON(d.app.out)
	}
	coloured := d.colour == "always"
	if d.colour == "auto" {
		_, coloured = d.app.terminal()
	}
	return datesText(d.app.out, coloured)
}
