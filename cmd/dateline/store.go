package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline/db"
	"dateline/extract/actor"
	"dateline/extract/place"
	"dateline/extract/trigger"
	"dateline/timeline"
)

// openStore opens the database for a command that asks for what is there.
func (a *app) openStore(ctx context.Context) (*db.DB, error) {
	store, err := db.OpenExisting(ctx, a.db)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no database %s: make it with dateline ingest, or name another with --db", a.db)
	}
	return ready(ctx, store, err)
}

// createStore opens a database file for reading articles into, making it if
// there is none, with the tables that own gives.
func createStore(ctx context.Context, file string, own *ownFlags) (*db.DB, error) {
	store, err := db.Open(ctx, file)
	if err != nil {
		return nil, err
	}
	return ready(ctx, store, own.store(ctx, store))
}

// ready prepares a store just opened, or closes it after an error.
func ready(ctx context.Context, store *db.DB, err error) (*db.DB, error) {
	if err == nil {
		err = prepare(ctx, store)
	}
	if err != nil && store != nil {
		store.Close()
	}
	if err != nil {
		return nil, err
	}
	return store, nil
}

// prepare reads by the store's own tables and puts the actors into it, so that
// names in filters find them under every alias; then what an interrupted run
// has left can be done.
func prepare(ctx context.Context, store *db.DB) error {
	own, err := store.OwnTables(ctx)
	if err != nil {
		return err
	}
	if err := useOwn(own); err != nil {
		return fmt.Errorf("a table kept in the database: %w; give it again with --actors, --places, --kinds or --triggers", err)
	}
	if err := store.PutParties(ctx, actor.Digest(), roster()); err != nil {
		return err
	}
	return store.Recover(ctx)
}

// suggestions is how many near names are told for one that matches nothing.
const suggestions = 3

// checkKinds is a usage error if a kind asked for does not exist. The store's
// own tables may have some, so that it is to be open.
func checkKinds(kinds []string) error {
	for _, k := range kinds {
		if _, ok := trigger.KindOf(k); ok || slices.Contains(trigger.Families(), k) {
			continue
		}
		return usagef("--kind %s: there is no such kind or family%s", k, didYouMean(trigger.Near(k)))
	}
	return nil
}

// hintNames tells on stderr of names in a filter that no event has, with near ones.
func (a *app) hintNames(ctx context.Context, store *db.DB, f timeline.Filter) error {
	for _, field := range []struct {
		flag  string
		names []string
		alone func(name string) timeline.Filter
		near  func(ctx context.Context, name string, n int) ([]string, error)
	}{
		{"--actor", f.Actors, func(n string) timeline.Filter { return timeline.Filter{Actors: []string{n}} }, store.SuggestActors},
		{"--with", f.With, func(n string) timeline.Filter { return timeline.Filter{Actors: []string{n}} }, store.SuggestActors},
		{"--region", f.Regions, func(n string) timeline.Filter { return timeline.Filter{Regions: []string{n}} }, nearRegions(store)},
	} {
		for _, name := range field.names {
			alone := field.alone(name)
			alone.All, alone.Limit = true, 1
			found, err := store.Query(ctx, alone)
			if err != nil {
				return err
			}
			if len(found.Events) > 0 {
				continue
			}
			near, err := field.near(ctx, name, suggestions)
			if err != nil {
				return err
			}
			a.warn("%s %s: no event has this name%s", field.flag, name, didYouMean(near))
		}
	}
	return nil
}

// nearRegions suggests the names under which the store has a place that the
// gazetteer knows by the name asked for ("Hudaydah": Hodeidah), and then the
// store's names that are spelt like it.
func nearRegions(store *db.DB) func(ctx context.Context, name string, n int) ([]string, error) {
	return func(ctx context.Context, name string, n int) ([]string, error) {
		var near []string
		for _, p := range place.Lookup(name) {
			if len(near) == n || slices.Contains(near, p.Name) {
				continue
			}
			found, err := store.Query(ctx, timeline.Filter{Regions: []string{p.Name}, All: true, Limit: 1})
			if err != nil {
				return nil, err
			}
			if len(found.Events) > 0 {
				near = append(near, p.Name)
			}
		}
		alike, err := store.SuggestRegions(ctx, name, n)
		for _, s := range alike {
			if !slices.Contains(near, s) {
				near = append(near, s)
			}
		}
		return near, err
	}
}

func didYouMean(near []string) string {
	if len(near) == 0 {
		return ""
	}
	quoted := make([]string, min(len(near), suggestions))
	for i := range quoted {
		quoted[i] = fmt.Sprintf("%q", near[i])
	}
	return "; did you mean " + strings.Join(quoted, " or ") + "?"
}
