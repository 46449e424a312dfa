package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"dateline/timeline"
)

// Evidence is an event with the texts that it was read from.
type Evidence struct {
	Event    timeline.Event
	Articles map[string]Article // by key
}

// Why returns the event of that id and its articles. An id that an event once
// had leads to the event that now holds its least mention.
func (d *DB) Why(ctx context.Context, id string) (Evidence, error) {
	out := Evidence{Articles: map[string]Article{}}
	err := d.inReading(ctx, "event "+id, func(tx *sql.Tx) error {
		now, err := resolve(ctx, tx, id)
		if err != nil {
			return err
		}
		events, err := lightEvents(ctx, tx, cond(`e.event_id = ?`, now))
		if err != nil {
			return err
		}
		if events, err = loadDetails(ctx, tx, events); err != nil {
			return err
		}
		if len(events) == 0 {
			return fmt.Errorf("event %s: %w", id, ErrNotFound)
		}
		out.Event = events[0]
		return out.readArticles(ctx, tx)
	})
	return out, err
}

// resolve returns the present id of the event that an id stands for.
func resolve(ctx context.Context, tx *sql.Tx, id string) (string, error) {
	var now string
	err := tx.QueryRowContext(ctx, `SELECT event_id FROM event WHERE event_id = ?1
		UNION ALL SELECT em.event_id FROM mention m JOIN event_mention em USING (mention_id) WHERE m.as_event = ?1 LIMIT 1`, id).Scan(&now)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("event %s: %w (dateline events lists the ids)", id, ErrNotFound)
	}
	return now, err
}

func (e *Evidence) readArticles(ctx context.Context, tx *sql.Tx) error {
	return eachRow(ctx, tx, `SELECT `+articleColumns+` FROM article WHERE article_id IN
		(SELECT m.article_id FROM event_mention em JOIN mention m USING (mention_id) WHERE em.event_id = ?)`,
		[]any{e.Event.ID}, func(r row) error {
			a, err := scanArticle(r)
			e.Articles[a.Key] = a
			return err
		})
}
