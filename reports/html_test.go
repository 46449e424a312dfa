package reports

import (
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// parse returns all elements of a page.
func parse(t testing.TB, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// checkSafe holds for every page, whatever the articles say: it runs no script
// but its own, loads nothing, and links to the web and to itself only.
func checkSafe(t testing.TB, page string) {
	t.Helper()
	policy := ""
	for _, n := range parse(t, page) {
		if v, _ := attribute(n, "http-equiv"); v == "Content-Security-Policy" {
			policy, _ = attribute(n, "content")
		}
		if (n.Data == "script" || n.Data == "style") && !allowed(policy, n) {
			t.Errorf("the policy %q does not allow the page's <%s>", policy, n.Data)
		}
		switch n.Data {
		case "img", "iframe", "object", "embed", "link", "base", "audio", "video":
			t.Errorf("the page has a <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
			if a.Key == "href" && !harmlessLink(a.Val) {
				t.Errorf("the page links to %q", a.Val)
			}
		}
	}
	for _, part := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy lacks %s: %q", part, policy)
		}
	}
	if strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is weak: %q", policy)
	}
}

// allowed reports whether the policy holds the hash of an inline script or style.
func allowed(policy string, n *html.Node) bool {
	if n.FirstChild == nil {
		return false
	}
	sum := sha256.Sum256([]byte(n.FirstChild.Data))
	return strings.Contains(policy, n.Data+"-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
}

func harmlessLink(href string) bool {
	u, err := url.Parse(href)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "" && strings.HasPrefix(href, "#"))
}

func TestHTMLIsSafe(t *testing.T) {
	checkSafe(t, write(t, "html", sample()))
	empty := sample()
	empty.Shown.Events = nil
	checkSafe(t, write(t, "html", empty))
}

// TestHTMLAnchors: ids stand once, every event has its own, and no link within
// the page leads nowhere.
func TestHTMLAnchors(t *testing.T) {
	for _, r := range []Report{sample(), large(400)} {
		ids := map[string]bool{}
		nodes := parse(t, write(t, "html", r))
		for _, n := range nodes {
			id, ok := attribute(n, "id")
			if ok && ids[id] {
				t.Errorf("two elements have the id %q", id)
			}
			ids[id] = true
		}
		for _, e := range r.Shown.Events {
			if !ids[e.ID] {
				t.Errorf("event %s has no anchor", e.ID)
			}
		}
		for _, n := range nodes {
			if href, ok := attribute(n, "href"); ok && strings.HasPrefix(href, "#") && !ids[href[1:]] {
				t.Errorf("a link leads to %s, which is not there", href)
			}
		}
	}
}

func TestHTMLHeadings(t *testing.T) {
	last := 0
	for _, n := range parse(t, write(t, "html", large(400))) {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			level := int(n.Data[1] - '0')
			if level > last+1 {
				t.Fatalf("an h%d follows an h%d", level, last)
			}
			last = level
		}
	}
}

func TestHTMLIsFast(t *testing.T) {
	if testing.Short() {
		t.Skip("a matter of time")
	}
	r := large(5000)
	start := time.Now()
	write(t, "html", r)
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("a page of 5,000 events took %v", took) // it takes half a second; this is for what is quadratic
	}
}

// FuzzHTML: whatever articles say, the page is safe.
func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<script>alert(1)</script>", `" onmouseover="x`, "javascript:alert(1)", "https://a.example/</style>", "{{.}}", "\x00\xff", "-->", "ZgotmplZ"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, s, address string) {
		r := sample()
		r.Title, r.Query, r.Shown.Events = s, s, r.Shown.Events[:1]
		e := &r.Shown.Events[0]
		e.ID, e.Kind, e.Family, e.Summary, e.Country, e.Actors, e.Date.Text = s, s, s, s, s, names(s), s
		src := r.Shown.Sources["a1"]
		src.URL, src.Outlet, src.Title = address, s, s
		r.Shown.Sources["a1"] = src
		checkSafe(t, write(t, "html", r))
	})
}
