package reports

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"dateline/timeline"
)

// defaultWidth is the number of columns of a text report.
const defaultWidth = 100

// mostNotes is how many footnotes an entry cites before it condenses.
const mostNotes = 8

// textPrinter writes a document as plain text of a certain width.
type textPrinter struct {
	out    *bufio.Writer
	width  int
	colour bool
}

func writeText(w io.Writer, r *Report) error {
	p := &textPrinter{out: bufio.NewWriter(w), width: widthOf(r.Options), colour: r.Options.Colour}
	d := compose(r)
	p.head(d)
	p.keyPoints(d.KeyPoints)
	p.sections(d.Sections)
	p.coverage(d.Coverage)
	p.sources(d.Sources)
	p.method(d)
	return p.out.Flush()
}

// widthOf is the number of columns to write, 0 for no limit.
func widthOf(o Options) int {
	switch {
	case o.Width == 0:
		return defaultWidth
	case o.Width < 0:
		return 0
	}
	return max(o.Width, narrowest)
}

// narrowest is the width below which nothing can be laid out.
const narrowest = 60

func (p *textPrinter) head(d *document) {
	p.ruled(d.Title, "=")
	if d.Query != "" {
		p.paragraph("Query: "+d.Query, "", "        ")
	}
	if d.AsOf != "" {
		p.paragraph("As of: "+d.AsOf, "", "        ")
	}
	for _, c := range d.Counts {
		p.paragraph(c.Name+": "+c.Text, "", "        ")
	}
	for _, n := range d.Notices {
		p.paragraph(n, "", "")
	}
}

func (p *textPrinter) keyPoints(points []keyPoint) {
	if len(points) == 0 {
		return
	}
	p.heading("Key points")
	for _, k := range points {
		p.paragraph(fmt.Sprintf("%s: “%s” %s", capital(k.When), k.Quote, cite(k.Notes)), "- ", "  ")
	}
}

// sections prints the timeline. A title stands before the sections that have
// no place on it.
func (p *textPrinter) sections(sections []section) {
	group := timeline.Dated
	for _, s := range sections {
		if t := groupTitle[s.Group]; s.Group != group && t != "" {
			p.line("")
			p.ruled(t, "-")
		}
		group = s.Group
		p.line("")
		p.line(p.paint(bold, s.Heading))
		for i := range s.Entries {
			p.entry(&s.Entries[i])
		}
	}
}

// groupTitle stands before the parts of a timeline that are not placed on days.
var groupTitle = map[timeline.Group]string{
	timeline.Before: "Not dated: known only to lie before a day",
	timeline.After:  "Not dated: known only to lie after a day",
}

func (p *textPrinter) entry(e *entry) {
	head := capital(e.Kind)
	if len(e.Status) > 0 {
		head += " [" + strings.Join(e.Status, ", ") + "]"
	}
	p.painted(join(": ", head, e.Parties), uniseg.StringWidth(head), "  ", "      ")
	if line := join(" | ", e.whenIfNeeded(), e.Place, e.Toll); line != "" {
		p.paragraph(line, "    ", "    ")
	}
	if e.Quote != "" {
		p.paragraph(join(" ", "“"+e.Quote+"”", cite(ints(e.QuoteOf))), "    ", "    ")
	}
	if len(e.Figures) > 0 {
		p.paragraph("Figures: "+figuresInWords(e.Figures), "    ", "    ")
	}
	p.dim(join(" | ", e.ID, e.Dated, counted(len(e.Notes), "source")+" "+cite(e.Notes)), "    ")
}

// whenIfNeeded is the date, unless the heading above says just that.
func (e *entry) whenIfNeeded() string {
	if e.Exact {
		return ""
	}
	return e.When
}

// figuresInWords says who gives which figure: "at least 60 killed (police) [1]; 73 killed [2]".
func figuresInWords(figures []claim) string {
	var parts []string
	for _, f := range figures[:min(len(figures), mostNames)] {
		parts = append(parts, join(" ", f.What, cite(f.Notes)))
	}
	if more := len(figures) - mostNames; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(parts, "; ")
}

// cite is the footnote marks of articles: "[1][4]", openly condensed after most.
func cite(notes []int) string {
	var b strings.Builder
	for _, n := range notes[:min(len(notes), mostNotes)] {
		b.WriteString("[" + strconv.Itoa(n) + "]")
	}
	if more := len(notes) - mostNotes; more > 0 {
		fmt.Fprintf(&b, " and %d more", more)
	}
	return b.String()
}

// ints is a list of a note, empty for the note 0, which is none.
func ints(note int) []int {
	if note == 0 {
		return nil
	}
	return []int{note}
}

// besideOutlet is the room that the other columns of the coverage take up.
const besideOutlet = 46

func (p *textPrinter) coverage(c coverage) {
	if len(c.Outlets) == 0 {
		return
	}
	p.heading("Coverage")
	rows := [][]string{{"outlet", "articles", "events", "first", "last"}}
	for _, o := range c.Outlets {
		if p.width > 0 {
			o.Outlet = fit(o.Outlet, p.width-besideOutlet)
		}
		rows = append(rows, []string{o.Outlet, grouped(o.Articles), grouped(o.Events), o.First, o.Last})
	}
	p.table(rows, 1, 2)
	if c.MoreOutlets != "" {
		p.line("  " + c.MoreOutlets)
	}
	if len(c.Days) > 0 {
		p.paragraph("Articles by "+c.Unit+": "+daysInWords(c), "", "  ")
	}
	if c.Undated > 0 {
		p.line(counted(c.Undated, "article") + " without publication date")
	}
}

// daysInWords is the number of articles by day: "2020-01-03 4, 2020-01-04 1".
func daysInWords(c coverage) string {
	var parts []string
	for _, d := range c.Days {
		parts = append(parts, d.Day+" "+grouped(d.Articles))
	}
	return strings.Join(parts, ", ")
}

func (p *textPrinter) sources(sources []source) {
	if len(sources) == 0 {
		return
	}
	p.heading("Sources")
	for _, s := range sources {
		mark := fmt.Sprintf("[%d] ", s.Number)
		p.paragraph(join(", ", s.Outlet, s.Day, s.Heading(), s.URL), mark, strings.Repeat(" ", len(mark)))
	}
}

// Heading is the title, or the id of an article without one.
func (s source) Heading() string {
	if s.Title == "" {
		return s.ID
	}
	return "“" + s.Title + "”"
}

func (p *textPrinter) method(d *document) {
	p.heading("Method and limits")
	for _, m := range d.Method {
		p.paragraph(m, "- ", "  ")
	}
}

// table writes aligned columns; those with a number in right are flush right.
func (p *textPrinter) table(rows [][]string, right ...int) {
	for _, line := range align(rows, 2, right...) {
		p.line("  " + line)
	}
}

func (p *textPrinter) heading(s string) {
	p.line("")
	p.ruled(s, "-")
}

func (p *textPrinter) ruled(s, rule string) {
	lines := wrap(s, "", "", p.width)
	longest := 0
	for _, l := range lines {
		p.line(p.paint(bold, l))
		longest = max(longest, uniseg.StringWidth(l))
	}
	p.line(strings.Repeat(rule, longest))
}

func (p *textPrinter) paragraph(s, first, indent string) {
	for _, l := range wrap(s, first, indent, p.width) {
		p.line(l)
	}
}

func (p *textPrinter) dim(s, indent string) {
	for _, l := range wrap(s, indent, indent, p.width) {
		p.line(p.paint(faint, l))
	}
}

// painted writes a paragraph whose first columns stand out, as far as they fit on its first line.
func (p *textPrinter) painted(s string, columns int, first, indent string) {
	lines := wrap(s, first, indent, p.width)
	if whole := len(first) + columns; uniseg.StringWidth(lines[0]) >= whole {
		head := fitExactly(lines[0], whole)
		lines[0] = p.paint(accent, head) + lines[0][len(head):]
	}
	for _, l := range lines {
		p.line(l)
	}
}

// The ANSI styles of a text report.
const (
	bold   = "\x1b[1m"
	faint  = "\x1b[2m"
	accent = "\x1b[1;36m"
	plain  = "\x1b[0m"
)

func (p *textPrinter) paint(style, s string) string {
	if !p.colour || s == "" {
		return s
	}
	return style + s + plain
}

func (p *textPrinter) line(s string) { p.out.WriteString(strings.TrimRight(s, " ") + "\n") }
