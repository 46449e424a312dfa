package reports

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
)

// The page is one file: its style and script stand in it, allowed by their
// hashes and nothing else.
var (
	//go:embed page.gohtml
	pageTemplate string
	//go:embed page.css
	pageStyle string
	//go:embed page.js
	pageScript string
)

// page is what the template prints.
type page struct {
	*document
	Policy, Style, Script template.HTML
	Events                int
	Facets                []facet
	Strip                 *strip
	Periods               []period
}

func writeHTML(w io.Writer, r *Report) error {
	t, err := template.New("page").Funcs(pageFuncs).Parse(pageTemplate)
	if err != nil {
		return err
	}
	d := compose(r)
	parties := partyFacet(r.Shown.Events)
	p := page{
		document: d, Policy: policy(), Events: len(r.Shown.Events),
		Style:   template.HTML("<style>" + pageStyle + "</style>"),
		Script:  template.HTML("<script>" + pageScript + "</script>"),
		Facets:  []facet{kindFacet(r.Shown.Events), countryFacet(r.Shown.Events), parties},
		Strip:   drawStrip(d.Sections),
		Periods: periods(d.Sections, len(r.Shown.Events), &parties),
	}
	out := bufio.NewWriter(w)
	if err := t.Execute(out, p); err != nil {
		return err
	}
	return out.Flush()
}

// policy is the page's Content-Security-Policy: no network, no script or style
// but its own.
func policy() template.HTML {
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ` + hashOf(pageStyle) +
		`; script-src ` + hashOf(pageScript) + `; base-uri 'none'; form-action 'none'">`)
}

// hashOf is the source expression that allows one inline text.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

var pageFuncs = template.FuncMap{
	"grouped":     grouped,
	"counted":     counted,
	"capital":     capital,
	"first":       func(notes []int) []int { return notes[:min(len(notes), mostNotes)] },
	"more":        func(notes []int) int { return max(0, len(notes)-mostNotes) },
	"figures":     func(f []claim) []claim { return f[:min(len(f), mostNames)] },
	"moreFigures": func(f []claim) int { return max(0, len(f)-mostNames) },
	"ints":        ints,
}

// period is a part of the timeline that can be folded away: a year, or what is
// not dated. Its months are folded in turn where the report is long.
type period struct {
	ID, Title string
	Count     int
	Open      bool
	Folded    bool // months fold too
	Months    []month
}

type month struct {
	ID, Title string
	Count     int
	Kinds     string // the commonest, as a summary of what is folded away
	Open      bool
	Days      []pageSection
}

// pageSection is a heading with its entries, as the page has them.
type pageSection struct {
	ID      string
	Heading string // "" where the period's title says it
	Entries []pageEntry
}

// pageEntry is an entry with what the page's filters need.
type pageEntry struct {
	entry
	Family, KindName, Country string
	Party                     string // numbers in the facet of parties
	From, To                  string
	Report                    string // the day under which an article's own news stands, "" for other dates
}

const (
	foldedFrom = 150 // events from which months fold
	mostOpen   = 6   // years that are open at first
)

// periods groups sections by year and month of the day that they are sorted by.
func periods(sections []section, events int, parties *facet) []period {
	var out []period
	for i := range sections {
		s := &sections[i]
		id, title := periodOf(s)
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, period{ID: id, Title: title, Folded: events >= foldedFrom})
		}
		out[len(out)-1].add(s, parties)
	}
	for i := range out {
		p := &out[i]
		p.Open = !p.Folded || len(out) <= mostOpen || i == 0
		for j := range p.Months {
			p.Months[j].Open = !p.Folded || i == 0 && j == 0
		}
	}
	return out
}

// periodOf names the year, or the part of the timeline, that s belongs to.
func periodOf(s *section) (id, title string) {
	year := s.sortDay()
	if len(year) > lenYear {
		year = year[:lenYear]
	}
	switch s.Group {
	case timeline.Dated:
		return "y" + year, year
	case timeline.Before:
		return "before" + year, "Not dated: by a day of " + year
	case timeline.After:
		return "after" + year, "Not dated: after a day of " + year
	case timeline.YearUnknown:
		return "year-unknown", "Year unknown"
	}
	return "undated", "Not dated at all"
}

// sortDay is the ISO day under which s stands, "" if it has none.
func (s *section) sortDay() string {
	if s.From.Known() {
		return s.From.String()
	}
	return s.To.String()
}

func (p *period) add(s *section, parties *facet) {
	day := s.sortDay()
	id, title := p.ID+"-", ""
	if p.Folded && len(day) > lenMonth {
		id, title = p.ID+day[lenYear:lenMonth], monthOf(s)
	}
	if len(p.Months) == 0 || p.Months[len(p.Months)-1].ID != id {
		p.Months = append(p.Months, month{ID: id, Title: title})
	}
	m := &p.Months[len(p.Months)-1]
	m.Days = append(m.Days, pageSectionOf(s, parties))
	m.Count += len(s.Entries)
	p.Count += len(s.Entries)
	m.Kinds = kindsOf(m.Days)
}

func monthOf(s *section) string {
	d := s.From
	if !d.Known() {
		d = s.To
	}
	y, m, _ := d.Date()
	return m.String() + " " + strconv.Itoa(y)
}

// kindsOf sums up what a month holds.
func kindsOf(days []pageSection) string {
	n := map[string]int{}
	for i := range days {
		for j := range days[i].Entries {
			n[days[i].Entries[j].Kind]++
		}
	}
	return ranked(n, kindsInSummary)
}

// kindsInSummary is how many kinds the line of a folded month names.
const kindsInSummary = 4

func pageSectionOf(s *section, parties *facet) pageSection {
	out := pageSection{ID: s.anchor()}
	if _, title := periodOf(s); title != s.Heading {
		out.Heading = s.Heading
	}
	for i := range s.Entries {
		out.Entries = append(out.Entries, pageEntryOf(&s.Entries[i], parties))
	}
	return out
}

func pageEntryOf(en *entry, parties *facet) pageEntry {
	e := en.event
	out := pageEntry{
		entry: *en, Family: e.Family, KindName: en.Kind, Country: oneLine(e.Country), Party: parties.numbers(e),
		From: e.Date.Earliest.String(), To: e.Date.Latest.String(),
	}
	if isReportDay(e.Date.Range) {
		out.Report = out.To
	}
	return out
}

// anchor is the section's place in the page.
func (s *section) anchor() string {
	return strings.Join(slices.DeleteFunc([]string{"s", string(s.Group), s.From.String(), s.To.String()},
		func(part string) bool { return part == "" }), "-")
}
