package db

import (
	"context"
	"database/sql"

	"dateline/extract/date"
)

// Number is how often something is in the store.
type Number struct {
	Name string
	N    int
}

// Stats tells what a database holds.
type Stats struct {
	Articles, Sentences, Mentions, Events int
	// Undated counts the articles whose publication day is unknown.
	Undated int
	// First and Last are the earliest and latest publication days.
	First, Last date.Day
	// The most frequent first.
	Kinds, Bases, Modalities, Countries, Outlets []Number
}

// Stats counts what is in the database.
func (d *DB) Stats(ctx context.Context) (Stats, error) {
	var s Stats
	err := d.inReading(ctx, "stats", func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM sentence), (SELECT count(*) FROM mention),
			(SELECT count(*) FROM event), (SELECT count(*) FROM article WHERE published_at IS NULL),
			(SELECT min(published_at) FROM article), (SELECT max(published_at) FROM article)`).
			Scan(&s.Articles, &s.Sentences, &s.Mentions, &s.Events, &s.Undated, dayScan{&s.First}, dayScan{&s.Last})
		if err != nil {
			return err
		}
		for _, c := range []struct {
			into  *[]Number
			query string
		}{
			{&s.Kinds, `SELECT kind, count(*) FROM event GROUP BY 1`},
			{&s.Bases, `SELECT date_basis, count(*) FROM event GROUP BY 1`},
			{&s.Modalities, `SELECT modality, count(*) FROM event GROUP BY 1`},
			{&s.Countries, `SELECT country, count(*) FROM event GROUP BY 1`},
			{&s.Outlets, `SELECT outlet, count(*) FROM article GROUP BY 1`},
		} {
			if *c.into, err = numbers(ctx, tx, c.query); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

// numbers reads a query of names and counts, the most frequent first.
func numbers(ctx context.Context, tx *sql.Tx, query string) ([]Number, error) {
	var out []Number
	err := eachRow(ctx, tx, query+` ORDER BY 2 DESC, 1`, nil, func(r row) error {
		var n Number
		err := r.Scan(&n.Name, &n.N)
		out = append(out, n)
		return err
	})
	return out, err
}
