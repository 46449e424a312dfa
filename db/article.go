package db

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"
	"time"

	"dateline/extract/date"
	"dateline/timeline"
)

// Article is an article as the store keeps it.
type Article struct {
	Key            string // hash of the given id (if any) and the text
	ID             string // as given, or the file's name
	File           string // that it was read from
	Title          string
	Outlet         string
	URL            string
	Published      date.Day // 0 if unknown
	PublishedBasis string   // ByHand, "stated", "inferred" or "none"
	PublishedWhere string
	Text           string
	Reading        string // how its reader took it apart, as JSON: what the next extraction starts from
	Digest         string // of the rules and data that its mentions were extracted with
	IngestedAt     time.Time
}

// ByHand is the PublishedBasis of a day that the user has given.
const ByHand = "given"

// Source is the article as reports cite it.
func (a *Article) Source() timeline.Source {
	return timeline.Source{Article: a.Key, ID: a.ID, Outlet: a.Outlet, Title: a.Title, URL: a.URL, Published: a.Published}
}

const articleColumns = `key, id, source, title, outlet, url, published_at, published_basis, published_where, text, reading, digest, ingested_at`

func (a *Article) values() []any {
	return []any{
		a.Key, a.ID, a.File, a.Title, a.Outlet, a.URL, dayValue(a.Published), a.PublishedBasis, a.PublishedWhere,
		a.Text, a.Reading, a.Digest, a.IngestedAt.UTC().Format(time.RFC3339),
	}
}

// row is what *sql.Row and *sql.Rows have in common.
type row interface{ Scan(...any) error }

func scanArticle(r row) (Article, error) {
	var a Article
	var ingested string
	err := r.Scan(&a.Key, &a.ID, &a.File, &a.Title, &a.Outlet, &a.URL, dayScan{&a.Published}, &a.PublishedBasis,
		&a.PublishedWhere, &a.Text, &a.Reading, &a.Digest, &ingested)
	if err != nil {
		return a, err
	}
	a.IngestedAt, err = time.Parse(time.RFC3339, ingested)
	return a, err
}

// byPublication is the order in which articles are listed: unknown days last.
const byPublication = `published_at IS NULL, published_at, id, key`

// Articles lists all articles by publication day, unknown ones last, without
// their texts and readings.
func (d *DB) Articles(ctx context.Context) ([]Article, error) {
	columns := strings.Replace(articleColumns, " text, reading,", " '', '',", 1)
	var out []Article
	err := d.inReading(ctx, "list articles", func(tx *sql.Tx) error {
		return eachRow(ctx, tx, `SELECT `+columns+` FROM article ORDER BY `+byPublication, nil, func(r row) error {
			a, err := scanArticle(r)
			out = append(out, a)
			return err
		})
	})
	return out, err
}

// StoredArticles yields the articles, with their texts, whose mentions were
// extracted with other rules and data than those of digest; with digest ""
// all of them. The store may be written to in between.
func (d *DB) StoredArticles(ctx context.Context, digest string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		var keys []string
		err := d.inReading(ctx, "list articles", func(tx *sql.Tx) error {
			return eachRow(ctx, tx, `SELECT key FROM article WHERE digest <> ?1 OR ?1 = '' ORDER BY `+byPublication, []any{digest}, func(r row) error {
				var k string
				err := r.Scan(&k)
				keys = append(keys, k)
				return err
			})
		})
		if err != nil {
			yield(Article{}, err)
			return
		}
		for _, k := range keys {
			a, err := d.Article(ctx, k)
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

// Article returns the article of that key or given id.
func (d *DB) Article(ctx context.Context, ref string) (Article, error) {
	var a Article
	err := d.inReading(ctx, "article "+ref, func(tx *sql.Tx) error {
		id, err := findArticle(ctx, tx, ref)
		if err != nil {
			return err
		}
		a, err = articleByRow(ctx, tx, id)
		return err
	})
	return a, err
}

func articleByRow(ctx context.Context, tx *sql.Tx, id int64) (Article, error) {
	return scanArticle(tx.QueryRowContext(ctx, `SELECT `+articleColumns+` FROM article WHERE article_id = ?`, id))
}

// findArticle returns the row of the article whose key or given id is ref.
func findArticle(ctx context.Context, tx *sql.Tx, ref string) (int64, error) {
	var ids []int64
	var keys []string
	err := eachRow(ctx, tx, `SELECT article_id, key FROM article WHERE key = ?1 OR id = ?1 ORDER BY key <> ?1, key`, []any{ref}, func(r row) error {
		var id int64
		var key string
		err := r.Scan(&id, &key)
		ids, keys = append(ids, id), append(keys, key)
		return err
	})
	switch {
	case err != nil:
		return 0, err
	case len(ids) == 0:
		return 0, fmt.Errorf("article %s: %w (dateline articles lists them)", ref, ErrNotFound)
	case len(ids) > 1 && keys[0] != ref:
		return 0, fmt.Errorf("%d articles have the id %s; name one by its key: %s", len(ids), ref, strings.Join(keys, ", "))
	}
	return ids[0], nil
}

// SetArticle corrects an article by hand: its publication day, unless
// published is 0, and its outlet, unless outlet is "". It returns the article
// as it is now; after a new day its mentions are to be extracted anew and
// handed to Replace.
func (d *DB) SetArticle(ctx context.Context, ref string, published date.Day, outlet string) (Article, error) {
	var a Article
	err := d.inWriting(ctx, "set article "+ref, func(tx *sql.Tx) error {
		id, err := findArticle(ctx, tx, ref)
		if err != nil {
			return err
		}
		if a, err = articleByRow(ctx, tx, id); err != nil {
			return err
		}
		if published.Known() {
			a.Published, a.PublishedBasis, a.PublishedWhere = published, ByHand, ""
		}
		if outlet != "" {
			a.Outlet = outlet
		}
		return updateArticle(ctx, tx, id, &a)
	})
	return a, err
}

// updateArticle writes what may change of an article.
func updateArticle(ctx context.Context, tx *sql.Tx, id int64, a *Article) error {
	_, err := tx.ExecContext(ctx, `UPDATE article SET title = ?, outlet = ?, url = ?, published_at = ?, published_basis = ?,
		published_where = ?, digest = ? WHERE article_id = ?`,
		a.Title, a.Outlet, a.URL, dayValue(a.Published), a.PublishedBasis, a.PublishedWhere, a.Digest, id)
	return err
}

// RemoveArticle removes an article with its mentions, and derives the events
// that they were in anew.
func (d *DB) RemoveArticle(ctx context.Context, ref string) error {
	err := d.inWriting(ctx, "remove article "+ref, func(tx *sql.Tx) error {
		id, err := findArticle(ctx, tx, ref)
		if err != nil {
			return err
		}
		if err := markStale(ctx, tx, id); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM article WHERE article_id = ?`, id)
		return err
	})
	if err != nil {
		return err
	}
	return d.Derive(ctx)
}

// eachRow runs f on each row of a query.
func eachRow(ctx context.Context, tx *sql.Tx, query string, args []any, f func(row) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
