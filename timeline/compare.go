package timeline

import (
	"slices"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// agreement tells how two tellings stand to each other in one respect.
type agreement int

// The agreements, worst first. Later ones are stronger evidence.
const (
	contrary agreement = iota // they cannot both be told of one happening
	unknown                   // one of them does not say, or they cannot be compared
	loosely                   // they may be the same: ranges overlap, one country, a general kind
	broadly                   // same province; days that share a narrow range
	same                      // same day, town, name, kind, figure
)

// likeness is the comparison of two tellings in every respect that matters.
type likeness struct {
	kind, mood, when, where, actors, targets, toll agreement
	// sharedParties counts the names that both tell of, in any role.
	sharedParties int
}

// compare is symmetric.
func compare(a, b *traits) likeness {
	l := likeness{kind: compareKinds(a.kinds, b.kinds), mood: same}
	if a.mood != b.mood {
		l.mood = contrary
	}
	if l.kind == contrary || l.mood == contrary {
		return l
	}
	l.when = compareDates(a.date, b.date)
	l.where = comparePlaces(a, b)
	l.toll = compareTolls(a.killed, b.killed)
	if a.mutual || b.mutual {
		all := func(t *traits) []party { return slices.Concat(t.actors, t.targets) }
		l.actors, l.sharedParties = compareSides(all(a), all(b))
		l.targets = unknown
		return l
	}
	var as, ts int
	l.actors, as = compareParties(a.actors, b.actors)
	l.targets, ts = compareParties(a.targets, b.targets)
	l.sharedParties = as + ts
	if oneADay(a.kinds) && oneADay(b.kinds) { // each tells of another candidate or general
		l.actors, l.targets = max(l.actors, unknown), max(l.targets, unknown)
	}
	return l
}

// clash names the first respect in which the two contradict each other, "" if none.
func (l likeness) clash() string {
	switch contrary {
	case l.kind:
		return "kind"
	case l.mood:
		return "modality"
	case l.when:
		return "date"
	case l.where:
		return "place"
	case l.actors:
		return "actors"
	case l.targets:
		return "targets"
	}
	return ""
}

// reason says in words what the two have in common.
func (l likeness) reason() string {
	var shared []string
	for _, r := range []struct {
		what string
		is   agreement
		at   agreement
	}{
		{"kind", l.kind, same}, {"day", l.when, same}, {"town", l.where, same}, {"province", l.where, broadly},
		{"actor", l.actors, same}, {"target", l.targets, same}, {"toll", l.toll, same},
	} {
		if r.is == r.at {
			shared = append(shared, r.what)
		}
	}
	switch len(shared) {
	case 0:
		return "nothing speaks against it"
	case 1:
		return "same " + shared[0]
	}
	last := len(shared) - 1
	return "same " + strings.Join(shared[:last], ", ") + " and " + shared[last]
}

func compareKinds(a, b []string) agreement {
	best := contrary
	for _, x := range a {
		for _, y := range b {
			switch {
			case x == y:
				return same
			case kin(x, y):
				best = loosely
			}
		}
	}
	return best
}

func compareDates(a, b date.Range) agreement {
	switch {
	case a.IsZero() || b.IsZero():
		return unknown
	case a.YearUnknown() || b.YearUnknown():
		return comparePatterns(a, b)
	case !a.Overlaps(b):
		return contrary
	case a.IsDay() && b.IsDay():
		return same
	case narrow(a) && narrow(b):
		return broadly
	case a.Bounded() && b.Bounded():
		return loosely
	}
	return unknown
}

// comparePatterns compares dates of which at least one lacks its year.
func comparePatterns(a, b date.Range) agreement {
	if open(a.Pattern) || open(b.Pattern) {
		return unknown
	}
	if a.YearUnknown() && b.YearUnknown() {
		switch {
		case a.Pattern == b.Pattern:
			return same
		case strings.HasPrefix(a.Pattern, b.Pattern) || strings.HasPrefix(b.Pattern, a.Pattern):
			return loosely
		}
		return contrary
	}
	if b.YearUnknown() {
		a, b = b, a
	}
	if b.Days() == 0 || b.Days() > yearDays {
		return unknown
	}
	switch _, fits := fitting(b, a.Pattern); {
	case !fits:
		return contrary
	case narrow(b):
		return broadly
	}
	return loosely
}

// open reports whether a pattern only bounds a date ("[XXXX-03-15..]").
func open(pattern string) bool { return strings.HasPrefix(pattern, "[") }

// yearDays is the longest range in which a day of an unknown year is looked for.
const yearDays = 366

// digitsAgree reports whether a day has the digits of an EDTF pattern ("XXXX-03-15", "XXXX-03").
func digitsAgree(day, pattern string) bool {
	if len(pattern) > len(day) {
		return false
	}
	for i := range len(pattern) {
		if pattern[i] != 'X' && pattern[i] != day[i] {
			return false
		}
	}
	return true
}

// narrowDays is the widest range that still counts as the same days: a night
// spans two, "over the weekend" two, an overnight report across time zones three.
const narrowDays = 3

// narrow reports whether the date pins the event to a few days.
func narrow(r date.Range) bool { return r.Bounded() && r.Days() <= narrowDays }

func comparePlaces(a, b *traits) agreement {
	if a.country != "" && b.country != "" && a.country != b.country {
		return contrary
	}
	best := unknown
	if a.country != "" && a.country == b.country {
		best = loosely
	}
	if len(a.spots) == 0 || len(b.spots) == 0 {
		return best
	}
	apart := true
	for i := range a.spots {
		for j := range b.spots {
			r := compareSpots(&a.spots[i], &b.spots[j])
			apart = apart && r == contrary
			best = max(best, r)
		}
	}
	if apart {
		return contrary
	}
	return best
}

// compareSpots compares two single places; only two known places of the same
// fineness contradict each other.
func compareSpots(a, b *spot) agreement {
	equal := a.name == b.name || (a.id != "" && a.id == b.id)
	switch {
	case equal && a.fine && b.fine:
		return same
	case a.fine && b.fine && (slices.Contains(a.within, b.name) || slices.Contains(b.within, a.name)):
		return same // a base or a quarter, and its town
	case a.fine && b.fine && a.known && b.known:
		return contrary
	case a.area || b.area:
		return unknown
	case a.admin1 != "" && b.admin1 != "" && a.admin1 != b.admin1:
		return contrary
	case a.admin1 != "" && a.admin1 == b.admin1:
		return broadly
	}
	return unknown
}

// compareTolls compares figures; differing ones are no contradiction between
// outlets unless one is out of all proportion.
func compareTolls(a, b *mention.Count) agreement {
	const ratio, gap = 4, 10
	switch {
	case a == nil || b == nil:
		return unknown
	case a.Low <= b.High && b.Low <= a.High:
		return same
	}
	lo, hi := min(a.High, b.High), max(a.Low, b.Low)
	if hi > ratio*lo && hi-lo >= gap {
		return contrary
	}
	return loosely
}

// compareSides compares the parties of mutual events (talks, a clash): whoever
// both name must leave no side over that the other puts someone else in.
func compareSides(a, b []party) (agreement, int) {
	r, shared := compareParties(a, b)
	if r == same && over(a, b) && over(b, a) {
		return contrary, shared
	}
	return r, shared
}

// over reports whether a names somebody of whom b does not tell.
func over(a, b []party) bool {
	for _, x := range a {
		if !x.generic && !slices.ContainsFunc(b, func(y party) bool { return compareParty(x, y) > contrary }) {
			return true
		}
	}
	return false
}

func compareParties(a, b []party) (agreement, int) {
	if len(a) == 0 || len(b) == 0 {
		return unknown, 0
	}
	shared, closest := 0, contrary
	for _, x := range a {
		best := contrary
		for _, y := range b {
			best = max(best, compareParty(x, y))
		}
		if best == same {
			shared++
		}
		closest = max(closest, best)
	}
	return closest, shared
}

// compareParty compares two names. Descriptions name nobody in particular and
// contradict nothing; a surname or a shorter form is the same name, but among
// roster actors a shorter form may be another ("Sudan", "South Sudan").
func compareParty(a, b party) agreement {
	switch {
	case a.id != "" && a.id == b.id:
		return same
	case a.name == b.name && a.name != "" && (a.id == "" || b.id == ""):
		if a.generic {
			return loosely
		}
		return same
	case a.generic || b.generic:
		return unknown
	case affiliated(a, b):
		return loosely
	case wordsWithin(a.name, b.name) || wordsWithin(b.name, a.name):
		if a.id != "" && b.id != "" {
			return unknown
		}
		return same
	case (a.id == "") != (b.id == ""):
		return unknown // a name that is in no list may be a part or a man of one that is
	}
	return contrary
}

// affiliated reports whether one belongs to the other, or both to a third: a
// state, its army, its president. The ids of a state's organs begin with its own.
func affiliated(a, b party) bool {
	if a.id == "" || b.id == "" {
		return false
	}
	return whole(a) == whole(b) || a.of == b.id || b.of == a.id
}

// whole is the id of what p belongs to, its own if to nothing.
func whole(p party) string {
	if p.of != "" {
		return p.of
	}
	state, _, _ := strings.Cut(p.id, ".")
	return state
}

// wordsWithin reports whether every word of short is a word of long.
func wordsWithin(short, long string) bool {
	if len(short) < 3 {
		return false
	}
	have := strings.Fields(long)
	for w := range strings.FieldsSeq(short) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}
