package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"dateline/timeline"
)

// markdownPrinter writes a document as GitHub-flavoured Markdown.
type markdownPrinter struct{ out *bufio.Writer }

func writeMarkdown(w io.Writer, r *Report) error {
	p := &markdownPrinter{bufio.NewWriter(w)}
	d := compose(r)
	p.head(d)
	p.keyPoints(d.KeyPoints)
	p.sections(d.Sections)
	p.coverage(d.Coverage)
	p.sources(d.Sources)
	p.heading("Method and limits")
	for _, m := range d.Method {
		p.linef("- %s", escapeMarkdown(m))
	}
	return p.out.Flush()
}

func (p *markdownPrinter) head(d *document) {
	p.linef("# %s\n", escapeMarkdown(d.Title))
	if d.Query != "" {
		p.linef("- Query: %s", escapeMarkdown(d.Query))
	}
	if d.AsOf != "" {
		p.linef("- As of: %s", d.AsOf)
	}
	for _, c := range d.Counts {
		p.linef("- %s: %s", c.Name, escapeMarkdown(c.Text))
	}
	for _, n := range d.Notices {
		p.linef("- **%s**", escapeMarkdown(n))
	}
}

func (p *markdownPrinter) keyPoints(points []keyPoint) {
	if len(points) == 0 {
		return
	}
	p.heading("Key points")
	for _, k := range points {
		p.linef("- %s: “%s” %s", escapeMarkdown(capital(k.When)), escapeMarkdown(k.Quote), escapeMarkdown(cite(k.Notes)))
	}
}

func (p *markdownPrinter) sections(sections []section) {
	group := timeline.Group("")
	for _, s := range sections {
		if s.Group != group {
			group = s.Group
			p.heading(markdownTitle[group])
		}
		p.linef("### %s\n", escapeMarkdown(s.Heading))
		for i := range s.Entries {
			p.entry(&s.Entries[i])
		}
		p.linef("")
	}
}

// markdownTitle is the heading of each part of the timeline.
var markdownTitle = map[timeline.Group]string{
	timeline.Dated: "Timeline", timeline.Before: groupTitle[timeline.Before], timeline.After: groupTitle[timeline.After],
	timeline.YearUnknown: "Not dated: year unknown", timeline.Undated: "Not dated at all",
}

func (p *markdownPrinter) entry(e *entry) {
	head := "**" + escapeMarkdown(capital(e.Kind)) + "**"
	if len(e.Status) > 0 {
		head += " *(" + escapeMarkdown(strings.Join(e.Status, ", ")) + ")*"
	}
	p.linef("- %s", join(": ", head, escapeMarkdown(e.Parties)))
	if line := join(" · ", e.whenIfNeeded(), e.Place, e.Toll); line != "" {
		p.linef("  <br>%s", escapeMarkdown(line))
	}
	if e.Quote != "" {
		p.linef("  <br>%s", join(" ", "“"+escapeMarkdown(e.Quote)+"”", escapeMarkdown(cite(ints(e.QuoteOf)))))
	}
	if len(e.Figures) > 0 {
		p.linef("  <br>Figures: %s", escapeMarkdown(figuresInWords(e.Figures)))
	}
	p.linef("  <br>%s", join(" · ", "`"+strings.ReplaceAll(e.ID, "`", "")+"`", escapeMarkdown(e.Dated), escapeMarkdown(cite(e.Notes))))
}

func (p *markdownPrinter) coverage(c coverage) {
	if len(c.Outlets) == 0 {
		return
	}
	p.heading("Coverage")
	p.linef("| outlet | articles | events | first | last |\n|---|---:|---:|---|---|")
	for _, o := range c.Outlets {
		p.linef("| %s | %s | %s | %s | %s |", escapeMarkdown(o.Outlet), grouped(o.Articles), grouped(o.Events), o.First, o.Last)
	}
	if c.MoreOutlets != "" {
		p.linef("\n%s", c.MoreOutlets)
	}
	if len(c.Days) > 0 {
		p.linef("\nArticles by %s: %s", c.Unit, daysInWords(c))
	}
	if c.Undated > 0 {
		p.linef("\n%s without publication date", counted(c.Undated, "article"))
	}
}

// sources writes the footnotes as a numbered list: every Markdown has one, and
// it shows those too that a condensed entry does not cite.
func (p *markdownPrinter) sources(sources []source) {
	if len(sources) == 0 {
		return
	}
	p.heading("Sources")
	for i := range sources {
		p.linef("%d. %s", sources[i].Number, sources[i].markdown())
	}
}

func (s *source) markdown() string {
	name := escapeMarkdown(s.Heading())
	if s.URL != "" {
		name = "[" + name + "](<" + escapeAddress(s.URL) + ">)"
	}
	return join(", ", escapeMarkdown(s.Outlet), s.Day, name)
}

// escapeAddress keeps an address inside the angle brackets of a link.
func escapeAddress(address string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", "\n", "", " ", "%20").Replace(address)
}

func (p *markdownPrinter) heading(s string) { p.linef("\n## %s\n", escapeMarkdown(s)) }

func (p *markdownPrinter) linef(format string, args ...any) {
	fmt.Fprintf(p.out, format+"\n", args...)
}

// markdownMarks are the characters that Markdown or the HTML in it could read
// as markup anywhere in a line; texts never stand at the beginning of one.
const markdownMarks = "\\`*_[]<>|~&$#!{}"

// escapeMarkdown writes a text so that it shows as it is.
func escapeMarkdown(s string) string {
	if !strings.ContainsAny(s, markdownMarks) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(markdownMarks, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
