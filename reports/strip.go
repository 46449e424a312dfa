package reports

import (
	"fmt"
	"strconv"
	"time"

	"dateline/extract/date"
)

// strip is a small chart of how many events fall on each day, month or year.
// It counts what is known that narrowly and says how much is not in it.
type strip struct {
	Unit      string
	Bars      []bar
	Ticks     []tick
	Highest   int
	Elsewhere int // events whose dates are wider than a bar, or unknown
}

// bar is one day, month, year or decade of a strip, in the units of its drawing.
type bar struct {
	Name         string // "January 2020"
	Label        string // "January 2020: 12 events, 9 armed"
	From, To     string // first and last day
	Href         string // the first section in it
	X, Width     string
	Y, Height    string
	ArmedY       string
	ArmedHeight  string
	Count, Armed int
}

type tick struct{ X, Label string }

// The strip's drawing; page.js draws to the same height.
const (
	stripWidth  = 1000.0
	stripHeight = 84.0
	mostTicks   = 10
	lastTick    = 940.0 // what is written further right would leave the drawing
)

// stripUnit is a width of bars.
type stripUnit struct {
	name  string
	most  int                     // number of bars up to which it is used
	start func(date.Day) date.Day // first day of the bar in which a day lies
	days  date.Day                // longest bar
	label string                  // layout of its name
	short string                  // layout of its tick
}

// next is the first day of the bar after the one that begins on d.
func (u *stripUnit) next(d date.Day) date.Day { return u.start(d + u.days) }

// stripUnits are the widths of bars, finest first.
var stripUnits = []stripUnit{
	{"day", 92, func(d date.Day) date.Day { return d }, 1, "2 January 2006", "2 Jan 06"},
	{"month", 150, monthStart, 31, "January 2006", "Jan 2006"},
	{"year", 150, yearStart, 366, "2006", "2006"},
	{"decade", 1 << 30, decadeStart, 3653, "from 2006", "2006"},
}

func monthStart(d date.Day) date.Day {
	y, m, _ := d.Date()
	return date.Of(y, m, 1)
}

func yearStart(d date.Day) date.Day {
	y, _, _ := d.Date()
	return date.Of(y, time.January, 1)
}

// decadeStart counts the years before 10 as a decade, though there is no year 0.
func decadeStart(d date.Day) date.Day {
	y, _, _ := d.Date()
	return date.Of(max(1, y-y%10), time.January, 1)
}

// drawStrip returns nil where there is nothing to choose from: fewer than two
// bars would hold events.
func drawStrip(sections []section) *strip {
	first, last := span(sections)
	if !first.Known() {
		return nil
	}
	for i := range stripUnits {
		u := &stripUnits[i]
		starts := []date.Day{}
		for d := u.start(first); d <= last && len(starts) <= u.most; d = u.next(d) {
			starts = append(starts, d)
		}
		if len(starts) > u.most {
			continue
		}
		s := &strip{Unit: u.name}
		s.fill(sections, starts, u)
		if len(s.Bars) < 2 {
			return nil
		}
		return s
	}
	return nil
}

// span is the first and last day on which some event may have begun, of those
// with both bounds.
func span(sections []section) (first, last date.Day) {
	for i := range sections {
		for j := range sections[i].Entries {
			r := sections[i].Entries[j].event.Date.Range
			if !r.Bounded() || r.Days() > widestInStrip {
				continue
			}
			if !first.Known() || r.Earliest < first {
				first = r.Earliest
			}
			last = max(last, r.Latest)
		}
	}
	return first, last
}

// widestInStrip is the number of days from which a date says too little to set
// the bounds of a strip.
const widestInStrip = 31

// fill counts the events in each bar and draws those that have any.
func (s *strip) fill(sections []section, starts []date.Day, u *stripUnit) {
	bars := make([]bar, len(starts))
	index := map[date.Day]int{}
	for i, d := range starts {
		index[d] = i
	}
	for i := range sections {
		for j := range sections[i].Entries {
			e := sections[i].Entries[j].event
			r := e.Date.Range
			at, ok := index[u.start(r.Latest)]
			if !r.Bounded() || u.start(r.Earliest) != u.start(r.Latest) && !isReportDay(r) || !ok {
				s.Elsewhere++
				continue
			}
			b := &bars[at]
			if b.Count++; b.Href == "" {
				b.Href = "#" + sections[i].anchor()
			}
			if e.Family == armed {
				b.Armed++
			}
			s.Highest = max(s.Highest, b.Count)
		}
	}
	width := stripWidth / float64(len(starts))
	for i, b := range bars {
		if b.Count > 0 {
			s.Bars = append(s.Bars, s.draw(b, i, width, starts[i], u.next(starts[i])-1, u.label))
		}
		x := float64(i) * width
		if every := (len(starts) + mostTicks - 1) / mostTicks; i%every == 0 && x <= lastTick {
			s.Ticks = append(s.Ticks, tick{coordinateOf(x), starts[i].Time().Format(u.short)})
		}
	}
}

// armed is the family of violence, which the strip sets apart.
const armed = "armed"

func (s *strip) draw(b bar, i int, width float64, from, to date.Day, layout string) bar {
	scale := stripHeight / float64(s.Highest)
	whole, lower := float64(b.Count)*scale, float64(b.Armed)*scale
	b.Name = from.Time().Format(layout)
	b.Label = fmt.Sprintf("%s: %s, %s armed", b.Name, counted(b.Count, "event"), grouped(b.Armed))
	b.From, b.To = from.String(), to.String()
	b.X, b.Width = coordinateOf(float64(i)*width), coordinateOf(max(1, width-gapOf(width)))
	b.Y, b.Height = coordinateOf(stripHeight-whole), coordinateOf(whole)
	b.ArmedY, b.ArmedHeight = coordinateOf(stripHeight-lower), coordinateOf(lower)
	return b
}

// gapOf is the space between bars.
func gapOf(width float64) float64 { return min(2, width/4) }

func coordinateOf(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
