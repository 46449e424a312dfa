package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Skipped is a path that is not read, and why.
type Skipped struct {
	Path string
	Err  error
	// Failed tells a path that the user named and that cannot be read from a file
	// within a folder that is merely no article.
	Failed bool
}

// Error tells the path and why it is not read.
func (s Skipped) Error() string { return s.Path + ": " + s.Err.Error() }

// Walk lists the files to read: every path given that is a file or "-", and of
// every folder the files of known formats in it and below it, sorted. A file
// named itself is read whatever its name; within folders, hidden files are passed
// over silently and others are skipped with a reason. A file is listed once.
func Walk(paths []string) (files []string, skipped []Skipped) {
	w := walker{seen: map[string]bool{}}
	for _, p := range paths {
		w.visit(p)
	}
	return w.files, w.skipped
}

type walker struct {
	files   []string
	skipped []Skipped
	seen    map[string]bool
}

func (w *walker) visit(path string) {
	if path == Stdin {
		w.add(path)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fail(path, err)
	case info.IsDir():
		w.folder(path)
	case !info.Mode().IsRegular() && info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) == 0:
		w.skipped = append(w.skipped, Skipped{path, errors.New("not a regular file"), true})
	default:
		w.add(path)
	}
}

func (w *walker) add(path string) {
	if clean := filepath.Clean(path); !w.seen[clean] {
		w.seen[clean] = true
		w.files = append(w.files, path)
	}
}

func (w *walker) fail(path string, err error) {
	w.skipped = append(w.skipped, Skipped{path, plainPathError(err), true})
}

// folder visits a folder's files in the order of their names.
func (w *walker) folder(root string) {
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			w.fail(path, err)
			if entry != nil && entry.IsDir() {
				return filepath.SkipDir
			}
		case path != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case !entry.IsDir():
			w.file(path)
		}
		return nil
	})
}

// file adds a file found in a folder if it looks like an article.
func (w *walker) file(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fail(path, err)
		return
	case !info.Mode().IsRegular():
		return
	}
	if _, known := formatOf(path); !known && filepath.Ext(path) != "" {
		w.skipped = append(w.skipped, Skipped{path, fmt.Errorf("%s is not a format of articles; name the file itself to read it as text", filepath.Ext(path)), false})
		return
	}
	if err := textual(path); err != nil {
		w.skipped = append(w.skipped, Skipped{path, err, false})
		return
	}
	w.add(path)
}

// binaryMarks begin files that are no text though they may look like one at first.
var binaryMarks = [][]byte{[]byte("%PDF"), []byte("PK\x03\x04"), []byte("\x89PNG"), []byte("GIF8"), []byte("\xFF\xD8\xFF"), []byte("SQLite format 3"), []byte("{\\rtf")}

// textual looks at the beginning of a file for signs that it is no text.
func textual(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return plainPathError(err)
	}
	defer f.Close()
	head := make([]byte, sniffLength)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return plainPathError(err)
	}
	head = head[:n]
	if bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
		return nil
	}
	isMark := func(mark []byte) bool { return bytes.HasPrefix(head, mark) }
	if slices.ContainsFunc(binaryMarks, isMark) || bytes.IndexByte(head, 0) >= 0 && utf16Of(head) == nil {
		return errors.New("a binary file")
	}
	return nil
}
