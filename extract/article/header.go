package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/mention"
)

// readHeader reads bylines, date lines and mastheads above the body, and the
// labelled date lines ("Published: ...") anywhere.
func (r *reading) readHeader() {
	if r.isChronology() {
		return
	}
	for i := range r.ps {
		p := &r.ps[i]
		if p.role != undecided {
			continue
		}
		d, ok := parseDateLine(p.text)
		switch {
		case ok && (d.label != "" || i < r.body):
			p.set(aside)
			r.claimLine(p, d)
			r.readMasthead(i, d)
		case i < r.body && isByline(p.text), r.isSignature(i):
			p.set(aside)
			r.readByline(p.text)
		}
	}
}

// isSignature reports whether paragraph i is a byline right after the headline
// or at the very end.
func (r *reading) isSignature(i int) bool {
	return i == len(r.ps)-1 && i > 0 && isByline(r.ps[i].text)
}

// isChronology reports whether days stand as headings in the body: then the one
// above it is a heading too, not the day of publication.
func (r *reading) isChronology() bool {
	for i := r.body; i < len(r.ps); i++ {
		p := &r.ps[i]
		if p.role != undecided || len(p.text) > longestDateLine {
			continue
		}
		if d, ok := parseDateLine(p.text); ok && d.label == "" && i+1 < len(r.ps) {
			return true
		}
	}
	return false
}

// claimLine notes the day that a date line states.
func (r *reading) claimLine(p *paragraph, d dateLine) {
	where, rank := "date line", inDateLine
	switch {
	case d.label == updatedWord:
		rank = inUpdate
	case d.label == publishedWord:
		rank = inLabel
	case d.byline:
		where = "byline"
	}
	span := mention.Span{Start: p.Start + d.start, End: p.Start + d.end}
	r.claims = append(r.claims, claimOf(d.calendar, where, rank, span))
}

// readMasthead takes the outlet from a date line ("The Ledger | World | 3 May 2022")
// or from the line above it.
func (r *reading) readMasthead(i int, d dateLine) {
	if looksOutlet(d.first) {
		r.outlet = d.first
		return
	}
	if i == 0 || r.ps[i-1].role != undecided || i-1 >= r.body {
		return
	}
	if p := &r.ps[i-1]; looksOutlet(p.text) {
		p.set(aside)
		r.outlet = p.text
	}
}

// readByline takes the outlet from the end of a byline: "By Nora Feld, Meridian Wire".
func (r *reading) readByline(s string) {
	names := s[words().start(bylineStart, s):]
	if i := strings.LastIndexAny(names, ",|"); i >= 0 {
		names = names[i+1:]
	}
	names = strings.TrimSpace(names)
	if outlet := words().agency(names); outlet != "" {
		r.outlet = outlet
	} else if looksOutlet(names) && r.outlet == "" {
		r.outlet = names
	}
}

// looksOutlet reports whether s is a newspaper's or an agency's name by its words.
func looksOutlet(s string) bool {
	if s == "" || wordCount(s, 6) > 5 || !namesOnly(s) || strings.IndexFunc(s, unicode.IsDigit) >= 0 {
		return false
	}
	return words().agency(s) != "" || hasWord(s, outletWord)
}

// dateLine is a line that says little but a day.
type dateLine struct {
	calendar
	start, end int    // of the day
	label      class  // publishedWord, updatedWord, or ""
	byline     bool   // it names the author too
	first      string // the part before the first stroke that is no date
}

// longestDateLine is the number of bytes that a date line may have.
const longestDateLine = 140

// parseDateLine reads "Published: 23 January 2020 10:04 GMT", "The Ledger | 23 January 2020",
// "By Nora Feld | Jan. 23, 2020". Without a label the year must be told.
func parseDateLine(s string) (dateLine, bool) {
	var d dateLine
	if len(s) > longestDateLine || bodyLike(s) || !strings.ContainsAny(s, "0123456789") || len(s) < len("1.1.2020") && wordless(s) {
		return d, false
	}
	at := 0
	if n := words().start(bylineStart, s); n > 0 {
		d.byline = true
		at = n
	}
	for _, c := range []class{publishedWord, updatedWord} {
		if n := words().start(c, s); n > 0 && d.label == "" {
			d.label, at = c, n
		}
	}
	i, n := findCalendar(s, at, &d.calendar)
	if n == 0 || !d.full() && d.label == "" {
		return d, false
	}
	d.start, d.end = i, i+n
	d.first = firstPart(s[at:i])
	if d.byline && !namesOnly(s[at:i]) {
		return d, false
	}
	return d, isHead(s[at:i], d.byline) && isTail(s[i+n:])
}

// findCalendar finds the first full date in s that begins a word, from at on,
// else the first one without a year.
func findCalendar(s string, at int, c *calendar) (i, n int) {
	for j := at; j < len(s); j++ {
		if j > at && wordGoesOn(s[j-1:]) || !wordGoesOn(s[j:]) {
			continue
		}
		day, length, ok := parseCalendar(s[j:])
		if ok && (n == 0 || day.full()) {
			*c, i, n = day, j, length
		}
		if n > 0 && c.full() {
			break
		}
	}
	return i, n
}

// firstPart is what stands before the first stroke.
func firstPart(s string) string {
	i := strings.IndexAny(s, "|•·")
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(s[:i])
}

// isHead reports whether what stands before the day in a date line is but a
// time, a place or rubric set off by a stroke, or an author.
func isHead(s string, byline bool) bool {
	for _, part := range strings.FieldsFunc(s, isStroke) {
		part = strings.Trim(part, " \t\u00a0:,-–—")
		if part != "" && !isClock(part) && !byline && (!strings.ContainsFunc(s, isStroke) || wordCount(part, 5) > 4) {
			return false
		}
	}
	return true
}

func isStroke(r rune) bool { return strings.ContainsRune("|•·/", r) }

// isTail reports whether what stands after the day is but a time, a second
// date, or a rubric set off by a stroke.
func isTail(s string) bool {
	rest := strings.Trim(s, " \t\u00a0:,.-–—()|•·/")
	if rest == "" || isClock(rest) || isByline(rest) || words().start(updatedWord, rest) > 0 || words().start(publishedWord, rest) > 0 {
		return true
	}
	return isStroke(firstRune(strings.TrimLeft(s, " \u00a0"))) && isRubrics(rest)
}

// isRubrics reports whether s is dates, times, bylines and rubrics of a few
// words, set off by strokes.
func isRubrics(s string) bool {
	for _, part := range strings.FieldsFunc(s, isStroke) {
		var c calendar
		_, n := findCalendar(part, 0, &c)
		if n == 0 && wordCount(part, 5) > 4 && words().start(bylineStart, strings.TrimSpace(part)) == 0 {
			return false
		}
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isClock reports whether s is a time of day with what goes with it: "at 10:04 am GMT+3".
func isClock(s string) bool {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|()-–—", r) }) {
		lower := strings.ToLower(word)
		switch {
		case unicode.IsDigit(firstRune(word)):
		case lower == "at" || lower == "on" || lower == "local" || lower == "time" || calendarWords().weekdays[strings.Trim(lower, ".")]:
		case strings.ReplaceAll(lower, ".", "") == "am" || strings.ReplaceAll(lower, ".", "") == "pm":
		case len(word) <= 6 && word == strings.ToUpper(word):
		default:
			return false
		}
	}
	return true
}
