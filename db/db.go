// Package db keeps articles, their mentions and the events derived from them in
// one SQLite file. The schema, in migrations/, is documented and meant to be
// read with any SQLite tool.
package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// DB is an open database. One process writes at a time; others may read meanwhile.
type DB struct {
	path     string
	readOnly bool
	write    *sql.DB // one connection; transactions take the write lock at once
	read     *sql.DB
	insert   statements // on write
}

// BusyTimeout is how long, in milliseconds, to wait for another process's
// writing before giving up.
const BusyTimeout = 5000

// ErrNotFound is the error of asking for an article or event that is not there.
var ErrNotFound = errors.New("not found")

// Open opens the database file, creating it if there is none. A file that is
// not ours, or is of a newer version, is refused and left as it is. Recover is
// to be called next.
func Open(ctx context.Context, path string) (*DB, error) {
	state, err := inspect(ctx, path)
	if err != nil {
		return nil, err
	}
	return open(ctx, path, state)
}

// OpenExisting is Open, except that a missing file is an error (fs.ErrNotExist).
func OpenExisting(ctx context.Context, path string) (*DB, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no database %s: ingest some articles first, or name another with --db: %w", path, fs.ErrNotExist)
	}
	return Open(ctx, path)
}

func open(ctx context.Context, path string, state fileState) (*DB, error) {
	d := &DB{path: path, readOnly: state.readOnly}
	var err error
	if d.read, err = sql.Open("sqlite", dsn(path, state, "deferred")); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if d.readOnly {
		if state.version < len(migrations) {
			d.read.Close()
			return nil, fmt.Errorf("%s is of an older version and cannot be written to: make it writable, so that it can be brought up to date", path)
		}
		return d, nil
	}
	if d.write, err = sql.Open("sqlite", dsn(path, state, "immediate")); err != nil {
		d.read.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	d.write.SetMaxOpenConns(1)
	if err := d.prepare(ctx, state.version); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

// prepare brings the file up to date.
func (d *DB) prepare(ctx context.Context, version int) error {
	if version < len(migrations) {
		if err := d.migrate(ctx); err != nil {
			return err
		}
	}
	var err error
	d.insert, err = prepareStatements(ctx, d.write)
	return d.explain("open", err)
}

// Recover derives what an interrupted run has left to be derived. Another
// process that is writing is no hindrance to reading what is there.
func (d *DB) Recover(ctx context.Context) error {
	if d.readOnly {
		return nil
	}
	if err := d.Derive(ctx); err != nil && !isBusy(err) {
		return err
	}
	return nil
}

// Close closes the database.
func (d *DB) Close() error {
	var err error
	for _, pool := range []*sql.DB{d.read, d.write} {
		if pool != nil {
			err = errors.Join(err, pool.Close())
		}
	}
	return err
}

// dsn is the connection string. Every connection of a pool runs its pragmas.
func dsn(path string, state fileState, lock string) string {
	q := url.Values{}
	q.Set("_txlock", lock)
	q.Set("_busy_timeout", fmt.Sprint(BusyTimeout))
	q.Add("_pragma", "foreign_keys(1)")
	if state.readOnly {
		q.Set("mode", "ro")
	} else {
		q.Add("_pragma", "journal_mode(WAL)")
		q.Add("_pragma", "synchronous(NORMAL)")
		q.Add("_pragma", "wal_autocheckpoint(4000)") // 16 MB: a page that is written again and again is moved into the file less often
		q.Add("_pragma", "cache_size(-16000)")       // 16 MB: most blocks of events are written without spilling
	}
	if state.immutable {
		q.Set("immutable", "1")
	}
	return fileURI(path) + "?" + q.Encode()
}

// fileURI escapes the characters that would end the file's name in a SQLite URI.
func fileURI(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	escape := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")
	return "file:" + escape.Replace(filepath.ToSlash(path))
}

// inWriting runs f in one transaction with the write lock, which is rolled
// back if f fails or ctx is cancelled.
func (d *DB) inWriting(ctx context.Context, what string, f func(tx *sql.Tx) error) error {
	if d.readOnly {
		return fmt.Errorf("%s: %s cannot be written to", what, d.path)
	}
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return d.explain(what, err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return d.explain(what, err)
	}
	return d.explain(what, tx.Commit())
}

// inReading runs f in one transaction, so that all it reads is of one moment.
func (d *DB) inReading(ctx context.Context, what string, f func(tx *sql.Tx) error) error {
	tx, err := d.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return d.explain(what, err)
	}
	defer tx.Rollback()
	return d.explain(what, f(tx))
}

// explain says what failed and on which file.
func (d *DB) explain(what string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrNotFound), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case isBusy(err):
		return fmt.Errorf("%s: another process is writing to %s; try again when it is done: %w", what, d.path, err)
	}
	return fmt.Errorf("%s: %s: %w", what, d.path, err)
}

func isBusy(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_BUSY
}
