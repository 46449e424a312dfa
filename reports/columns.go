package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// Column is a column of the CSV export.
type Column struct {
	Name  string
	About string // what it holds, for the documentation
	cell  func(*row) cell
}

// cell is the content of one field. Numbers are never guarded or cut.
type cell struct {
	text   string
	number bool
}

func text(s string) cell { return cell{text: s} }

func number(n int, ok bool) cell {
	if !ok {
		return cell{number: true}
	}
	return cell{strconv.Itoa(n), true}
}

func decimal(x float64, digits int) cell { return cell{strconv.FormatFloat(x, 'f', digits, 64), true} }

// row is what a line of the export is made from.
type row struct {
	event   *timeline.Event
	sources []timeline.Source // of the event, the earliest first
	all     map[string]timeline.Source
	name    *mention.Name // the party of a row by actor
	role    string        // "actor" or "target"
	source  *timeline.Source
}

// Columns returns the columns of the CSV export with the given rows, in order.
// Those of an event come first and are the same for all.
func Columns(rows Rows) []Column {
	switch rows {
	case ByActor:
		return slices.Concat(eventColumns, actorColumns)
	case BySource:
		return slices.Concat(eventColumns, sourceColumns)
	}
	return slices.Clone(eventColumns)
}

// eventColumns are ACLED's names where the meaning is the same. Their order is
// a promise to spreadsheets: new ones go to the end.
var eventColumns = []Column{
	{"event_id", "id, as `dateline why` takes it", func(r *row) cell { return text(r.event.ID) }},
	{"event_date", "the day, only where it is one day", func(r *row) cell { return text(eventDate(r.event)) }},
	{"date_earliest", "first day on which it may have begun", func(r *row) cell { return text(r.event.Date.Earliest.String()) }},
	{"date_latest", "last day on which it may have begun", func(r *row) cell { return text(r.event.Date.Latest.String()) }},
	{"date_precision", "how finely the date is told", func(r *row) cell { return text(string(r.event.Date.Precision)) }},
	{"date_basis", "how the date is known", func(r *row) cell { return text(string(r.event.Date.Basis)) }},
	{"date_text", "the phrase that dates it", func(r *row) cell { return text(r.event.Date.Text) }},
	{"edtf", "the date in EDTF (ISO 8601-2), with its end", func(r *row) cell { return text(r.event.EDTF()) }},
	{"end_date", "last day, if told", func(r *row) cell { return text(r.event.LastDay.String()) }},
	{"ongoing_as_of", "publication day of the latest report that calls it ongoing", func(r *row) cell { return text(r.event.OngoingAsOf.String()) }},
	{"sort_date", "the day under which a timeline puts it", func(r *row) cell { return text(timeline.SortDate(r.event).String()) }},
	{"kind", "dateline's own kind", func(r *row) cell { return text(r.event.Kind) }},
	{"event_type", "nearest ACLED event type (this is no ACLED data)", func(r *row) cell { t, _ := timeline.ACLED(*r.event); return text(t) }},
	{"sub_event_type", "nearest ACLED sub-event type", func(r *row) cell { _, t := timeline.ACLED(*r.event); return text(t) }},
	{"plover", "nearest PLOVER type/mode", func(r *row) cell { return text(timeline.Plover(*r.event)) }},
	{"actors", "who did it; both sides of a clash or of talks", func(r *row) cell { return text(joined(namesInWords(r.event.Actors))) }},
	{"targets", "to whom", func(r *row) cell { return text(joined(namesInWords(r.event.Targets))) }},
	{"location", "the most specific place named, if finer than a country", func(r *row) cell { return text(location(r.event)) }},
	{"admin1", "province, governorate or state", func(r *row) cell { return text(admin1(r.event)) }},
	{"country", "English short name", func(r *row) cell { return text(r.event.Country) }},
	{"country_iso3", "ISO 3166-1 alpha-3", func(r *row) cell { return text(r.event.ISO3) }},
	{"region", "world regions and seas that it lies in", func(r *row) cell { return text(joined(worldRegions(r.event))) }},
	{"latitude", "of location; empty where only a country or region is known", func(r *row) cell { return coordinate(r.event, latitude) }},
	{"longitude", "of location; empty where only a country or region is known", func(r *row) cell { return coordinate(r.event, longitude) }},
	{"geo_precision", "exact, town, admin1 (its centroid), country or region (no coordinates)", func(r *row) cell { return text(geoPrecision(r.event)) }},
	{"killed_low", "lowest figure told", func(r *row) cell { return low(r.event.Killed) }},
	{"killed_best", "figure that most articles tell; of equals the latest", func(r *row) cell { return number(killedFigures(r.event).best()) }},
	{"killed_high", "highest figure told", func(r *row) cell { return high(r.event.Killed) }},
	{"injured_low", "lowest figure told", func(r *row) cell { return low(r.event.Injured) }},
	{"injured_best", "figure that most articles tell; of equals the latest", func(r *row) cell { return number(injuredFigures(r.event).best()) }},
	{"injured_high", "highest figure told", func(r *row) cell { return high(r.event.Injured) }},
	{"captured", "figure that most articles tell; of equals the latest", func(r *row) cell { return number(tollFigures(r.event, "captured").best()) }},
	{"modality", "actual, claimed, planned, hypothetical or negated", func(r *row) cell { return text(string(r.event.Modality)) }},
	{"outcome", "completed, attempted or foiled", func(r *row) cell { return text(string(r.event.Outcome)) }},
	{"attribution", "who tells of it, where an article says so", func(r *row) cell { return text(joined(tellers(r.event))) }},
	{"summary", "the most telling sentence, with … and [] for what was left out and put in", func(r *row) cell { return text(r.event.Summary) }},
	{"evidence_quote", "the sentence of the earliest report", func(r *row) cell { return text(evidence(r.event)) }},
	{"sources", "outlet, publication day and title of every article", func(r *row) cell { return text(joined(sourcesInWords(r.sources))) }},
	{"source_count", "number of articles", func(r *row) cell { return number(len(r.sources), true) }},
	{"origin_count", "number of independent origins: one outlet or copied sentences count once", func(r *row) cell { return number(origins(r.event, r.all), true) }},
	{"first_published_at", "publication day of the earliest article", func(r *row) cell { return text(firstPublished(r.sources)) }},
	{"urls", "addresses of the articles", func(r *row) cell { return text(joined(urls(r.sources))) }},
	{"review_status", "dated_by_hand, or unreviewed", func(r *row) cell { return text(reviewStatus(r.event)) }},
	{"confidence", "0 to 1", func(r *row) cell { return decimal(r.event.Confidence, 2) }},
}

// actorColumns tell the party of a row by actor.
var actorColumns = []Column{
	{"party", "the actor or target of this row", func(r *row) cell { return text(r.party().Name) }},
	{"party_id", "its id in the roster", func(r *row) cell { return text(r.party().ID) }},
	{"party_type", "PLOVER sector", func(r *row) cell { return text(r.party().Sector) }},
	{"party_role", "actor or target", func(r *row) cell { return text(r.role) }},
	{"party_side", "a or b in a mutual event", func(r *row) cell { return text(string(r.party().Side)) }},
}

// sourceColumns tell the article of a row by source.
var sourceColumns = []Column{
	{"article_id", "the article of this row, as its id was given", func(r *row) cell { return text(r.source.ID) }},
	{"outlet", "who published it", func(r *row) cell { return text(r.source.Outlet) }},
	{"published_at", "its publication day", func(r *row) cell { return text(r.source.Published.String()) }},
	{"title", "its title", func(r *row) cell { return text(r.source.Title) }},
	{"url", "its address", func(r *row) cell { return text(r.source.URL) }},
	{"article_quote", "its sentence", func(r *row) cell { return text(quoteIn(r.event, r.source.Article)) }},
}

// party is the row's actor or target; zero for an event without any.
func (r *row) party() mention.Name {
	if r.name == nil {
		return mention.Name{}
	}
	return *r.name
}

// joined joins several values of one cell.
func joined(values []string) string { return strings.Join(values, "; ") }

func eventDate(e *timeline.Event) string {
	if !e.Date.IsDay() {
		return ""
	}
	return e.Date.Earliest.String()
}

func low(c *mention.Count) cell {
	if c == nil {
		return number(0, false)
	}
	return number(c.Low, true)
}

func high(c *mention.Count) cell {
	if c == nil {
		return number(0, false)
	}
	return number(c.High, true)
}

// location is the most specific place, "" where it is the country itself.
func location(e *timeline.Event) string {
	if len(e.Places) == 0 || e.Places[0].IsCountry() {
		return ""
	}
	return cmp.Or(e.Places[0].Name, e.Places[0].Text)
}

func admin1(e *timeline.Event) string {
	for _, p := range e.Places {
		if p.IsProvince() {
			return p.Name
		}
		if p.Admin1 != "" {
			return p.Admin1
		}
	}
	return ""
}

// worldRegions is what e lies in beyond its country.
func worldRegions(e *timeline.Event) []string {
	known := []string{e.Country, admin1(e)}
	for _, p := range e.Places {
		known = append(known, p.Admin1, p.Country)
		if p.Precision != mention.Region {
			known = append(known, p.Name)
		}
	}
	var out []string
	for _, w := range e.Within {
		if !slices.Contains(known, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func geoPrecision(e *timeline.Event) string {
	switch {
	case len(e.Places) > 0:
		return string(e.Places[0].Precision)
	case e.Country != "":
		return string(mention.Country)
	}
	return ""
}

func latitude(p mention.Place) float64  { return p.Lat }
func longitude(p mention.Place) float64 { return p.Lon }

// coordinate is empty where it would be a country's or a sea's centroid: on a
// map that looks like the site.
func coordinate(e *timeline.Event, of func(mention.Place) float64) cell {
	if len(e.Places) > 0 {
		switch e.Places[0].Precision {
		case mention.Exact, mention.Town, mention.Admin1:
			return decimal(of(e.Places[0]), -1)
		}
	}
	return number(0, false)
}

func tellers(e *timeline.Event) []string {
	var out []string
	for _, a := range e.Attribution {
		if who := oneLine(a.Who); who != "" && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}

// evidence is the sentence of the event's least mention.
func evidence(e *timeline.Event) string {
	if len(e.Mentions) == 0 {
		return ""
	}
	return e.Mentions[0].Quote
}

// quoteIn is the first sentence of an article that tells of e.
func quoteIn(e *timeline.Event, article string) string {
	for i := range e.Mentions {
		if e.Mentions[i].Article == article {
			return e.Mentions[i].Quote
		}
	}
	return ""
}

func sourcesInWords(sources []timeline.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, sourceInWords(s))
	}
	return out
}

// sourceInWords cites an article: "Meridian Wire, 2020-01-09, Iran fires missiles".
func sourceInWords(s timeline.Source) string {
	day := s.Published.String()
	if day == "" {
		day = "undated"
	}
	return join(", ", oneLine(s.Outlet), day, oneLine(cmp.Or(s.Title, s.ID)))
}

func firstPublished(sources []timeline.Source) string {
	if len(sources) == 0 {
		return ""
	}
	return sources[0].Published.String()
}

func urls(sources []timeline.Source) []string {
	var out []string
	for _, s := range sources {
		if s.URL != "" {
			out = append(out, s.URL)
		}
	}
	return out
}

func reviewStatus(e *timeline.Event) string {
	if e.Date.Basis == date.Analyst {
		return "dated_by_hand"
	}
	return "unreviewed"
}
