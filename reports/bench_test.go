package reports

import (
	"io"
	"os"
	"testing"
)

// benchmarkFormat prints 5,000 events.
func benchmarkFormat(b *testing.B, format string) {
	r := large(5000)
	for b.Loop() {
		if err := Write(io.Discard, format, r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B)      { benchmarkFormat(b, "text") }
func BenchmarkHTML(b *testing.B)      { benchmarkFormat(b, "html") }
func BenchmarkCSV(b *testing.B)       { benchmarkFormat(b, "csv") }
func BenchmarkJSONLines(b *testing.B) { benchmarkFormat(b, "jsonl") }
func BenchmarkTable(b *testing.B)     { benchmarkFormat(b, "table") }

// TestLargePage writes a page of 5,000 events to look at, to the file that
// $DATELINE_LARGE_PAGE names.
func TestLargePage(t *testing.T) {
	file := os.Getenv("DATELINE_LARGE_PAGE")
	if file == "" {
		t.Skip("set DATELINE_LARGE_PAGE to a file to get a page of 5,000 events")
	}
	if err := os.WriteFile(file, []byte(write(t, "html", large(5000))), 0o644); err != nil {
		t.Fatal(err)
	}
}
