package article

import (
	"fmt"
	"strings"
	"testing"
)

// page wraps a head and a body long enough for an article.
func page(head, body string) string {
	return "<!DOCTYPE html><html><head>" + head + "</head><body><nav><a href=/>Home</a></nav><main><article>" + body +
		strings.Repeat("<p>"+filler+" %d</p>", 1) + "<p>" + filler + " Nobody was hurt in the villages, and the road is open.</p><p>" + filler +
		" It was the fourth such raid within a month.</p></article></main><footer>All rights reserved</footer></body></html>"
}

func onePage(t *testing.T, html string) Article {
	t.Helper()
	articles, errs := readAll("p.html", html)
	if len(articles) != 1 {
		t.Fatalf("%d articles, %q", len(articles), errs)
	}
	checkArticle(t, articles[0])
	return articles[0]
}

func TestHTML(t *testing.T) {
	a := onePage(t, page(`<title>Troops move in | The Harbour Ledger</title><meta property="og:site_name" content="The Harbour Ledger">
<link rel="canonical" href="https://ledger.example/2020/01/24/troops">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2019-01-01"},{"@type":["NewsArticle"],"headline":"Troops move in &amp; stay","datePublished":"2020-01-23T23:00:00-05:00","publisher":{"name":"HL"}}]}</script>`,
		`<h1>Troops move in</h1><p>By Jo Smith</p><figure><img src=x><figcaption>Soldiers on a bridge. Photograph: Jo Smith/AFP</figcaption></figure>`))
	if a.Title != "Troops move in & stay" || a.Text[:a.TitleSpan.End] != a.Title || a.Outlet != "The Harbour Ledger" || a.URL != "https://ledger.example/2020/01/24/troops" {
		t.Errorf("title %q at %v outlet %q url %q", a.Title, a.TitleSpan, a.Outlet, a.URL)
	}
	if a.Published.Day.String() != "2020-01-23" || a.Published.Where != "json-ld" {
		t.Errorf("published %+v", a.Published)
	}
	got := shown(a)
	if !strings.Contains(got, "caption: Soldiers on a bridge.\n") || strings.Contains(got, "Home") || strings.Contains(got, "By Jo Smith") || strings.Count(got, "body: ") < 3 {
		t.Errorf("blocks\n%s", got)
	}
}

func TestPageDates(t *testing.T) {
	tests := []struct{ name, head, body, want string }{
		{"meta", `<meta property="article:published_time" content="2020-01-23T04:00:00Z"><meta property="article:modified_time" content="2020-02-01">`, "", "2020-01-23 meta article:published_time"},
		{"meta by name", `<meta name="DC.date.issued" content="2020-01-23">`, "", "2020-01-23 meta dc.date.issued"},
		{"microdata", "", `<span itemprop="datePublished" content="2020-01-23">today</span>`, "2020-01-23 meta datepublished"},
		{"time element", "", `<time datetime="2020-01-23T10:00">today</time>`, "2020-01-23 time element"},
		{"marked time element", "", `<time datetime="2019-05-05">x</time><time class="entry-date published" datetime="2020-01-23">today</time>`, "2020-01-23 time element"},
		{"canonical address", `<link rel="canonical" href="https://ledger.example/2020/01/23/x">`, `<time datetime="2019-05-05">x</time>`, "2020-01-23 url"},
		{"broken linked data", `<script type="application/ld+json">{"@type":"NewsArticle", "datePublished": "2020-01-23", oops</script>`, "", "2020-01-23 script datePublished"},
		{"visible date", "", `<h1>Troops move in</h1><div class="x"><span>Jan 23, 2020</span></div>`, "2020-01-23 date line"},
		{"only updated", `<meta property="article:modified_time" content="2020-01-23">`, "", "2020-01-23 meta article:modified_time"},
		{"none", "", "", " "},
	}
	for _, tt := range tests {
		a := onePage(t, page(tt.head, tt.body))
		if got := fmt.Sprintf("%s %s", a.Published.Day, a.Published.Where); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPageDatelineDisagrees(t *testing.T) {
	a := onePage(t, page(`<meta property="article:published_time" content="2020-01-23">`, "<p>ADEN, May 3 (Reuters) - "+filler+" It was the last raid.</p>"))
	if len(a.Warnings) != 1 || a.Published.Day.String() != "2020-01-23" || a.Dateline != "ADEN" {
		t.Errorf("warnings %q published %+v dateline %q", a.Warnings, a.Published, a.Dateline)
	}
}

func TestDeepPage(t *testing.T) {
	deep := strings.Repeat("<div>", 700) + "<p>" + filler + "</p><div>" + filler + " And so on.</div>" + strings.Repeat("</div>", 700)
	a := onePage(t, "<html><head><title>Troops move in</title></head><body>"+deep+"</body></html>")
	if !strings.Contains(a.Text, filler) || !strings.Contains(a.Text, "And so on.") {
		t.Errorf("text %q", a.Text)
	}
}

func TestPageEncoding(t *testing.T) {
	a := onePage(t, page(`<meta charset="windows-1252">`, "<p>Caf\xe9 \x93owners\x94 fled "+filler+"</p>"))
	if !strings.Contains(a.Text, "Café “owners” fled") {
		t.Errorf("text %q", a.Text)
	}
}

func TestPageOfLinkedData(t *testing.T) {
	a := onePage(t, `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Troops move in again","articleBody":"`+filler+`\n\n<p>More of it.</p>"}</script></head><body><div id=app>Loading</div></body></html>`)
	if !strings.Contains(a.Text, filler) || !strings.HasSuffix(strings.TrimSpace(a.Text), "More of it.") {
		t.Errorf("text %q", a.Text)
	}
}

func TestEmptyPage(t *testing.T) {
	if _, errs := readAll("p.html", "<html><body><script>x</script></body></html>"); len(errs) != 1 || errs[0] != "p.html: no article found in the page" {
		t.Errorf("errors %q", errs)
	}
}
