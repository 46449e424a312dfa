package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

// readAll gathers the articles and the errors of a stream.
func readAll(name, content string) (articles []Article, errs []string) {
	for a, err := range Read(context.Background(), name, strings.NewReader(content)) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		articles = append(articles, a)
	}
	return articles, errs
}

func ids(articles []Article) []string {
	var out []string
	for _, a := range articles {
		out = append(out, a.ID)
	}
	return out
}

func TestReadJSONLines(t *testing.T) {
	in := "\ufeff" + `{"id":"a","text":"One.","extra":{"x":1}}` + "\r\n\n" +
		`{"id":"b","text":` + "\n" +
		`{"id":"c","text":7}` + "\n" +
		`{"id":"d"}` + "\n" +
		`[1]` + "\n" +
		`{"id":8,"text":"caf` + "\xe9" + `","title":false}` + "\n" +
		`{"text":"No id."}` + "\n" +
		`{"text":"No id either."}`
	articles, errs := readAll("dir/in.jsonl", in)
	if got := ids(articles); !slices.Equal(got, []string{"a", "8", "in.jsonl#3", "in.jsonl#4"}) {
		t.Errorf("ids %q", got)
	}
	if articles[1].Text != "café" {
		t.Errorf("text %q", articles[1].Text)
	}
	want := []string{
		"dir/in.jsonl:3: not valid JSON: unexpected end of JSON input (at byte 18)",
		`dir/in.jsonl:4: "text" is not a string`,
		`dir/in.jsonl:5: the record has no "text"`,
		"dir/in.jsonl:6: not a JSON object but a array",
	}
	if !slices.Equal(errs, want) {
		t.Errorf("errors\n%s\nwant\n%s", strings.Join(errs, "\n"), strings.Join(want, "\n"))
	}
}

func TestLinesKeepTheID(t *testing.T) {
	for l := range Lines("-", strings.NewReader(`{"id":"c","text":7}`)) {
		var e *InputError
		if !errors.As(l.Err, &e) || e.ID == nil || *e.ID != "c" || *l.Record.ID != "c" {
			t.Errorf("%+v", l)
		}
	}
}

func TestRecordTextIsKept(t *testing.T) {
	text := " A\u00a0b\r\n\x01c\n\n\n\nA title of five words\n\n" + filler
	a := articleOf(text)
	if a.Text != text {
		t.Errorf("%q", a.Text)
	}
}

func TestReadJSON(t *testing.T) {
	tests := []struct{ name, in, ids, errs string }{
		{"array", `[{"id":"a","text":"x"}, {"id":"b"}, {"id":"c","text":"y"}]`, "a c", `f.json: record 2: the record has no "text"`},
		{"spread over lines", "{\n \"id\": \"a\",\n \"text\": \"x\"\n}\n{\"id\":\"b\",\"text\":\"y\"}", "a b", ""},
		{"lines", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\"\n{\"id\":\"b\",\"text\":\"y\"}", "a b", "f.json:2: not valid JSON: unexpected end of JSON input (at byte 6)"},
		{"broken", `[{"id":"a","text":"x"}, {"id" 5}]`, "a", "f.json: record 2: not valid JSON: invalid character '5' after object key (at byte 29)"},
	}
	for _, tt := range tests {
		articles, errs := readAll("f.json", tt.in)
		if got := strings.Join(ids(articles), " "); got != tt.ids || strings.Join(errs, "\n") != tt.errs {
			t.Errorf("%s: ids %q errors %q", tt.name, got, errs)
		}
	}
}

func TestReadLine(t *testing.T) {
	r := bufio.NewReaderSize(strings.NewReader("short\n"+strings.Repeat("x", 100)+"\nlast"), 16)
	var got []string
	for {
		line, err := readLine(r, 50)
		got = append(got, strings.TrimSpace(string(line)))
		if errors.Is(err, errLongLine) {
			got[len(got)-1] = "too long"
		} else if err != nil {
			break
		}
	}
	if !slices.Equal(got, []string{"short", "too long", "last"}) {
		t.Errorf("%q", got)
	}
}

func TestEncodings(t *testing.T) {
	const want = "“Café” in Kyïv\n\nsaid the café owner."
	latin := "\x93Caf\xe9\x94 in Ky\xefv\r\n\r\nsaid the caf\xe9 owner."
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) string {
		s, err := unicode.UTF16(order, mark).NewEncoder().String(want)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	tests := map[string]string{
		"utf-8":                    want,
		"utf-8 with mark":          "\ufeff" + want,
		"carriage returns":         strings.ReplaceAll(want, "\n", "\r\n"),
		"windows-1252":             latin,
		"utf-16 le":                utf16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16 be":                utf16(unicode.BigEndian, unicode.UseBOM),
		"utf-16 le without a mark": utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"utf-16 be without a mark": utf16(unicode.BigEndian, unicode.IgnoreBOM),
	}
	for name, in := range tests {
		articles, errs := readAll("a.txt", in)
		if len(articles) != 1 || articles[0].Text != want {
			t.Errorf("%s: %+v %q", name, articles, errs)
		}
	}
	if s, err := decodeText([]byte("Café, cut off: caf\xc3")); err != nil || s != "Café, cut off: caf\uFFFD" {
		t.Errorf("cut off: %q %v", s, err)
	}
	if s, err := decodeText([]byte("a\x00b\x07c")); err != nil || s != "a b c" {
		t.Errorf("controls: %q %v", s, err)
	}
	if _, errs := readAll("a.txt", strings.Repeat("\x01\x02\x00\x00\x05abc", 400)); len(errs) != 1 || !strings.Contains(errs[0], "a.txt: not a text") {
		t.Errorf("binary: %q", errs)
	}
	if _, errs := readAll("a.txt", " \n "); len(errs) != 1 || errs[0] != "a.txt: no text in it" {
		t.Errorf("empty: %q", errs)
	}
}

func TestUTF16Lines(t *testing.T) {
	s, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("{\"id\":\"a\",\"text\":\"Café.\"}\n{\"id\":\"b\",\"text\":\"x\"}\n")
	if err != nil {
		t.Fatal(err)
	}
	articles, errs := readAll("a.jsonl", s)
	if got := ids(articles); !slices.Equal(got, []string{"a", "b"}) || articles[0].Text != "Café." {
		t.Errorf("%q %q", got, errs)
	}
}

func TestSniffing(t *testing.T) {
	tests := []struct{ in, want string }{
		{`{"id":"j","text":"x"}`, "j"},
		{"\n<!DOCTYPE html><html><body><h1>Rebels quit city</h1><p>" + filler + "</p></body></html>", "stdin"},
		{filler, "stdin"},
		{"{braces} begin this text.", "stdin"},
	}
	for _, tt := range tests {
		articles, errs := readAll(Stdin, tt.in)
		if len(articles) != 1 || articles[0].ID != tt.want || strings.Contains(articles[0].Text, "<") {
			t.Errorf("%q: %+v %q", tt.in, articles, errs)
		}
	}
}

func TestGzip(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(`{"text":"x"}`))
	_ = z.Close()
	articles, errs := readAll("in.jsonl.gz", b.String())
	if got := ids(articles); !slices.Equal(got, []string{"in.jsonl.gz"}) {
		t.Errorf("%q %q", got, errs)
	}
	for l := range Lines("in.jsonl.gz", bytes.NewReader(b.Bytes())) {
		if l.Err != nil || *l.Record.Text != "x" {
			t.Errorf("%+v", l)
		}
	}
	if _, errs := readAll("in.jsonl.gz", b.String()[:b.Len()-12]); len(errs) == 0 {
		t.Error("a cut gzip file is no error")
	}
}

func TestSecondArticleOfAFile(t *testing.T) {
	articles, _ := readAll("dir/two.txt", "First title\n\n"+filler+"\n\n\n\nRebels quit the city after a night of raids\n\n"+filler)
	if got := ids(articles); !slices.Equal(got, []string{"two.txt", "two.txt#2"}) || articles[1].Given || articles[1].Source != "dir/two.txt" {
		t.Errorf("%q %+v", got, articles)
	}
	other, _ := readAll("other.txt", filler)
	again, _ := readAll("again.txt", filler)
	if other[0].Key != again[0].Key {
		t.Error("the key depends on the file's name")
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range Read(ctx, "a.jsonl", strings.NewReader(strings.Repeat("{\"text\":\"x\"}\n", 9))) {
		if n++; n == 2 {
			cancel()
		}
		if n == 3 && !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
	}
	if n != 3 {
		t.Errorf("%d steps, want 3", n)
	}
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"b.txt": "x", "a.jsonl": "x", "sub/c.html": "x", "sub/d.csv": "x", "plain": "x", ".hidden.txt": "x", ".git/e.txt": "x",
		"f.txt": "\x00\x01\x02", "g.jsonl.gz": "\x1f\x8b\x00", "h": "%PDF-1.4", "i.txt": "a\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00j\x00",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, skipped := Walk([]string{dir, filepath.Join(dir, "sub", "d.csv"), filepath.Join(dir, "b.txt"), "-", filepath.Join(dir, "none.txt")})
	want := []string{"a.jsonl", "b.txt", "g.jsonl.gz", "i.txt", "plain", "sub/c.html", "sub/d.csv", "-"}
	for i := range files {
		files[i] = strings.TrimPrefix(filepath.ToSlash(files[i]), filepath.ToSlash(dir)+"/")
	}
	if !slices.Equal(files, want) {
		t.Errorf("files %q, want %q", files, want)
	}
	var reasons []string
	for _, s := range skipped {
		reasons = append(reasons, strings.TrimPrefix(s.Error(), dir+string(filepath.Separator)))
	}
	wantReasons := []string{"f.txt: a binary file", "h: a binary file",
		filepath.Join("sub", "d.csv") + ": .csv is not a format of articles; name the file itself to read it as text", "none.txt: no such file or directory"}
	if !slices.Equal(reasons, wantReasons) || !skipped[3].Failed || skipped[0].Failed {
		t.Errorf("skipped %q, want %q", reasons, wantReasons)
	}
}
