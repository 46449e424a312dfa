package db

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"dateline/extract/mention"
	"dateline/timeline"
)

// Here, and only here, a timeline.Filter becomes SQL.

// where is a condition on "event e" with its arguments.
type where struct {
	sql  string
	args []any
}

func cond(sql string, args ...any) where { return where{sql, args} }

// all joins conditions that must all hold.
func all(conds ...where) where { return join(" AND ", "1", conds) }

// either joins conditions of which one must hold.
func either(conds ...where) where { return join(" OR ", "0", conds) }

func join(op, empty string, conds []where) where {
	var parts []string
	var args []any
	for _, c := range conds {
		parts = append(parts, "("+c.sql+")")
		args = append(args, c.args...)
	}
	if len(parts) == 0 {
		return where{sql: empty}
	}
	return where{strings.Join(parts, op), args}
}

func not(c where) where { return where{"NOT ifnull((" + c.sql + "), 0)", c.args} }

// jsonList is a list as an argument for "IN (SELECT value FROM json_each(?))".
func jsonList(list any) string {
	b, _ := json.Marshal(list) // lists of text
	return string(b)
}

// in is the condition that a column has one of the values.
func in(column string, values []string) where {
	return cond(column+` IN (SELECT value FROM json_each(?))`, jsonList(values))
}

// lookups are the names in a filter as the store knows them.
type lookups struct {
	actors  []parties // for each of Filter.Actors
	with    []parties
	regions []string // folded
	outlets []string // as stored
}

// selected is everything that f asks for, except the period.
func selected(f timeline.Filter, names lookups) where {
	conds := []where{ofClass(f), ofKind(f.Kinds)}
	if len(f.Actors) > 0 {
		conds = append(conds, byParties(names.actors, f.As))
	}
	if len(f.With) > 0 {
		conds = append(conds, byParties(names.with, ""))
	}
	if len(f.Regions) > 0 {
		conds = append(conds, byRegions(names.regions))
	}
	if len(f.Text) > 0 {
		conds = append(conds, byText(f.Text))
	}
	if f.MinKilled > 0 {
		conds = append(conds, cond(`e.killed_high >= ?`, f.MinKilled)) // as some report has it
	}
	if len(f.Outlets) > 0 {
		conds = append(conds, cond(`e.event_id IN (SELECT em.event_id FROM event_mention em JOIN mention m USING (mention_id)
			JOIN article a USING (article_id) WHERE a.outlet IN (SELECT value FROM json_each(?)))`, jsonList(names.outlets)))
	}
	return all(conds...)
}

// optional are the modalities that a timeline shows only on demand.
var optional = []mention.Modality{mention.Planned, mention.Hypothetical, mention.Negated}

// ofClass leaves out what is shown only on demand. Speech that is asked for by
// kind need not be asked for twice.
func ofClass(f timeline.Filter) where {
	if f.All {
		return all()
	}
	var conds []where
	if !slices.Contains(f.Include, "speech") && len(f.Kinds) == 0 {
		conds = append(conds, cond(`e.family <> 'speech'`))
	}
	for _, m := range optional {
		if !slices.Contains(f.Include, string(m)) {
			conds = append(conds, cond(`e.modality <> ?`, string(m)))
		}
	}
	return all(conds...)
}

func ofKind(kinds []string) where {
	if len(kinds) == 0 {
		return all()
	}
	var plain []string
	for _, k := range kinds {
		plain = append(plain, strings.Map(func(r rune) rune {
			if r == ' ' || r == '-' {
				return '_'
			}
			return unicode.ToLower(r)
		}, strings.TrimSpace(k)))
	}
	return either(in("e.kind", plain), in("e.family", plain))
}

// parties are those that a name stands for: actors of the roster, each for
// some time, and names that are in no list.
type parties struct {
	members []member
	folded  []string // the name as it is compared, in its forms
}

// member is an actor that takes part for another between two days, "" open.
type member struct {
	ID    string `json:"id"`
	Since string `json:"since,omitempty"`
	Until string `json:"until,omitempty"`
}

// byParties selects events in which one of the parties has a role ("" any).
func byParties(names []parties, role string) where {
	inRole := all()
	if role != "" {
		inRole = cond(`x.role = ?`, role)
	}
	var options []where
	for _, p := range names {
		options = append(options, byMembers(p.members, inRole), byName(p.folded, inRole))
	}
	return either(options...)
}

// byMembers finds actors of the roster on the days for which they count.
func byMembers(members []member, inRole where) where {
	return where{`e.event_id IN (SELECT x.event_id FROM json_each(?) p
		CROSS JOIN event_actor x ON x.actor_id = p.value ->> 'id' JOIN event ev USING (event_id)
		WHERE (p.value ->> 'since' IS NULL OR ev.held_to IS NULL OR p.value ->> 'since' <= ev.held_to)
		AND (p.value ->> 'until' IS NULL OR ev.held_from IS NULL OR p.value ->> 'until' >= ev.held_from) AND ` + inRole.sql + `)`,
		append([]any{jsonList(members)}, inRole.args...)}
}

// byName finds names as they are written; of those in no list the surname will do.
func byName(folded []string, inRole where) where {
	has := all(inRole, either(in("x.folded", folded), all(cond(`x.actor_id = ''`), in("x.surname", folded))))
	return where{`e.event_id IN (SELECT x.event_id FROM event_actor x WHERE ` + has.sql + `)`, has.args}
}

// byRegions selects events that lie in one of the regions, by folded names.
func byRegions(names []string) where {
	var options []where
	for _, n := range names {
		if n != "" {
			options = append(options, cond(`instr(e.regions, ?) > 0`, bar+n+bar))
		}
	}
	return either(options...)
}

// byText searches the sentences that events are told in.
func byText(queries []string) where {
	var options []where
	for _, q := range queries {
		match := matchExpression(q)
		if match == "" {
			continue // nothing in it that could be found
		}
		options = append(options, cond(`e.event_id IN (SELECT em.event_id FROM event_mention em JOIN mention m USING (mention_id)
			WHERE m.sentence_id IN (SELECT rowid FROM sentence_text WHERE sentence_text MATCH ?))`, match))
	}
	return either(options...)
}

// matchExpression writes what a user typed as an FTS5 expression that cannot
// fail: all of its words, those between double quotes as a phrase, a word
// that ends in * as a prefix.
func matchExpression(query string) string {
	var terms []string
	for i, part := range strings.Split(query, `"`) {
		if i%2 == 1 {
			terms = append(terms, term(part)...)
			continue
		}
		for word := range strings.FieldsSeq(part) {
			terms = append(terms, term(word)...)
		}
	}
	return strings.Join(terms, " AND ")
}

// term quotes a word or phrase, unless there is nothing in it to search for.
func term(s string) []string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return nil
	}
	prefix := ""
	if strings.HasSuffix(s, "*") {
		prefix = "*"
	}
	clean := strings.Map(func(r rune) rune {
		if r == '"' || r == 0 {
			return ' '
		}
		return r
	}, s)
	return []string{`"` + clean + `"` + prefix}
}

// period splits what lies wholly inside From..To from what only may, and from
// what has no date that could tell.
type period struct{ inside, may, undated where }

func periodOf(f timeline.Filter) period {
	p := period{undated: cond(`e.date_earliest IS NULL AND e.date_latest IS NULL`)}
	var inside, overlap []where
	if f.From.Known() {
		inside = append(inside, cond(`e.date_earliest >= ?`, f.From.String()))
		overlap = append(overlap, cond(`e.date_latest IS NULL OR e.date_latest >= ?`, f.From.String()))
	}
	if f.To.Known() {
		inside = append(inside, cond(`e.date_latest <= ?`, f.To.String()))
		overlap = append(overlap, cond(`e.date_earliest IS NULL OR e.date_earliest <= ?`, f.To.String()))
	}
	p.inside = all(inside...)
	p.may = all(append(overlap, not(p.inside), not(p.undated))...)
	return p
}

// shown is the part of a period that f shows.
func (p period) shown(f timeline.Filter) where {
	options := []where{p.inside}
	if f.Maybe {
		options = append(options, p.may)
	}
	if f.Undated {
		options = append(options, p.undated)
	}
	return either(options...)
}
