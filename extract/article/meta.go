package article

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract/mention"
)

// pageMeta is what a page says of itself outside its text.
type pageMeta struct {
	title, outlet, url string
	body               string // the article's text, if linked data has it
	claims             []claim
}

// metaDates are the names of the meta elements that give the day of
// publication, most trusted first.
var metaDates = []string{
	"article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate", "datepublished",
	"publishdate", "publish-date", "publish_date", "published-date", "published_time", "published_at", "pubdate", "pub_date",
	"publication_date", "publication-date", "date_published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
	"article.published", "article_date_original", "article.created", "originalpublicationdate", "rnews:datepublished",
	"citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
	"dc.date", "dcterms.date", "dc.terms.created", "bt:pubdate", "ptime", "timestamp", "displaydate", "date", "og:release_date",
	"vr:published_time", "shareaholic:article_published_time", "mediator_published_time", "created", "last-published",
}

// metaUpdates are those that give the last change, which bounds it at least.
var metaUpdates = []string{"article:modified_time", "og:updated_time", "datemodified", "last-modified", "revised", "dc.date.modified", "dcterms.modified"}

// readMeta reads the elements of a page that tell of its article.
func readMeta(doc *html.Node) pageMeta {
	m := metaReader{values: map[string]string{}}
	for n := range doc.Descendants() {
		switch n.Type {
		case html.ElementNode:
			m.element(n)
		case html.TextNode:
			m.text(n)
		}
	}
	return m.result()
}

// metaReader gathers what the elements say.
type metaReader struct {
	values    map[string]string // of meta elements, by name in lower case; the first one counts
	canonical string
	heading   string // the first h1
	ld        linkedData
	times     []string // datetime of time elements, those marked as publication first
	marked    int      // how many of times are marked
	visible   string   // the first text after the heading that is but a date
}

func (m *metaReader) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		m.meta(n)
	case atom.Link:
		if m.canonical == "" && attr(n, "rel") == "canonical" {
			m.canonical = attr(n, "href")
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			m.ld.read(n.FirstChild.Data)
		}
		m.script(n)
	case atom.Time:
		m.time(n)
	case atom.H1:
		if m.heading == "" {
			m.heading = textOf(n)
		}
	}
	if attr(n, "itemprop") == "datePublished" {
		m.note("datepublished", firstOf(attr(n, "content"), attr(n, "datetime"), textOf(n)))
	}
}

// text notes a date that stands alone in the page.
func (m *metaReader) text(n *html.Node) {
	s := strings.TrimSpace(n.Data)
	if m.visible != "" || m.heading == "" || len(s) < len("1/1/2020") || len(s) > longestDateLine/2 || hidden(n.Parent) {
		return
	}
	if d, ok := parseDateLine(s); ok && d.full() {
		m.visible = s[d.start:d.end]
	}
}

// script notes a day of publication that stands in the data of a script which
// is not JSON-LD, or is broken.
func (m *metaReader) script(n *html.Node) {
	if n.FirstChild == nil || m.values[scriptDate] != "" {
		return
	}
	_, rest, ok := strings.Cut(n.FirstChild.Data, `"`+scriptDate+`"`)
	if !ok {
		return
	}
	if _, rest, ok = strings.Cut(rest[:min(len(rest), 60)], `"`); ok {
		value, _, _ := strings.Cut(rest, `"`)
		m.note(scriptDate, value)
	}
}

// scriptDate is the name under which scripts keep the day of publication.
const scriptDate = "datePublished"

func (m *metaReader) meta(n *html.Node) {
	for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
		m.note(strings.ToLower(attr(n, k)), attr(n, "content"))
	}
}

func (m *metaReader) note(name, content string) {
	if content = strings.TrimSpace(content); name != "" && content != "" && m.values[name] == "" {
		m.values[name] = content
	}
}

func (m *metaReader) time(n *html.Node) {
	when := attr(n, "datetime")
	if when == "" {
		when = textOf(n)
	}
	mark := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "pubdate"))
	if strings.Contains(mark, "publish") || strings.Contains(mark, "pubdate") || strings.Contains(mark, "entry-date") {
		m.times = slices.Insert(m.times, m.marked, when)
		m.marked++
		return
	}
	m.times = append(m.times, when)
}

// result settles what was gathered.
func (m *metaReader) result() pageMeta {
	outlet := clean(firstOf(m.values["og:site_name"], m.ld.publisher, m.values["application-name"]))
	return pageMeta{
		title:  headline(firstOf(m.ld.headline, m.values["og:title"], m.heading), m.heading, outlet),
		outlet: outlet,
		body:   m.ld.body,
		url:    firstOf(absolute(m.values["og:url"]), absolute(m.canonical), absolute(m.ld.url)),
		claims: m.claims(),
	}
}

// headline is a page's title without the name of the site at its end.
func headline(title, heading, outlet string) string {
	title, heading = clean(title), clean(heading)
	for _, dash := range []string{" | ", " - ", " – ", " — "} {
		if wordCount(heading, fewestTitleWords) == fewestTitleWords && strings.HasPrefix(title, heading+dash) {
			return heading
		}
		if short, ok := strings.CutSuffix(title, dash+outlet); ok && outlet != "" {
			return short
		}
	}
	return title
}

// claims lists the days of publication that the page states, most trusted first.
func (m *metaReader) claims() []claim {
	var out []claim
	add := func(value, where string, r rank) {
		if c, ok := metaDay(value); ok {
			out = append(out, claimOf(c, where, r, mention.Span{}))
		}
	}
	add(m.ld.published, "json-ld", inMetadata)
	for _, name := range metaDates {
		add(m.values[name], "meta "+name, inMetadata)
	}
	add(m.values[scriptDate], "script "+scriptDate, inMetadata)
	for i, when := range m.times {
		if i < m.marked {
			add(when, "time element", inMetadata)
		} else {
			add(when, "time element", inElement)
		}
	}
	add(m.visible, "date line", inElement)
	for _, name := range metaUpdates {
		add(m.values[name], "meta "+name, inUpdate)
	}
	return out
}

// metaDay reads the day of a metadata field, as it is written there.
func metaDay(s string) (calendar, bool) {
	var c calendar
	s = strings.TrimSpace(s)
	if len(s) > 100 {
		return c, false
	}
	if d, n, ok := parseCalendar(s); ok && d.full() && onlyTime(s[n:]) {
		return d, true
	}
	_, n := findCalendar(s, 0, &c)
	return c, n > 0 && c.full()
}

// linkedData is what JSON-LD says of the article.
type linkedData struct {
	headline, publisher, published, url, body string
}

// read reads one script of JSON-LD, which may hold lists and graphs.
func (l *linkedData) read(script string) {
	var v any
	d := json.NewDecoder(strings.NewReader(strings.TrimSpace(script)))
	if d.Decode(&v) == nil {
		l.visit(v, 0)
	}
}

// deepest is how far linked data is followed.
const deepest = 6

func (l *linkedData) visit(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.visit(x, depth+1)
		}
	case map[string]any:
		l.object(v)
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "item"} {
			l.visit(v[k], depth+1)
		}
	}
}

// object takes the fields of an object that is an article or a page; an article overrules a page.
func (l *linkedData) object(o map[string]any) {
	kind := strings.ToLower(stringIn(o["@type"]))
	isArticle := strings.Contains(kind, "article") || strings.Contains(kind, "posting") || strings.Contains(kind, "report")
	if !isArticle && !strings.Contains(kind, "page") && kind != "" {
		return
	}
	take := func(dst *string, v string) {
		if v != "" && (*dst == "" || isArticle && l.headline == "") {
			*dst = v
		}
	}
	take(&l.published, firstOf(stringIn(o["datePublished"]), stringIn(o["dateCreated"])))
	take(&l.publisher, nameIn(o["publisher"]))
	if isArticle {
		take(&l.url, stringIn(o["url"]))
		take(&l.body, stringIn(o["articleBody"]))
		take(&l.headline, stringIn(o["headline"]))
	}
}

// stringIn returns a JSON string, or the first one of a list.
func stringIn(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case []any:
		if len(v) > 0 {
			return stringIn(v[0])
		}
	}
	return ""
}

// nameIn returns the name of an organisation, told as an object or a string.
func nameIn(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return stringIn(v["name"])
	case []any:
		if len(v) > 0 {
			return nameIn(v[0])
		}
	}
	return stringIn(v)
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

// absolute drops an address without a host.
func absolute(address string) string {
	if host(address) == "" {
		return ""
	}
	return strings.TrimSpace(address)
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is the text of an element in one line.
func textOf(n *html.Node) string {
	var t pageText
	t.add(n)
	return clean(t.String())
}
