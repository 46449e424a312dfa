package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"dateline/extract/date"
)

// oneOf is a usage error unless value is one of the words that flag takes.
func oneOf(flag, value string, words ...string) error {
	if slices.Contains(words, value) {
		return nil
	}
	named := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
	return usagef("%s %s: it must be one of %s", flag, value, strings.Join(named, ", "))
}

func flagError(flag string, err error) error { return usageError{fmt.Errorf("%s: %w", flag, err)} }

// asOfFlag is --as-of: the day that typed dates are read against and that
// reports are cut off at. Today is only the default of the former.
type asOfFlag struct{ typed string }

func (f *asOfFlag) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.typed, "as-of", "", "the `DATE` that stands for today: for typed dates and as the report's cut-off")
}

// day is the day given, or 0.
func (f *asOfFlag) day(today date.Day) (date.Day, error) {
	if f.typed == "" {
		return 0, nil
	}
	r, err := readDate(f.typed, today)
	if err != nil {
		return 0, flagError("--as-of", err)
	}
	if !r.Latest.Known() {
		return 0, usagef("--as-of %s has no last day", f.typed)
	}
	return r.Latest, nil
}

// workersFlag is --workers.
func workersFlag(flags *pflag.FlagSet, into *int) {
	flags.IntVar(into, "workers", runtime.GOMAXPROCS(0), "read `N` articles at the same time")
}

func checkWorkers(n int) error {
	if n < 1 {
		return usagef("--workers %d: it takes a number from 1", n)
	}
	return nil
}
