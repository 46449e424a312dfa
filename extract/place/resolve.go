package place

import (
	"cmp"
	"math"
	"slices"
)

// What speaks for a candidate. A point is worth a factor of ten in people.
const (
	containedScore = 50.0 // lies in the place named after it
	containerScore = 25.0 // holds the place named before it
	levelScore     = 6.0  // is of the kind that the wording says
	contextScore   = 5.0  // times the share of its country in the document
	sentenceScore  = 1.0  // its country is told in the same sentence
	provinceScore  = 1.5  // its province is named in the document
	peerScore      = 4.0  // is of the kind of its neighbour in a list
	capitalScore   = 2.5
	seatScore      = 0.7
	listedScore    = 1.0  // goes by this name in our tables
	otherNameScore = -1.0 // goes by this name only among others
	quarterScore   = -1.0
	namesakeScore  = -5.0 // a town that bears a country's name (Djibouti), a province that bears a sea's

	countryBase  = 8.0
	regionBase   = 7.0
	siteBase     = 6.8
	provinceBase = 5.6
	districtBase = 0.5 // hardly named without the word for it
	townBase     = 5.0 // of our own tables

	margin = 0.7 // by which the best must lead a candidate of another country or province
)

// Limits below which a town is not told from chance without support.
const (
	wellKnown    = 300_000 // named anywhere
	known        = 100_000 // named after a preposition of place
	plausible    = 1_000   // in a country that the document is about, after a preposition
	inContext    = 15_000  // in a country that the document is about
	leastShare   = 0.04    // of the document's countries, to be one that it is about
	sureShare    = 0.15
	foreignShare = 0.6 // of one country, from which on a document is about it alone
	capsLetters  = 4   // letters of a town in capitals
)

// The rules by which a name is resolved, as told in Place.Rule.
const (
	ruleContainment = "containment"
	ruleSameName    = "same name elsewhere in the text"
	ruleLevel       = "kind of place told"
	ruleUnique      = "unique"
	ruleContext     = "country context"
	rulePopulation  = "population"
	ruleBeforeOuter = "unlisted, in the place named after it"
	ruleUnlisted    = "unlisted"
	ruleBeside      = "unlisted, in the place that the sentence tells"
)

// score rates every candidate of name n.
func (f *finder) score(n *name) {
	highest := slices.MaxFunc(n.cands, func(a, b candidate) int { return cmp.Compare(a.level, b.level) }).level
	for i := range n.cands {
		c := &n.cands[i]
		c.score = f.base(c)
		if highest == country && c.level < admin1 || highest == region && c.level < country {
			c.score += namesakeScore
		}
		if n.cue.leveled {
			c.score += f.levelBonus(n.cue.level, c)
		}
		if c.country != nowhere {
			c.score += contextScore * (f.weights[c.country] + f.nearby[c.country])
			if f.inSentence(n, c.country) {
				c.score += sentenceScore
			}
		}
		if key, told := f.inText[c.admin1]; told && c.admin1 >= 0 && c.level < admin1 && key != n.key {
			c.score += provinceScore
		}
		if n.peer == c.level && (c.level == country || n.peerCountry == c.country) {
			c.score += peerScore
		}
	}
}

// base is what a candidate has for itself.
func (f *finder) base(c *candidate) float64 {
	s := 0.0
	switch {
	case c.level == country:
		return countryBase
	case c.level == region:
		return regionBase
	case c.own >= 0 && c.level == site:
		return siteBase
	case c.own >= 0:
		return townBase
	case c.level == admin1:
		s = provinceBase
	case c.level == admin2:
		s = districtBase
	default:
		s = math.Log10(float64(c.population) + 100)
	}
	switch {
	case c.capital:
		s += capitalScore
	case c.seat:
		s += seatScore
	case c.level == quarter:
		s += quarterScore
	}
	if c.listed {
		s += listedScore
	}
	if c.alternate || c.renamed {
		s += otherNameScore
	}
	return s
}

// levelBonus is what the told kind of place says of c. A hamlet in a country
// that the document has nothing to do with gains nothing by it.
func (f *finder) levelBonus(told level, c *candidate) float64 {
	s := levelMatch(told, c.level)
	if s > 0 && c.own < 0 && c.population < known && c.level < admin1 && f.weights[c.country] < leastShare {
		return 0
	}
	return s
}

// levelMatch is what the told kind of place says of a candidate's. A region or
// site may be told of any: "Tikrit airport" tells of Tikrit.
func levelMatch(told, is level) float64 {
	switch {
	case told == is, told == town && is == quarter:
		return levelScore
	case told == admin1 && is == region, told == admin1 && is == admin2:
		return levelScore / 2
	case told == admin1 && is < admin1, told == admin2 && is < admin2, told == town && is > town:
		return -2
	}
	return 0
}

// inSentence reports whether country c is told in the sentence of n by another
// name or a demonym.
func (f *finder) inSentence(n *name, c int) bool {
	for _, x := range f.told[n.sentence] {
		if x.country == c && (x.token < n.first || x.token >= n.last) {
			return true
		}
	}
	return false
}

// narrow keeps the candidates of n that lie in a candidate of its container, if
// any do.
func (f *finder) narrow(n *name) {
	if n.container < 0 {
		return
	}
	outer := &f.names[n.container]
	best, holder := -1, -1
	for i := range n.cands {
		k := f.containerOf(&n.cands[i], outer.cands)
		if k < 0 {
			continue
		}
		n.cands[i].score += containedScore
		if best < 0 || n.cands[i].score > n.cands[best].score {
			best, holder = i, k
		}
	}
	if n.contained = best >= 0; n.contained {
		outer.cands[holder].score += containerScore
	} else {
		n.elsewhere = n.explicit && f.isOuter(outer)
	}
}

// containerOf is the number of the first of the places outer that c lies in, or -1.
func (f *finder) containerOf(c *candidate, outer []candidate) int {
	return slices.IndexFunc(outer, func(o candidate) bool { return f.liesIn(c, &o) })
}

// isOuter reports whether a name means a country or province and nothing else,
// so that what is told to lie in it cannot lie elsewhere.
func (f *finder) isOuter(n *name) bool {
	if n.cue.leveled && n.cue.level == admin1 {
		return true
	}
	return !slices.ContainsFunc(n.cands, func(c candidate) bool { return c.level != country && c.level != admin1 })
}

// mayLieIn reports whether n may name a place in country c. A town that is told
// to lie in another province of the same country may still be meant: provinces
// are redrawn.
func (n *name) mayLieIn(c int) bool {
	return slices.ContainsFunc(n.cands, func(x candidate) bool { return x.country == c })
}

// liesIn reports whether place a lies in place b, a larger one.
func (f *finder) liesIn(a, b *candidate) bool {
	if a.level >= b.level || a.country == nowhere {
		return false
	}
	switch b.level {
	case country:
		return a.country == b.country
	case admin1:
		return a.admin1 >= 0 && a.admin1 == b.admin1 || a.admin1 < 0 && a.country == b.country && a.own >= 0
	case region:
		return b.own >= 0 && f.isMember(b.own, a)
	case town:
		return a.country == b.country && a.admin1 == b.admin1
	}
	return false
}

func (f *finder) isMember(own int, a *candidate) bool {
	e := &f.own[own]
	if e.country != nowhere {
		return e.country == a.country
	}
	for _, c := range e.members {
		if c == a.country {
			return true
		}
	}
	return false
}

// choose returns the best candidate of n and the rule that told it, or -1 if
// none leads clearly.
func (f *finder) choose(n *name) (int, string) {
	best := 0
	for i := range n.cands {
		if n.cands[i].score > n.cands[best].score {
			best = i
		}
	}
	top := &n.cands[best]
	rivals := 0
	for i := range n.cands {
		c := &n.cands[i]
		if i == best || c.country == top.country && (c.admin1 == top.admin1 || c.level == admin1) {
			continue
		}
		rivals++
		if top.score-c.score < margin {
			return -1, ""
		}
	}
	return best, f.ruleOf(n, top, rivals)
}

func (f *finder) ruleOf(n *name, top *candidate, rivals int) string {
	switch {
	case n.contained:
		return ruleContainment
	case rivals == 0:
		return ruleUnique
	case n.cue.leveled && n.cue.level == top.level:
		return ruleLevel
	case top.country != nowhere && f.weights[top.country] > leastShare:
		return ruleContext
	}
	return rulePopulation
}

// isCredible reports whether the text gives reason enough to take name n as the
// place c: the smaller the place, the more support it needs.
func (f *finder) isCredible(n *name, c *candidate) bool {
	stop := f.stopOf(n)
	share := 1.0
	if c.country != nowhere {
		share = f.weights[c.country]
	}
	told := n.cue.leveled && levelMatch(n.cue.level, c.level) >= 0
	switch {
	case c.own < 0 && (n.cue.fragment || n.cue.inside && !told):
		return false
	case n.contained, n.cue.dateline, c.level >= country, c.own >= 0 && stop == "":
		return true
	case n.elsewhere && c.population < wellKnown && !f.names[n.container].mayLieIn(c.country):
		return false
	case n.cue.blocked && c.population < wellKnown && c.level != admin1:
		return false
	case stop == stopSupport:
		return (n.cue.located || told) && (share >= sureShare || c.capital)
	case f.styles[n.sentence] == capitals && c.own < 0 && !c.capital:
		return f.isCredibleInCapitals(n, c, share)
	case told && (share >= leastShare || c.population >= known || c.level == admin1 && !f.isForeign(c)):
		return true
	case c.level == admin1 && f.isForeign(c):
		return c.listed && n.cue.placed
	case c.level == admin1:
		return share >= leastShare || n.cue.placed
	case c.level == admin2 && !n.cue.placed:
		return false
	case c.alternate:
		return share >= sureShare && (n.cue.placed || c.population >= wellKnown) || c.capital && n.cue.located
	case c.capital, c.population >= wellKnown, n.cue.placed && c.population >= known:
		return true
	case n.cue.placed && share >= leastShare:
		return c.population >= plausible || c.seat || share >= sureShare
	}
	return share >= sureShare && c.population >= inContext
}

// isForeign reports whether the document is about another country than c's and
// never names that: "Ghanzi" in news of Afghanistan is no province of Botswana.
func (f *finder) isForeign(c *candidate) bool {
	return f.weights[c.country] == 0 && slices.Max(f.weights) >= foreignShare
}

// stopOf tells whether the name is also a common word, or a given name.
func (f *finder) stopOf(n *name) string {
	switch stop := f.stop[n.key]; {
	case stop == stopNever, stop == "" && f.cueOf(n.key).is(givenName):
		return stopSupport
	default:
		return stop
	}
}

// isCredibleInCapitals is stricter: any word may look like a town.
func (f *finder) isCredibleInCapitals(n *name, c *candidate, share float64) bool {
	switch {
	case len(n.key) < capsLetters, c.alternate && share < sureShare:
		return false
	case n.cue.leveled, c.level == admin1:
		return share >= leastShare
	case n.cue.placed && share >= leastShare:
		return c.population >= plausible || c.seat
	}
	return share >= sureShare && c.population >= inContext || c.population >= 2*wellKnown
}
