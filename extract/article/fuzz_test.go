package article

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/mention"
)

// checkSpans checks that every span lies in the text, on characters' bounds.
func checkSpans(t *testing.T, a Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Fatalf("not UTF-8: %q", a.Text)
	}
	spans := append(BlockSpans(a), a.TitleSpan, a.DatelineSpan, a.DatelineDay, a.Published.Span)
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(a.Text) || !boundary(a.Text, s.Start) || !boundary(a.Text, s.End) {
			t.Fatalf("span %v in a text of %d bytes", s, len(a.Text))
		}
	}
	if a.DatelineSpan != (mention.Span{}) && a.Dateline != a.Text[a.DatelineSpan.Start:a.DatelineSpan.End] {
		t.Fatalf("dateline %q at %v", a.Dateline, a.DatelineSpan)
	}
}

func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// fuzzFile reads data as a file of the given name and checks every article.
func fuzzFile(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for a, err := range Read(context.Background(), name, strings.NewReader(string(data))) {
			if err == nil {
				checkArticle(t, a)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzzFile(f, "a.txt",
		"Title of it\n\nBAGHDAD, Jan 23 (Reuters) - Gunmen fled the town after dark, police said.\n\n\n\nAnother title altogether here\n\nBy Jo Smith\n\nMore of it follows, in a sentence of some length.",
		"Some words LONDON | Wed May 5, 2010 7:41 am EDT LONDON (Reuters) - A third.", "\xff\xfea\x00b\x00", "caf\xe9 \x93quoted\x94", "PANAMA CITY (PANAMA), 16 NOV 89 (EFE) -- [TEXT] [A] B", "Photo. REUTERS/É É\nPhoto. REUTERS/É É")
}

func FuzzHTML(f *testing.F) {
	fuzzFile(f, "a.html",
		`<html><head><title>T</title><meta property="article:published_time" content="2020-01-23"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-01-23"}</script></head><body><h1>T</h1><figure><figcaption>C</figcaption></figure><p>Some words of it.</p></body></html>`,
		"<p>a<br>b")
}

func FuzzJSONL(f *testing.F) {
	fuzzFile(f, "a.jsonl",
		`{"id":"a","text":"Some text.","published":"2020-01-23","title":"T","url":"https://a.example/2020/01/23/x"}`+"\n{\n"+`{"id":7,"text":"\ud800"}`, `{"text":1}`, "[]")
}
