package db

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"dateline/timeline"
)

// PutParties fills the tables of actors from the roster, unless they hold the
// roster of that digest already.
func (d *DB) PutParties(ctx context.Context, digest string, ps []timeline.Party) error {
	have, err := d.meta(ctx, partiesDigest)
	if err != nil || have == digest || d.readOnly {
		return err
	}
	return d.inWriting(ctx, "store the roster", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM actor`); err != nil {
			return err
		}
		for i := range ps {
			if err := insertParty(ctx, tx, &ps[i]); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO meta VALUES (?, ?)`, partiesDigest, digest)
		return err
	})
}

// partiesDigest is the row of meta that tells which roster is stored.
const partiesDigest = "parties_digest"

// meta returns a value of the meta table, "" if there is none.
func (d *DB) meta(ctx context.Context, name string) (string, error) {
	var v string
	err := d.inReading(ctx, "read meta", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `SELECT ifnull((SELECT value FROM meta WHERE name = ?), '')`, name).Scan(&v)
	})
	return v, err
}

func insertParty(ctx context.Context, tx *sql.Tx, p *timeline.Party) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO actor VALUES (?, ?, ?, ?)`, p.ID, p.Name, p.Sector, p.Country)
	if err != nil {
		return err
	}
	for i, a := range append([]string{p.Name}, p.Aliases...) {
		_, err := tx.ExecContext(ctx, `INSERT INTO actor_alias VALUES (?, ?, ?, ?)`, p.ID, i, a, timeline.Fold(a))
		if err != nil {
			return err
		}
	}
	for i, m := range p.Member {
		_, err := tx.ExecContext(ctx, `INSERT INTO actor_membership VALUES (?, ?, ?, ?, ?, ?)`,
			p.ID, i, m.Of, m.Relation, dayValue(m.From), dayValue(m.To))
		if err != nil {
			return err
		}
	}
	return nil
}

// lookUp finds what the names in a filter stand for.
func lookUp(ctx context.Context, tx *sql.Tx, f timeline.Filter) (lookups, error) {
	var out lookups
	var err error
	if out.actors, err = partiesNamed(ctx, tx, f.Actors); err != nil {
		return out, err
	}
	if out.with, err = partiesNamed(ctx, tx, f.With); err != nil {
		return out, err
	}
	if out.regions, err = regionsNamed(ctx, tx, f.Regions); err != nil {
		return out, err
	}
	out.outlets, err = outletsNamed(ctx, tx, f.Outlets)
	return out, err
}

func partiesNamed(ctx context.Context, tx *sql.Tx, names []string) ([]parties, error) {
	var out []parties
	for _, name := range names {
		p := parties{folded: forms(name)}
		ids, err := actorsNamed(ctx, tx, name, p.folded)
		if err != nil {
			return nil, err
		}
		if p.members, err = closure(ctx, tx, ids); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// forms are the folded forms of a name that stand for the same: singular and plural.
func forms(name string) []string {
	f := timeline.Fold(name)
	if f == "" {
		return nil
	}
	if s, plural := strings.CutSuffix(f, "s"); plural && s != "" {
		return []string{f, s}
	}
	return []string{f, f + "s"}
}

// actorsNamed returns the roster actors of that id or alias; if there is none,
// the people of that surname.
func actorsNamed(ctx context.Context, tx *sql.Tx, name string, folded []string) ([]string, error) {
	ids, err := texts(ctx, tx, `SELECT actor_id FROM actor WHERE actor_id = ?
		UNION SELECT actor_id FROM actor_alias WHERE folded IN (SELECT value FROM json_each(?)) ORDER BY 1`, name, jsonList(folded))
	if err != nil || len(ids) > 0 || len(folded) == 0 {
		return ids, err
	}
	return texts(ctx, tx, `SELECT DISTINCT a.actor_id FROM actor_alias a JOIN actor_membership m USING (actor_id)
		WHERE m.relation = 'office' AND a.folded LIKE '% ' || ? ORDER BY 1`, folded[0])
}

// closure returns the actors themselves, and all organs of them and those who
// hold office for any of these, each with the days for which that holds; never
// their allies and proxies.
func closure(ctx context.Context, tx *sql.Tx, ids []string) ([]member, error) {
	seen := map[member]bool{}
	var out []member
	for _, id := range ids {
		out = append(out, member{ID: id})
		seen[member{ID: id}] = true
	}
	for i := 0; i < len(out); i++ {
		parts, err := partsOf(ctx, tx, out[i])
		if err != nil {
			return nil, err
		}
		for _, p := range parts {
			if !seen[p] && len(out) < maxClosure {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// maxClosure bounds the members of one actor, should a roster tie actors in a ring with ever shorter terms.
const maxClosure = 10000

// partsOf returns the organs and office holders of one actor, within its own days.
func partsOf(ctx context.Context, tx *sql.Tx, whole member) ([]member, error) {
	var out []member
	err := eachRow(ctx, tx, `SELECT actor_id, ifnull(from_date, ''), ifnull(to_date, '') FROM actor_membership
		WHERE of_id = ? AND relation IN ('organ', 'office') ORDER BY actor_id, position`, []any{whole.ID}, func(r row) error {
		var m member
		if err := r.Scan(&m.ID, &m.Since, &m.Until); err != nil {
			return err
		}
		m.Since = max(m.Since, whole.Since)
		if m.Until == "" || (whole.Until != "" && whole.Until < m.Until) {
			m.Until = whole.Until
		}
		if m.Until == "" || m.Since <= m.Until {
			out = append(out, m)
		}
		return nil
	})
	return out, err
}

// regionsNamed returns the folded names of regions, those by which the roster
// calls a country ("US") in full.
func regionsNamed(ctx context.Context, tx *sql.Tx, names []string) ([]string, error) {
	var out []string
	for _, n := range names {
		f := timeline.Fold(n)
		out = append(out, f)
		countries, err := texts(ctx, tx, `SELECT DISTINCT a.country FROM actor_alias l JOIN actor a USING (actor_id)
			WHERE l.folded = ? AND a.country <> '' AND a.name = a.country ORDER BY 1`, f)
		if err != nil {
			return nil, err
		}
		for _, c := range countries {
			out = append(out, timeline.Fold(c))
		}
	}
	return out, nil
}

// outletsNamed returns the stored spellings of outlets.
func outletsNamed(ctx context.Context, tx *sql.Tx, names []string) ([]string, error) {
	if len(names) == 0 {
		return nil, nil
	}
	var want []string
	for _, n := range names {
		want = append(want, timeline.Fold(n))
	}
	stored, err := texts(ctx, tx, `SELECT DISTINCT outlet FROM article WHERE outlet <> ''`)
	return slices.DeleteFunc(stored, func(o string) bool { return !slices.Contains(want, timeline.Fold(o)) }), err
}

// texts returns the one text column of a query.
func texts(ctx context.Context, tx *sql.Tx, query string, args ...any) ([]string, error) {
	var out []string
	err := eachRow(ctx, tx, query, args, func(r row) error {
		var s string
		err := r.Scan(&s)
		out = append(out, s)
		return err
	})
	return out, err
}
