package article

import (
	"slices"
	"strings"
	"unicode"

	"dateline/extract/mention"
)

// splitInline begins a new paragraph at every dateline that stands within one,
// as when a page's summary and its text were run together:
// "Talks stall LONDON (Reuters) - Ministers said ...".
func (r *reading) splitInline() {
	for i, found := 0, 0; i < len(r.ps) && found < mostInline; i++ {
		p := r.ps[i]
		at := inlineDateline(p.text)
		if at == 0 {
			continue
		}
		found++
		left := newParagraph(trimmed(r.a.Text, p.Start, p.Start+at), p.blanks)
		right := newParagraph(line{mention.Span{Start: p.Start + at, End: p.End}, p.text[at:]}, 0)
		r.ps = slices.Replace(r.ps, i, i+1, left, right)
	}
}

// mostInline is the number of datelines within paragraphs that an article may have.
const mostInline = 100

// inlineDateline returns where a dateline with a known agency and a dash begins
// within s, or 0.
func inlineDateline(s string) int {
	for from := 1; from < len(s); {
		open := strings.IndexByte(s[from:], '(')
		if open < 0 {
			return 0
		}
		open += from
		from = open + 1
		name, n := bracket(s[open:])
		if n == 0 || words().agency(name) == "" || !dashAhead(s[open+n:]) {
			continue
		}
		at := placeBefore(s[:open])
		if _, ok := parseDateline(s[at:]); ok && strings.TrimSpace(s[:at]) != "" {
			return at
		}
	}
	return 0
}

func dashAhead(s string) bool {
	s = strings.TrimLeft(s, " ")
	for _, dash := range []string{"- ", "-- ", "– ", "— ", "_ "} {
		if strings.HasPrefix(s, dash) {
			return true
		}
	}
	return false
}

// placeBefore returns where the place and day that end s begin: the words in
// capitals before a day or a country, or else one capitalised word.
func placeBefore(s string) int {
	at := len(strings.TrimRight(s, " "))
	for back := at; back >= 0 && at-back < longestDateline/2; back-- {
		if wordGoesOn(s[back:]) && (back == 0 || !wordGoesOn(s[back-1:])) {
			if _, n, ok := parseCalendar(s[back:]); ok && strings.TrimSpace(s[back+n:]) == "" {
				at = len(strings.TrimRight(s[:back], ", "))
			}
		}
	}
	if comma := strings.LastIndex(s[:at], ", "); comma > 0 && namesOnly(s[comma:at]) && wordCount(s[comma:at], 4) <= 3 && !inCapitals(letters(s[comma:at])) {
		at = comma
	}
	start := upperRun(s[:at])
	if zone := strings.Index(s[start:at], " "); zone > 0 && isClock(s[start:start+zone]) && digitBefore(s[:start]) {
		start += zone + 1
	}
	if start < at {
		return start
	}
	return lastName(s[:at])
}

// lastName returns where the last word of s begins if it is capitalised, with
// the word before it if that only begins names ("New", "San").
func lastName(s string) int {
	start := strings.LastIndexAny(s, " \n") + 1
	if !unicode.IsUpper(firstRune(s[start:])) {
		return len(s)
	}
	before := strings.TrimRight(s[:start], " ")
	if first := strings.LastIndexAny(before, " \n") + 1; words().is(placeStart, before[first:]) {
		return first
	}
	return start
}

// digitBefore reports whether s ends with a time of day, before its zone.
func digitBefore(s string) bool {
	last := strings.Fields(s[max(0, len(s)-12):])
	return len(last) > 0 && isClock(last[len(last)-1])
}
