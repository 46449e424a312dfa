package article

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"dateline/extract/mention"
)

// sniffHTML reports whether a stream begins like a web page.
func sniffHTML(head []byte) bool {
	lower := bytes.ToLower(head[:min(len(head), 512)])
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<article", "<meta"} {
		if bytes.HasPrefix(lower, []byte(start)) {
			return start != "<?xml" || bytes.Contains(lower, []byte("<html"))
		}
	}
	return false
}

// readHTML reads a web page as one article.
func readHTML(_ context.Context, in *input, y yield) {
	b, err := in.all()
	if err != nil {
		y(Article{}, in.fail(0, err))
		return
	}
	a, err := pageArticle(b)
	if err != nil {
		y(Article{}, in.fail(0, err))
		return
	}
	y(in.finish(a), nil)
}

// pageArticle makes an article of a page: its headline, then the text of its
// body, a paragraph a line.
func pageArticle(b []byte) (Article, error) {
	doc, err := parsePage(decodePage(b))
	if err != nil {
		return Article{}, err
	}
	m := readMeta(doc)
	t, title := mainText(doc, m)
	a := Article{Title: clean(firstOf(m.title, title)), Outlet: m.outlet, URL: m.url}
	t = t.titled(a.Title)
	if a.Text = t.String(); a.Text == "" {
		return Article{}, errors.New("no article found in the page")
	}
	a.Key = key("", a.Text)
	analyse(&a, t.paragraphs(a.Text), m.claims)
	return a, nil
}

// decodePage returns a page as UTF-8, by its byte order mark, its meta element or its look.
func decodePage(b []byte) string {
	enc := utf16Of(b)
	if enc == nil && !looksUTF8(b) {
		enc, _, _ = charset.DetermineEncoding(b, "")
	}
	if enc != nil {
		if out, err := enc.NewDecoder().Bytes(b); err == nil {
			b = out
		}
	}
	s := strings.ToValidUTF8(string(b), "\uFFFD")
	return strings.ReplaceAll(strings.TrimPrefix(s, "\uFEFF"), "\x00", "")
}

// parsePage parses a page. A page nested too deep for the parser is parsed
// again without the elements that only group others.
func parsePage(page string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		doc, err = html.Parse(strings.NewReader(flattened(page)))
	}
	if err != nil {
		return nil, fmt.Errorf("not a readable web page: %w", err)
	}
	return doc, nil
}

// kept are the elements of a flattened page: those that part the text or tell of it.
var kept = map[atom.Atom]bool{
	atom.Html: true, atom.Head: true, atom.Body: true, atom.Title: true, atom.Meta: true, atom.Link: true,
	atom.Script: true, atom.Style: true, atom.Time: true, atom.P: true, atom.Br: true, atom.Li: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
}

// flattened is a page without its grouping elements; each leaves a paragraph break.
func flattened(page string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		t := z.Token()
		switch {
		case t.Type != html.StartTagToken && t.Type != html.EndTagToken && t.Type != html.SelfClosingTagToken, kept[t.DataAtom]:
			out.WriteString(raw)
		case breaks(t.DataAtom):
			out.WriteString("<p>")
		}
	}
	return out.String()
}

// mainText returns the text of the article without what surrounds it, and the
// page's title: what readability finds; what linked data has, if that is much
// more (of a page that is filled in by a script); else the whole body.
func mainText(doc *html.Node, m pageMeta) (*pageText, string) {
	t := &pageText{}
	u, err := url.Parse(m.url)
	if err != nil {
		u = &url.URL{}
	}
	parser := readability.NewParser()
	found, err := parser.ParseDocument(doc, u)
	if err == nil && found.Node != nil {
		t.add(found.Node)
	}
	if len(m.body) > t.Len()*3/2 {
		t = linkedText(m.body)
	}
	if t.Len() == 0 {
		t.add(find(doc, atom.Body))
	}
	if err != nil {
		return t, ""
	}
	return t, found.Title()
}

// linkedText is the text of linked data, which may have markup in it.
func linkedText(body string) *pageText {
	t := &pageText{}
	for line := range strings.Lines(body) {
		nodes, err := html.ParseFragment(strings.NewReader(line), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
		if err != nil {
			t.write(line)
		}
		for _, n := range nodes {
			t.add(n)
		}
		t.end()
	}
	return t
}

// find returns the first element of a kind.
func find(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

// pageText gathers the text of a page.
type pageText struct {
	strings.Builder
	space    bool // white space is due before the next word
	captions []mention.Span
}

// titled returns the text with the headline before it, unless it begins with it.
func (t *pageText) titled(title string) *pageText {
	head := t.String()
	if len(head) > 2*len(title)+200 {
		head = head[:runeFloor(head, 2*len(title)+200)]
	}
	for line := range strings.Lines(head) {
		if fingerprint(line) == fingerprint(title) {
			return t
		}
	}
	if title == "" || t.Len() == 0 {
		return t
	}
	out := &pageText{}
	out.WriteString(title + "\n\n")
	shift := out.Len()
	out.WriteString(t.String())
	for _, c := range t.captions {
		out.captions = append(out.captions, mention.Span{Start: c.Start + shift, End: c.End + shift})
	}
	return out
}

// add writes the text of n and all below it.
func (t *pageText) add(n *html.Node) {
	if n == nil {
		return
	}
	switch n.Type {
	case html.TextNode:
		t.write(n.Data)
		return
	case html.ElementNode:
		if hidden(n) {
			return
		}
		if n.DataAtom == atom.Br {
			t.end()
			return
		}
		if n.DataAtom == atom.Figcaption {
			t.addCaption(n)
			return
		}
	}
	t.addChildren(n)
}

func (t *pageText) addChildren(n *html.Node) {
	block := n.Type == html.ElementNode && breaks(n.DataAtom)
	if block {
		t.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.add(c)
	}
	if block {
		t.end()
	}
}

func (t *pageText) addCaption(n *html.Node) {
	t.end()
	start := t.Len()
	t.addChildren(n)
	t.end()
	if t.Len() > start {
		t.captions = append(t.captions, mention.Span{Start: start, End: t.Len()})
	}
}

// write adds running text, white space made single spaces.
func (t *pageText) write(s string) {
	for s != "" {
		end := strings.IndexAny(s, " \t\n\r\f")
		word := s
		if end >= 0 {
			word = s[:end]
		}
		if word != "" {
			if t.space && !t.atBreak() {
				t.WriteByte(' ')
			}
			t.WriteString(word)
			t.space = false
		}
		if end < 0 {
			return
		}
		t.space = true
		s = s[end+1:]
	}
}

// end ends a paragraph.
func (t *pageText) end() {
	t.space = false
	if !t.atBreak() {
		t.WriteString("\n\n")
	}
}

func (t *pageText) atBreak() bool { return t.Len() == 0 || strings.HasSuffix(t.String(), "\n") }

// paragraphs cuts the gathered text, whose captions are known.
func (t *pageText) paragraphs(text string) []paragraph {
	ps := plainParagraphs(text)
	for i := range ps {
		for _, c := range t.captions {
			if c.Contains(ps[i].Span) {
				ps[i].caption = true
			}
		}
	}
	return ps
}

// hidden reports elements whose text is not read.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Iframe, atom.Svg, atom.Select, atom.Textarea, atom.Aside:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" {
			return true
		}
	}
	return false
}

// breaks reports the elements before and after which a paragraph ends.
func breaks(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Figure, atom.Figcaption, atom.Blockquote,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Pre, atom.Hr, atom.Address, atom.Body, atom.Center:
		return true
	}
	return false
}
