package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/mention"
)

// Telling is what one article tells of one event.
type Telling struct {
	Mentions []mention.Mention // of one article, in text order
	Links    []Link            // pass "article": why its mentions belong together

	traits traits
}

// Merge makes events of mentions. It depends on the set of mentions alone, not
// on their order; mentions of no single happening (Generic) are left out. The
// events come in the canonical order of their least mentions.
func Merge(ms []mention.Mention) []Event { return Join(Tellings(ms)) }

// Tellings merges within articles: the first pass of Merge. The tellings of an
// article depend on its own mentions alone.
func Tellings(ms []mention.Mention) []Telling {
	var out []Telling
	for article := range articles(canonical(ms)) {
		out = append(out, tell(article)...)
	}
	return out
}

// articles yields the runs of mentions that share an article.
func articles(ms []mention.Mention) func(yield func([]mention.Mention) bool) {
	return func(yield func([]mention.Mention) bool) {
		for len(ms) > 0 {
			n := slices.IndexFunc(ms, func(m mention.Mention) bool { return m.Article != ms[0].Article })
			if n < 0 {
				n = len(ms)
			}
			if !yield(ms[:n:n]) {
				return
			}
			ms = ms[n:]
		}
	}
}

// Block names the part of the store that t can be merged with: the country in
// which it happened, "" where none is told. Tellings of different blocks are
// never one event, so each block can be joined by itself.
func (t *Telling) Block() string {
	for i := range t.Mentions {
		if c := t.Mentions[i].Country; c != "" {
			return c
		}
	}
	return ""
}

// first is the telling's least mention.
func (t *Telling) first() *mention.Mention { return &t.Mentions[0] }

// Join merges across articles: the later passes of Merge. Joining the tellings
// of each block by itself gives the same events.
func Join(ts []Telling) []Event {
	ts = slices.Clone(ts)
	slices.SortFunc(ts, func(a, b Telling) int { return Compare(a.first(), b.first()) })
	blocks := map[string][]*Telling{}
	for i := range ts {
		ts[i].traits = tellingTraits(ts[i].Mentions)
		blocks[ts[i].Block()] = append(blocks[ts[i].Block()], &ts[i])
	}
	var events []Event
	for _, block := range blocks {
		for _, g := range joinBlock(block) {
			events = append(events, assemble(g))
		}
	}
	slices.SortFunc(events, func(a, b Event) int { return Compare(&a.Mentions[0], &b.Mentions[0]) })
	return events
}

// group is a set of tellings of one event, with the links that made it.
type group struct {
	tellings []*Telling // in canonical order
	links    []Link
	traits   traits // of all tellings together
}

func newGroup(t *Telling) *group { return &group{tellings: []*Telling{t}, traits: t.traits} }

// add puts the tellings of o into g and keeps the canonical order.
func (g *group) add(o *group, why Link) {
	g.tellings = append(g.tellings, o.tellings...)
	slices.SortFunc(g.tellings, func(a, b *Telling) int { return Compare(a.first(), b.first()) })
	g.links = append(append(g.links, o.links...), why)
	d := bestDate(g.traits.date, o.traits.date)
	g.traits = g.traits.union(o.traits)
	g.traits.date = d
}

// joinBlock runs the passes across articles over the tellings of one block, in order.
func joinBlock(ts []*Telling) []*group {
	var dated, loose []*Telling
	for _, t := range ts {
		if narrow(t.traits.date) && !t.traits.date.YearUnknown() {
			dated = append(dated, t)
		} else {
			loose = append(loose, t)
		}
	}
	groups := joinNarrow(dated)
	left := joinLoose(groups, loose)
	groups = append(groups, joinUndated(left)...)
	slices.SortFunc(groups, func(a, b *group) int { return Compare(a.tellings[0].first(), b.tellings[0].first()) })
	return groups
}

// tellingTraits folds the traits of an article's mentions of one event together.
func tellingTraits(ms []mention.Mention) traits {
	t := traitsOf(&ms[0])
	for i := range ms[1:] {
		t = t.union(traitsOf(&ms[i+1]))
	}
	t.date = mergeDates(ms).Range
	return t
}

// byPoints orders candidate pairs: the strongest first, then canonically.
func byPoints(a, b pair) int {
	return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
}
