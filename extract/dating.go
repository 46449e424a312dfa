package extract

import (
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/timex"
	"dateline/extract/trigger"
)

// date sets when the mention's event began: by the time expression that goes
// with the trigger, else only by the day of publication. It sets the last day and
// Ongoing where they are told.
func (r *reader) date(sc *scene, h *trigger.Hit, m *mention.Mention) {
	if i := sc.timeOf(h); i >= 0 {
		r.dateBy(sc, sc.opening(i), m)
	}
	if m.Date.IsZero() {
		r.dateByDefault(sc, h, m)
	}
	sc.capAtPublication(m)
}

// farthest is the cost beyond which a time expression says nothing of a trigger.
const farthest = 40

// timeOf is the index in sc.times of the expression that dates the trigger, or -1.
func (sc *scene) timeOf(h *trigger.Hit) int {
	best, cost := -1, farthest
	for i := range sc.times {
		t := &sc.times[i]
		if !datable(t) || t.Contains(h.Span) {
			continue
		}
		if c := sc.distance(h, t); c < cost || c < farthest && sc.narrows(t, best) {
			best, cost = i, c
		}
	}
	if best >= 0 && sc.times[best].Range.IsZero() {
		return -1 // a weekday that nothing anchors
	}
	return best
}

// datable reports whether t is a day or period, be it one that nothing anchors.
func datable(t *timex.Timex) bool {
	return !t.Range.IsZero() || strings.HasPrefix(t.TIMEX3, "XXXX-")
}

// narrows reports whether t tells more exactly the time of expression i: "an
// overnight raid on Tuesday".
func (sc *scene) narrows(t *timex.Timex, i int) bool {
	wide := sc.times[i].Range
	return t.Range.Inside(wide.Earliest, wide.Latest) && t.Range.Days() < wide.Days() && wide.Days() <= maxStoryDays
}

// distance is how loosely a time expression stands with a trigger: 0 right
// before it in its noun phrase, small in its clause, large in the clause that it
// hangs on; the time of a clause of saying dates the telling only.
func (sc *scene) distance(h *trigger.Hit, t *timex.Timex) int {
	at := sc.At(sc.tokenAt(t.Start))
	c := sc.At(h.Head)
	switch {
	case sc.modifies(at, c):
		return 0
	case sc.modifiesOther(at, h), at < c && sc.apart(at, c):
		return farthest
	}
	hc, tc := sc.clauseOf[c], sc.clauseOf[at]
	gap := max(at-c, c-at)
	if at < c {
		gap++ // what follows is a little likelier
	}
	switch {
	case sc.saying(tc) && hc != tc:
		return farthest
	case hc == tc:
		return gap
	case sc.hangsOn(hc, tc):
		return gap + 12
	case sc.leadsTo(hc, tc):
		return gap + 14
	case sc.clauses[tc].Kind == phrase.Relative && sc.relatesTo(tc, c):
		return gap + 4
	case sc.clauses[tc].Kind != phrase.Relative && !sc.hasHit(tc):
		return gap + 20 // no other event to date
	}
	return farthest
}

// relatesTo reports whether the relative clause tells of the noun phrase at c, or
// of whom it befell: "the invasion that Russia launched on Feb. 24", "the killing
// of six men who were shot on Monday".
func (sc *scene) relatesTo(clause, c int) bool {
	at := sc.clauses[clause].Opener - 1
	if sc.kindAt(at) == phrase.Comma {
		at--
	}
	if sc.Chunks[c].Kind != phrase.NP {
		return false
	}
	return at == c || at == c+2 && sc.lower(c+1) == "of"
}

// hasHit reports whether a trigger stands in clause c.
func (sc *scene) hasHit(c int) bool {
	for i := range sc.hits {
		if sc.clause(sc.hits[i].Head) == c {
			return true
		}
	}
	return false
}

// leadsTo reports whether clause a goes on into clause b without a finite verb
// of its own subject, so that a time told at the end goes for both: "detained a
// man during a raid to find arms on Tuesday", "killed two and wounded five on Tuesday".
func (sc *scene) leadsTo(a, b int) bool {
	for depth := 0; depth < 3 && b > 0 && (sc.nonFinite(b) || sc.sharesTime(b)); depth++ {
		b = sc.clauses[b].Parent
		if a == b {
			return true
		}
	}
	return false
}

// nonFinite reports whether clause c has no finite verb.
func (sc *scene) nonFinite(c int) bool {
	for i, ch := range sc.Chunks {
		if ch.Kind == phrase.VG && ch.Finite && sc.clauseOf[i] == c {
			return false
		}
	}
	return true
}

// modifies reports whether the time chunk at stands right before the noun
// phrase c: "Tuesday's attack", "the Jan. 3 strike".
func (sc *scene) modifies(at, c int) bool {
	if at >= c || sc.Chunks[c].Kind != phrase.NP {
		return false
	}
	for k := at + 1; k < c; k++ {
		if sc.Doc.Tokens[sc.Chunks[k].First].Tag != "POS" {
			return false
		}
	}
	return true
}

// modifiesOther reports whether the time chunk at stands in the noun phrase of
// another trigger: "linked to the July 2 attack".
func (sc *scene) modifiesOther(at int, h *trigger.Hit) bool {
	for i := range sc.hits {
		if o := &sc.hits[i]; o.First != h.First && sc.modifies(at, sc.At(o.Head)) {
			return true
		}
	}
	return false
}

// saying reports whether the verb of clause c is one of saying.
func (sc *scene) saying(c int) bool {
	if sc.clauses[c].Kind == phrase.Speech {
		return true
	}
	v := sc.verbOf(c)
	return v >= 0 && sc.Chunks[v].Speech
}

// hangsOn reports whether clause a takes its time from clause b, through the
// clauses between them.
func (sc *scene) hangsOn(a, b int) bool {
	for depth := 0; depth < 3 && sc.sharesTime(a); depth++ {
		a = sc.clauses[a].Parent
		if a == b {
			return true
		}
	}
	return false
}

// sharesTime reports whether clause c happens at the time of the one it hangs
// on: "..., killing nine", "... and fled", "moved to seize", "as troops fired".
// An infinitive after a noun ("a plan to seize") does not.
func (sc *scene) sharesTime(c int) bool {
	cl := sc.clauses[c]
	switch cl.Kind {
	case phrase.Participial, phrase.Coordinate:
		return true
	case phrase.Infinitive:
		return sc.kindAt(cl.Opener-1) == phrase.VG
	case phrase.Adverbial:
		return is(simultaneous, sc.lower(cl.Opener)) || sc.nonFinite(c)
	}
	return false
}

// opening is the first half of the interval that expression i ends ("between
// March 18 and 20"), else i.
func (sc *scene) opening(i int) int {
	if i > 0 && sc.times[i].Signal == timex.To {
		if s := sc.times[i-1].Signal; s == timex.From || s == timex.Between {
			return i - 1
		}
	}
	return i
}

// dateBy dates the mention by expression i of its sentence.
func (r *reader) dateBy(sc *scene, i int, m *mention.Mention) {
	t := &sc.times[i]
	d := mention.Date{Range: startOfNight(t), Text: t.Text, Span: t.Span, Anchor: t.Anchor, Rule: t.Rule}
	switch t.Signal {
	case timex.Since:
		m.Ongoing = true
		m.OngoingAsOf = sc.published
	case timex.After:
		d.Range = date.Range{Earliest: t.Range.Earliest, Latest: sc.published, Precision: date.Unknown, Basis: date.Bounded}
	case timex.Before, timex.By:
		d.Range = date.Range{Latest: t.Range.Latest, Precision: date.Unknown, Basis: date.Bounded}
	case timex.From, timex.Between:
		if i+1 < len(sc.times) && sc.times[i+1].Signal == timex.To {
			r.until(&d, &sc.times[i+1], t.Signal, m)
		}
	}
	if t.LastDay.Known() && t.LastDay > d.Latest {
		m.LastDay = t.LastDay
	}
	if d.Range.Valid() == nil {
		m.Date = d
	}
}

// startOfNight returns the range of t; of a night that is told by the day on
// which it begins ("Tuesday night"), that day.
func startOfNight(t *timex.Timex) date.Range {
	r := t.Range
	if strings.HasSuffix(t.TIMEX3, "TNI") && strings.HasPrefix(t.TIMEX3, r.Earliest.String()) && r.Earliest.Known() && !strings.EqualFold(t.Text, "overnight") {
		r.Latest = r.Earliest
	}
	return r
}

// until takes in the second half of "from X to Y" (it lasted until Y) or
// "between X and Y" (some day between).
func (r *reader) until(d *mention.Date, to *timex.Timex, s timex.Signal, m *mention.Mention) {
	if !to.Range.Latest.Known() || to.Range.Latest < d.Latest {
		return
	}
	if s == timex.Between {
		d.Latest = to.Range.Latest
		return
	}
	m.LastDay = to.Range.Latest
}

// dateByDefault dates a mention that no phrase dates: the lead's own news
// happened on the day of publication or the day before, anything else at some
// time up to publication.
func (r *reader) dateByDefault(sc *scene, h *trigger.Hit, m *mention.Mention) {
	pub := sc.published
	if !pub.Known() {
		m.Date = mention.Date{Range: date.Range{Precision: date.Unknown, Basis: date.None}, Rule: "no publication date"}
		return
	}
	if sc.lead && sc.tellsNews(h) {
		m.Date = *r.documentDate(sc)
		return
	}
	m.Date = mention.Date{Range: date.Range{Latest: pub, Precision: date.Unknown, Basis: date.Bounded}, Anchor: pub.String(), Rule: "by publication"}
}

// documentDate dates the article's own news: the day of publication or the day before.
func (r *reader) documentDate(sc *scene) *mention.Date {
	pub := sc.published
	first := pub - 1
	if r.article.DatelineDay.Len() > 0 {
		first = pub
	}
	return &mention.Date{
		Range:  date.Range{Earliest: first, Latest: pub, Precision: date.DayOf, Basis: date.Document},
		Anchor: pub.String(), Rule: "lead",
	}
}

// tellsNews reports whether the trigger is told by a clause of its own that
// tells of a deed done: in the past, perfect or progressive tense, or as a
// participle after a comma; not background in a relative clause, nor what is
// done as a rule ("arms are sent to the border").
func (sc *scene) tellsNews(h *trigger.Hit) bool {
	v := sc.teller(h)
	if v < 0 {
		return false
	}
	at := sc.At(v)
	c := sc.Chunks[at]
	if c.Kind != phrase.VG || sc.pluperfect(c) {
		return false
	}
	kind := sc.clauses[sc.clauseOf[at]].Kind
	switch kind {
	case phrase.Relative, phrase.Adverbial, phrase.Infinitive:
		return false
	}
	switch {
	case c.Gerund:
		return sc.kindAt(at-1) == phrase.Comma
	case c.Finite:
		return !sc.presentRule(c)
	}
	return c.Passive || kind == phrase.Coordinate // "ten were killed and two arrested"
}

// teller is the token of the verb that tells the trigger: its own verb or, of a
// noun that none carries, the verb of its clause if that tells what the deed
// did or that it was done ("the blast killed nine", "an attack occurred"); -1
// if there is none.
func (sc *scene) teller(h *trigger.Hit) int {
	if v := sc.verb(h); v >= 0 {
		return v
	}
	v := sc.verbOf(sc.clauseOf[sc.At(h.Head)])
	if v < 0 {
		return -1
	}
	head := sc.Chunks[v].Head
	if w := sc.Doc.Tokens[head].Lower; effectOf(w) != "" || is(befall, w) {
		return head
	}
	return -1
}

// presentRule reports whether a verb group is in the simple present, active or
// passive: "sends", "are sent".
func (sc *scene) presentRule(c phrase.Chunk) bool {
	first := sc.Doc.Tokens[c.First]
	if first.Tag != "VBZ" && first.Tag != "VBP" {
		return false
	}
	return c.Last-c.First == 1 || c.Passive && c.Last-c.First == 2
}

// pluperfect reports whether the verb group tells what had been before.
func (sc *scene) pluperfect(c phrase.Chunk) bool {
	for i := c.First; i < c.Head; i++ {
		if l := sc.Doc.Tokens[i].Lower; l == "had" || l == "'d" {
			return true
		}
	}
	return false
}

// capAtPublication cuts the days after publication off what is told as having
// happened. An event dated wholly after it is planned.
func (sc *scene) capAtPublication(m *mention.Mention) {
	pub := sc.published
	if !pub.Known() || m.Modality != mention.Actual && m.Modality != mention.Claimed {
		return
	}
	if m.Date.Earliest > pub {
		m.Modality = mention.Planned
		return
	}
	if m.Date.Latest > pub {
		m.Date.Latest = pub
	}
}
