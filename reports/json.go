package reports

import (
	"io"

	"dateline/extract/date"
	"dateline/timeline"
)

// exportJSON is the object that the json format prints.
type exportJSON struct {
	Title   string            `json:"title"`
	Query   string            `json:"query"`
	AsOf    date.Day          `json:"as_of"`           // latest publication day among the sources
	LeftOut int               `json:"left_out"`        // by --limit
	May     int               `json:"may_fall_inside"` // not shown: see --maybe
	Undated int               `json:"undated"`         // not shown: see --undated
	Events  []StoredEventJSON `json:"events"`
}

func writeJSON(w io.Writer, r *Report) error {
	out := exportJSON{
		Title: r.Title, Query: r.Query, AsOf: r.Shown.AsOf,
		LeftOut: r.Shown.LeftOut, May: r.Shown.May, Undated: r.Shown.Undated, Events: []StoredEventJSON{},
	}
	for _, e := range r.ordered() {
		out.Events = append(out.Events, StoredEventOf(e, r.Shown.Sources))
	}
	enc := NewJSONEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func writeJSONLines(w io.Writer, r *Report) error {
	enc := NewJSONEncoder(w)
	for _, e := range r.ordered() {
		if err := enc.Encode(StoredEventOf(e, r.Shown.Sources)); err != nil {
			return err
		}
	}
	return nil
}

// ordered returns the events in timeline order.
func (r *Report) ordered() []timeline.Event { return timeline.Ordered(r.Shown.Events, r.Descending) }
