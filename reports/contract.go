package reports

import (
	"encoding/json"
	"io"
	"math"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// This file is the JSON form of what is found: the one that annotate prints for
// an article and export prints for the store. Lists are never null; a value
// that is not known is null where a type below is a pointer.

// ArticleJSON is a line of annotate's output.
type ArticleJSON struct {
	ID             *string            `json:"id"`
	Published      date.Day           `json:"published"`
	PublishedBasis string             `json:"published_basis"`
	Timexes        []TimexJSON        `json:"timexes"`
	Mentions       []MentionJSON      `json:"mentions"`
	Events         []ArticleEventJSON `json:"events"`
}

// FailureJSON answers a line that could not be read.
type FailureJSON struct {
	ID    *string `json:"id"`
	Error string  `json:"error"`
}

// TimexJSON is a time expression. Offsets are code points of the text as given.
type TimexJSON struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Text   string  `json:"text"`
	Type   string  `json:"type"`  // DATE, TIME, DURATION, SET
	Value  string  `json:"value"` // TIMEX3
	EDTF   string  `json:"edtf"`
	Anchor *string `json:"anchor"`
	Rule   string  `json:"rule"`
}

// DateJSON is when an event began; it is null where nothing bounds it.
type DateJSON struct {
	Earliest  date.Day `json:"earliest"` // null if open
	Latest    date.Day `json:"latest"`   // null if open
	EDTF      string   `json:"edtf"`     // with the end, if the event lasted
	Precision string   `json:"precision"`
	Basis     string   `json:"basis"`
	Text      string   `json:"text"` // the phrase, "" if none
	Anchor    *string  `json:"anchor"`
	Rule      string   `json:"rule"`
}

// NameJSON is an actor or target.
type NameJSON struct {
	Text string  `json:"text"`
	Name string  `json:"name"`
	ID   *string `json:"id"`
	Type string  `json:"type"` // PLOVER sector
	Side *string `json:"side"` // "a" or "b" of a mutual event
}

// PlaceJSON is a place that the text names for the event.
type PlaceJSON struct {
	Text      string   `json:"text"`
	Name      string   `json:"name"`
	Admin1    string   `json:"admin1"`
	Country   string   `json:"country"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	Precision string   `json:"precision"`
	ID        *string  `json:"id"`
}

// CountJSON is a number of people, at least and at most: [9,9], [20,30].
type CountJSON [2]int

// TollJSON is one figure as one article gives it.
type TollJSON struct {
	Effect    string    `json:"effect"` // killed, injured, captured, displaced, missing
	Count     CountJSON `json:"count"`
	Qualifier string    `json:"qualifier"`
	Victims   string    `json:"victims"`
	Side      *string   `json:"side"`
	Who       *string   `json:"who"`               // null if the article says so itself
	Scope     string    `json:"scope"`             // event, cumulative
	Article   string    `json:"article,omitempty"` // id as given; only where several articles are merged
}

// AttributionJSON is who tells of an event.
type AttributionJSON struct {
	Who   string `json:"who"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// MentionJSON is one telling of an event in annotate's article.
type MentionJSON struct {
	Start       int               `json:"start"`
	End         int               `json:"end"`
	Text        string            `json:"text"`
	Sentence    [2]int            `json:"sentence"`
	Kind        string            `json:"kind"`
	Date        *DateJSON         `json:"date"`
	Actors      []NameJSON        `json:"actors"`
	Targets     []NameJSON        `json:"targets"`
	Places      []PlaceJSON       `json:"places"`
	Country     string            `json:"country"`
	Killed      *CountJSON        `json:"killed"`
	Injured     *CountJSON        `json:"injured"`
	Modality    string            `json:"modality"`
	Outcome     string            `json:"outcome"`
	Attribution []AttributionJSON `json:"attribution"`
	Confidence  float64           `json:"confidence"`
}

// EventJSON is what annotate and export say alike of an event.
type EventJSON struct {
	Kind         string      `json:"kind"`
	Date         *DateJSON   `json:"date"`
	End          date.Day    `json:"end"`
	OngoingAsOf  date.Day    `json:"ongoing_as_of"`
	Actors       []NameJSON  `json:"actors"`
	Targets      []NameJSON  `json:"targets"`
	Places       []PlaceJSON `json:"places"`
	Country      string      `json:"country"`
	Killed       *CountJSON  `json:"killed"`
	Injured      *CountJSON  `json:"injured"`
	Tolls        []TollJSON  `json:"tolls"`
	Modality     string      `json:"modality"`
	Outcome      string      `json:"outcome"`
	Central      bool        `json:"central"`
	Summary      string      `json:"summary"`
	Plover       string      `json:"plover"`         // nearest PLOVER type/mode, "" if none
	EventType    string      `json:"event_type"`     // nearest ACLED event type, "" if none
	SubEventType string      `json:"sub_event_type"` // nearest ACLED sub-event type, "" if none
}

// ArticleEventJSON is an event as annotate prints it: of one article, with
// indices into the article's mentions.
type ArticleEventJSON struct {
	EventJSON
	Mentions []int `json:"mentions"`
}

// StoredEventJSON is an event as export prints it.
type StoredEventJSON struct {
	ID string `json:"id"`
	EventJSON
	Salience float64          `json:"salience"`
	Sources  []SourceJSON     `json:"sources"`
	Mentions []MentionRefJSON `json:"mentions"`
}

// SourceJSON is an article that tells of an event.
type SourceJSON struct {
	Article   string   `json:"article"` // id as given
	Outlet    string   `json:"outlet"`
	Title     string   `json:"title"`
	URL       string   `json:"url"`
	Published date.Day `json:"published"`
}

// MentionRefJSON is where an article tells of an event, in code points.
type MentionRefJSON struct {
	Article string `json:"article"` // id as given
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// NewJSONEncoder returns an encoder that writes one value a line and leaves
// <, > and & as they are.
func NewJSONEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// MentionOf returns the contract's form of a mention; runes turns a byte offset
// of the article's text into one in code points.
func MentionOf(m mention.Mention, runes func(byteOffset int) int) MentionJSON {
	out := MentionJSON{
		Start: runes(m.Span.Start), End: runes(m.Span.End), Text: m.Text,
		Sentence: [2]int{runes(m.Sentence.Start), runes(m.Sentence.End)},
		Kind:     m.Kind, Date: dateOf(m.Date, m.LastDay, m.Ongoing || m.OngoingAsOf.Known()),
		Actors: namesOf(m.Actors), Targets: namesOf(m.Targets), Places: placesOf(m.Places), Country: m.Country,
		Killed: countOf(m.Killed), Injured: countOf(m.Injured),
		Modality: string(m.Modality), Outcome: string(m.Outcome),
		Attribution: []AttributionJSON{}, Confidence: round3(m.Confidence),
	}
	for _, a := range m.Attribution {
		out.Attribution = append(out.Attribution, AttributionJSON{a.Who, runes(a.Span.Start), runes(a.Span.End)})
	}
	return out
}

// EventOf returns what annotate and export say alike of an event.
func EventOf(e timeline.Event) EventJSON {
	eventType, subEventType := timeline.ACLED(e)
	return EventJSON{
		Kind: e.Kind, Date: dateOf(e.Date, e.LastDay, e.Ongoing || e.OngoingAsOf.Known()),
		End: e.LastDay, OngoingAsOf: e.OngoingAsOf,
		Actors: namesOf(e.Actors), Targets: namesOf(e.Targets), Places: placesOf(e.Places), Country: e.Country,
		Killed: countOf(e.Killed), Injured: countOf(e.Injured), Tolls: tollsOf(e.Tolls),
		Modality: string(e.Modality), Outcome: string(e.Outcome), Central: e.Central, Summary: e.Summary,
		Plover: timeline.Plover(e), EventType: eventType, SubEventType: subEventType,
	}
}

// ArticleEventOf returns an event of one article; index gives the place of each
// mention in the article's list of mentions.
func ArticleEventOf(e timeline.Event, index map[mention.Key]int) ArticleEventJSON {
	out := ArticleEventJSON{EventJSON: EventOf(e), Mentions: []int{}}
	for i := range e.Mentions {
		if n, ok := index[e.Mentions[i].Key()]; ok {
			out.Mentions = append(out.Mentions, n)
		}
	}
	return out
}

// StoredEventOf returns an event of the store; sources are its articles by key.
func StoredEventOf(e timeline.Event, sources map[string]timeline.Source) StoredEventJSON {
	out := StoredEventJSON{
		ID: e.ID, EventJSON: EventOf(e), Salience: round3(e.Salience),
		Sources: []SourceJSON{}, Mentions: []MentionRefJSON{},
	}
	for i, t := range e.Tolls {
		out.Tolls[i].Article = givenID(sources, t.Article)
	}
	for _, s := range sourcesOf(&e, sources) {
		out.Sources = append(out.Sources, SourceJSON{s.ID, s.Outlet, s.Title, s.URL, s.Published})
	}
	for i := range e.Mentions {
		m := &e.Mentions[i]
		out.Mentions = append(out.Mentions, MentionRefJSON{givenID(sources, m.Article), m.Runes.Start, m.Runes.End})
	}
	return out
}

// dateOf is nil where nothing bounds the date.
func dateOf(d mention.Date, end date.Day, ongoing bool) *DateJSON {
	if d.IsZero() {
		return nil
	}
	out := &DateJSON{
		Earliest: d.Earliest, Latest: d.Latest, EDTF: date.Lasting(d.Range, end, ongoing),
		Precision: string(d.Precision), Basis: string(d.Basis), Text: d.Text, Anchor: orNull(d.Anchor), Rule: d.Rule,
	}
	if out.Precision == "" {
		out.Precision = string(date.Unknown)
	}
	return out
}

func namesOf(names []mention.Name) []NameJSON {
	out := []NameJSON{}
	for _, n := range names {
		out = append(out, NameJSON{n.Text, n.Name, orNull(n.ID), n.Sector, orNull(string(n.Side))})
	}
	return out
}

// placesOf leaves out places taken over from context: only those that a text
// names for the event are told.
func placesOf(places []mention.Place) []PlaceJSON {
	out := []PlaceJSON{}
	for _, p := range places {
		if p.Text == "" {
			continue
		}
		j := PlaceJSON{Text: p.Text, Name: p.Name, Admin1: p.Admin1, Country: p.Country, Precision: string(p.Precision), ID: orNull(p.ID)}
		if p.Precision != "" {
			j.Lat, j.Lon = &p.Lat, &p.Lon
		}
		out = append(out, j)
	}
	return out
}

func tollsOf(tolls []mention.Toll) []TollJSON {
	out := []TollJSON{}
	for _, t := range tolls {
		out = append(out, TollJSON{
			Effect: t.Effect, Count: CountJSON{t.Count.Low, t.Count.High}, Qualifier: string(t.Qualifier), Victims: t.Victims,
			Side: orNull(string(t.Side)), Who: orNull(t.Who), Scope: t.Scope,
		})
	}
	return out
}

func countOf(c *mention.Count) *CountJSON {
	if c == nil {
		return nil
	}
	return &CountJSON{c.Low, c.High}
}

// orNull is nil for the empty string.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func round3(x float64) float64 { return math.Round(x*1000) / 1000 }
