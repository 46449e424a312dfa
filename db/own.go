package db

import (
	"context"
	"database/sql"
)

// OwnTable is a table that the user added to those of the program.
type OwnTable struct {
	Role string // what it lists: actors, places, kinds, triggers
	Name string // of the file that it was read from
	Text string
}

// OwnTables returns the user's tables in the order in which they were given.
func (d *DB) OwnTables(ctx context.Context) ([]OwnTable, error) {
	var out []OwnTable
	err := d.inReading(ctx, "read own tables", func(tx *sql.Tx) error {
		return eachRow(ctx, tx, `SELECT role, name, text FROM own_table ORDER BY role, position`, nil, func(r row) error {
			var t OwnTable
			err := r.Scan(&t.Role, &t.Name, &t.Text)
			out = append(out, t)
			return err
		})
	})
	return out, err
}

// PutOwnTables stores tables in place of all that were stored before.
func (d *DB) PutOwnTables(ctx context.Context, tables []OwnTable) error {
	return d.inWriting(ctx, "store own tables", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM own_table`); err != nil {
			return err
		}
		for i, t := range tables {
			if _, err := tx.ExecContext(ctx, `INSERT INTO own_table VALUES (?, ?, ?, ?)`, t.Role, i, t.Name, t.Text); err != nil {
				return err
			}
		}
		return nil
	})
}
