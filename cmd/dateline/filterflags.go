package main

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"dateline/extract/date"
	"dateline/timeline"
)

// filterHelp is the part on filters in the help of every command that has them.
const filterHelp = `
A flag given twice means or, different flags mean and: --actor Iran --actor Houthi --region Yemen
keeps what either took part in and that lies in Yemen. Dates may be typed as 2020-01-23, 2020-01,
2020, 2020-01-03/2020-01-23, "March 2019", "last month" or "3 days ago"; a period is taken whole.`

// filterFlags are the flags that choose events, the same for every command.
type filterFlags struct {
	filter   timeline.Filter
	from, to string
	order    string
}

// add puts the flags into the set of a command.
func (f *filterFlags) add(flags *pflag.FlagSet) {
	list := func(into *[]string, name, usage string) { flags.StringArrayVar(into, name, nil, usage) }
	list(&f.filter.Actors, "actor", "events in which `NAME` takes part, under any alias, through its organs and office holders")
	flags.StringVar(&f.filter.As, "as", "", "the `ROLE` that --actor must have: actor or target")
	list(&f.filter.With, "with", "events in which `NAME` takes part as well")
	list(&f.filter.Regions, "region", "events in a `PLACE`: town, province, country, sea or world region")
	list(&f.filter.Kinds, "kind", "events of a `KIND` or family of kinds (dateline stats lists them)")
	flags.StringVar(&f.from, "from", "", "events that began on `DATE` or later")
	flags.StringVar(&f.to, "to", "", "events that began on `DATE` or earlier")
	flags.BoolVar(&f.filter.Maybe, "maybe", false, "with --from or --to: also events that only may fall inside")
	flags.BoolVar(&f.filter.Undated, "undated", false, "with --from or --to: also events without date or year")
	list(&f.filter.Text, "text", "events whose evidence holds `WORDS` (full-text search)")
	flags.IntVar(&f.filter.MinKilled, "min-killed", 0, "events that killed at least `N` people")
	list(&f.filter.Outlets, "outlet", "events that `OUTLET` reported")
	list(&f.filter.Include, "include", "also events of a `CLASS` that is left out otherwise: speech, planned, hypothetical, negated")
	flags.StringVar(&f.order, "order", "asc", "`asc` (oldest first) or desc")
	flags.IntVar(&f.filter.Limit, "limit", 0, "at most `N` events; says how many are left out")
}

// compile checks the flags and returns the filter they make; ref is the day
// that relative dates are read against.
func (f *filterFlags) compile(ref date.Day) (timeline.Filter, error) {
	out := f.filter
	if err := f.checkWords(); err != nil {
		return out, err
	}
	out.Descending = f.order == "desc"
	if f.from != "" {
		r, err := readDate(f.from, ref)
		if err != nil {
			return out, flagError("--from", err)
		}
		out.From = r.Earliest
	}
	if f.to != "" {
		r, err := readDate(f.to, ref)
		if err != nil {
			return out, flagError("--to", err)
		}
		out.To = r.Latest
	}
	return out, f.checkPeriod(out)
}

// unset reports whether no flag chooses among the events.
func (f *filterFlags) unset() bool {
	chosen := f.filter
	chosen.Limit = 0
	return reflect.ValueOf(chosen).IsZero() && f.from == "" && f.to == ""
}

// words tells what was asked for, for the head of a report.
func (f *filterFlags) words(out timeline.Filter) string {
	var parts []string
	add := func(label string, values ...string) {
		if len(values) > 0 {
			parts = append(parts, label+" "+strings.Join(values, " or "))
		}
	}
	role := "actor or target"
	if out.As != "" {
		role = out.As
	}
	add(role, out.Actors...)
	add("with", out.With...)
	add("in", out.Regions...)
	add("kind", out.Kinds...)
	if out.From.Known() {
		add("from", out.From.String())
	}
	if out.To.Known() {
		add("to", out.To.String())
	}
	for _, also := range []struct {
		set  bool
		what string
	}{{out.Maybe, "those that may fall inside"}, {out.Undated, "undated ones"}} {
		if also.set {
			add("also", also.what)
		}
	}
	add("text", out.Text...)
	if out.MinKilled > 0 {
		add("killed at least", strconv.Itoa(out.MinKilled))
	}
	add("outlet", out.Outlets...)
	add("including", out.Include...)
	return strings.Join(parts, "; ")
}

func (f *filterFlags) checkWords() error {
	if err := oneOf("--as", f.filter.As, "", "actor", "target"); err != nil {
		return err
	}
	if err := oneOf("--order", f.order, "asc", "desc"); err != nil {
		return err
	}
	for _, class := range f.filter.Include {
		if err := oneOf("--include", class, "speech", "planned", "hypothetical", "negated"); err != nil {
			return err
		}
	}
	if f.filter.As != "" && len(f.filter.Actors) == 0 {
		return usagef("--as says which role --actor must have; name one with --actor")
	}
	if f.filter.Limit < 0 || f.filter.MinKilled < 0 {
		return usagef("--limit and --min-killed take numbers from 0")
	}
	return nil
}

func (f *filterFlags) checkPeriod(out timeline.Filter) error {
	if f.from != "" && !out.From.Known() {
		return usagef("--from %s has no first day", f.from)
	}
	if f.to != "" && !out.To.Known() {
		return usagef("--to %s has no last day", f.to)
	}
	if out.From.Known() && out.To.Known() && out.From > out.To {
		return usagef("--from %s lies after --to %s", out.From, out.To)
	}
	return nil
}
