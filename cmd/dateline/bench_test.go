package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/extract/article"
)

// benchArticles is how many articles a benchmark reads at most.
const benchArticles = 300

// BenchmarkAnnotate is the way from a line of JSON to a line of JSON; MB/s are
// of article text, on one core.
func BenchmarkAnnotate(b *testing.B) {
	lines, size := benchLines(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		benchRun(b, lines, "annotate", "--workers", "1")
	}
}

// BenchmarkIngest is the way from a file to derived events in a new database.
func BenchmarkIngest(b *testing.B) {
	lines, size := benchLines(b)
	file := filepath.Join(b.TempDir(), "articles.jsonl")
	if err := os.WriteFile(file, lines, 0o644); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		benchRun(b, nil, "ingest", "--workers", "1", "--db", filepath.Join(b.TempDir(), "bench.db"), file)
	}
}

// BenchmarkStart is a process that has nothing to do.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if err := process(b, "version").Run(); err != nil {
			b.Fatal(err)
		}
	}
}

func benchRun(b *testing.B, in []byte, args ...string) {
	err := Run(b.Context(), args, Stdio{
		In: bytes.NewReader(in), Out: io.Discard, Err: io.Discard,
		Getenv: func(string) string { return "" }, Now: time.Now,
	})
	if err != nil {
		b.Fatal(err)
	}
}

// benchLines are articles as JSON Lines and the size of their texts: real ones
// where the gold sets lie beside the repository, else the examples again and again.
func benchLines(b *testing.B) (lines []byte, size int64) {
	b.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "gold", "articles", "entities_conflict.jsonl.gz"))
	if err != nil {
		return repeatedExamples(b)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		b.Fatal(err)
	}
	in := bufio.NewReader(unzipped)
	for range benchArticles {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			b.Fatal(err)
		}
		record, err := article.DecodeRecord(line)
		if err != nil {
			continue
		}
		lines, size = append(lines, line...), size+int64(len(*record.Text))
	}
	return lines, size
}

func repeatedExamples(b *testing.B) (lines []byte, size int64) {
	texts := exampleFiles(b)
	for i := range benchArticles {
		text, err := os.ReadFile(texts[i%len(texts)])
		if err != nil {
			b.Fatal(err)
		}
		line, err := json.Marshal(map[string]any{"id": i, "text": string(text)})
		if err != nil {
			b.Fatal(err)
		}
		lines, size = append(append(lines, line...), '\n'), size+int64(len(text))
	}
	return lines, size
}
