package db

import (
	"context"
	"database/sql"
	"strings"
)

// batchRows is how many rows go into one statement: the price of a statement
// is several times that of a small row.
const batchRows = 32

// batch inserts rows into a table, many with one statement. Rows wait until
// there are enough of them, or until flush.
type batch struct {
	tx     *sql.Tx
	into   string // "INSERT INTO table (columns) VALUES "
	row    string // "(?, ?, ...)"
	width  int
	args   []any
	filled *sql.Stmt // for batchRows rows
}

// newBatch returns a batch for rows of a table with so many columns; columns
// may be "" for all of them.
func newBatch(tx *sql.Tx, table, columns string, width int) *batch {
	if columns != "" {
		table += " (" + columns + ")"
	}
	return &batch{
		tx: tx, into: "INSERT INTO " + table + " VALUES ",
		row: "(" + strings.Repeat("?, ", width-1) + "?)", width: width,
	}
}

func (b *batch) add(ctx context.Context, values ...any) error {
	b.args = append(b.args, values...)
	if len(b.args) < batchRows*b.width {
		return nil
	}
	if b.filled == nil {
		var err error
		if b.filled, err = b.tx.PrepareContext(ctx, b.query(batchRows)); err != nil {
			return err
		}
	}
	_, err := b.filled.ExecContext(ctx, b.args...)
	b.args = b.args[:0]
	return err
}

func (b *batch) query(rows int) string {
	return b.into + strings.Repeat(b.row+", ", rows-1) + b.row
}

// flush inserts the rows that wait, and ends the batch.
func (b *batch) flush(ctx context.Context) error {
	if b.filled != nil {
		defer b.filled.Close()
	}
	if len(b.args) == 0 {
		return nil
	}
	_, err := b.tx.ExecContext(ctx, b.query(len(b.args)/b.width), b.args...)
	b.args = nil
	return err
}
