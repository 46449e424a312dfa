package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/pflag"

	"dateline/db"
	"dateline/extract"
	"dateline/extract/table"
)

// ownTables are the tables that a user can add to: the name of the flag and of
// the role in the database, what it lists, and where it goes.
var ownTables = []struct {
	role  string
	lists string
	in    func(*extract.Own) *[]table.File
}{
	{"actors", "actors", func(o *extract.Own) *[]table.File { return &o.Actors }},
	{"places", "places", func(o *extract.Own) *[]table.File { return &o.Places }},
	{"kinds", "kinds of event", func(o *extract.Own) *[]table.File { return &o.Kinds }},
	{"triggers", "words for events", func(o *extract.Own) *[]table.File { return &o.Triggers }},
}

// ownHelp explains the flags of ownFlags where a database keeps what they gave.
const ownHelp = `
--actors, --places, --kinds and --triggers add tables of your own to those of the program
(docs/DATA.md tells their columns). The database keeps them: they hold for every later command,
until the flag is given again; an empty name ("") drops them.`

// ownFlags are --actors, --places, --kinds and --triggers, files by role.
type ownFlags struct {
	files map[string]*[]string
	flags *pflag.FlagSet
}

func (f *ownFlags) add(flags *pflag.FlagSet) {
	f.files, f.flags = map[string]*[]string{}, flags
	for _, t := range ownTables {
		f.files[t.role] = flags.StringArray(t.role, nil, fmt.Sprintf("a `FILE` of %s of your own; may be repeated", t.lists))
	}
}

// read returns the tables given, and the roles that were.
func (f *ownFlags) read() (tables []db.OwnTable, roles []string, err error) {
	for _, t := range ownTables {
		if !f.flags.Changed(t.role) {
			continue
		}
		roles = append(roles, t.role)
		for _, file := range *f.files[t.role] {
			if file == "" {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, nil, flagError("--"+t.role, err)
			}
			tables = append(tables, db.OwnTable{Role: t.role, Name: file, Text: string(text)})
		}
	}
	return tables, roles, nil
}

// use reads articles by the tables given.
func (f *ownFlags) use() error {
	tables, _, err := f.read()
	if err != nil {
		return err
	}
	return useOwn(tables)
}

// store makes the tables given those of the database. Tables with a bad row
// change nothing.
func (f *ownFlags) store(ctx context.Context, store *db.DB) error {
	given, roles, err := f.read()
	if err != nil || len(roles) == 0 {
		return err
	}
	tables, err := store.OwnTables(ctx)
	if err != nil {
		return err
	}
	tables = slices.DeleteFunc(tables, func(t db.OwnTable) bool { return slices.Contains(roles, t.Role) })
	tables = append(tables, given...)
	if err := useOwn(tables); err != nil {
		return err
	}
	return store.PutOwnTables(ctx, tables)
}

// useOwn adds tables to those of the program.
func useOwn(tables []db.OwnTable) error {
	var own extract.Own
	for _, t := range ownTables {
		for _, table := range tables {
			if table.Role == t.role {
				add(t.in(&own), table)
			}
		}
	}
	return extract.Use(own)
}

func add(files *[]table.File, t db.OwnTable) {
	*files = append(*files, table.File{Name: t.Name, Text: t.Text})
}
