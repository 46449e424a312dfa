package db

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// statements are the inserts that run once a row. They are prepared when the
// database is opened, on the one connection that writes.
type statements struct {
	sentence, mention                                      *sql.Stmt
	event, eventMention, eventLink, eventActor, eventPlace *sql.Stmt
}

// prepareStatements prepares the inserts.
func prepareStatements(ctx context.Context, pool *sql.DB) (statements, error) {
	var s statements
	var errs []error
	for _, p := range []struct {
		into           **sql.Stmt
		table, columns string
	}{
		{&s.sentence, "sentence", "article_id, start, end, text"},
		{&s.mention, "mention", mentionColumns},
		{&s.event, "event", eventColumns},
		{&s.eventMention, "event_mention", "event_id, position, mention_id"},
		{&s.eventLink, "event_link", "event_id, position, mention_id, with_mention, pass, reason"},
		{&s.eventActor, "event_actor", eventActorColumns},
		{&s.eventPlace, "event_place", "event_id, position, place_id, text, span_start, span_end, rule"},
	} {
		var err error
		*p.into, err = pool.PrepareContext(ctx, insertInto(p.table, p.columns))
		errs = append(errs, err)
	}
	return s, errors.Join(errs...)
}

// insertInto is the statement that inserts one row of these columns into a table.
func insertInto(table, columns string) string {
	marks := strings.Repeat("?, ", strings.Count(columns, ",")) + "?"
	return `INSERT INTO ` + table + ` (` + columns + `) VALUES (` + marks + `)`
}
