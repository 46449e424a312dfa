package article

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
)

// Format is a kind of input file. To read another one, write its reader in a
// file of its own and add a row to the formats.
type Format struct {
	Name       string
	Extensions []string // in lower case, with the dot

	sniff func(head []byte) bool // whether a stream without a telling name is of this format; nil: never
	read  func(context.Context, *input, yield)
}

// yield takes an article, or what was wrong with one; false asks to stop.
type yield func(Article, error) bool

// formats lists the formats; where no name tells, the first whose sniff agrees is
// taken. The last one takes everything.
var formats = []Format{
	{Name: "JSON Lines", Extensions: []string{".jsonl", ".ndjson"}, sniff: sniffJSON, read: readJSONLines},
	{Name: "JSON", Extensions: []string{".json"}, read: readJSON},
	{Name: "HTML", Extensions: []string{".html", ".htm", ".xhtml"}, sniff: sniffHTML, read: readHTML},
	{Name: "text", Extensions: []string{".txt", ".text", ".md"}, sniff: func([]byte) bool { return true }, read: readText},
}

// formatOf returns the format of a file by its name, with or without ".gz".
func formatOf(name string) (Format, bool) {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), gzipExtension)))
	for _, f := range formats {
		if ext != "" && slices.Contains(f.Extensions, ext) {
			return f, true
		}
	}
	return Format{}, false
}

// sniffed returns the format of a stream by its beginning.
func sniffed(head []byte) Format {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	for _, f := range formats {
		if f.sniff != nil && f.sniff(head) {
			return f
		}
	}
	return formats[len(formats)-1]
}
