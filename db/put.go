package db

import (
	"context"
	"database/sql"
	"errors"

	"dateline/extract/mention"
)

// Stored is an article with what was extracted from it.
type Stored struct {
	Article   Article
	Mentions  []mention.Mention
	Sentences []mention.Span // of Article.Text, for full-text search
}

// Change tells what Put did.
type Change string

// The changes.
const (
	New       Change = "new"
	Updated   Change = "updated"   // metadata that was missing, or is given by hand, was filled in
	Unchanged Change = "unchanged" // the article was there
)

// Put stores an article in one transaction, with its mentions and marks of the
// blocks whose events are to be derived anew (see Derive). An article that is
// there changes only in metadata that was missing or that is given by hand; a
// new publication day brings its mentions, which it dates, with it.
func (d *DB) Put(ctx context.Context, s Stored) (Change, error) {
	change := Unchanged
	err := d.inWriting(ctx, "store "+s.Article.ID, func(tx *sql.Tx) error {
		var id int64
		err := tx.QueryRowContext(ctx, `SELECT article_id FROM article WHERE key = ?`, s.Article.Key).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			change = New
			return d.insertArticle(ctx, tx, &s)
		}
		if err != nil {
			return err
		}
		change, err = d.complete(ctx, tx, id, &s)
		return err
	})
	return change, err
}

func (d *DB) insertArticle(ctx context.Context, tx *sql.Tx, s *Stored) error {
	res, err := tx.ExecContext(ctx, insertInto("article", articleColumns), s.Article.values()...)
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return err
	}
	return d.insertFindings(ctx, tx, id, s)
}

// complete fills in what a stored article lacks and s knows.
func (d *DB) complete(ctx context.Context, tx *sql.Tx, id int64, s *Stored) (Change, error) {
	a, err := articleByRow(ctx, tx, id)
	if err != nil {
		return Unchanged, err
	}
	before := a
	in := &s.Article
	for _, f := range []struct{ have, got *string }{{&a.Title, &in.Title}, {&a.Outlet, &in.Outlet}, {&a.URL, &in.URL}} {
		if *f.have == "" {
			*f.have = *f.got
		}
	}
	if in.Published.Known() && in.Published != a.Published && (!a.Published.Known() || in.PublishedBasis == ByHand) {
		a.Published, a.PublishedBasis, a.PublishedWhere = in.Published, in.PublishedBasis, in.PublishedWhere
	}
	switch {
	case a == before:
		return Unchanged, nil
	case a.Published != before.Published:
		a.Digest = in.Digest
		return Updated, errors.Join(updateArticle(ctx, tx, id, &a), d.replaceFindings(ctx, tx, id, s))
	}
	return Updated, updateArticle(ctx, tx, id, &a)
}

// Replace puts the mentions of a new extraction in the place of those of a
// stored article, and its digest and metadata.
func (d *DB) Replace(ctx context.Context, s Stored) error {
	return d.inWriting(ctx, "store "+s.Article.ID, func(tx *sql.Tx) error {
		id, err := findArticle(ctx, tx, s.Article.Key)
		if err != nil {
			return err
		}
		if err := updateArticle(ctx, tx, id, &s.Article); err != nil {
			return err
		}
		return d.replaceFindings(ctx, tx, id, &s)
	})
}

func (d *DB) replaceFindings(ctx context.Context, tx *sql.Tx, id int64, s *Stored) error {
	if err := markStale(ctx, tx, id); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM sentence WHERE article_id = ?`, id); err != nil { // and their mentions
		return err
	}
	return d.insertFindings(ctx, tx, id, s)
}

// insertFindings stores sentences and mentions, and marks the blocks of the mentions stale.
func (d *DB) insertFindings(ctx context.Context, tx *sql.Tx, article int64, s *Stored) error {
	sentences, err := d.insertSentences(ctx, tx, article, s)
	if err != nil {
		return err
	}
	insert := tx.StmtContext(ctx, d.insert.mention)
	tellings := joinedOf(s.Mentions)
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if _, err := insert.ExecContext(ctx, mentionValues(m, article, sentences[m.Sentence], tellings[m.Start])...); err != nil {
			return err
		}
	}
	return markStale(ctx, tx, article)
}

// insertSentences stores the sentences, and those of mentions that are not
// among them, and returns their rows.
func (d *DB) insertSentences(ctx context.Context, tx *sql.Tx, article int64, s *Stored) (map[mention.Span]int64, error) {
	insert := tx.StmtContext(ctx, d.insert.sentence)
	rows := map[mention.Span]int64{}
	add := func(span mention.Span, text string) error {
		if _, there := rows[span]; there {
			return nil
		}
		res, err := insert.ExecContext(ctx, article, span.Start, span.End, text)
		if err != nil {
			return err
		}
		rows[span], err = res.LastInsertId()
		return err
	}
	for i := range s.Mentions {
		if err := add(s.Mentions[i].Sentence, s.Mentions[i].Quote); err != nil {
			return nil, err
		}
	}
	for _, span := range s.Sentences {
		if err := add(span, s.Article.Text[span.Start:span.End]); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// markStale notes that the events of the article's mentions must be derived anew.
func markStale(ctx context.Context, tx *sql.Tx, article int64) error {
	_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO stale (block)
		SELECT DISTINCT block FROM mention WHERE article_id = ? AND block IS NOT NULL`, article)
	return err
}
