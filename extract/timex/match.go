package timex

// capture is a named element of a pattern with what it matched.
type capture struct {
	name        string
	meaning     meaning
	quantity    quantity
	item        *item
	first, last int // words, last excluded
}

// item is an expression found to begin at some word. A rule that tells two
// dates at once ("May 3-5") gives a second one.
type item struct {
	first, last int
	typ         Type
	rule        *rule
	value       Underspecified
	second      *item
}

// matcher matches patterns against the words of one document. Its items are the
// longest expressions that begin at each word; they are found from the last
// word to the first, so that a pattern finds those after it ready.
type matcher struct {
	g     *grammar
	words []word
	items []*item
	caps  []capture

	dayFirst bool // dates in digits and slashes have the day first
}

// match returns where the first way of matching seq at words[i], and then
// rest, ends; -1 if there is none. Its captures are left in m.caps.
func (m *matcher) match(seq []element, i int, rest func(int) int) int {
	if len(seq) == 0 {
		return rest(i)
	}
	e, mark := &seq[0], len(m.caps)
	next := func(j int) int { return m.match(seq[1:], j, rest) }
	if end := m.step(e, i, next); end >= 0 {
		return end
	}
	m.caps = m.caps[:mark]
	if e.optional {
		return next(i)
	}
	return -1
}

// step matches one element and goes on with next.
func (m *matcher) step(e *element, i int, next func(int) int) int {
	for _, alt := range e.choice {
		mark := len(m.caps)
		if end := m.match(alt, i, next); end >= 0 {
			return end
		}
		m.caps = m.caps[:mark]
	}
	if e.choice != nil || i >= len(m.words) || m.words[i].token < 0 {
		return -1
	}
	c := capture{name: e.name, first: i, last: i + 1}
	w := &m.words[i]
	switch {
	case e.literal != "":
		if w.lower != e.literal {
			return -1
		}
		return next(i + 1)
	case e.number != nil:
		c.quantity = e.number(m.g, m.words, i)
		c.last = i + c.quantity.words
	case e.item != nil:
		if c.item = m.items[i]; c.item == nil || c.item.second != nil || !e.item(c.item.value) {
			return -1
		}
		c.last = c.item.last
	default:
		var ok bool
		if c.meaning, ok = w.meaning(e.class); !ok {
			return -1
		}
	}
	if c.last == i {
		return -1
	}
	m.caps = append(m.caps, c)
	return next(c.last)
}

// get returns the capture of a name.
func (m *matcher) get(name string) (*capture, bool) {
	for i := range m.caps {
		if m.caps[i].name == name {
			return &m.caps[i], true
		}
	}
	return nil, false
}
