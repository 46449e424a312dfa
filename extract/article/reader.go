package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// The limits of what is read. Neither is ever reached by an article; they keep
// a broken or hostile file from filling the memory.
const (
	MaxLine     = 64 << 20 // bytes of one line of JSON Lines
	MaxDocument = 16 << 20 // bytes of one text or HTML file, unpacked
)

// Stdin is the name of standard input among paths.
const Stdin = "-"

// gzipExtension ends the name of a compressed file.
const gzipExtension = ".gz"

// InputError is what was wrong with one article of an input.
type InputError struct {
	Source string  // the file, "-" for standard input
	Line   int     // 0 if the whole file is meant
	ID     *string // of the record, if it could be read
	Err    error
}

// Error tells the file, the line and what is wrong.
func (e *InputError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", e.Source, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Source, e.Err)
}

// Unwrap returns what is wrong.
func (e *InputError) Unwrap() error { return e.Err }

// input is a stream being read.
type input struct {
	*bufio.Reader
	source string
	name   string // for the ids of articles that have none
	count  int    // articles so far
}

// plainPathError drops the path from an error that will be told with it.
func plainPathError(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Read yields the articles of a stream. Its source's name tells the format; if
// it does not, the first bytes do. What is compressed by gzip is unpacked.
func Read(ctx context.Context, source string, r io.Reader) iter.Seq2[Article, error] {
	return func(y func(Article, error) bool) {
		in, err := open(source, r)
		if err != nil {
			y(Article{}, &InputError{Source: source, Err: err})
			return
		}
		f, ok := formatOf(in.name)
		if !ok {
			head, _ := in.Peek(sniffLength)
			f = sniffed(head)
		}
		f.read(ctx, in, y)
	}
}

// How much of a stream is looked at for its format, and read at a time.
const (
	sniffLength = 1024
	bufferSize  = 64 << 10
)

// open unpacks a stream if need be.
func open(source string, r io.Reader) (*input, error) {
	b := bufio.NewReaderSize(r, bufferSize)
	if head, _ := b.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("damaged gzip file: %w", err)
		}
		b = bufio.NewReaderSize(z, bufferSize)
	}
	name := "stdin"
	if source != Stdin {
		name = filepath.Base(source)
	}
	return &input{Reader: b, source: source, name: name}, nil
}

// all reads the whole of a document.
func (in *input) all() ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, MaxDocument+1))
	if err == nil && len(b) > MaxDocument {
		err = fmt.Errorf("larger than %d MiB: split it, or write it as JSON Lines", MaxDocument>>20)
	}
	return b, err
}

// fail makes an error of a line; 0 is the whole file.
func (in *input) fail(line int, err error) *InputError {
	return &InputError{Source: in.source, Line: line, Err: err}
}

// finish gives an article its source and, where none was given, its id.
func (in *input) finish(a Article) Article {
	in.count++
	a.Source = in.source
	if !a.Given {
		a.ID = in.name
		if in.count > 1 {
			a.ID = fmt.Sprintf("%s#%d", in.name, in.count)
		}
	}
	return a
}

// clean drops what is not text from a name.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }
