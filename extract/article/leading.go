package article

import (
	"strings"
	"unicode"

	"dateline/extract/mention"
)

// trimLeadingDate starts the first paragraph after a full date that stands
// before it without belonging to its sentence: "Posted on April 2, 2017 Rebels ...".
func (r *reading) trimLeadingDate() {
	if r.body >= len(r.ps) || r.ps[r.body].role != undecided || r.hasDateline {
		return
	}
	p := &r.ps[r.body]
	start, n, c := leadingDate(p.text)
	if n == 0 || r.body+1 < len(r.ps) && r.leadingDates() > 1 {
		return
	}
	span := mention.Span{Start: p.Start + start, End: p.Start + n}
	r.claims = append(r.claims, claimOf(c, "date line", inDateLine, span))
	p.startAt(n)
}

// leadingDates counts the paragraphs that begin with a date: a chronology has many.
func (r *reading) leadingDates() int {
	count := 0
	for i := range r.ps {
		if _, n, _ := leadingDate(r.ps[i].text); n > 0 {
			count++
		}
	}
	return count
}

// leadingDate returns where a full date before a sentence begins and ends, label
// and time of day included, and the date; the end is 0 if there is none.
func leadingDate(s string) (start, end int, c calendar) {
	label := max(words().start(publishedWord, s), words().start(updatedWord, s))
	start = label + len(s[label:]) - len(strings.TrimLeft(s[label:], ": "))
	c, n, ok := parseCalendar(s[start:])
	if !ok || !c.full() {
		return 0, 0, c
	}
	end = start + n
	end += clockLength(s[end:])
	at := end + spaces(s[end:])
	if at == end || at >= len(s) || !unicode.IsUpper(firstRune(s[at:])) && !unicode.IsDigit(firstRune(s[at:])) {
		return 0, 0, c
	}
	return start, end, c
}

// clockLength is the length of " at 0914", " 10:04" or " 10:04:59" at the beginning of s.
func clockLength(s string) int {
	rest := strings.TrimLeft(s, " ")
	if cut, ok := strings.CutPrefix(rest, "at "); ok {
		rest = cut
	}
	_, n := digits(rest)
	if n == 0 {
		return 0
	}
	if strings.HasPrefix(rest[n:], ":") {
		_, m := digits(rest[n+1:])
		n += 1 + m
		if strings.HasPrefix(rest[n:], ":") {
			_, m = digits(rest[n+1:])
			n += 1 + m
		}
	} else if n != 4 {
		return 0
	}
	return len(s) - len(rest) + n
}
