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
		r.dateBy(sc, h, i, m)
	}
	if m.Date.IsZero() {
		r.dateByDefault(sc, h, m)
	}
	sc.capAtPublication(m)
}

// dateBy dates the mention by expression i of its sentence, or by the interval
// or list that it belongs to. The time in a noun's own phrase is that of the noun
// alone, whatever stands before it: "after the July 2 attack".
func (r *reader) dateBy(sc *scene, h *trigger.Hit, i int, m *mention.Mention) {
	signal := timex.On
	if !sc.modifies(sc.At(sc.tokenAt(sc.times[i].Start)), sc.At(h.Head)) {
		i = sc.opening(i)
		signal = sc.times[i].Signal
	}
	t := &sc.times[i]
	d := mention.Date{Range: startOfNight(t), Text: t.Text, Span: t.Span, Anchor: t.Anchor, Filled: t.Filled.String(), Rule: t.Rule}
	switch signal {
	case timex.Since:
		if !sc.tellsThen(h, t) {
			m.Ongoing = true
			m.OngoingAsOf = sc.published
		}
	case timex.After:
		d.Range = date.Range{Earliest: t.Range.Earliest, Latest: sc.published, Precision: date.Unknown, Basis: date.Bounded}
	case timex.Before, timex.By:
		d.Range = date.Range{Latest: t.Range.Latest, Precision: date.Unknown, Basis: date.Bounded}
	case timex.From, timex.Between:
		if i+1 < len(sc.times) && sc.times[i+1].Signal == timex.To {
			r.until(&d, &sc.times[i+1], signal, m)
		}
	}
	if t.LastDay.Known() && t.LastDay > d.Latest {
		m.LastDay = t.LastDay
	}
	if d.Range.Valid() == nil {
		m.Date = d
	}
}

// tellsThen reports whether the trigger stands in a clause that tells what
// happened at the time of t: "since June 4, when the town was shelled".
func (sc *scene) tellsThen(h *trigger.Hit, t *timex.Timex) bool {
	cl := sc.clauses[sc.clause(h.Head)]
	return sc.lower(cl.Opener) == "when" && cl.Opener > sc.At(sc.tokenAt(t.Start)) && h.First > sc.Chunks[cl.Opener].First
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
// happened on the day it was told, which is that of publication if the sentence
// names none, or the day before; anything else at some time up to then.
func (r *reader) dateByDefault(sc *scene, h *trigger.Hit, m *mention.Mention) {
	if !sc.published.Known() {
		m.Date = mention.Date{Range: date.Range{Precision: date.Unknown, Basis: date.None}, Rule: "no publication date"}
		return
	}
	m.Date = mention.Date{
		Range:  date.Range{Latest: sc.published, Precision: date.Unknown, Basis: date.Bounded},
		Anchor: sc.published.String(), Rule: "by publication",
	}
	told := sc.toldOn(h)
	if sc.lead && sc.tellsNews(h) && !sc.goesBack() {
		m.Date = *r.documentDate(sc)
	}
	if told != nil && m.Date.Latest > told.Range.Latest {
		if m.Date.Earliest.Known() {
			m.Date.Earliest = told.Range.Latest - 1
		}
		m.Date.Latest, m.Date.Anchor, m.Date.Rule = told.Range.Latest, told.Text, "by the day it was told"
	}
}

// toldOn is the day on which the sentence says that the event was told; nil if
// it does not: "the mayor was arrested, his family said on Thursday".
func (sc *scene) toldOn(h *trigger.Hit) *timex.Timex {
	for i := range sc.times {
		t := &sc.times[i]
		c := sc.clause(sc.tokenAt(t.Start))
		if t.Signal == timex.On && t.Range.IsDay() && t.Range.Latest <= sc.published && sc.saying(c) && c != sc.clause(h.Head) {
			return t
		}
	}
	return nil
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
