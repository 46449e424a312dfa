package db

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// The forms in which lists are written into JSON columns.
type (
	nameJSON struct {
		Text   string       `json:"text,omitempty"`
		Name   string       `json:"name"`
		ID     string       `json:"id,omitempty"`
		Of     string       `json:"of,omitempty"`
		Sector string       `json:"sector,omitempty"`
		Side   mention.Side `json:"side,omitempty"`
		Start  int          `json:"start"`
		End    int          `json:"end"`
		Rule   string       `json:"rule,omitempty"`
	}
	placeJSON struct {
		Text      string               `json:"text,omitempty"`
		Name      string               `json:"name"`
		ID        string               `json:"id,omitempty"`
		Admin1    string               `json:"admin1,omitempty"`
		Country   string               `json:"country,omitempty"`
		ISO3      string               `json:"iso3,omitempty"`
		Lat       float64              `json:"lat,omitempty"`
		Lon       float64              `json:"lon,omitempty"`
		Precision mention.GeoPrecision `json:"precision,omitempty"`
		Within    []string             `json:"within,omitempty"`
		Start     int                  `json:"start"`
		End       int                  `json:"end"`
		Rule      string               `json:"rule,omitempty"`
		Loose     bool                 `json:"loose,omitempty"`
	}
	tollJSON struct {
		Effect    string            `json:"effect"`
		Low       int               `json:"low"`
		High      int               `json:"high"`
		Qualifier mention.Qualifier `json:"qualifier,omitempty"`
		Victims   string            `json:"victims,omitempty"`
		Side      mention.Side      `json:"side,omitempty"`
		Who       string            `json:"who,omitempty"`
		Scope     string            `json:"scope,omitempty"`
		Article   string            `json:"article,omitempty"`
		Start     int               `json:"start"`
		End       int               `json:"end"`
		// Unnumbered and Word are Toll's.
		Unnumbered bool `json:"unnumbered,omitempty"`
		Word       int  `json:"word,omitempty"`
	}
	attributionJSON struct {
		Who   string `json:"who"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
)

func toName(n mention.Name) nameJSON {
	return nameJSON{n.Text, n.Name, n.ID, n.Of, n.Sector, n.Side, n.Span.Start, n.Span.End, n.Rule}
}

func (n nameJSON) value() mention.Name {
	return mention.Name{Text: n.Text, Name: n.Name, ID: n.ID, Of: n.Of, Sector: n.Sector, Side: n.Side, Span: mention.Span{Start: n.Start, End: n.End}, Rule: n.Rule}
}

func toPlace(p mention.Place) placeJSON {
	return placeJSON{p.Text, p.Name, p.ID, p.Admin1, p.Country, p.ISO3, p.Lat, p.Lon, p.Precision, p.Within, p.Span.Start, p.Span.End, p.Rule, p.Loose}
}

func (p placeJSON) value() mention.Place {
	return mention.Place{
		Text: p.Text, Name: p.Name, ID: p.ID, Admin1: p.Admin1, Country: p.Country, ISO3: p.ISO3, Lat: p.Lat, Lon: p.Lon,
		Precision: p.Precision, Within: p.Within, Span: mention.Span{Start: p.Start, End: p.End}, Rule: p.Rule, Loose: p.Loose,
	}
}

func toToll(t mention.Toll) tollJSON {
	return tollJSON{t.Effect, t.Count.Low, t.Count.High, t.Qualifier, t.Victims, t.Side, t.Who, t.Scope, t.Article, t.Span.Start, t.Span.End, t.Unnumbered, t.Word}
}

func (t tollJSON) value() mention.Toll {
	return mention.Toll{
		Effect: t.Effect, Count: mention.Count{Low: t.Low, High: t.High}, Qualifier: t.Qualifier, Victims: t.Victims,
		Side: t.Side, Who: t.Who, Scope: t.Scope, Article: t.Article, Span: mention.Span{Start: t.Start, End: t.End},
		Unnumbered: t.Unnumbered, Word: t.Word,
	}
}

func toAttribution(a mention.Attribution) attributionJSON {
	return attributionJSON{a.Who, a.Span.Start, a.Span.End}
}

func (a attributionJSON) value() mention.Attribution {
	return mention.Attribution{Who: a.Who, Span: mention.Span{Start: a.Start, End: a.End}}
}

func same(s string) string { return s }

// encode writes a list as JSON. It cannot fail: the forms hold only text and numbers.
func encode[T, J any](list []T, to func(T) J) string {
	if len(list) == 0 {
		return "[]"
	}
	out := make([]J, len(list))
	for i, x := range list {
		out[i] = to(x)
	}
	b, _ := json.Marshal(out)
	return string(b)
}

// decode reads what encode wrote; an empty list is nil.
func decode[J, T any](s string, from func(J) T) ([]T, error) {
	if s == "[]" {
		return nil, nil
	}
	var in []J
	if err := json.Unmarshal([]byte(s), &in); err != nil {
		return nil, fmt.Errorf("list %.40q: %w", s, err)
	}
	out := make([]T, len(in))
	for i, x := range in {
		out[i] = from(x)
	}
	return out, nil
}

// dayValue writes a day, NULL if it is unknown.
func dayValue(d date.Day) any {
	if !d.Known() {
		return nil
	}
	return d.String()
}

// dayScan reads a day that dayValue wrote.
type dayScan struct{ day *date.Day }

// Scan implements sql.Scanner.
func (s dayScan) Scan(v any) error {
	var text sql.NullString
	if err := text.Scan(v); err != nil {
		return err
	}
	*s.day = 0
	if !text.Valid || text.String == "" {
		return nil
	}
	d, err := date.ParseDay(text.String)
	*s.day = d
	return err
}

// countScan reads a toll from its two columns.
type countScan struct{ low, high sql.NullInt64 }

func (c countScan) value() *mention.Count {
	if !c.low.Valid || !c.high.Valid {
		return nil
	}
	return &mention.Count{Low: int(c.low.Int64), High: int(c.high.Int64)}
}

func countValues(c *mention.Count) []any {
	if c == nil {
		return []any{nil, nil}
	}
	return []any{c.Low, c.High}
}

// dateColumns are the columns of a date, the same for mentions and events,
// in the order of dateValues and dateTargets.
const dateColumns = `date_earliest, date_latest, date_precision, date_basis, date_pattern, date_approx, date_hour,
	date_text, date_start, date_end, date_anchor, date_filled, date_rule`

func dateValues(d mention.Date) []any {
	var hour any
	if d.Hour > 0 {
		hour = d.Hour - 1
	}
	return []any{
		dayValue(d.Earliest), dayValue(d.Latest), string(d.Precision), string(d.Basis), d.Pattern, d.Approx, hour,
		d.Text, d.Span.Start, d.Span.End, d.Anchor, d.Filled, d.Rule,
	}
}

func dateTargets(d *mention.Date) []any {
	return []any{
		dayScan{&d.Earliest}, dayScan{&d.Latest}, &d.Precision, &d.Basis, &d.Pattern, &d.Approx, hourScan{&d.Hour},
		&d.Text, &d.Span.Start, &d.Span.End, &d.Anchor, &d.Filled, &d.Rule,
	}
}

// hourScan reads the hour of the day, which a Range counts from one.
type hourScan struct{ hour *int8 }

// Scan implements sql.Scanner.
func (s hourScan) Scan(v any) error {
	var n sql.NullInt64
	err := n.Scan(v)
	*s.hour = 0
	if n.Valid {
		*s.hour = int8(n.Int64) + 1
	}
	return err
}
