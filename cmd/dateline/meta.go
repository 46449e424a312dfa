package main

import (
	"github.com/spf13/pflag"

	"dateline/extract/date"
)

// metaFlags are --published and --outlet: what a user knows of articles.
type metaFlags struct{ published, outlet string }

func (f *metaFlags) addPublished(flags *pflag.FlagSet, usage string) {
	flags.StringVar(&f.published, "published", "", usage)
}

func (f *metaFlags) addOutlet(flags *pflag.FlagSet, usage string) {
	flags.StringVar(&f.outlet, "outlet", "", usage)
}

// givenMeta is what the flags say.
type givenMeta struct {
	published date.Day // 0 if not given
	outlet    string
}

func (f metaFlags) meta(today date.Day) (givenMeta, error) {
	out := givenMeta{outlet: oneLine(f.outlet)}
	if f.published == "" {
		return out, nil
	}
	day, err := readDay(f.published, today)
	if err != nil {
		return out, flagError("--published", err)
	}
	out.published = day
	return out, nil
}
