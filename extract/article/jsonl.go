package article

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"
)

// Line is one line of JSON Lines: a record or what is wrong with it.
type Line struct {
	Number int
	Record Record
	Err    error // an *InputError; Record.ID may be set all the same
}

// Lines yields the lines of a stream of JSON Lines in order, blank ones left
// out; what is compressed by gzip is unpacked. Only an error of the stream itself ends it early, with a last Line.
func Lines(source string, r io.Reader) iter.Seq[Line] {
	return func(y func(Line) bool) {
		in, err := open(source, r)
		if err != nil {
			y(Line{Number: 1, Err: &InputError{Source: source, Err: err}})
			return
		}
		in.lines()(y)
	}
}

func (in *input) lines() iter.Seq[Line] {
	return func(y func(Line) bool) {
		source := in.source
		b := bufio.NewReaderSize(utf8Reader(in.Reader), bufferSize)
		for n := 1; ; n++ {
			raw, err := readLine(b, MaxLine)
			if len(bytes.TrimSpace(raw)) > 0 || errors.Is(err, errLongLine) {
				if !y(decodeLine(source, n, raw, err)) {
					return
				}
			}
			if err != nil && !errors.Is(err, errLongLine) {
				if err != io.EOF {
					y(Line{Number: n, Err: &InputError{Source: source, Line: n, Err: err}})
				}
				return
			}
		}
	}
}

func decodeLine(source string, n int, raw []byte, err error) Line {
	l := Line{Number: n}
	if errors.Is(err, errLongLine) {
		l.Err = &InputError{Source: source, Line: n, Err: err}
		return l
	}
	if l.Record, err = DecodeRecord(asUTF8(raw)); err != nil {
		l.Err = &InputError{Source: source, Line: n, ID: l.Record.ID, Err: err}
	}
	return l
}

// asUTF8 decodes a line that is not UTF-8.
func asUTF8(raw []byte) []byte {
	if utf8.Valid(raw) {
		return raw
	}
	if enc := detect(raw); enc != nil {
		if b, err := enc.NewDecoder().Bytes(raw); err == nil {
			return b
		}
	}
	return raw
}

var errLongLine = fmt.Errorf("the line is longer than %d MiB", MaxLine>>20)

// readLine reads a line of at most max bytes; of a longer one it reads all and
// keeps nothing. The error is io.EOF with the last line.
func readLine(b *bufio.Reader, max int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := b.ReadSlice('\n')
		if len(line)+len(part) > max {
			line, long = nil, true
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long && (err == nil || err == io.EOF):
			return nil, errLongLine
		}
		return line, err
	}
}

// readJSONLines reads one article a line.
func readJSONLines(ctx context.Context, in *input, y yield) {
	for l := range in.lines() {
		if ctx.Err() != nil {
			y(Article{}, ctx.Err())
			return
		}
		if !in.yieldRecord(l.Record, l.Err, y) {
			return
		}
	}
}

func (in *input) yieldRecord(rec Record, err error, y yield) bool {
	if err != nil {
		return y(Article{}, err)
	}
	a, _ := FromRecord(rec)
	return y(in.finish(a), nil)
}

// readJSON reads a file of JSON: records one a line, one after the other, or in an array.
func readJSON(ctx context.Context, in *input, y yield) {
	head, _ := in.Peek(bufferSize)
	first, _, whole := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	if whole && bytes.HasPrefix(first, []byte("{")) && json.Valid(first) {
		readJSONLines(ctx, in, y)
		return
	}
	d := json.NewDecoder(utf8Reader(in.Reader))
	if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("[")) {
		_, _ = d.Token()
	}
	for number := 1; d.More() && ctx.Err() == nil; number++ {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			y(Article{}, in.fail(0, fmt.Errorf("record %d: %w", number, plainJSONError(err))))
			return
		}
		rec, err := DecodeRecord(raw)
		if err != nil {
			err = &InputError{Source: in.source, ID: rec.ID, Err: fmt.Errorf("record %d: %w", number, err)}
		}
		if !in.yieldRecord(rec, err, y) {
			return
		}
	}
}

// sniffJSON reports whether a stream begins like a JSON object.
func sniffJSON(head []byte) bool {
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	rest = bytes.TrimLeft(rest, " \t")
	return ok && (bytes.HasPrefix(rest, []byte(`"`)) || bytes.HasPrefix(rest, []byte("}")))
}
