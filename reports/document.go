package reports

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// document is a report with everything put into words: what the text, Markdown
// and HTML forms print, each in its own way.
type document struct {
	Title, Query string
	AsOf         string // the cut-off day
	Counts       []count
	Notices      []string // what was left out, and how to see it
	KeyPoints    []keyPoint
	Sections     []section
	Coverage     coverage
	Sources      []source // by footnote number, from 1
	Method       []string
}

// count is a line about how much the report holds.
type count struct{ Name, Text string }

// keyPoint is the summary of a salient event.
type keyPoint struct {
	When, Quote, ID string
	Notes           []int
}

// section is a heading of the timeline with its entries.
type section struct {
	timeline.Section
	Entries []entry
}

// entry is one event in words.
type entry struct {
	event   *timeline.Event
	ID      string
	Kind    string   // "drone strike"
	Mark    string   // "c.", "by", "between", "in", "after", ""
	When    string   // with the mark
	Exact   bool     // the heading says all that When says
	Status  []string // "alleged", "ongoing as of 2 April 2025"
	Parties string
	Place   string
	Toll    string
	Figures []claim // who says what
	Quote   string
	QuoteOf int    // note of the article the quote stands in, 0 if unknown
	Dated   string // how the date is known
	Notes   []int  // footnotes, all of them
}

// source is a footnote.
type source struct {
	Number                 int
	Outlet, Day, Title, ID string
	URL                    string // http or https, or ""
}

// compose puts r into words.
func compose(r *Report) *document {
	d := &document{Title: title(r), Query: oneLine(r.Query), Method: method}
	laid := timeline.Layout(r.Shown.Events, r.Descending)
	notes := numberSources(laid, r.Shown.Sources)
	for _, s := range laid {
		d.Sections = append(d.Sections, composeSection(s, notes))
	}
	d.AsOf = cutOff(r.Shown.AsOf, notes.list)
	d.Counts = counts(r, len(notes.list))
	d.Notices = notices(r)
	d.KeyPoints = keyPoints(d.Sections)
	d.Coverage = cover(r.Shown.Events, notes.list)
	for i, s := range notes.list {
		d.Sources = append(d.Sources, composeSource(i+1, s))
	}
	return d
}

// title is the scope: as given, or told by the query.
func title(r *Report) string {
	query := oneLine(r.Query)
	switch {
	case oneLine(r.Title) != "":
		return oneLine(r.Title)
	case query != "":
		return "Timeline: " + fit(query, longestScope)
	}
	return "Timeline of events"
}

// longestScope is how much of a query fits into a title.
const longestScope = 80

// cutOff is the day up to which the report knows, and whether that is the day
// of its latest article.
func cutOff(asOf date.Day, sources []timeline.Source) string {
	if !asOf.Known() {
		return ""
	}
	latest := slices.ContainsFunc(sources, func(s timeline.Source) bool { return s.Published == asOf }) &&
		!slices.ContainsFunc(sources, func(s timeline.Source) bool { return s.Published > asOf })
	if latest {
		return longDay(asOf) + " (latest article)"
	}
	return longDay(asOf)
}

// notes numbers the articles in the order in which a report first cites them.
type notes struct {
	byArticle map[string]int
	byEvent   map[string][]int
	list      []timeline.Source
}

func numberSources(laid []timeline.Section, sources map[string]timeline.Source) *notes {
	n := &notes{byArticle: map[string]int{}, byEvent: map[string][]int{}}
	for _, s := range laid {
		for i := range s.Events {
			e := &s.Events[i]
			for _, src := range sourcesOf(e, sources) {
				if n.byArticle[src.Article] == 0 {
					n.list = append(n.list, src)
					n.byArticle[src.Article] = len(n.list)
				}
				n.byEvent[e.ID] = append(n.byEvent[e.ID], n.byArticle[src.Article])
			}
			slices.Sort(n.byEvent[e.ID])
		}
	}
	return n
}

func (n *notes) of(article string) int { return n.byArticle[article] }

func composeSection(s timeline.Section, n *notes) section {
	out := section{Section: s}
	for i := range s.Events {
		out.Entries = append(out.Entries, composeEntry(&s.Events[i], s.Group, n))
	}
	return out
}

func composeEntry(e *timeline.Event, group timeline.Group, n *notes) entry {
	en := entry{
		event: e, ID: oneLine(e.ID), Kind: kindInWords(e.Kind), Mark: mark(e), When: when(e), Status: statusInWords(e),
		Parties: parties(e), Place: placeInWords(e), Toll: tollInWords(e), Figures: claims(e, n.of),
		Quote: oneLine(e.Summary), Dated: dated(e), Notes: n.byEvent[e.ID],
	}
	en.Exact = en.Mark == "" && group != timeline.YearUnknown && e.Date.Hour == 0
	en.QuoteOf = n.of(articleOfSummary(e))
	return en
}

// articleOfSummary finds the article whose sentence the summary is.
func articleOfSummary(e *timeline.Event) string {
	for i := range e.Mentions {
		if m := &e.Mentions[i]; e.Summary != "" && timeline.Line(m) == e.Summary {
			return m.Article
		}
	}
	return ""
}

func composeSource(number int, s timeline.Source) source {
	day := "undated"
	if s.Published.Known() {
		day = s.Published.String()
	}
	return source{number, oneLine(s.Outlet), day, oneLine(s.Title), oneLine(s.ID), webAddress(s.URL)}
}

// counts says how much the report holds: events by what is known of their
// dates, articles and outlets, and the commonest kinds.
func counts(r *Report, articles int) []count {
	events := r.Shown.Events
	if len(events) == 0 {
		return nil
	}
	outlets := map[string]bool{}
	for _, s := range r.Shown.Sources {
		if s.Outlet != "" {
			outlets[s.Outlet] = true
		}
	}
	from := "from " + counted(articles, "article")
	if len(outlets) > 0 {
		from += " of " + counted(len(outlets), "outlet")
	}
	return []count{
		{"Events", grouped(len(events)) + " " + from},
		{"Dates", tally(events, certaintyOfDate)},
		{"Kinds", tally(events, func(e *timeline.Event) string { return kindInWords(e.Kind) })},
	}
}

// certaintyOfDate sorts events by how much is known of their day.
func certaintyOfDate(e *timeline.Event) string {
	r := e.Date.Range
	switch {
	case r.YearUnknown():
		return "year unknown"
	case r.IsZero():
		return "not dated"
	case !r.Bounded():
		return "only before or after a day"
	case r.IsDay() || isReportDay(r) || isNight(r):
		return "known to the day"
	}
	return "within a longer period"
}

// mostTallied is how many classes a tally names.
const mostTallied = 6

// tally counts events by class, the most frequent first: "airstrike 34, shelling 12 and 6 more".
func tally(events []timeline.Event, class func(*timeline.Event) string) string {
	n := map[string]int{}
	for i := range events {
		n[class(&events[i])]++
	}
	return ranked(n, mostTallied)
}

// notices says what the report leaves out, and which flag shows it.
func notices(r *Report) []string {
	var out []string
	s := &r.Shown
	if len(s.Events) == 0 {
		out = append(out, "No event matches.")
	}
	if s.LeftOut > 0 {
		out = append(out, counted(s.LeftOut, "event")+" left out by --limit")
	}
	if s.May > 0 {
		out = append(out, fmt.Sprintf("%s more may fall in this period: --maybe", grouped(s.May)))
	}
	if s.Undated > 0 {
		out = append(out, fmt.Sprintf("%s undated or of unknown year: --undated", grouped(s.Undated)))
	}
	return out
}

// mostKeyPoints bounds the key points; a short report has fewer, so that they
// do not repeat it.
const mostKeyPoints = 5

// keyPoints are the sentences of the most salient events that are told to have
// happened, in the order of the report.
func keyPoints(sections []section) []keyPoint {
	var all []*entry
	for i := range sections {
		for j := range sections[i].Entries {
			all = append(all, &sections[i].Entries[j])
		}
	}
	top := mostSalient(all, min(mostKeyPoints, (len(all)+2)/4))
	var out []keyPoint
	for _, en := range all {
		if !slices.Contains(top, en) {
			continue
		}
		notes := en.Notes
		if en.QuoteOf > 0 {
			notes = []int{en.QuoteOf}
		}
		out = append(out, keyPoint{en.When, en.Quote, en.ID, notes})
	}
	return out
}

// mostSalient picks the entries of n different sentences.
func mostSalient(all []*entry, n int) []*entry {
	ranked := slices.DeleteFunc(slices.Clone(all), func(en *entry) bool {
		m := en.event.Modality
		return en.Quote == "" || m != "" && m != mention.Actual && m != mention.Claimed
	})
	slices.SortStableFunc(ranked, func(a, b *entry) int { return cmp.Compare(b.event.Salience, a.event.Salience) })
	told := map[string]bool{}
	var top []*entry
	for _, en := range ranked {
		if len(top) < n && !told[en.Quote] {
			told[en.Quote] = true
			top = append(top, en)
		}
	}
	return top
}

// method tells how the report came about and what it cannot say.
var method = []string{
	"Events were extracted from the listed articles by rules, without a human in between; sentences in quotation marks are as written. " +
		"dateline why ID shows for each event the sentences, the phrase that dates it and the rule that read it.",
	"Reports of one event are merged. A toll runs from the lowest to the highest figure told; no figure is made up from others.",
	"“c.” marks a date told as about, or taken from the day of the report; “by” and “after” a date known only to lie before or after a day; " +
		"“in” and “between” a day that lies somewhere in a period. An article’s own news that names no day is put on the day of the report or the day before; " +
		"nothing else is dated by its report.",
	"Alleged, planned and denied events are marked as such. What is not in these articles is not here: a gap is no evidence that nothing happened.",
}
