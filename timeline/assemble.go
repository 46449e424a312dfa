package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/trigger"
)

// assemble makes one event of the tellings of a group.
func assemble(g *group) Event {
	e := Event{Links: g.links}
	for _, t := range g.tellings {
		e.Mentions = append(e.Mentions, t.Mentions...)
		e.Links = append(e.Links, t.Links...)
	}
	slices.SortFunc(e.Mentions, func(a, b mention.Mention) int { return Compare(&a, &b) })
	e.ID = EventID(e.Mentions[0].Key())
	e.Kind = bestKind(e.Mentions)
	e.Family = trigger.Family(e.Kind)
	e.settleDates()
	e.settleParties()
	e.settlePlaces()
	e.settleTolls()
	e.settleStatus()
	e.Central = isCentral(e.Mentions)
	e.Salience = salience(&e)
	e.Summary = summarise(e.Mentions)
	e.Links = append(e.Links, FillIn(&e)...)
	slices.SortStableFunc(e.Links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.Mention.Article, b.Mention.Article), cmp.Compare(a.Mention.Start, b.Mention.Start))
	})
	return e
}

// bestKind is the kind that the mentions tell most confidently, general words
// giving way to what they stand for.
func bestKind(ms []mention.Mention) string {
	weight := map[string]float64{}
	var kinds []string // in canonical order
	for i := range ms {
		kinds = appendNew(kinds, ms[i].Kind)
		weight[ms[i].Kind] += ms[i].Confidence
	}
	special := slices.DeleteFunc(slices.Clone(kinds), func(k string) bool {
		return slices.ContainsFunc(kinds, func(o string) bool { return stands(k, o) })
	})
	if len(special) == 0 {
		special = kinds
	}
	return slices.MaxFunc(special, func(a, b string) int { return cmp.Compare(weight[a], weight[b]) })
}

func (e *Event) settleDates() {
	e.Date = mergeDates(e.Mentions)
	for i := range e.Mentions {
		m := &e.Mentions[i]
		e.LastDay = max(e.LastDay, m.LastDay)
		e.Ongoing = e.Ongoing || m.Ongoing
		e.OngoingAsOf = max(e.OngoingAsOf, m.OngoingAsOf)
	}
	if e.LastDay < max(e.Date.Earliest, e.OngoingAsOf) {
		e.LastDay = 0 // a later report calls it ongoing, or the end is of something else
	}
	if e.LastDay.Known() {
		e.Ongoing, e.OngoingAsOf = false, 0
	}
}

func (e *Event) settleParties() {
	var actors, targets [][]mention.Name
	for i := range e.Mentions {
		actors = append(actors, e.Mentions[i].Actors)
		targets = append(targets, e.Mentions[i].Targets)
		for _, a := range e.Mentions[i].Attribution {
			if !slices.ContainsFunc(e.Attribution, func(o mention.Attribution) bool { return Fold(o.Who) == Fold(a.Who) }) {
				e.Attribution = append(e.Attribution, a)
			}
		}
	}
	e.Actors, e.Targets = mergeNames(actors), mergeNames(targets)
}

func (e *Event) settlePlaces() {
	var places [][]mention.Place
	for i := range e.Mentions {
		m := &e.Mentions[i]
		places = append(places, m.Places)
		if e.Country == "" {
			e.Country, e.ISO3 = m.Country, m.ISO3
		}
		e.Within = appendNew(e.Within, m.Within...)
	}
	e.Places = dropLoose(mergePlaces(places))
	for _, p := range e.Places {
		e.Within = appendNew(e.Within, p.Within...)
	}
	if e.Country != "" {
		e.Within = appendNew(e.Within, e.Country)
	}
	slices.Sort(e.Within)
}

// settleTolls keeps each article's figures, and takes the event's own from the
// lowest and the highest that any article gives.
func (e *Event) settleTolls() {
	for article := range articles(e.Mentions) {
		e.Killed = hull(e.Killed, figureOf(article, "killed"))
		e.Injured = hull(e.Injured, figureOf(article, "injured"))
		for i := range article {
			for _, t := range article[i].Tolls {
				t.Article = article[i].Article
				if !slices.ContainsFunc(e.Tolls, func(o mention.Toll) bool { return sameFigure(o, t) }) {
					e.Tolls = append(e.Tolls, t)
				}
			}
		}
	}
}

// figureOf is the range of the figures that the mentions of one article give for
// an effect. Those told of without a number ("killed the commander") are among
// those counted elsewhere; where no mention counts, the most told of together.
func figureOf(ms []mention.Mention, effect string) *mention.Count {
	var counted, told *mention.Count
	for i := range ms {
		c := ms[i].Killed
		if effect == "injured" {
			c = ms[i].Injured
		}
		switch {
		case c == nil:
		case numbered(&ms[i], effect):
			counted = hull(counted, c)
		case told == nil || c.Low > told.Low:
			told = c
		}
	}
	if counted != nil {
		return counted
	}
	return told
}

// numbered reports whether a mention gives a number for an effect, and not only
// persons without one.
func numbered(m *mention.Mention, effect string) bool {
	unnumbered := false
	for _, t := range m.Tolls {
		if t.Effect == effect && t.Scope == "event" {
			if !t.Unnumbered {
				return true
			}
			unnumbered = true
		}
	}
	return !unnumbered
}

// sameFigure reports whether two tolls are one figure told twice by one article.
func sameFigure(a, b mention.Toll) bool {
	if a.Word == b.Word { // two groups of victims
		return a == b
	}
	a.Span, b.Span = mention.Span{}, mention.Span{}
	a.Word, b.Word = 0, 0
	return a == b
}

// certainty lists the modalities, the one that settles an event's first.
var certainty = []mention.Modality{mention.Actual, mention.Claimed, mention.Planned, mention.Hypothetical, mention.Negated}

func (e *Event) settleStatus() {
	outcomes := map[mention.Outcome]float64{}
	e.Modality = e.Mentions[0].Modality
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if slices.Index(certainty, m.Modality) < slices.Index(certainty, e.Modality) {
			e.Modality = m.Modality
		}
		outcomes[m.Outcome] += m.Confidence
		e.Confidence = max(e.Confidence, m.Confidence)
	}
	// The likeliest; of equals the one that says most.
	for _, o := range []mention.Outcome{"", mention.Completed, mention.Attempted, mention.Foiled} {
		if w, told := outcomes[o]; told && w >= outcomes[e.Outcome] {
			e.Outcome = o
		}
	}
}

// FillIn dates the mentions of articles that give no day from the event, if
// another article does (the last pass), and returns the links that say so. Only
// extracted dates are handed on, so nothing spreads from event to event. Merge
// does it; a store that keeps mentions as extracted does it on reading them.
func FillIn(e *Event) []Link {
	if !narrow(e.Date.Range) || !firmly(e.Date.Basis) {
		return nil
	}
	from := slices.IndexFunc(e.Mentions, func(m mention.Mention) bool { return dates(&m, e.Date.Range) })
	if from < 0 {
		return nil
	}
	source := e.Mentions[from].Key()
	var links []Link
	for article := range articles(e.Mentions) {
		if slices.ContainsFunc(article, func(m mention.Mention) bool { return firmly(m.Date.Basis) }) {
			continue
		}
		for i := range article {
			article[i].Date = mention.Date{Range: e.Date.Range, Anchor: e.Date.Anchor, Rule: "corpus"}
			article[i].Date.Basis = date.Corpus
			links = append(links, Link{article[i].Key(), source, "corpus", "dated " + e.Date.EDTF() + " by it"})
		}
	}
	return links
}

// dates reports whether m itself tells the range r, as far as read from its text.
func dates(m *mention.Mention, r date.Range) bool {
	return firmly(m.Date.Basis) && m.Date.Earliest == r.Earliest && m.Date.Latest == r.Latest
}
