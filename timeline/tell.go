package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// teller collects the tellings of one article.
type teller struct {
	ms       []mention.Mention
	traits   []traits
	tellings []*draft
}

// draft is a telling in the making: indices of mentions, in the order they joined.
type draft struct {
	members []int
	links   []Link
}

// tell merges the mentions of one article, which are in text order. The body
// comes first: it tells what "the attack" and the headline are about.
func tell(ms []mention.Mention) []Telling {
	t := &teller{ms: ms, traits: make([]traits, len(ms))}
	for i := range ms {
		t.traits[i] = traitsOf(&ms[i])
		t.traits[i].date = softened(ms[i].Date.Range)
	}
	var headlines []int
	for i := range ms {
		switch {
		case ms[i].Headline:
			headlines = append(headlines, i)
		case ms[i].Anaphoric && t.refer(i):
		case t.join(i, nearest):
		default:
			t.open(i)
		}
	}
	for _, i := range headlines {
		if !t.join(i, earliest) {
			t.open(i)
		}
	}
	return t.finish()
}

// documentSlack is how many days before publication news without a time phrase
// may lie after all, if the same article says so.
const documentSlack = 7

// softened widens a date that is only assumed, so that one told elsewhere in
// the article does not contradict it.
func softened(r date.Range) date.Range {
	if r.Basis == date.Document && r.Earliest > documentSlack {
		r.Earliest -= documentSlack
	}
	return r
}

func (t *teller) open(i int) { t.tellings = append(t.tellings, &draft{members: []int{i}}) }

// preference settles between tellings that a mention fits equally well.
type preference int

const (
	nearest  preference = iota // the one told last
	earliest                   // the one told first: a headline is about the lead
)

// join adds mention i to the telling that it fits best.
func (t *teller) join(i int, prefer preference) bool {
	var best *draft
	bestPoints, bestWith := 0, 0
	for _, d := range t.recent() {
		points, with := t.fit(i, d)
		if points > bestPoints || (points == bestPoints && points > 0 && prefer == nearest) {
			best, bestPoints, bestWith = d, points, with
		}
	}
	if best == nil {
		return false
	}
	t.add(best, i, bestWith, compare(&t.traits[i], &t.traits[bestWith]).reason())
	return true
}

// maxCompared is the number of mentions with which one of a very long article is
// compared at most. No article of news has as many.
const maxCompared = 1000

// recent are the tellings that a mention may join: the last ones, as many as
// have maxCompared mentions, and one at the least.
func (t *teller) recent() []*draft {
	mentions, from := 0, len(t.tellings)
	for from > 0 && mentions < maxCompared {
		from--
		mentions += len(t.tellings[from].members)
	}
	return t.tellings[from:]
}

// refer adds mention i, which refers back, to the nearest telling before it
// that nothing it says speaks against.
func (t *teller) refer(i int) bool {
	byLast := slices.Clone(t.recent())
	slices.SortFunc(byLast, func(a, b *draft) int { return cmp.Compare(slices.Max(b.members), slices.Max(a.members)) })
	for _, d := range byLast {
		if t.mayRefer(i, d) {
			t.add(d, i, slices.Max(d.members), "refers back to it")
			return true
		}
	}
	return false
}

// mayRefer asks less than fit: who did it is often told of "the attack" in
// other words than before.
func (t *teller) mayRefer(i int, d *draft) bool {
	for _, j := range d.members {
		l := compare(&t.traits[i], &t.traits[j])
		if c := l.clash(); c != "" && c != "actors" && c != "targets" && !(c == "place" && t.soon(i, j)) {
			return false
		}
	}
	return true
}

// soon reports whether mention i stands in the sentence of j or the next, and in
// no other country.
func (t *teller) soon(i, j int) bool {
	a, b := &t.ms[i], &t.ms[j]
	d := a.SentenceIndex - b.SentenceIndex
	return (d == 0 || d == 1) && (a.Country == b.Country || a.Country == "" || b.Country == "")
}

func (t *teller) add(d *draft, i, with int, reason string) {
	d.members = append(d.members, i)
	d.links = append(d.links, Link{Mention: t.ms[i].Key(), With: t.ms[with].Key(), Pass: "article", Reason: reason})
}

// fit weighs how well mention i belongs to d, 0 if it does not, and names the
// member that it is most like. It must contradict no member.
func (t *teller) fit(i int, d *draft) (points, with int) {
	for _, j := range d.members {
		if compareDates(t.traits[i].date, t.traits[j].date) == contrary {
			return 0, 0 // mostly, and at once
		}
		l := compare(&t.traits[i], &t.traits[j])
		if l.clash() != "" || t.tollsDiffer(i, j, l) {
			return 0, 0
		}
		if p := t.points(i, j, l); p > points {
			points, with = p, j
		}
	}
	return points, with
}

// tollsDiffer reports whether one article gives two figures: then it tells of two
// events, unless somebody else is quoted for one of them, who tells no day or
// place of another deed.
func (t *teller) tollsDiffer(i, j int, l likeness) bool {
	told := t.traits[i].killed != nil && t.traits[j].killed != nil
	if !told || l.toll == same {
		return false
	}
	return slices.Equal(t.traits[i].asserts, t.traits[j].asserts) || t.situated(i) && t.situated(j)
}

// situated reports whether a mention tells a time or a place of its own.
func (t *teller) situated(i int) bool { return t.ms[i].Date.Text != "" || len(t.ms[i].Places) > 0 }

// points weighs the evidence that two mentions of one article that do not
// contradict each other are of one event. The same kind is enough; a general
// word for it needs something shared, or to stand close by.
func (t *teller) points(i, j int, l likeness) int {
	p := weigh(l)
	if p == 0 && !t.ms[i].Headline && t.past(i) != t.past(j) {
		return 0
	}
	if l.kind == same && !(p == 0 && max(l.actors, l.targets) <= unknown && t.full(i) && t.full(j)) {
		return p + 1
	}
	if p == 0 && t.close(i, j) {
		return 1
	}
	return p
}

// fullness is how many of its actors, targets, place, time and toll a full mention tells.
const fullness = 3

// full reports whether a mention tells enough of its own to be an event that is
// told nowhere else.
func (t *teller) full(i int) bool {
	m := &t.ms[i]
	if m.Anaphoric || m.Headline {
		return false
	}
	n := 0
	for _, told := range []bool{len(m.Actors) > 0, len(m.Targets) > 0, len(m.Places) > 0, m.Date.Text != "", m.Killed != nil} {
		if told {
			n++
		}
	}
	return n >= fullness
}

// past reports whether a mention is dated to long before its article: what is
// told without a date is news rather than that.
func (t *teller) past(i int) bool {
	m := &t.ms[i]
	return m.Published.Known() && m.Date.Latest.Known() && m.Published-m.Date.Latest > newsDays
}

// close reports whether two mentions stand in neighbouring sentences: in one
// sentence, two words are mostly for two things.
func (t *teller) close(i, j int) bool {
	d := t.ms[i].SentenceIndex - t.ms[j].SentenceIndex
	return !t.ms[i].Headline && !t.ms[j].Headline && (d == 1 || d == -1)
}

// weigh counts what two tellings have in common beside the kind.
func weigh(l likeness) int {
	p := 0
	switch l.where {
	case same:
		p += 3
	case broadly:
		p += 2
	}
	if l.when == same {
		p++
	}
	if l.targets == same {
		p += 2
	}
	if l.toll == same {
		p++
	}
	if l.actors == same {
		p++
	}
	return p
}

func (t *teller) finish() []Telling {
	out := make([]Telling, 0, len(t.tellings))
	for _, d := range t.tellings {
		slices.Sort(d.members)
		told := Telling{Links: d.links}
		for _, i := range d.members {
			told.Mentions = append(told.Mentions, t.ms[i])
		}
		out = append(out, told)
	}
	slices.SortFunc(out, func(a, b Telling) int { return cmp.Compare(a.first().Start, b.first().Start) })
	return out
}
