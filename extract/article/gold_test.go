package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shared returns a file of the folder "shared" beside the repository; the test
// is skipped where it is not there.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	path := filepath.Join(append([]string{dir, "..", "shared"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there", filepath.Join(parts...))
	}
	return path
}

// goldRows reads the rows of a JSON Lines file, compressed or not.
func goldRows(t testing.TB, parts ...string) [][]byte {
	t.Helper()
	b, err := os.ReadFile(shared(t, append([]string{"gold"}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	var r io.Reader = bytes.NewReader(b)
	if strings.HasSuffix(parts[len(parts)-1], gzipExtension) {
		if r, err = gzip.NewReader(r); err != nil {
			t.Fatal(err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, MaxLine)
	var rows [][]byte
	for s.Scan() {
		rows = append(rows, bytes.Clone(s.Bytes()))
	}
	return rows
}

func TestSeed(t *testing.T) {
	path := shared(t, "seeds", "000_f49af28e1ccd44b6.txt")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var articles []Article
	for a, err := range Read(context.Background(), path, f) {
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
	}
	if len(articles) != 2 {
		t.Fatalf("%d articles, want 2", len(articles))
	}
	for _, a := range articles {
		first, _, _ := strings.Cut(a.Text, "\n")
		if a.Title == "" || a.Title != first || a.Published.Basis != "none" {
			t.Errorf("%s: title %q, want %q; published %+v", a.ID, a.Title, first, a.Published)
		}
		seen := map[string]bool{}
		kinds := map[BlockKind]int{}
		for _, b := range a.Blocks {
			text := a.Text[b.Start:b.End]
			if seen[text] || strings.Contains(text, "\n") || wordCount(text, 5) < 5 {
				t.Errorf("%s: block %q", a.ID, text)
			}
			seen[text] = true
			kinds[b.Kind]++
		}
		if kinds[Title] != 1 || kinds[Caption] != 1 || kinds[Body] < 9 {
			t.Errorf("%s: blocks %v", a.ID, kinds)
		}
	}
}

// TestStatedDay measures how often the stated day of publication is found in
// the text alone, and how often it is the true one.
func TestStatedDay(t *testing.T) {
	tests := []struct {
		file           []string
		found, correct float64 // at least so many of all, and of the found
	}{
		{[]string{"isaf", "isaf_annotated.jsonl"}, .95, .99},
		{[]string{"muc", "muc_tst2.jsonl"}, .95, .98},
		{[]string{"timelines", "timeline17_conflict.jsonl.gz"}, .15, .98},
	}
	for _, tt := range tests {
		t.Run(tt.file[0], func(t *testing.T) {
			all, found, correct := 0, 0, 0
			for _, row := range goldRows(t, tt.file...) {
				rec, err := DecodeRecord(row)
				if err != nil || rec.Published == nil {
					continue
				}
				all++
				a, _ := FromRecord(Record{Text: rec.Text})
				checkArticle(t, a)
				stated, gold := a.Published.Day.String()+a.Published.Partial, (*rec.Published)[:10]
				if stated == "" {
					continue
				}
				found++
				if stated == gold || stated == "XXXX"+gold[4:] {
					correct++
				}
			}
			t.Logf("%d articles, %d with a stated day, %d of these correct", all, found, correct)
			if float64(found) < tt.found*float64(all) || float64(correct) < tt.correct*float64(found) {
				t.Errorf("want at least %.0f%% found and %.0f%% of these correct", tt.found*100, tt.correct*100)
			}
		})
	}
}

// TestNoSplit measures how often an article alone is taken for several.
func TestNoSplit(t *testing.T) {
	for _, file := range [][]string{{"news", "news_dev.jsonl"}, {"temporal", "wikiwars_dev.jsonl"}, {"articles", "ru_ua_2022.jsonl.gz"}, {"muc", "muc_tst1.jsonl"}} {
		rows, split := goldRows(t, file...), 0
		for _, row := range rows {
			rec, err := DecodeRecord(row)
			if err != nil {
				t.Fatal(err)
			}
			if len(splitClippings(*rec.Text)) > 1 {
				split++
			}
		}
		t.Logf("%s: %d of %d are split", file[1], split, len(rows))
		if split*50 > len(rows) {
			t.Errorf("%s: more than 2%% are split", file[1])
		}
	}
}

// goldPage is a row of the gold pages.
type goldPage struct {
	ID, Published, Text string
	File                string `json:"html_file"`
}

// TestGoldPages measures publication days and texts of real pages.
func TestGoldPages(t *testing.T) {
	dir := unpacked(t, shared(t, "gold", "html", "pages.tar.xz"))
	days, right, texts := 0, 0, 0
	f1 := 0.0
	for _, file := range []string{"html_fundus.jsonl", "html_htmldate.jsonl", "html_readability.jsonl"} {
		for _, row := range goldRows(t, "html", file) {
			var gold goldPage
			if err := json.Unmarshal(row, &gold); err != nil || gold.File == "" {
				continue
			}
			var a Article
			page, err := os.ReadFile(filepath.Join(dir, gold.File))
			if err != nil {
				t.Fatal(err)
			}
			for a = range Read(context.Background(), gold.File, bytes.NewReader(page)) {
				checkArticle(t, a)
			}
			if gold.Published != "" {
				days++
				if a.Published.Day.String() == gold.Published[:10] {
					right++
				}
			}
			if gold.Text != "" {
				texts++
				f1 += wordF1(gold.Text, a)
			}
		}
	}
	t.Logf("publication day right in %d of %d pages; text F1 %.3f over %d pages", right, days, f1/float64(texts), texts)
	if right*100 < days*92 || f1 < .92*float64(texts) {
		t.Error("want at least 92% of the days and text F1 .92")
	}
}

// unpacked unpacks an archive into a folder of the test, or skips it.
func unpacked(t *testing.T, archive string) string {
	t.Helper()
	if _, err := exec.LookPath("xz"); err != nil || testing.Short() {
		t.Skip("no xz to unpack the pages, or -short")
	}
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", archive, "-C", dir).CombinedOutput(); err != nil {
		t.Skipf("cannot unpack the pages: %v: %s", err, out)
	}
	return dir
}

// wordF1 compares the words of an article's blocks, but for the title, with a text.
func wordF1(want string, a Article) float64 {
	count := map[string]int{}
	wanted := strings.Fields(want)
	for _, w := range wanted {
		count[w]++
	}
	common, have := 0, 0
	for _, b := range a.Blocks {
		if b.Kind == Title {
			continue
		}
		for _, w := range strings.Fields(a.Text[b.Start:b.End]) {
			have++
			if count[w] > 0 {
				count[w]--
				common++
			}
		}
	}
	return 2 * float64(common) / float64(have+len(wanted))
}

// BenchmarkFromRecord reads the gold articles, or an own one where these are not there.
func BenchmarkFromRecord(b *testing.B) {
	text := strings.Repeat(filler+"\n\n", 40)
	texts := []string{text}
	if _, err := os.Stat("../../../shared/gold/articles"); err == nil {
		texts = nil
		for _, row := range goldRows(b, "articles", "entities_conflict.jsonl.gz") {
			if rec, err := DecodeRecord(row); err == nil {
				texts = append(texts, *rec.Text)
			}
		}
	}
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			FromRecord(Record{Text: &texts[i]})
		}
	}
}

func BenchmarkReadJSONLines(b *testing.B) {
	line, err := json.Marshal(map[string]string{"id": "a", "text": strings.Repeat(filler+"\n\n", 40)})
	if err != nil {
		b.Fatal(err)
	}
	in := strings.Repeat(string(line)+"\n", 100)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(context.Background(), "a.jsonl", strings.NewReader(in)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkReadText(b *testing.B) {
	in := strings.Repeat(filler+"\n\n", 400)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(context.Background(), "a.txt", strings.NewReader(in)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
