package main

import (
	"github.com/spf13/cobra"

	"dateline/reports"
)

func newTimeline(a *app) *cobra.Command {
	s := &showing{app: a, command: reports.Timeline}
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "Print a timeline of the events",
		Long: `Print the events in order of time: under their days, those of wider dates under their
periods, those without a date at the end. Every line has its event's id, for dateline why,
and footnotes to its sources.
` + filterHelp,
		Example: `  dateline timeline --actor Iran --from 2020
  dateline timeline --region Yemen --format html -o yemen.html
  dateline timeline --kind armed --from "last month" --as-of 2020-01-23`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return s.run(c.Context()) },
	}
	s.addTo(cmd)
	return cmd
}
