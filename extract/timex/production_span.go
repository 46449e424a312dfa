package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// count returns the number that was captured, 1 if none was. Text is "X" where
// it is not told ("several", "weeks").
func (m *matcher) count() quantity {
	for _, c := range m.caps {
		switch c.name {
		case "num":
			return c.quantity
		case "order":
			return quantity{text: strconv.Itoa(c.meaning.num), n: c.meaning.num}
		case "couple":
			return quantity{text: "2", n: 2}
		case "several", "units":
			return quantity{text: "X"}
		case "one", "unit", "period", "half_of":
			return quantity{text: "1", n: 1}
		}
	}
	return quantity{text: "1", n: 1}
}

// unit returns the unit of time that was captured.
func (m *matcher) unit() Unit {
	for _, name := range []string{"unit", "units", "period", "stretch"} {
		if c, ok := m.get(name); ok {
			return Unit(c.meaning.code)
		}
	}
	return ""
}

// frame is a period so many units away from a base. Settings: base, and sign
// (-1 before it, 1 after it, 0 the period that it lies in), with the captured
// number and unit, or count and unit told by the row.
func frame(settings []setting) (func(*matcher, *item) bool, error) {
	sign, rest := 0, settings[:0:0]
	for _, s := range settings {
		if s.key != "sign" {
			rest = append(rest, s)
			continue
		}
		n, err := strconv.Atoi(s.value)
		if err != nil {
			return nil, fmt.Errorf("setting sign=%s: %w", s.value, err)
		}
		sign = n
	}
	set, err := setters(rest)
	if err != nil {
		return nil, err
	}
	return func(m *matcher, it *item) bool {
		q := m.count()
		f := Frame{Count: sign * q.n, Unit: m.unit()}
		if f.Vague = q.text == "X" && sign != 0; f.Vague {
			f.Count = sign
		}
		if c, ok := m.get("dir"); ok {
			f.Count = c.meaning.num
		}
		it.value = Underspecified{Frame: f}
		for _, s := range set {
			s(&it.value)
		}
		if it.value.Frame.Base == Given {
			it.value.Frame.Of = m.given()
		} else {
			it.value = m.overlay(it.value, func(name string) bool { return name != "dir" })
		}
		return it.value.Frame.Unit != "" && it.value.plausible()
	}, nil
}

// given is the value of the expression that was captured.
func (m *matcher) given() *Underspecified {
	for _, c := range m.caps {
		if c.item != nil {
			v := c.item.value
			return &v
		}
	}
	return nil
}

// length is a duration: "two years", "several weeks".
func length([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		q := m.count()
		if m.has("half") && !m.has("num") && !m.has("one") {
			q = quantity{} // half an hour
		}
		it.value.Literal = period(q, m.unit(), m.has("half"))
		it.value.Mod = m.overlay(Underspecified{}, func(name string) bool { return name == "about" }).Mod
		return it.value.Literal != ""
	}, nil
}

func (m *matcher) has(name string) bool {
	_, ok := m.get(name)
	return ok
}

// window is a duration that ends or begins with the day of writing: "the past
// three weeks", "the next two days". The setting sign tells which.
func window(settings []setting) (func(*matcher, *item) bool, error) {
	inFrame, err := frame(settings)
	if err != nil {
		return nil, err
	}
	return func(m *matcher, it *item) bool {
		if !inFrame(m, it) {
			return false
		}
		it.value.Literal = period(m.count(), m.unit(), false)
		return it.value.Literal != ""
	}, nil
}

// offset is a duration that counts from the story to what it tells of: "two days
// after the attack". Its value is the length, its days those so far away.
func offset(settings []setting) (func(*matcher, *item) bool, error) {
	return window(append(settings, setting{"base", string(Narrative)}))
}

// period is the TIMEX3 value of a duration.
func period(q quantity, u Unit, half bool) string {
	n := q.text
	switch {
	case u == "":
		return ""
	case half:
		return halved(q, u)
	case u == Decade && n != "X":
		return "P" + n + "0Y"
	case u == Century && n != "X":
		return "P" + n + "00Y"
	case u == Weekend:
		return "P" + n + "WE"
	case u[0] == 'T':
		return "PT" + n + string(u[1:])
	case u == Century:
		return "P" + n + "C"
	}
	return "P" + n + string(u)
}

// halves are a half of each unit, in a smaller one.
var halves = map[Unit]struct {
	of   int
	unit string
}{
	Decade: {5, "Y"}, Century: {50, "Y"}, Year: {6, "M"}, Day: {12, "H"}, Hour: {30, "M"}, Minute: {30, "S"},
}

// halved is "half a year" (q.n 0) or "two and a half years".
func halved(q quantity, u Unit) string {
	h, ok := halves[u]
	if !ok && (u == Month || u == Week) {
		return "P" + strconv.Itoa(q.n) + ".5" + string(u)
	}
	if !ok {
		return ""
	}
	whole := period(q, u, false)
	clock := u[0] == 'T' || u == Day
	switch {
	case q.n > 0 && h.unit == "Y": // decades and centuries are told in years
		return "P" + strconv.Itoa(2*h.of*q.n+h.of) + "Y"
	case q.n > 0 && clock && u == Day:
		return whole + "T" + strconv.Itoa(h.of) + h.unit
	case q.n > 0:
		return whole + strconv.Itoa(h.of) + h.unit
	case clock:
		return "PT" + strconv.Itoa(h.of) + h.unit
	}
	return "P" + strconv.Itoa(h.of) + h.unit
}

// repeat is a set: "every two days", "each Thursday", "Tuesday nights". The setting
// count is the number of units where no word tells it ("every other day").
func repeat(settings []setting) (func(*matcher, *item) bool, error) {
	every := ""
	for _, s := range settings {
		if s.key != "count" {
			return nil, fmt.Errorf("repeat has no setting %s", s.key)
		}
		every = s.value
	}
	return func(m *matcher, it *item) bool {
		switch {
		case m.unit() != "" && every != "":
			it.value.Literal = period(quantity{text: every}, m.unit(), false)
		case m.unit() != "":
			it.value.Literal = period(m.count(), m.unit(), false)
		case m.has("weekday") || m.has("weekdays"):
			it.value.Literal = "XXXX-WXX-" + m.code("weekday", "weekdays") + prefixed("T", m.code("part", "parts"))
		case m.has("month"):
			it.value.Literal = fmt.Sprintf("XXXX-%02s", m.code("month"))
		case m.has("season"):
			it.value.Literal = "XXXX-" + m.code("season")
		case m.has("part") || m.has("parts"):
			it.value.Literal = "XXXX-XX-XXT" + m.code("part", "parts")
		}
		return it.value.Literal != ""
	}, nil
}

// code is the code of the first of the names that was captured.
func (m *matcher) code(names ...string) string {
	for _, n := range names {
		if c, ok := m.get(n); ok {
			return c.meaning.code
		}
	}
	return ""
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// literal is a value that stands in the row: PRESENT_REF, XXXX-XX-XX.
func literal(settings []setting) (func(*matcher, *item) bool, error) {
	if len(settings) != 1 || settings[0].key != "value" {
		return nil, fmt.Errorf("literal needs a value= setting")
	}
	return func(_ *matcher, it *item) bool {
		it.value.Literal = settings[0].value
		return true
	}, nil
}

// interval tells two dates at once. What is captured under a name ending in 1
// or 2 belongs to the first or second, everything else to both. The first
// expression ends, and the second begins, with the words captured so.
func interval([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		second := &item{first: it.last, last: it.last, typ: it.typ, rule: it.rule}
		for _, c := range m.caps {
			if strings.HasSuffix(c.name, "1") {
				it.last = c.last
			} else if strings.HasSuffix(c.name, "2") {
				second.first = min(second.first, c.first)
			}
		}
		it.value, second.value = m.side("1"), m.side("2")
		if m.has("yy2") {
			second.value.Year = it.value.Year/100*100 + second.value.Year%100
		}
		it.second = second
		return it.value.plausible() && second.value.plausible() && it.last <= second.first && it.value.before(second.value)
	}, nil
}

// side overlays the captures of one side of an interval and those of both.
func (m *matcher) side(mark string) Underspecified {
	all := m.caps
	defer func() { m.caps = all }()
	m.caps = nil
	for _, c := range all {
		name, own := strings.CutSuffix(c.name, mark)
		if own || !strings.ContainsAny(c.name[len(c.name)-1:], "12") {
			c.name = name
			m.caps = append(m.caps, c)
		}
	}
	return m.overlay(Underspecified{}, func(string) bool { return true })
}

// before reports whether an interval may run from v to o.
func (v Underspecified) before(o Underspecified) bool {
	if v.Year != o.Year && v.Year > 0 && o.Year > 0 {
		return (v.Year < o.Year) != (v.BC && o.BC)
	}
	return v.Month != o.Month || v.Day == 0 || v.Day < o.Day
}
