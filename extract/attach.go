package extract

import (
	"strings"

	"dateline/extract/phrase"
	"dateline/extract/timex"
	"dateline/extract/trigger"
)

// farthest is the cost beyond which a time expression says nothing of a trigger.
const farthest = 40

// timeOf is the index in sc.times of the expression that dates the trigger, or -1.
func (sc *scene) timeOf(h *trigger.Hit) int {
	best, cost := -1, farthest
	for i := range sc.times {
		t := &sc.times[i]
		if !datable(t) || t.Contains(h.Span) || sc.countsFromEvent(t) {
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

// countsFromEvent reports whether t is a length that is counted from another
// event: "three days" in "three days after the raid".
func (sc *scene) countsFromEvent(t *timex.Timex) bool {
	next := sc.tokenAt(t.End)
	return t.Type == timex.Duration && sc.Doc.Tokens[next].Start >= t.End && soonAfter(sc.Doc.Tokens[next].Lower)
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
	case sc.onlyDescribes(h), sc.modifiesOther(at, h), sc.attachesToOther(t, at, h), sc.namesOther(at):
		return farthest
	case at < c && sc.apart(at, c) && !(deadly[h.Kind] && sc.causesHarm(sc.clauses[sc.clauseOf[c]])) && !sc.withinPeriod(t, at, c), sc.underConnective(c, at):
		return farthest
	}
	hc, tc := sc.clauseOf[c], sc.clauseOf[at]
	if at > 1 && c > at && sc.kindAt(at-2) == phrase.VG && sc.Chunks[at-2].Speech && sc.kindAt(at-1) == phrase.Prep {
		return farthest // "saying on Thursday he had met them"
	}
	gap := max(at-c, c-at)
	if at < c {
		gap++ // what follows is a little likelier
	}
	switch {
	case sc.saying(tc) && hc != tc:
		return farthest
	case hc == tc:
		return gap
	case sc.hangsOn(hc, tc), sc.withinPeriod(t, at, c):
		return gap + 12
	case sc.leadsTo(hc, tc):
		return gap + 14
	case sc.clauses[hc].Kind == phrase.Relative && at == sc.clauses[hc].Opener-1:
		return gap + 4 // "an uprising in 1982 that was put down"
	case sc.clauses[tc].Kind == phrase.Relative && sc.relatesTo(tc, c):
		return gap + 4
	case sc.clauses[tc].Kind != phrase.Relative && !sc.hasHit(tc) && !sc.modal(hc):
		return gap + 20 // no other event to date
	}
	return farthest
}

// relatesTo reports whether the relative clause tells of the noun phrase at c, or
// of whom it befell: "the invasion that Russia launched on Feb. 24", "the killing
// of six men who were shot on Monday".
func (sc *scene) relatesTo(clause, c int) bool {
	if sc.Chunks[c].Kind != phrase.NP {
		return false
	}
	at := sc.clauses[clause].Opener - 1
	if k := sc.kindAt(at); k == phrase.Comma || k == phrase.Prep { // "the attack from which he escaped"
		at--
	}
	return at == c || at > c && sc.lower(c+1) == "of" && sc.unbroken(c, at)
}

// unbroken reports whether chunks a to b are noun phrases strung together by
// prepositions: "the killing of a judge of the court in Kut".
func (sc *scene) unbroken(a, b int) bool {
	for k := a; k <= b; k++ {
		switch sc.Chunks[k].Kind {
		case phrase.NP, phrase.Prep, phrase.Other:
		default:
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

// attachesToOther reports whether the time chunk at follows the noun of another
// trigger that itself only gives the time or ground of h: "in power since the
// coup in 1969, he lost the town".
func (sc *scene) attachesToOther(t *timex.Timex, at int, h *trigger.Hit) bool {
	np := at - 1
	if sc.kindAt(np) == phrase.Prep {
		np--
	}
	if np < 1 || sc.Chunks[np].Kind != phrase.NP || sc.Chunks[np].Head == h.Head {
		return false
	}
	for i := range sc.hits {
		if o := &sc.hits[i]; o.Form == trigger.Noun && sc.At(o.Head) == np && o.First != h.First {
			opener := sc.lower(np - 1)
			return is(connective, opener) && !(soonAfter(opener) && t.Range.Days() > maxStoryDays)
		}
	}
	return false
}

// soonAfter reports whether what comes after a connective is taken to have
// happened within the month or year told of what it follows: "protests after the
// election in June 2009".
func soonAfter(opener string) bool { return opener == "after" || opener == "following" }

// namesOther reports whether the time chunk at stands within the phrase of a noun
// that is no time of the clause: "the president's Monday night speech", but "at
// last week's summit".
func (sc *scene) namesOther(at int) bool {
	first := sc.Chunks[at].First
	np := at + 1
	possessor := np < len(sc.Chunks) && sc.Doc.Tokens[sc.Chunks[np].First].Tag == "POS"
	if possessor {
		np++
	}
	if sc.kindAt(np) != phrase.NP || first == sc.sentence.First {
		return false
	}
	before := sc.Doc.Tokens[first-1]
	within := before.Tag == "DT" && before.Lower != "that" || before.Tag == "PRP$" || before.Tag == "POS"
	if !within && !possessor {
		return false
	}
	start := at - 1
	for start >= 0 && (sc.kindAt(start) == phrase.NP || sc.kindAt(start) == phrase.Other) {
		start--
	}
	return sc.kindAt(start) != phrase.Prep || sc.lower(start) == "of"
}

// onlyDescribes reports whether the trigger is a participle that only describes
// somebody or something: "the besieged city", "an indicted general".
func (sc *scene) onlyDescribes(h *trigger.Hit) bool {
	chunk := sc.Chunks[sc.At(h.Head)]
	if chunk.Kind != phrase.NP || h.Head == chunk.Head || h.Form == trigger.Noun || sc.Doc.Tokens[h.Head].Tag == "VBG" {
		return false
	}
	for i := chunk.First; i < h.First; i++ {
		if strings.HasPrefix(sc.Doc.Tokens[i].Tag, "NN") {
			return false
		}
	}
	return true
}

// underConnective reports whether chunk c stands in a phrase or clause that a
// connective opens before the main clause, and the time chunk at in that: "after
// weeks of protests, he fled on Monday".
func (sc *scene) underConnective(c, at int) bool {
	for k := c - 1; k >= 0; k-- {
		w := sc.Doc.Tokens[sc.Chunks[k].Head].Lower
		if !is(connective, w) || is(simultaneous, w) {
			continue
		}
		if k > 0 && sc.kindAt(k-1) != phrase.Comma && sc.kindAt(k-1) != phrase.Rel {
			return false
		}
		end := sc.endOf(k)
		return end > c && end <= at && sc.kindAt(end) == phrase.Comma
	}
	return false
}

// opening is the first half of the interval that expression i ends ("between
// March 18 and 20"), or the first of the list that it ends ("on Wednesday and
// Thursday"), else i.
func (sc *scene) opening(i int) int {
	if i > 0 && sc.times[i].Signal == timex.To {
		if s := sc.times[i-1].Signal; s == timex.From || s == timex.Between {
			return i - 1
		}
	}
	for i > 0 && sc.listed(i-1, i) && sc.times[i-1].Range.Latest < sc.times[i].Range.Earliest {
		i--
	}
	return i
}

// listed reports whether nothing but "and" or a comma stands between expressions a and b.
func (sc *scene) listed(a, b int) bool {
	from, to := sc.At(sc.tokenAt(sc.times[a].Start)), sc.At(sc.tokenAt(sc.times[b].Start))
	if to-from != 2 && to-from != 3 || sc.times[a].Range.IsZero() {
		return false
	}
	for k := from + 1; k < to; k++ {
		if kind := sc.Chunks[k].Kind; kind != phrase.Comma && sc.lower(k) != "and" && sc.lower(k) != "on" {
			return false
		}
	}
	return true
}
