package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"dateline/extract/mention"
	"dateline/timeline"
)

// idList writes event ids as the JSON array that the loading queries take.
func idList(events []timeline.Event) string {
	ids := make([]string, len(events))
	for i := range events {
		ids[i] = events[i].ID
	}
	b, _ := json.Marshal(ids) // text only
	return string(b)
}

const selectEvents = `SELECT e.event_id, e.kind, e.family, ` + dateColumns + `, e.end_date, e.ongoing, e.ongoing_as_of,
	e.country, e.iso3, e.within, e.killed_low, e.killed_high, e.injured_low, e.injured_high, e.tolls,
	e.modality, e.outcome, e.attribution, e.confidence, e.central, e.salience, e.summary FROM event e `

// scanEvent reads an event without its names, places, mentions and links.
func scanEvent(r row) (timeline.Event, error) {
	var e timeline.Event
	var within, tolls, attribution string
	var killed, injured countScan
	err := r.Scan(slices.Concat(
		[]any{&e.ID, &e.Kind, &e.Family},
		dateTargets(&e.Date),
		[]any{
			dayScan{&e.LastDay}, &e.Ongoing, dayScan{&e.OngoingAsOf}, &e.Country, &e.ISO3, &within,
			&killed.low, &killed.high, &injured.low, &injured.high, &tolls,
			&e.Modality, &e.Outcome, &attribution, &e.Confidence, &e.Central, &e.Salience, &e.Summary,
		},
	)...)
	if err != nil {
		return e, err
	}
	e.Killed, e.Injured = killed.value(), injured.value()
	if e.Within, err = decode(within, same); err != nil {
		return e, err
	}
	if e.Tolls, err = decode(tolls, tollJSON.value); err != nil {
		return e, err
	}
	e.Attribution, err = decode(attribution, attributionJSON.value)
	return e, err
}

// loadDetails reads what scanEvent leaves out. Events whose mentions have gone
// since they were derived are dropped.
func loadDetails(ctx context.Context, tx *sql.Tx, events []timeline.Event) ([]timeline.Event, error) {
	l := loader{tx: tx, ids: idList(events), byID: map[string]*timeline.Event{}}
	for i := range events {
		l.byID[events[i].ID] = &events[i]
	}
	for _, load := range []func(context.Context) error{l.names, l.places, l.mentions, l.links} {
		if err := load(ctx); err != nil {
			return nil, err
		}
	}
	events = slices.DeleteFunc(events, func(e timeline.Event) bool { return len(e.Mentions) == 0 })
	for i := range events {
		timeline.FillIn(&events[i])
	}
	return events, nil
}

// loader reads the rows that belong to events.
type loader struct {
	tx   *sql.Tx
	ids  string
	byID map[string]*timeline.Event
}

// each runs f on the rows of a query, whose first column is the event's id.
func (l *loader) each(ctx context.Context, query string, f func(r row) error) error {
	return eachRow(ctx, l.tx, query, []any{l.ids}, f)
}

func (l *loader) names(ctx context.Context) error {
	return l.each(ctx, `SELECT event_id, role, name, actor_id, of_id, text, sector, side, span_start, span_end, rule FROM event_actor
		WHERE event_id IN (SELECT value FROM json_each(?)) ORDER BY event_id, role, position`, func(r row) error {
		var id, role string
		var n mention.Name
		if err := r.Scan(&id, &role, &n.Name, &n.ID, &n.Of, &n.Text, &n.Sector, &n.Side, &n.Span.Start, &n.Span.End, &n.Rule); err != nil {
			return err
		}
		e := l.byID[id]
		if role == "actor" {
			e.Actors = append(e.Actors, n)
		} else {
			e.Targets = append(e.Targets, n)
		}
		return nil
	})
}

func (l *loader) places(ctx context.Context) error {
	within, err := l.within(ctx)
	if err != nil {
		return err
	}
	return l.each(ctx, `SELECT ep.event_id, p.place_id, ep.text, ep.span_start, ep.span_end, ep.rule, p.name, p.admin1, p.country, p.iso3,
		p.latitude, p.longitude, p.precision FROM event_place ep JOIN place p USING (place_id)
		WHERE ep.event_id IN (SELECT value FROM json_each(?)) ORDER BY ep.event_id, ep.position`, func(r row) error {
		var id string
		var p mention.Place
		var lat, lon sql.NullFloat64
		err := r.Scan(&id, &p.ID, &p.Text, &p.Span.Start, &p.Span.End, &p.Rule, &p.Name, &p.Admin1, &p.Country, &p.ISO3, &lat, &lon, &p.Precision)
		if err != nil {
			return err
		}
		p.Lat, p.Lon, p.Within = lat.Float64, lon.Float64, within[p.ID]
		if p.ID[0] == '~' {
			p.ID = ""
		}
		l.byID[id].Places = append(l.byID[id].Places, p)
		return nil
	})
}

// within reads what contains the places of the events.
func (l *loader) within(ctx context.Context) (map[string][]string, error) {
	out := map[string][]string{}
	err := l.each(ctx, `SELECT place_id, name FROM place_within WHERE place_id IN
		(SELECT place_id FROM event_place WHERE event_id IN (SELECT value FROM json_each(?))) ORDER BY place_id, position`, func(r row) error {
		var id, name string
		err := r.Scan(&id, &name)
		out[id] = append(out[id], name)
		return err
	})
	return out, err
}

func (l *loader) mentions(ctx context.Context) error {
	byRow := map[int64]storedMention{}
	err := l.each(ctx, selectMentions+`WHERE m.mention_id IN
		(SELECT mention_id FROM event_mention WHERE event_id IN (SELECT value FROM json_each(?)))`, func(r row) error {
		s, err := scanMention(r)
		byRow[s.row] = s
		return err
	})
	if err != nil {
		return err
	}
	return l.each(ctx, `SELECT event_id, mention_id FROM event_mention
		WHERE event_id IN (SELECT value FROM json_each(?)) ORDER BY event_id, position`, func(r row) error {
		var id string
		var n int64
		if err := r.Scan(&id, &n); err != nil {
			return err
		}
		l.byID[id].Mentions = append(l.byID[id].Mentions, byRow[n].Mention)
		return nil
	})
}

func (l *loader) links(ctx context.Context) error {
	return l.each(ctx, `SELECT l.event_id, a.key, m.start, b.key, w.start, l.pass, l.reason FROM event_link l
		JOIN mention m ON m.mention_id = l.mention_id JOIN article a ON a.article_id = m.article_id
		JOIN mention w ON w.mention_id = l.with_mention JOIN article b ON b.article_id = w.article_id
		WHERE l.event_id IN (SELECT value FROM json_each(?)) ORDER BY l.event_id, l.position`, func(r row) error {
		var id string
		var k timeline.Link
		if err := r.Scan(&id, &k.Mention.Article, &k.Mention.Start, &k.With.Article, &k.With.Start, &k.Pass, &k.Reason); err != nil {
			return err
		}
		l.byID[id].Links = append(l.byID[id].Links, k)
		return nil
	})
}

// loadSources reads the articles that events have mentions in.
func loadSources(ctx context.Context, tx *sql.Tx, events []timeline.Event) (map[string]timeline.Source, error) {
	out := map[string]timeline.Source{}
	err := eachRow(ctx, tx, `SELECT key, id, outlet, title, url, published_at FROM article WHERE article_id IN
		(SELECT m.article_id FROM event_mention em JOIN mention m USING (mention_id)
		WHERE em.event_id IN (SELECT value FROM json_each(?)))`, []any{idList(events)}, func(r row) error {
		var s timeline.Source
		err := r.Scan(&s.Article, &s.ID, &s.Outlet, &s.Title, &s.URL, dayScan{&s.Published})
		out[s.Article] = s
		return err
	})
	return out, err
}
