package db

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// applicationID marks a SQLite file as ours ("dtln").
const applicationID = 0x64746c6e

// fileState is what is known of a database file before it is opened for use.
type fileState struct {
	version   int  // the number of migrations that it has seen
	readOnly  bool // it must not, or cannot, be written to
	immutable bool // nor can its folder, so SQLite cannot lock it
}

// inspect looks at a file without changing it, and refuses one that is not ours.
func inspect(ctx context.Context, path string) (fileState, error) {
	header, err := readHeader(path)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && len(header) == 0) {
		return fileState{}, nil
	}
	if err != nil {
		return fileState{}, fmt.Errorf("open database: %w", err)
	}
	if !bytes.HasPrefix(header, []byte("SQLite format 3\x00")) || len(header) < headerSize {
		return fileState{}, fmt.Errorf("%s is not a SQLite database: name another file with --db", path)
	}
	// The header settles most cases without SQLite touching the file.
	version, app := int(binary.BigEndian.Uint32(header[60:])), int(binary.BigEndian.Uint32(header[68:]))
	if err := acceptable(path, version, app, 0); err != nil {
		return fileState{}, err
	}
	return peek(ctx, path)
}

// headerSize is the length of the header of a SQLite file.
const headerSize = 100

func readHeader(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return header[:n], err
}

// peek reads through SQLite what the header may not yet say: a write-ahead log
// may hold a later state.
func peek(ctx context.Context, path string) (fileState, error) {
	state := access(path)
	pool, err := sql.Open("sqlite", dsn(path, fileState{readOnly: true, immutable: state.immutable}, "deferred"))
	if err != nil {
		return state, fmt.Errorf("open %s: %w", path, err)
	}
	defer pool.Close()
	var app, tables int
	err = pool.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master)
		FROM pragma_user_version, pragma_application_id`).Scan(&state.version, &app, &tables)
	if err != nil {
		return state, fmt.Errorf("open %s: %w", path, err)
	}
	return state, acceptable(path, state.version, app, tables)
}

// acceptable refuses what another program, or a newer one of ours, has made.
func acceptable(path string, version, app, tables int) error {
	switch {
	case app != 0 && app != applicationID, app == 0 && tables > 0:
		return fmt.Errorf("%s is a database of another application: name another file with --db", path)
	case app == applicationID && version > len(migrations):
		return fmt.Errorf("%s was written by a newer dateline (schema %d, this one knows %d): use that version, or another file", path, version, len(migrations))
	}
	return nil
}

// access finds out whether the file and its folder can be written to.
func access(path string) fileState {
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		f.Close()
		return fileState{}
	}
	state := fileState{readOnly: true}
	probe, err := os.CreateTemp(filepath.Dir(path), ".dateline-*")
	if err != nil {
		state.immutable = true
		return state
	}
	probe.Close()
	os.Remove(probe.Name())
	return state
}
