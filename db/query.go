package db

import (
	"context"
	"database/sql"

	"dateline/timeline"
)

// Query returns the events that f selects, in timeline order, with their
// sources and counts of what is left out.
func (d *DB) Query(ctx context.Context, f timeline.Filter) (timeline.Shown, error) {
	var shown timeline.Shown
	err := d.inReading(ctx, "query", func(tx *sql.Tx) error {
		names, err := lookUp(ctx, tx, f)
		if err != nil {
			return err
		}
		base, when := selected(f, names), periodOf(f)
		if shown.Events, err = lightEvents(ctx, tx, all(base, when.shown(f))); err != nil {
			return err
		}
		if err := countHidden(ctx, tx, f, base, when, &shown); err != nil {
			return err
		}
		return fill(ctx, tx, f, &shown)
	})
	return shown, err
}

// lightEvents reads the selected events without what belongs to them.
func lightEvents(ctx context.Context, tx *sql.Tx, w where) ([]timeline.Event, error) {
	var events []timeline.Event
	err := eachRow(ctx, tx, selectEvents+`WHERE `+w.sql, w.args, func(r row) error {
		e, err := scanEvent(r)
		events = append(events, e)
		return err
	})
	return events, err
}

// countHidden counts what a period hides.
func countHidden(ctx context.Context, tx *sql.Tx, f timeline.Filter, base where, when period, shown *timeline.Shown) error {
	if !f.From.Known() && !f.To.Known() {
		return nil
	}
	if !f.Maybe {
		if err := count(ctx, tx, all(base, when.may), &shown.May); err != nil {
			return err
		}
	}
	if !f.Undated {
		return count(ctx, tx, all(base, when.undated), &shown.Undated)
	}
	return nil
}

func count(ctx context.Context, tx *sql.Tx, w where, n *int) error {
	return tx.QueryRowContext(ctx, `SELECT count(*) FROM event e WHERE `+w.sql, w.args...).Scan(n)
}

// fill orders the events, cuts them off at the limit and reads the rest of them.
func fill(ctx context.Context, tx *sql.Tx, f timeline.Filter, shown *timeline.Shown) error {
	shown.Events = timeline.Ordered(shown.Events, f.Descending)
	if f.Limit > 0 && len(shown.Events) > f.Limit {
		shown.LeftOut = len(shown.Events) - f.Limit
		shown.Events = shown.Events[:f.Limit]
	}
	var err error
	if shown.Events, err = loadDetails(ctx, tx, shown.Events); err != nil {
		return err
	}
	if shown.Sources, err = loadSources(ctx, tx, shown.Events); err != nil {
		return err
	}
	for _, s := range shown.Sources {
		shown.AsOf = max(shown.AsOf, s.Published)
	}
	return nil
}
