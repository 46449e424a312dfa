package db

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"dateline/extract/mention"
	"dateline/timeline"
)

// Derive makes the events of all blocks anew whose mentions have changed, one
// block a transaction, so that nothing is lost if it is interrupted: the rest
// stays marked.
func (d *DB) Derive(ctx context.Context) error {
	blocks, sentences, err := d.pending(ctx)
	if err != nil || (len(blocks) == 0 && !sentences) {
		return err
	}
	for _, block := range blocks {
		err := d.inWriting(ctx, "derive events", func(tx *sql.Tx) error { return d.deriveBlock(ctx, tx, block) })
		if err != nil {
			return err
		}
	}
	return d.inWriting(ctx, "derive events", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM place WHERE place_id NOT IN (SELECT place_id FROM event_place)`)
		return errors.Join(err, indexSentences(ctx, tx))
	})
}

// indexSentences adds the sentences to full-text search that are not yet in it.
func indexSentences(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO sentence_text (rowid, text) SELECT sentence_id, text FROM sentence
		WHERE sentence_id > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'indexed_sentences')`)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE meta SET value = (SELECT seq FROM sqlite_sequence WHERE name = 'sentence')
		WHERE name = 'indexed_sentences' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'sentence')`)
	return err
}

// pending returns the blocks to be derived, and whether there are sentences to be indexed.
func (d *DB) pending(ctx context.Context) (blocks []string, sentences bool, err error) {
	err = d.inReading(ctx, "derive events", func(tx *sql.Tx) (err error) {
		if blocks, err = texts(ctx, tx, `SELECT block FROM stale ORDER BY block`); err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_sequence, meta
			WHERE sqlite_sequence.name = 'sentence' AND meta.name = 'indexed_sentences' AND seq > CAST(value AS INTEGER))`).Scan(&sentences)
	})
	return blocks, sentences, err
}

func (d *DB) deriveBlock(ctx context.Context, tx *sql.Tx, block string) error {
	tellings, rows, err := readTellings(ctx, tx, block)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM event WHERE block = ?`, block); err != nil {
		return err
	}
	w := d.newEventWriter(ctx, tx, block, rows)
	events := timeline.Join(tellings)
	slices.SortFunc(events, func(a, b timeline.Event) int { return cmp.Compare(a.ID, b.ID) }) // B-trees grow fastest in order
	for _, e := range events {
		if err := w.write(ctx, &e); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM stale WHERE block = ?`, block)
	return err
}

// readTellings reads the mentions of a block as they lie in tellings, and their rows.
func readTellings(ctx context.Context, tx *sql.Tx, block string) ([]timeline.Telling, map[mention.Key]int64, error) {
	type key struct {
		article string
		telling int
	}
	byKey := map[key]*timeline.Telling{}
	var order []key
	rows := map[mention.Key]int64{}
	err := eachRow(ctx, tx, selectMentions+`WHERE m.block = ? ORDER BY m.article_id, m.start`, []any{block}, func(r row) error {
		s, err := scanMention(r)
		if err != nil {
			return err
		}
		rows[s.Key()] = s.row
		k := key{s.Article, s.telling}
		t := byKey[k]
		if t == nil {
			t = &timeline.Telling{}
			byKey[k], order = t, append(order, k)
		}
		t.Mentions = append(t.Mentions, s.Mention)
		if s.joined.Valid {
			with := mention.Key{Article: s.Article, Start: int(s.joined.Int64)}
			t.Links = append(t.Links, timeline.Link{Mention: s.Key(), With: with, Pass: "article", Reason: s.why})
		}
		return nil
	})
	out := make([]timeline.Telling, len(order))
	for i, k := range order {
		out[i] = *byKey[k]
	}
	return out, rows, err
}
