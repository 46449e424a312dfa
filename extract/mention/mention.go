// Package mention defines what extraction finds in an article and everything
// downstream reads: mentions of events with their names, places, dates and
// tolls. It is a leaf: it holds no world knowledge and does no work, so that
// the store and the reports do not link the gazetteer.
package mention

import (
	"slices"

	"dateline/extract/date"
)

// Span is a half-open range of bytes of one article's text.
type Span struct{ Start, End int }

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains reports whether o lies wholly in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Side tells apart the parties of a mutual event (a clash, talks).
type Side string

// The sides of a mutual event.
const (
	NoSide Side = ""
	SideA  Side = "a"
	SideB  Side = "b"
)

// Name is an actor or target as told by one article.
type Name struct {
	Text   string // as written, "" only for one taken over from context
	Name   string // canonical name, or Text where it is not resolved
	ID     string // roster id, "" if not in the roster
	Of     string // roster id of the outermost state or group that it is an organ of or holds office for, "" if none or unknown
	Sector string // PLOVER sector (GOV, MIL, REB, CIV, ...), "" if unknown
	Side   Side
	Span   Span   // zero if not in this article's text
	Rule   string // how it was resolved: "alias", "demonym", "coreference", "unlisted", ...
}

// GeoPrecision tells how exactly a place is known.
type GeoPrecision string

// The geographic precisions, finest first. Coordinates of admin1 and country
// are centroids and must not be mapped as the site of an event.
const (
	Exact   GeoPrecision = "exact"   // a facility, base, crossing
	Town    GeoPrecision = "town"    // a populated place
	Admin1  GeoPrecision = "admin1"  // province, governorate, state
	Country GeoPrecision = "country" // a country
	Region  GeoPrecision = "region"  // a sea, strait or world region
)

// Place is where an event is told to have happened.
type Place struct {
	Text      string
	Name      string // canonical name, or Text where it is not resolved
	ID        string // gazetteer id, "" if not in the gazetteer
	Admin1    string // English name of the province, "" if none or unknown
	Country   string // English short name, "" if none or unknown
	ISO3      string // ISO 3166-1 alpha-3 of Country
	Lat, Lon  float64
	Precision GeoPrecision // "" if not resolved: then Lat and Lon mean nothing
	Within    []string     // names of everything that contains it, nearest first: admin1, country, world regions, sea
	Span      Span
	Rule      string // how it was resolved
	Loose     bool   // taken from what is told around the event, not told of it
}

// fineness lists the precisions, finest first.
var fineness = []GeoPrecision{Exact, Town, "", Admin1, Country, Region}

// Fineness ranks a place by how exactly it is told, 0 for the finest. One that
// the gazetteer lacks is mostly a village or a quarter, and is known no better
// than what holds it.
func (p *Place) Fineness() int {
	if p.ID == "" {
		return slices.Index(fineness, "")
	}
	return slices.Index(fineness, p.Precision)
}

// IsCountry reports whether p is itself a country, not a name known only to lie in one.
func (p *Place) IsCountry() bool { return p.ID != "" && p.Precision == Country }

// IsProvince reports whether p is itself a province.
func (p *Place) IsProvince() bool { return p.ID != "" && p.Precision == Admin1 }

// Count is a toll as a range of people.
type Count struct{ Low, High int }

// Qualifier tells how a figure is meant.
type Qualifier string

// The qualifiers of a figure.
const (
	ExactFigure Qualifier = "exact"
	AtLeast     Qualifier = "at_least"
	About       Qualifier = "about"
	UpTo        Qualifier = "up_to"
)

// Toll is one figure as one article tells it.
type Toll struct {
	Effect    string // "killed", "injured", "captured", "displaced", "missing"
	Count     Count
	Qualifier Qualifier
	Victims   string // "civilian", "combatant", "unknown"
	Side      Side
	Who       string // who says so, "" if the article itself
	Scope     string // "event", or "cumulative" for a campaign's running total
	Article   string // key of the article that gives it; set in a merged event
	Span      Span
	// Unnumbered is a figure told without a number: one person by name or
	// description, "several". Those it counts may be among those of another figure.
	Unnumbered bool
	Word       int // byte at which the word begins that tells the effect: figures of one word add up
}

// Modality tells whether the event is told to have happened.
type Modality string

// The modalities.
const (
	Actual       Modality = "actual"
	Claimed      Modality = "claimed"
	Planned      Modality = "planned"
	Hypothetical Modality = "hypothetical"
	Negated      Modality = "negated"
)

// Outcome tells whether the deed succeeded.
type Outcome string

// The outcomes.
const (
	Completed Outcome = "completed"
	Attempted Outcome = "attempted"
	Foiled    Outcome = "foiled"
)

// Attribution is who tells of the event.
type Attribution struct {
	Who  string
	Span Span
}

// Date is when an event began and how that is known.
type Date struct {
	date.Range
	Text   string // the phrase that dates it, "" if none
	Span   Span   // of Text
	Anchor string // what Text was resolved against: a day, or ""
	Filled string // the parts of the date that Text does not tell: "year", "year, month, day"
	Rule   string // the time rule, or the pass that set the bounds
}

// Mention is one telling of one event in one article.
type Mention struct {
	Span            // of the trigger
	Text     string // the trigger as written
	Runes    Span   // of the trigger in Unicode code points of the article's text, for exports that have no text to count in
	Sentence Span
	Quote    string // the sentence's text
	Line     string // the same, edited for a timeline: cut, pronouns replaced in [brackets], capitals lowered
	Kind     string // a kind of the trigger package's table
	Rule     string // the trigger's row that fired

	Date        Date
	LastDay     date.Day // last day, if told
	Ongoing     bool     // told as still going on
	OngoingAsOf date.Day // the publication day of the report that calls it ongoing

	Actors  []Name
	Targets []Name
	Places  []Place  // most specific first, only those that the text names for the event
	Country string   // English short name
	ISO3    string   // of Country
	Within  []string // world regions of Country, where no place is told

	Killed, Injured *Count
	Tolls           []Toll
	Modality        Modality
	Outcome         Outcome
	Attribution     []Attribution
	Confidence      float64 // 0..1

	SentenceIndex int  // 0 for the first sentence of the body
	Headline      bool // in the title or a repeated caption
	Anaphoric     bool // "the attack": refers back to an event told before
	Generic       bool // no single happening; kept only for annotate

	// What Merge needs to know of the article.
	Article   string   // the article's key
	Published date.Day // 0 if unknown
	Outlet    string
}

// Key identifies the mention across re-runs: its article's key and the trigger's start.
type Key struct {
	Article string
	Start   int
}

// Key returns the mention's key.
func (m *Mention) Key() Key { return Key{m.Article, m.Start} }
