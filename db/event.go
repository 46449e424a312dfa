package db

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"slices"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// held returns the days between which e began, as far as offices are concerned:
// of a day of an unknown year, the publication day of the article stands in.
func held(e *timeline.Event) (from, to date.Day) {
	if !e.Date.YearUnknown() {
		return e.Date.Earliest, e.Date.Latest
	}
	p := e.Mentions[0].Published // the first, unknown ones being last
	return p, p
}

// eventWriter writes the events of a block.
type eventWriter struct {
	block   string
	rows    map[mention.Key]int64
	written map[string]bool // places, by id

	tx     *sql.Tx
	insert statements // within tx
}

const eventColumns = `event_id, block, kind, family, event_date, ` + dateColumns + `, end_date, ongoing, ongoing_as_of,
	held_from, held_to, country, iso3, within, regions, killed_low, killed_high, injured_low, injured_high, tolls,
	modality, outcome, attribution, confidence, central, salience, summary`

const eventActorColumns = `event_id, role, position, name, actor_id, of_id, text, sector, side, span_start, span_end, rule, folded, surname`

func (d *DB) newEventWriter(ctx context.Context, tx *sql.Tx, block string, rows map[mention.Key]int64) *eventWriter {
	return &eventWriter{
		block: block, rows: rows, written: map[string]bool{}, tx: tx,
		insert: statements{
			event:        tx.StmtContext(ctx, d.insert.event),
			eventMention: tx.StmtContext(ctx, d.insert.eventMention),
			eventLink:    tx.StmtContext(ctx, d.insert.eventLink),
			eventActor:   tx.StmtContext(ctx, d.insert.eventActor),
			eventPlace:   tx.StmtContext(ctx, d.insert.eventPlace),
		},
	}
}

func (w *eventWriter) write(ctx context.Context, e *timeline.Event) error {
	if _, err := w.insert.event.ExecContext(ctx, eventValues(e, w.block)...); err != nil {
		return err
	}
	for i := range e.Mentions {
		if _, err := w.insert.eventMention.ExecContext(ctx, e.ID, i, w.rows[e.Mentions[i].Key()]); err != nil {
			return err
		}
	}
	for i, l := range e.Links {
		if _, err := w.insert.eventLink.ExecContext(ctx, e.ID, i, w.rows[l.Mention], w.rows[l.With], l.Pass, l.Reason); err != nil {
			return err
		}
	}
	if err := w.writeNames(ctx, e.ID, "actor", e.Actors); err != nil {
		return err
	}
	if err := w.writeNames(ctx, e.ID, "target", e.Targets); err != nil {
		return err
	}
	return w.writePlaces(ctx, e)
}

func eventValues(e *timeline.Event, block string) []any {
	from, to := held(e)
	return slices.Concat(
		[]any{e.ID, block, e.Kind, e.Family, e.EDTF()},
		dateValues(e.Date),
		[]any{dayValue(e.LastDay), e.Ongoing, dayValue(e.OngoingAsOf), dayValue(from), dayValue(to), e.Country, e.ISO3, encode(e.Within, same), regionsOf(e)},
		countValues(e.Killed), countValues(e.Injured),
		[]any{
			encode(e.Tolls, toToll), string(e.Modality), string(e.Outcome), encode(e.Attribution, toAttribution),
			e.Confidence, e.Central, e.Salience, e.Summary,
		},
	)
}

func (w *eventWriter) writeNames(ctx context.Context, event, role string, names []mention.Name) error {
	for i, n := range names {
		folded := timeline.Fold(n.Name)
		_, err := w.insert.eventActor.ExecContext(ctx, event, role, i, n.Name, n.ID, n.Of, n.Text, n.Sector, string(n.Side),
			n.Span.Start, n.Span.End, n.Rule, folded, lastWord(folded))
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *eventWriter) writePlaces(ctx context.Context, e *timeline.Event) error {
	for i, p := range e.Places {
		id := placeID(p)
		if err := w.writePlace(ctx, id, p); err != nil {
			return err
		}
		if _, err := w.insert.eventPlace.ExecContext(ctx, e.ID, i, id, p.Text, p.Span.Start, p.Span.End, p.Rule); err != nil {
			return err
		}
	}
	return nil
}

// regionsOf writes the names of all places and regions in which an event lies, as they are compared.
func regionsOf(e *timeline.Event) string {
	names := slices.Clone(e.Within)
	for _, p := range e.Places {
		names = append(names, p.Name, p.Text, p.Admin1, p.Country)
	}
	for i := range names {
		names[i] = timeline.Fold(names[i])
	}
	slices.Sort(names)
	return bar + strings.Join(slices.Compact(names), bar) + bar
}

// bar parts the names in event.regions; no folded name has one.
const bar = "|"

// writePlace writes a place once a block: gazetteer data may have changed since.
func (w *eventWriter) writePlace(ctx context.Context, id string, p mention.Place) error {
	if w.written[id] {
		return nil
	}
	w.written[id] = true
	var lat, lon any
	if p.Precision != "" {
		lat, lon = p.Lat, p.Lon
	}
	_, err := w.tx.ExecContext(ctx, `INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, admin1 = excluded.admin1,
		country = excluded.country, iso3 = excluded.iso3, latitude = excluded.latitude, longitude = excluded.longitude, precision = excluded.precision`,
		id, p.Name, p.Admin1, p.Country, p.ISO3, lat, lon, string(p.Precision))
	if err != nil {
		return err
	}
	if _, err := w.tx.ExecContext(ctx, `DELETE FROM place_within WHERE place_id = ?`, id); err != nil {
		return err
	}
	for i, name := range p.Within {
		if _, err := w.tx.ExecContext(ctx, `INSERT INTO place_within VALUES (?, ?, ?)`, id, i, name); err != nil {
			return err
		}
	}
	return nil
}

// placeID is a place's id in the gazetteer; one that is not there is known by all that is told of it.
func placeID(p mention.Place) string {
	if p.ID != "" {
		return p.ID
	}
	p.Text, p.Span, p.Rule = "", mention.Span{}, ""
	sum := sha256.Sum256([]byte(encode([]mention.Place{p}, toPlace)))
	return "~" + hex.EncodeToString(sum[:6])
}

// lastWord is the last word of a folded name: of a person, the surname.
func lastWord(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }
