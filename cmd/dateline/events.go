package main

import (
	"github.com/spf13/cobra"

	"dateline/reports"
)

func newEvents(a *app) *cobra.Command {
	s := &showing{app: a, command: reports.Events}
	cmd := &cobra.Command{
		Use:   "events",
		Short: "Print the events as a table",
		Long:  "Print the events that the timeline shows as a table, one a line.\n" + filterHelp,
		Example: `  dateline events --kind armed --min-killed 10
  dateline events --actor Houthi --as target --order desc --limit 20`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return s.run(c.Context()) },
	}
	s.addTo(cmd)
	return cmd
}
