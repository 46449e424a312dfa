// Package timeline merges mentions into events and lays them out in time. Its
// functions are pure: no I/O, no clock, and the same events for the same set of
// mentions in any order.
package timeline

import (
	"dateline/extract/date"
	"dateline/extract/mention"
)

// Event is one happening, told by one or more mentions.
type Event struct {
	ID      string // from the key of its least mention; never looks like a date or number
	Kind    string
	Family  string
	Date    mention.Date
	LastDay date.Day // last day, if told
	Ongoing bool
	// OngoingAsOf is the publication day of the latest report that calls it ongoing.
	OngoingAsOf date.Day

	Actors  []mention.Name
	Targets []mention.Name
	Places  []mention.Place // most specific first
	Country string
	ISO3    string
	Within  []string // every region that contains it, folded in from its places and country

	Killed, Injured *mention.Count // lowest and highest of the event-scope figures
	Tolls           []mention.Toll
	Modality        mention.Modality
	Outcome         mention.Outcome
	Attribution     []mention.Attribution
	Confidence      float64

	Central  bool
	Salience float64
	Summary  string // the most telling sentence as Line edits it: never composed

	Mentions []mention.Mention // in canonical order: publication day (unknown last), article key, start
	Links    []Link
}

// Link tells why a mention was merged into the event.
type Link struct {
	Mention mention.Key
	With    mention.Key // the mention it was joined to
	Pass    string      // "article", "narrow", "loose", "corpus"
	Reason  string      // "same kind, day and place", ...
}

// EDTF is the text form of when the event took place, with its end.
func (e *Event) EDTF() string {
	return date.Lasting(e.Date.Range, e.LastDay, e.Ongoing || e.OngoingAsOf.Known())
}

// Source is an article that tells of an event.
type Source struct {
	Article   string // key
	ID        string // as given
	Outlet    string
	Title     string
	URL       string
	Published date.Day
}
