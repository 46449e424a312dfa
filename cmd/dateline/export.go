package main

import (
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/reports"
)

func newExport(a *app) *cobra.Command {
	s := &showing{app: a, command: reports.Export}
	csv := csvFlags{}
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the events as CSV, JSON or JSON Lines",
		Long: `Write the events that the timeline shows, all of them, as data. JSON Lines without filters
hold events of every kind and modality.
` + filterHelp,
		Example: `  dateline export --region "Red Sea" > red-sea.csv
  dateline export --excel --delimiter ';' -o events.csv
  dateline export --format jsonl --kind armed | jq .summary`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if s.options.CSV, err = csv.options(); err != nil {
				return err
			}
			s.filter.filter.All = s.format == "jsonl" && s.filter.unset()
			return s.run(c.Context())
		},
	}
	s.addTo(cmd)
	csv.addTo(cmd)
	return cmd
}

// csvFlags are the flags for spreadsheets.
type csvFlags struct {
	rows, delimiter string
	excel, noGuard  bool
}

func (f *csvFlags) addTo(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.rows, "rows", "event", "CSV: a row for each `ITEM`: event, or actor or source of an event")
	flags.StringVar(&f.delimiter, "delimiter", ",", "CSV: the `CHARACTER` between cells")
	flags.BoolVar(&f.excel, "excel", false, "CSV: with byte order mark and CRLF, as spreadsheets like it")
	flags.BoolVar(&f.noGuard, "no-formula-guard", false, "CSV: leave text alone that a spreadsheet would run as a formula")
}

func (f csvFlags) options() (reports.CSVOptions, error) {
	var out reports.CSVOptions
	if err := oneOf("--rows", f.rows, "event", "actor", "source"); err != nil {
		return out, err
	}
	delimiter, size := utf8.DecodeRuneInString(f.delimiter)
	if size == 0 || size != len(f.delimiter) || delimiter == '"' || delimiter == '\r' || delimiter == '\n' {
		return out, usagef("--delimiter %q: it takes one character, such as ';' or a tab", f.delimiter)
	}
	return reports.CSVOptions{Rows: reports.Rows(f.rows), Delimiter: delimiter, Excel: f.excel, NoFormulaGuard: f.noGuard}, nil
}
