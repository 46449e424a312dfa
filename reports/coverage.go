package reports

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/extract/date"
	"dateline/timeline"
)

// coverage tells who reported how much, and when.
type coverage struct {
	Outlets     []outletRow
	MoreOutlets string // what was condensed: "and 12 more outlets with 40 articles"
	Unit        string // "day", "month" or "year": what Days are
	Days        []dayRow
	Undated     int // articles without a publication day
}

type outletRow struct {
	Outlet           string
	Articles, Events int
	First, Last      string // publication days
}

// dayRow is the number of articles published on a day, or in a month or year.
type dayRow struct {
	Day      string
	Articles int
}

const (
	mostOutlets  = 15 // rows by outlet before the rest is condensed
	mostDays     = 31 // days before coverage is told by month
	mostMonths   = 48 // months before it is told by year
	lenMonth     = len("2020-01")
	lenYear      = len("2020")
	unnamedWords = "(outlet unknown)"
)

// cover counts the articles and the events that each outlet reported.
func cover(events []timeline.Event, sources []timeline.Source) coverage {
	outletOf := map[string]string{}
	rows := map[string]*outletRow{}
	first, last := map[string]date.Day{}, map[string]date.Day{}
	var c coverage
	for _, s := range sources {
		name := cmp.Or(oneLine(s.Outlet), unnamedWords)
		outletOf[s.Article] = name
		if rows[name] == nil {
			rows[name] = &outletRow{Outlet: name}
		}
		rows[name].Articles++
		if !s.Published.Known() {
			c.Undated++
			continue
		}
		if f := first[name]; !f.Known() || s.Published < f {
			first[name] = s.Published
		}
		last[name] = max(last[name], s.Published)
	}
	countEvents(events, outletOf, rows)
	for name, row := range rows {
		row.First, row.Last = first[name].String(), last[name].String()
		c.Outlets = append(c.Outlets, *row)
	}
	slices.SortFunc(c.Outlets, func(a, b outletRow) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Events, a.Events), cmp.Compare(a.Outlet, b.Outlet))
	})
	c.condense()
	c.Unit, c.Days = byDay(sources)
	return c
}

// countEvents counts each event once for every outlet that tells of it.
func countEvents(events []timeline.Event, outletOf map[string]string, rows map[string]*outletRow) {
	for i := range events {
		var told []string
		for _, key := range articlesOf(&events[i]) {
			if o := outletOf[key]; o != "" && !slices.Contains(told, o) {
				told = append(told, o)
				rows[o].Events++
			}
		}
	}
}

// condense keeps the outlets with the most articles and says what it drops.
func (c *coverage) condense() {
	if len(c.Outlets) <= mostOutlets {
		return
	}
	articles := 0
	for _, o := range c.Outlets[mostOutlets:] {
		articles += o.Articles
	}
	c.MoreOutlets = fmt.Sprintf("and %s with %s", counted(len(c.Outlets)-mostOutlets, "more outlet"), counted(articles, "article"))
	c.Outlets = c.Outlets[:mostOutlets]
}

// byDay counts articles by publication day, or by month or year where days or
// months would be too many to read.
func byDay(sources []timeline.Source) (unit string, rows []dayRow) {
	for _, u := range []struct {
		name     string
		len, max int
	}{{"day", len("2020-01-23"), mostDays}, {"month", lenMonth, mostMonths}, {"year", lenYear, 1 << 30}} {
		if rows = countBy(sources, u.len); len(rows) <= u.max {
			return u.name, rows
		}
	}
	return "", nil
}

// countBy counts articles by the first n characters of their ISO day.
func countBy(sources []timeline.Source, n int) []dayRow {
	articles := map[string]int{}
	for _, s := range sources {
		if s.Published.Known() {
			articles[s.Published.String()[:n]]++
		}
	}
	var rows []dayRow
	for day, k := range articles {
		rows = append(rows, dayRow{day, k})
	}
	slices.SortFunc(rows, func(a, b dayRow) int { return cmp.Compare(a.Day, b.Day) })
	return rows
}
