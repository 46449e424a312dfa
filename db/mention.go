package db

import (
	"database/sql"
	"errors"
	"slices"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// mentionColumns are those of an extracted mention, in the order of mentionValues.
const mentionColumns = `as_event, article_id, start, end, rune_start, rune_end, trigger, sentence_id, kind, rule, event_date, ` + dateColumns + `,
	end_date, ongoing, ongoing_as_of, actors, targets, places, country, iso3, within,
	killed_low, killed_high, injured_low, injured_high, tolls, modality, outcome, attribution, confidence,
	sentence_index, headline, anaphoric, generic, line, telling, joined_to, joined_why, block`

// joined is how a mention lies in the telling of its article.
type joined struct {
	telling any // start of the first mention, nil if in none
	to      any // start of the mention that it was joined to
	why     string
	block   any
}

// joinedOf tells for each mention of an article, by its start, how it lies in a telling.
func joinedOf(ms []mention.Mention) map[int]joined {
	out := map[int]joined{}
	for _, t := range timeline.Tellings(ms) {
		for _, m := range t.Mentions {
			out[m.Start] = joined{telling: t.Mentions[0].Start, block: t.Block()}
		}
		for _, l := range t.Links {
			j := out[l.Mention.Start]
			j.to, j.why = l.With.Start, l.Reason
			out[l.Mention.Start] = j
		}
	}
	return out
}

func mentionValues(m *mention.Mention, article, sentence int64, j joined) []any {
	return slices.Concat(
		[]any{
			timeline.EventID(m.Key()), article, m.Start, m.Span.End, m.Runes.Start, m.Runes.End, m.Text, sentence, m.Kind, m.Rule,
			date.Lasting(m.Date.Range, m.LastDay, m.Ongoing || m.OngoingAsOf.Known()),
		},
		dateValues(m.Date),
		[]any{
			dayValue(m.LastDay), m.Ongoing, dayValue(m.OngoingAsOf),
			encode(m.Actors, toName), encode(m.Targets, toName), encode(m.Places, toPlace), m.Country, m.ISO3, encode(m.Within, same),
		},
		countValues(m.Killed), countValues(m.Injured),
		[]any{
			encode(m.Tolls, toToll), string(m.Modality), string(m.Outcome), encode(m.Attribution, toAttribution), m.Confidence,
			m.SentenceIndex, m.Headline, m.Anaphoric, m.Generic, m.Line, j.telling, j.to, j.why, j.block,
		},
	)
}

// selectMentions reads stored mentions with what Merge needs of their
// articles, in the order of scanMention.
const selectMentions = `SELECT m.mention_id, m.start, m.end, m.rune_start, m.rune_end, m.trigger, m.kind, m.rule, ` + dateColumns + `,
	m.end_date, m.ongoing, m.ongoing_as_of, m.actors, m.targets, m.places, m.country, m.iso3, m.within,
	m.killed_low, m.killed_high, m.injured_low, m.injured_high, m.tolls, m.modality, m.outcome, m.attribution, m.confidence,
	m.sentence_index, m.headline, m.anaphoric, m.generic, m.line, m.telling, m.joined_to, m.joined_why,
	s.start, s.end, s.text, a.key, a.published_at, a.outlet
	FROM mention m JOIN sentence s USING (sentence_id) JOIN article a ON a.article_id = m.article_id `

// storedMention is a mention with its row and its place in a telling.
type storedMention struct {
	mention.Mention
	row     int64
	telling int
	joined  sql.NullInt64
	why     string
}

func scanMention(r row) (storedMention, error) {
	var s storedMention
	var actors, targets, places, within, tolls, attribution string
	var killed, injured countScan
	var telling sql.NullInt64
	m := &s.Mention
	err := r.Scan(slices.Concat(
		[]any{&s.row, &m.Start, &m.Span.End, &m.Runes.Start, &m.Runes.End, &m.Text, &m.Kind, &m.Rule},
		dateTargets(&m.Date),
		[]any{
			dayScan{&m.LastDay}, &m.Ongoing, dayScan{&m.OngoingAsOf}, &actors, &targets, &places, &m.Country, &m.ISO3, &within,
			&killed.low, &killed.high, &injured.low, &injured.high, &tolls, &m.Modality, &m.Outcome, &attribution, &m.Confidence,
			&m.SentenceIndex, &m.Headline, &m.Anaphoric, &m.Generic, &m.Line, &telling, &s.joined, &s.why,
			&m.Sentence.Start, &m.Sentence.End, &m.Quote, &m.Article, dayScan{&m.Published}, &m.Outlet,
		},
	)...)
	if err != nil {
		return s, err
	}
	s.telling = int(telling.Int64)
	m.Killed, m.Injured = killed.value(), injured.value()
	return s, decodeLists(m, actors, targets, places, within, tolls, attribution)
}

func decodeLists(m *mention.Mention, actors, targets, places, within, tolls, attribution string) error {
	var errs [6]error
	m.Actors, errs[0] = decode(actors, nameJSON.value)
	m.Targets, errs[1] = decode(targets, nameJSON.value)
	m.Places, errs[2] = decode(places, placeJSON.value)
	m.Within, errs[3] = decode(within, same)
	m.Tolls, errs[4] = decode(tolls, tollJSON.value)
	m.Attribution, errs[5] = decode(attribution, attributionJSON.value)
	return errors.Join(errs[:]...)
}
