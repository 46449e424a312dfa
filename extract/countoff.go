package extract

import (
	"strconv"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/timex"
)

// countOff dates one of two events that the text tells to lie so many days apart
// by the other ("was arrested three days after the raid"): the later one by the
// earlier if that has a day, else the earlier by the later. It reports whether it
// could. A time within the phrase of the earlier one, which chunk k opens, is
// not the later's own.
func (r *reader) countOff(sc *scene, k int, later, earlier *mention.Mention) bool {
	days, ok := sc.daysBefore(k)
	if !ok {
		return false
	}
	own := later.Date.Text != "" && later.Date.Span.Start < sc.Doc.Tokens[sc.Chunks[k].First].Start
	from := earlier
	if !narrowlyDated(from) {
		from = r.toldElsewhere(earlier)
	}
	switch {
	case from != nil && narrowlyDated(from) && !own:
		shift(later, from, days)
	case own && narrowlyDated(later) && earlier.Date.Text == "":
		shift(earlier, later, -days)
	default:
		return false
	}
	return true
}

// narrowlyDated reports whether a mention is dated to a day or a few.
func narrowlyDated(m *mention.Mention) bool {
	n := m.Date.Range.Days()
	return n > 0 && n <= maxStoryDays
}

// shift dates m so many days after o.
func shift(m, o *mention.Mention, days date.Day) {
	d := o.Date.Range
	d.Earliest, d.Latest, d.Hour = d.Earliest+days, d.Latest+days, 0
	if pub := m.Published; pub.Known() && d.Earliest > pub || d.Earliest <= 0 {
		return
	}
	if d.Basis != date.Document {
		d.Basis = date.Relative
	}
	m.Date = mention.Date{Range: d, Anchor: o.Date.EDTF(), Rule: "counted from " + o.Text}
}

// partedByDays reports whether the text tells a length of a day or more between
// what stands before the connective at chunk k and what stands after it.
func (sc *scene) partedByDays(k int) bool {
	days, ok := sc.daysBefore(k)
	return days > 0 || !ok && sc.lengthBefore(k) != nil
}

// daysBefore returns the length of time, in days, that ends right before chunk k
// ("three days" in "three days after the raid"); less than a day counts as none.
func (sc *scene) daysBefore(k int) (days date.Day, ok bool) {
	if t := sc.lengthBefore(k); t != nil {
		return lengthInDays(t.TIMEX3)
	}
	return 0, false
}

// lengthBefore is the length of time that ends right before chunk k, nil if none does.
func (sc *scene) lengthBefore(k int) *timex.Timex {
	end := sc.Doc.Tokens[sc.Chunks[k].First].Start
	for i := range sc.times {
		t := &sc.times[i]
		if t.Type == timex.Duration && t.End <= end && strings.TrimSpace(sc.Doc.Text[t.End:end]) == "" {
			return t
		}
	}
	return nil
}

// lengthInDays is the number of days of a TIMEX3 duration: 3 for P3D, 14 for
// P2W, 0 for PT4H and PTXH. Months, years and untold numbers are too uncertain.
func lengthInDays(duration string) (days date.Day, ok bool) {
	if strings.HasPrefix(duration, "PT") {
		return 0, true
	}
	n, err := strconv.Atoi(strings.TrimRight(strings.TrimPrefix(duration, "P"), "DW"))
	switch {
	case err != nil || n > maxLength:
		return 0, false
	case strings.HasSuffix(duration, "D"):
		return date.Day(n), true
	case strings.HasSuffix(duration, "W"):
		return date.Day(7 * n), true
	}
	return 0, false
}

// maxLength is the greatest number of days or weeks by which events are counted off.
const maxLength = 100
