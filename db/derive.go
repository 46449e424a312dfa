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

// Derive makes the events of all blocks anew whose mentions have changed, one
// block a transaction, so that nothing is lost if it is interrupted: the rest
// stays marked.
func (d *DB) Derive(ctx context.Context) error {
	blocks, err := d.stale(ctx)
	if err != nil {
		return err
	}
	for _, block := range blocks {
		err := d.inWriting(ctx, "derive events", func(tx *sql.Tx) error { return deriveBlock(ctx, tx, block) })
		if err != nil {
			return err
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return d.inWriting(ctx, "derive events", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM place WHERE place_id NOT IN (SELECT place_id FROM event_place)`)
		return err
	})
}

func (d *DB) stale(ctx context.Context) ([]string, error) {
	var blocks []string
	err := d.inReading(ctx, "derive events", func(tx *sql.Tx) error {
		return eachRow(ctx, tx, `SELECT block FROM stale ORDER BY block`, nil, func(r row) error {
			var b string
			err := r.Scan(&b)
			blocks = append(blocks, b)
			return err
		})
	})
	return blocks, err
}

func deriveBlock(ctx context.Context, tx *sql.Tx, block string) error {
	tellings, rows, err := readTellings(ctx, tx, block)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM event WHERE block = ?`, block); err != nil {
		return err
	}
	w, err := newEventWriter(ctx, tx, block, rows)
	if err != nil {
		return err
	}
	defer w.close()
	for _, e := range timeline.Join(tellings) {
		if err := w.write(ctx, &e); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM stale WHERE block = ?`, block)
	return err
}

// readTellings reads the mentions of a block as they lie in tellings, and their rows.
func readTellings(ctx context.Context, tx *sql.Tx, block string) ([]timeline.Telling, map[mention.Key]int64, error) {
	type key struct {
		article string
		telling int
	}
	byKey := map[key]*timeline.Telling{}
	var order []key
	rows := map[mention.Key]int64{}
	err := eachRow(ctx, tx, selectMentions+`WHERE m.block = ? ORDER BY m.article_id, m.start`, []any{block}, func(r row) error {
		s, err := scanMention(r)
		if err != nil {
			return err
		}
		rows[s.Key()] = s.row
		k := key{s.Article, s.telling}
		t := byKey[k]
		if t == nil {
			t = &timeline.Telling{}
			byKey[k], order = t, append(order, k)
		}
		t.Mentions = append(t.Mentions, s.Mention)
		if s.joined.Valid {
			with := mention.Key{Article: s.Article, Start: int(s.joined.Int64)}
			t.Links = append(t.Links, timeline.Link{Mention: s.Key(), With: with, Pass: "article", Reason: s.why})
		}
		return nil
	})
	out := make([]timeline.Telling, len(order))
	for i, k := range order {
		out[i] = *byKey[k]
	}
	return out, rows, err
}

// held returns the days between which e began, as far as offices are concerned:
// of a day of an unknown year, the publication day of the article stands in.
func held(e *timeline.Event) (from, to date.Day) {
	if !e.Date.YearUnknown() {
		return e.Date.Earliest, e.Date.Latest
	}
	p := e.Mentions[0].Published // the first, unknown ones being last
	return p, p
}

// eventWriter writes events with prepared statements.
type eventWriter struct {
	block  string
	rows   map[mention.Key]int64
	places map[string]bool // written already

	event, mention, link, actor, place, region *sql.Stmt
	ground, clear, within                      *sql.Stmt // the place itself, and what contains it
}

const eventColumns = `event_id, block, kind, family, event_date, ` + dateColumns + `, end_date, ongoing, ongoing_as_of,
	held_from, held_to, country, iso3, within, killed_low, killed_high, injured_low, injured_high, tolls,
	modality, outcome, attribution, confidence, central, salience, summary`

func newEventWriter(ctx context.Context, tx *sql.Tx, block string, rows map[mention.Key]int64) (*eventWriter, error) {
	w := &eventWriter{block: block, rows: rows, places: map[string]bool{}}
	for _, s := range []struct {
		stmt  **sql.Stmt
		query string
	}{
		{&w.event, `INSERT INTO event (` + eventColumns + `) VALUES (` + placeholders(eventColumns) + `)`},
		{&w.mention, `INSERT INTO event_mention VALUES (?, ?, ?)`},
		{&w.link, `INSERT INTO event_link VALUES (?, ?, ?, ?, ?, ?)`},
		{&w.actor, `INSERT INTO event_actor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`},
		{&w.place, `INSERT INTO event_place VALUES (?, ?, ?, ?, ?, ?, ?)`},
		{&w.region, `INSERT OR IGNORE INTO event_region VALUES (?, ?)`},
		{&w.ground, `INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, admin1 = excluded.admin1,
			country = excluded.country, iso3 = excluded.iso3, latitude = excluded.latitude, longitude = excluded.longitude, precision = excluded.precision`},
		{&w.clear, `DELETE FROM place_within WHERE place_id = ?`},
		{&w.within, `INSERT INTO place_within VALUES (?, ?, ?)`},
	} {
		var err error
		if *s.stmt, err = tx.PrepareContext(ctx, s.query); err != nil {
			w.close()
			return nil, err
		}
	}
	return w, nil
}

func (w *eventWriter) close() {
	for _, s := range []*sql.Stmt{w.event, w.mention, w.link, w.actor, w.place, w.region, w.ground, w.clear, w.within} {
		if s != nil {
			s.Close()
		}
	}
}

func (w *eventWriter) write(ctx context.Context, e *timeline.Event) error {
	if _, err := w.event.ExecContext(ctx, eventValues(e, w.block)...); err != nil {
		return err
	}
	for i := range e.Mentions {
		if _, err := w.mention.ExecContext(ctx, e.ID, i, w.rows[e.Mentions[i].Key()]); err != nil {
			return err
		}
	}
	for i, l := range e.Links {
		if _, err := w.link.ExecContext(ctx, e.ID, i, w.rows[l.Mention], w.rows[l.With], l.Pass, l.Reason); err != nil {
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
		[]any{dayValue(e.End), e.Ongoing, dayValue(e.OngoingAsOf), dayValue(from), dayValue(to), e.Country, e.ISO3, encode(e.Within, same)},
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
		_, err := w.actor.ExecContext(ctx, event, role, i, n.Name, n.ID, n.Text, n.Sector, string(n.Side),
			n.Span.Start, n.Span.End, n.Rule, folded, lastWord(folded))
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *eventWriter) writePlaces(ctx context.Context, e *timeline.Event) error {
	regions := slices.Clone(e.Within)
	for i, p := range e.Places {
		id := placeID(p)
		if err := w.writePlace(ctx, id, p); err != nil {
			return err
		}
		if _, err := w.place.ExecContext(ctx, e.ID, i, id, p.Text, p.Span.Start, p.Span.End, p.Rule); err != nil {
			return err
		}
		regions = append(regions, p.Name, p.Text, p.Admin1, p.Country)
	}
	for _, r := range regions {
		if r = timeline.Fold(r); r == "" {
			continue
		}
		if _, err := w.region.ExecContext(ctx, e.ID, r); err != nil {
			return err
		}
	}
	return nil
}

// writePlace writes a place once a block: gazetteer data may have changed since.
func (w *eventWriter) writePlace(ctx context.Context, id string, p mention.Place) error {
	if w.places[id] {
		return nil
	}
	w.places[id] = true
	var lat, lon any
	if p.Precision != "" {
		lat, lon = p.Lat, p.Lon
	}
	if _, err := w.ground.ExecContext(ctx, id, p.Name, p.Admin1, p.Country, p.ISO3, lat, lon, string(p.Precision)); err != nil {
		return err
	}
	if _, err := w.clear.ExecContext(ctx, id); err != nil {
		return err
	}
	for i, name := range p.Within {
		if _, err := w.within.ExecContext(ctx, id, i, name); err != nil {
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
