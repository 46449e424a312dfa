package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestMain lets scripts and the tests on killed processes run this binary as dateline.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main})
}

func TestScripts(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples)
			return nil
		},
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// allCommands are the commands of the tree, those with subcommands and these themselves.
func allCommands() []*cobra.Command {
	a := &app{Stdio: Stdio{Getenv: func(string) string { return "" }}}
	var out []*cobra.Command
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		out = append(out, c)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(a.root())
	return out
}

func TestEveryCommandHasHelp(t *testing.T) {
	for _, c := range allCommands() {
		if c.Short == "" {
			t.Errorf("%s: no short description", c.CommandPath())
		}
		if !strings.Contains(c.Example, c.CommandPath()) && !strings.Contains(c.Example, "dateline ") {
			t.Errorf("%s: no example", c.CommandPath())
		}
	}
}

func TestEveryCommandIsDocumented(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "COMMANDS.md"))
	if err != nil {
		t.Fatal(err)
	}
	doc := string(text)
	for _, c := range allCommands() {
		heading := "# `" + c.CommandPath()
		if !strings.Contains(doc, heading) {
			t.Errorf("docs/COMMANDS.md has no heading %q", heading)
		}
		checkFlagsDocumented(t, c, doc)
	}
}

func checkFlagsDocumented(t *testing.T, c *cobra.Command, doc string) {
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !strings.Contains(doc, "`--"+f.Name) {
			t.Errorf("docs/COMMANDS.md does not tell of --%s of %s", f.Name, c.CommandPath())
		}
	})
}
