package timex

// anniversary is the day on which something happened, so many years later. With a
// date captured, that of the event, it counts from there. One that tells its year
// is an expression of its own ("the second anniversary of the March 15, 2019 attack").
func anniversary([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		f := Frame{Base: Anniversary, Unit: Day}
		if c, ok := m.get("order"); ok {
			f.Count = c.meaning.num
		} else if c, ok := m.get("years"); ok {
			f.Count = c.quantity.n
		}
		if c, ok := m.get("date"); ok {
			of := c.item.value
			f.Of = &of
			if of.yearTold() {
				word, _ := m.get("anniversary")
				it.last, it.second = word.last, c.item
			}
		}
		it.value = Underspecified{Frame: f}
		return true
	}, nil
}
