package place

import (
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/extract/place/internal/gazetteer"
)

// found makes the place of name n.
func (f *finder) found(n *name, c *candidate, rule string) Found {
	p := f.placeOf(c)
	p.Span = f.cover(n.first, n.last)
	if n.possessive {
		p.Span.End--
	}
	p.Text = f.doc.Slice(p.Span)
	p.Rule = rule
	return Found{Place: p, First: n.first, Last: n.last}
}

// cover is the span of the tokens first..last without a full stop that the
// tokeniser left at their end; those of an initialism stay.
func (f *finder) cover(first, last int) mention.Span {
	span := f.doc.Cover(first, last)
	if word := f.doc.Tokens[last-1].Text; len(word) > 1 && strings.IndexByte(word, '.') == len(word)-1 {
		span.End--
	}
	return span
}

// placeOf is the place of a candidate, made once for a document.
func (f *finder) placeOf(c *candidate) mention.Place {
	key := [2]int{c.own, c.record}
	p, ok := f.made[key]
	if !ok {
		p = f.place(c.own, c.record)
		p.Within = slices.Clip(p.Within)
		f.made[key] = p
	}
	return p
}

// place is the place of an own entry, or of a record where own is -1.
func (w *world) place(own, record int) mention.Place {
	if own >= 0 {
		return w.ownPlace(&w.own[own])
	}
	r := w.index.Record(record)
	p := mention.Place{ID: w.index.ID(record), Name: w.nameOf(r), Lat: r.Lat, Lon: r.Lon, Precision: precisionOf(r.Class)}
	if !r.Located {
		p.Precision = ""
	}
	if r.Class == gazetteer.Admin1 {
		p.Admin1 = p.Name
	} else if r.Admin1 >= 0 {
		p.Admin1 = w.nameOf(w.index.Record(r.Admin1))
	}
	admin := r.Admin1
	if r.Class == gazetteer.Admin1 {
		admin = record
	}
	w.fill(&p, w.countryOf(record), admin)
	return p
}

func (w *world) ownPlace(e *entry) mention.Place {
	p := mention.Place{ID: e.id, Name: e.name, Lat: e.lat, Lon: e.lon, Precision: e.precision}
	if e.admin1 >= 0 {
		p.Admin1 = w.nameOf(w.index.Record(e.admin1))
	}
	w.fill(&p, e.country, e.admin1)
	p.Within = appendNew(p.Within, e.within...)
	return p
}

// fill sets the country and containers of a place.
func (w *world) fill(p *mention.Place, c, admin1 int) {
	if p.Admin1 != "" && p.Admin1 != p.Name {
		p.Within = append(p.Within, p.Admin1)
	}
	if admin1 >= 0 {
		p.Within = appendNew(p.Within, w.inRegions[admin1]...)
	}
	if c == nowhere {
		return
	}
	n := &w.nations[c]
	p.Country, p.ISO3 = n.name, n.iso3
	if p.Precision != mention.Country {
		p.Within = append(p.Within, n.name)
	}
	p.Within = appendNew(p.Within, n.regions...)
}

// nameOf is the English name of a record.
func (w *world) nameOf(r gazetteer.Record) string {
	if name, ok := w.called[r.Index]; ok {
		return name
	}
	return r.Name
}

// precisionOf tells how exactly a record's coordinates place an event: those of
// a district are as coarse as a province's.
func precisionOf(c gazetteer.Class) mention.GeoPrecision {
	if c == gazetteer.Admin1 || c == gazetteer.Admin2 {
		return mention.Admin1
	}
	return mention.Town
}
