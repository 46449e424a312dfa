package main

import (
	"embed"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// licenseTexts holds NOTICE as it stands at the root of the repository, and the
// licence of every module that is linked, named by licenseFile.
//
//go:embed licenses
var licenseTexts embed.FS

// goLicense is the standard library's own.
const goLicense = "std"

func newLicenses(a *app) *cobra.Command {
	var full bool
	cmd := &cobra.Command{
		Use:   "licenses",
		Short: "Print the notices and licences of what is built in",
		Long:  "Print where the data that is built into dateline comes from, and the libraries that it links with their licences.",
		Example: `  dateline licenses
  dateline licenses --full > THIRD-PARTY.txt`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return printLicenses(a.out, linkedModules(), full) },
	}
	cmd.Flags().BoolVar(&full, "full", false, "with the full text of every licence")
	return cmd
}

// module is a library linked into the binary.
type module struct{ path, version string }

// linkedModules reads the modules from the binary itself.
func linkedModules() []module {
	out := []module{{goLicense, ""}}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return out
	}
	out[0].version = info.GoVersion
	for _, dep := range info.Deps {
		out = append(out, module{dep.Path, dep.Version})
	}
	return out
}

// licenseFile is where a module's licence lies in licenseTexts.
func licenseFile(path string) string {
	return "licenses/" + strings.ReplaceAll(path, "/", "_") + ".txt"
}

func printLicenses(w io.Writer, modules []module, full bool) error {
	notice, err := licenseTexts.ReadFile("licenses/NOTICE")
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\nLibraries\n\n", notice)
	for _, m := range modules {
		text, err := licenseTexts.ReadFile(licenseFile(m.path))
		if err != nil {
			return fmt.Errorf("no licence is kept for the library %s; report this as a bug", m.path)
		}
		fmt.Fprintf(w, "  %s %s: %s\n", m.path, m.version, licenseName(string(text)))
		if full {
			fmt.Fprintf(w, "\n%s\n", text)
		}
	}
	return nil
}

// licenseMarks tell a licence by words that only it has, in this order.
var licenseMarks = []struct{ words, name string }{
	{"Apache License", "Apache-2.0"},
	{"Mozilla Public License", "MPL-2.0"},
	{"Permission is hereby granted, free of charge", "MIT"},
	{"Neither the name", "BSD-3-Clause"},
	{"contributors may be used to endorse", "BSD-3-Clause"},
	{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
}

func licenseName(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, mark := range licenseMarks {
		if strings.Contains(text, mark.words) {
			return mark.name
		}
	}
	return "see its text with --full"
}
