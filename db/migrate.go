package db

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the SQL of each step, in order; a file's user_version is the
// number of those it has seen. A step once released is never changed.
var migrations = readMigrations()

func readMigrations() []string {
	names, _ := fs.Glob(migrationFiles, "migrations/*.sql") // sorted by name; the pattern is well formed
	steps := make([]string, len(names))
	for i, name := range names {
		text, _ := migrationFiles.ReadFile(name) // embedded: it is there
		steps[i] = string(text)
	}
	return steps
}

// migrate runs the steps that the file has not seen, each in a transaction.
func (d *DB) migrate(ctx context.Context) error {
	for {
		done := false
		err := d.inWriting(ctx, "migrate", func(tx *sql.Tx) error {
			var version int
			if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
				return err
			}
			if version >= len(migrations) {
				done = true
				return nil
			}
			if _, err := tx.ExecContext(ctx, migrations[version]); err != nil {
				return fmt.Errorf("schema %d: %w", version+1, err)
			}
			_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", version+1, applicationID))
			return err
		})
		if err != nil || done {
			return err
		}
	}
}
