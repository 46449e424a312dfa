package timeline

import "dateline/extract/date"

// Filter selects events. Values within one field are alternatives (or);
// different fields must all hold (and). The zero Filter is the default
// timeline: actual and claimed events outside family speech.
type Filter struct {
	Actors     []string // names or roster ids, with their organs and office holders
	As         string   // "", "actor" or "target": the role that Actors must have
	With       []string // a second party that must take part as well
	Regions    []string
	Kinds      []string // kinds or families
	From, To   date.Day
	Maybe      bool     // with From/To: also events that only may fall inside
	Undated    bool     // with From/To: also year-unknown and undated events
	Text       []string // full-text query over the evidence
	MinKilled  int
	Outlets    []string
	Include    []string // "speech", "planned", "hypothetical", "negated"
	All        bool     // every kind and modality (export's default for JSON Lines)
	Descending bool
	Limit      int // 0: none
}

// Shown are the events that a filter selected, in timeline order, and what it left out.
type Shown struct {
	Events  []Event
	Sources map[string]Source // by article key, every article that an event shown has a mention in
	LeftOut int               // cut off by Limit
	May     int               // only may fall inside From/To (see Maybe)
	Undated int               // year-unknown or undated, so never inside From/To (see Undated)
	AsOf    date.Day          // latest publication day among the sources: the report's cut-off
}

// Party is an actor of the roster as the store keeps it.
type Party struct {
	ID      string
	Name    string
	Sector  string
	Country string // English short name, may be ""
	Aliases []string
	Member  []Membership
}

// Membership ties an actor to one it belongs to.
type Membership struct {
	Of       string   // id
	Relation string   // "organ" (part of it), "office" (a person who holds office for it), "ally", "proxy"
	From, To date.Day // open if 0
}
