package timex

import (
	"fmt"
	"strconv"
	"time"
)

// productions make the value of an expression from what its pattern captured.
// Each is built once a rule, with the settings of its row.
var productions = map[string]func([]setting) (func(*matcher, *item) bool, error){
	"calendar": calendar,
	"frame":    frame,
	"length":   length,
	"window":   window,
	"offset":   offset,
	"repeat":   repeat,
	"literal":  literal,
	"interval": interval,
	"numeric":  numeric,
	"military": military,
	"slash":    slash,

	"anniversary": anniversary,

	"impossible": impossible,
}

// calendar overlays all that was captured - expressions first, then words -
// and then the settings.
func calendar(settings []setting) (func(*matcher, *item) bool, error) {
	set, err := setters(settings)
	if err != nil {
		return nil, err
	}
	return func(m *matcher, it *item) bool {
		it.value = m.overlay(Underspecified{}, func(string) bool { return true })
		for _, f := range set {
			f(&it.value)
		}
		return it.value.plausible()
	}, nil
}

// overlay puts the captures that keep accepts on top of v.
func (m *matcher) overlay(v Underspecified, keep func(name string) bool) Underspecified {
	for i := range m.caps {
		if c := &m.caps[i]; c.item != nil && keep(c.name) {
			v = v.merge(c.item.value)
		}
	}
	for i := range m.caps {
		c := &m.caps[i]
		if f := captureFields[c.name]; f != nil && c.item == nil && keep(c.name) {
			f(&v, c)
		}
	}
	return v
}

// captureFields puts a captured word into the value.
var captureFields = map[string]func(*Underspecified, *capture){
	"month":        func(v *Underspecified, c *capture) { v.Month = c.meaning.num },
	"mon":          func(v *Underspecified, c *capture) { v.Month = c.meaning.num },
	"day":          func(v *Underspecified, c *capture) { v.Day = c.meaning.num },
	"year":         func(v *Underspecified, c *capture) { v.Year = c.meaning.num },
	"yy":           func(v *Underspecified, c *capture) { v.Year = fullYear(c.meaning.num) },
	"spelled_year": func(v *Underspecified, c *capture) { v.Year = c.quantity.n },
	"weekday":      func(v *Underspecified, c *capture) { v.Weekday = c.meaning.num },
	"wday":         func(v *Underspecified, c *capture) { v.Weekday = c.meaning.num },
	"season":       func(v *Underspecified, c *capture) { v.Season = c.meaning.code },
	"season_alone": func(v *Underspecified, c *capture) { v.Season = c.meaning.code },
	"nth_quarter":  func(v *Underspecified, c *capture) { v.Quarter = c.meaning.num },
	"nth_half":     func(v *Underspecified, c *capture) { v.Half = c.meaning.num },
	"decade":       func(v *Underspecified, c *capture) { v.Decade = c.meaning.num },
	"tens": func(v *Underspecified, c *capture) {
		if v.Decade = c.meaning.num / 10; c.meaning.num%10 != 0 {
			v.Decade = -1 // "the 1992's" is no decade
		}
	},
	"decades":      func(v *Underspecified, c *capture) { v.Decade = c.meaning.num },
	"century":      func(v *Underspecified, c *capture) { v.Century = c.meaning.num },
	"era":          func(v *Underspecified, _ *capture) { v.BC = true },
	"quarter_code": func(v *Underspecified, c *capture) { v.Quarter = c.meaning.num },
	"half_code":    func(v *Underspecified, c *capture) { v.Half = c.meaning.num },
	"first_part":   func(v *Underspecified, _ *capture) { v.Mod = Start },
	"last_part":    func(v *Underspecified, _ *capture) { v.Mod = End },
	"halfday":      func(v *Underspecified, c *capture) { v.Clock = v.Clock.inHalf(c.meaning.code) },
	"early":        func(v *Underspecified, c *capture) { v.Mod = Mod(c.meaning.code) },
	"edge":         func(v *Underspecified, c *capture) { v.Mod = Mod(c.meaning.code) },
	"about":        func(v *Underspecified, c *capture) { v.Mod = Mod(c.meaning.code) },
	"dir":          func(v *Underspecified, c *capture) { v.Which, v.Chosen = c.meaning.num, true },
	"part":         func(v *Underspecified, c *capture) { v.Clock = clock{told: true, part: c.meaning.code} },
	"dawn":         func(v *Underspecified, c *capture) { v.Clock = clock{told: true, part: c.meaning.code} },
	"named_hour":   func(v *Underspecified, c *capture) { v.Clock = clock{told: true, hour: c.meaning.num} },
	"hour":         func(v *Underspecified, c *capture) { v.Clock = v.Clock.atHour(c.meaning.num) },
	"past":         func(v *Underspecified, c *capture) { v.Clock.minute = c.meaning.num + c.quantity.n },
	"to":           func(v *Underspecified, c *capture) { v.Clock.minute = -c.meaning.num - c.quantity.n },
	"time": func(v *Underspecified, c *capture) {
		v.Clock = clock{told: true, hour: c.meaning.num / 100, minute: c.meaning.num % 100}
	},
	"ampm": func(v *Underspecified, c *capture) { v.Clock.hour = v.Clock.hour%12 + c.meaning.num },
}

// atHour is a clock at an hour, of which c has the minutes that were told before it,
// negative where they are still to go: a quarter to nine is 8:45.
func (c clock) atHour(hour int) clock {
	if c.minute < 0 {
		c.minute += 60
		hour = (hour + 23) % 24 // at one, it is twelve that is left
		if hour == 0 {
			hour = 12
		}
	}
	return clock{told: true, hour: hour, minute: c.minute}
}

// inHalf is c, an hour up to twelve, in a part of the day: 4 in the afternoon is 16.
// The hours after midnight are "at night" too.
func (c clock) inHalf(part string) clock {
	switch {
	case c.hour >= 12 || part == "MO" || part == "NI" && c.hour < 6:
	default:
		c.hour += 12
	}
	return c
}

// fullYear is the year of the 20th or 21st century that two digits mean.
func fullYear(yy int) int {
	if yy < 30 {
		return 2000 + yy
	}
	return 1900 + yy
}

// merge puts the parts that o tells on top of v.
func (v Underspecified) merge(o Underspecified) Underspecified {
	if o.Frame.Base != NoBase {
		v.Frame = o.Frame
	}
	for _, p := range []struct{ to, from *int }{
		{&v.Century, &o.Century}, {&v.Decade, &o.Decade}, {&v.Year, &o.Year}, {&v.Half, &o.Half},
		{&v.Quarter, &o.Quarter}, {&v.Month, &o.Month}, {&v.Day, &o.Day}, {&v.Weekday, &o.Weekday}, {&v.Which, &o.Which},
	} {
		if *p.from != 0 {
			*p.to = *p.from
		}
	}
	if o.Season != "" {
		v.Season = o.Season
	}
	if o.Holiday != "" {
		v.Holiday = o.Holiday
	}
	if o.Clock.told {
		v.Clock = o.Clock
	}
	if o.Mod != NoMod {
		v.Mod = o.Mod
	}
	v.BC, v.Week, v.Weekend = v.BC || o.BC, v.Week || o.Week, v.Weekend || o.Weekend
	v.Chosen = v.Chosen || o.Chosen
	return v
}

// plausible reports whether the parts can be a date and a time of the day.
func (v Underspecified) plausible() bool {
	if v.Day > 0 && v.Month > 0 {
		year := v.Year
		if year <= 0 {
			year = 2000 // a leap year
		}
		if !hasDay(year, time.Month(v.Month), v.Day) {
			return false
		}
	}
	return v.Clock.hour <= 24 && v.Clock.minute >= 0 && v.Clock.minute < 60 && v.Decade >= 0
}

// textSettings and numberSettings put a setting of a row into the value.
var (
	textSettings = map[string]func(*Underspecified, string){
		"mod":     func(v *Underspecified, s string) { v.Mod = Mod(s) },
		"holiday": func(v *Underspecified, s string) { v.Holiday = s },
		"part":    func(v *Underspecified, s string) { v.Clock = clock{told: true, part: s} },
		"base":    func(v *Underspecified, s string) { v.Frame.Base = Base(s) },
		"unit":    func(v *Underspecified, s string) { v.Frame.Unit = Unit(s) },
	}
	numberSettings = map[string]func(*Underspecified, int){
		"count":   func(v *Underspecified, n int) { v.Frame.Count = n },
		"which":   func(v *Underspecified, n int) { v.Which, v.Chosen = n, true },
		"year":    func(v *Underspecified, n int) { v.Year = n },
		"month":   func(v *Underspecified, n int) { v.Month = n },
		"day":     func(v *Underspecified, n int) { v.Day = n },
		"week":    func(v *Underspecified, n int) { v.Week = n == 1 },
		"weekend": func(v *Underspecified, n int) { v.Weekend = n == 1 },
		"bc":      func(v *Underspecified, n int) { v.BC = n == 1 },
	}
)

// setters are the functions that the settings of a row stand for.
func setters(settings []setting) ([]func(*Underspecified), error) {
	var out []func(*Underspecified)
	for _, s := range settings {
		f, err := s.setter()
		if err != nil {
			return nil, fmt.Errorf("setting %s=%s: %w", s.key, s.value, err)
		}
		out = append(out, f)
	}
	return out, nil
}

func (s setting) setter() (func(*Underspecified), error) {
	if set := textSettings[s.key]; set != nil {
		if s.key == "holiday" && holidays[s.value] == nil {
			return nil, fmt.Errorf("no holiday is called so")
		}
		return func(v *Underspecified) { set(v, s.value) }, nil
	}
	set := numberSettings[s.key]
	if set == nil {
		return nil, fmt.Errorf("there is no such setting")
	}
	n, err := strconv.Atoi(s.value)
	if err != nil {
		return nil, fmt.Errorf("its value is no number")
	}
	return func(v *Underspecified) { set(v, n) }, nil
}

// impossible takes hold of what cannot be a date ("Feb. 30, 2019"), so that no
// part of it passes for one.
func impossible([]setting) (func(*matcher, *item) bool, error) {
	return func(m *matcher, it *item) bool {
		it.value = m.overlay(Underspecified{}, func(string) bool { return true })
		return !it.value.plausible()
	}, nil
}
