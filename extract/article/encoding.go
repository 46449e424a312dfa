package article

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// errBinary refuses what is no text in any encoding that is read here.
var errBinary = errors.New("not a text: it has control characters like a binary file")

// decodeText returns the text of a file as UTF-8, with line breaks as \n and
// without control characters. It reads UTF-8, UTF-16 with a byte order mark or
// the look of it, and what is none of these as Windows-1252.
func decodeText(b []byte) (string, error) {
	enc := detect(b)
	if enc == nil {
		b = bytes.TrimPrefix(b, []byte("\uFEFF"))
		return cleaned(string(b))
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", err
	}
	return cleaned(strings.TrimPrefix(string(out), "\uFEFF"))
}

// detect returns the encoding of b, nil for UTF-8.
func detect(b []byte) encoding.Encoding {
	if enc := utf16Of(b); enc != nil {
		return enc
	}
	if looksUTF8(b) {
		return nil
	}
	return charmap.Windows1252
}

// utf16Of returns the byte order of UTF-16: by its mark, or by the zero bytes
// that every second place has in a text of Latin letters; else nil.
func utf16Of(b []byte) encoding.Encoding {
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return little
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return big
	}
	head := b[:min(len(b), 1024)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch half := len(head) / 2; {
	case half < 8:
		return nil
	case zeros[1]*10 > half*7 && zeros[0]*10 < half:
		return little
	case zeros[0]*10 > half*7 && zeros[1]*10 < half:
		return big
	}
	return nil
}

// looksUTF8 reports whether b is UTF-8, a few broken characters allowed: a file
// cut off within one is not Windows-1252.
func looksUTF8(b []byte) bool {
	if utf8.Valid(b) {
		return true
	}
	whole, broken := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			whole++
		}
		b = b[n:]
	}
	return whole > 0 && whole >= broken
}

// cleaned makes s valid, its line breaks \n and its control characters spaces;
// it refuses what is full of them.
func cleaned(s string) (string, error) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.IndexFunc(s, control) >= 0 {
		n := 0
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
		s = strings.Map(func(r rune) rune {
			if control(r) {
				n++
				return ' '
			}
			return r
		}, s)
		if n*100 > len(s)+200 {
			return "", errBinary
		}
	}
	return s, nil
}

// control reports the control characters that no text needs, and the carriage return.
func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\f' && r != '\v' || r == 0x7f
}

// utf8Reader decodes a stream that has a byte order mark or looks like UTF-16.
func utf8Reader(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(1024)
	if enc := utf16Of(head); enc != nil {
		return transform.NewReader(r, enc.NewDecoder())
	}
	if bytes.HasPrefix(head, []byte("\uFEFF")) {
		_, _ = r.Discard(len("\uFEFF"))
	}
	return r
}
