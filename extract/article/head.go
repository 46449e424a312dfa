package article

import (
	"slices"
	"strings"
	"unicode"

	"dateline/extract/mention"
)

// splitHead parts the head of a page that was run together into one line:
// "Posted on 3 May 2017 by Jo Smith Raid on market kills four Monitor AFP
// Wednesday 3 May 2017 Shells fell ...", where the title is known. The title and
// what stands before and after it become paragraphs of their own.
func (r *reading) splitHead() {
	if len(r.ps) == 0 || r.a.Title == "" {
		return
	}
	p := r.ps[0]
	at, n := titleWithin(p.text, strings.TrimRight(r.a.Title, ". "))
	if n == 0 || n == len(p.text) {
		return
	}
	end := at + n
	end += len(p.text[end:]) - len(strings.TrimLeft(p.text[end:], ".:|- \u00a0"))
	stamp := end + stampLength(p.text[end:])
	stamp += stubLength(p.text[stamp:])
	var parts []paragraph
	for _, cut := range [][2]int{{0, at}, {at, at + n}, {end, stamp}, {stamp, len(p.text)}} {
		if l := trimmed(r.a.Text, p.Start+cut[0], p.Start+cut[1]); !l.blank() {
			parts = append(parts, newParagraph(l, 0))
		}
	}
	r.ps = slices.Replace(r.ps, 0, 1, parts...)
	if stamp > end {
		r.dropStamp(mention.Span{Start: p.Start + end, End: p.Start + stamp})
	}
}

// How far into a paragraph its title, and after that a date, may stand.
const (
	farthestTitle = 120
	longestStamp  = 60
)

// titleWithin finds the title as words of their own near the beginning of s,
// with something after it that can begin a sentence.
func titleWithin(s, title string) (at, n int) {
	if title == "" {
		return 0, 0
	}
	for i := range s[:runeFloor(s, min(len(s), farthestTitle))] {
		end := i + len(title)
		if end > len(s) {
			break
		}
		if i > 0 && wordGoesOn(s[i-1:]) || !boundaryAt(s, end) || !strings.EqualFold(s[i:end], title) || wordGoesOn(s[end:]) {
			continue
		}
		if next := firstRune(strings.TrimLeft(s[end:], " \u00a0")); unicode.IsLower(next) || next == ',' || next == '\'' || next == '’' {
			continue
		}
		return i, len(title)
	}
	return 0, 0
}

// stampLength is the length of the agency and date after a title, 0 if there is
// no full date that only capitalised words precede and a sentence follows.
func stampLength(s string) int {
	var c calendar
	i, n := findCalendar(s[:runeFloor(s, min(len(s), longestStamp))], 0, &c)
	if n == 0 || !c.full() || !namesOnly(s[:i]) || wordCount(s[:i], 6) > 5 {
		return 0
	}
	if next := s[i+n:]; len(next) < 2 || next[0] != ' ' || !unicode.IsUpper(firstRune(next[1:])) {
		return 0
	}
	return i + n
}

// stubLength is the length of a stub of several words before a sentence: "Print Tweet".
func stubLength(s string) int {
	rest := strings.TrimLeft(s, " ")
	n := words().start(stub, rest)
	if n == 0 || !strings.Contains(rest[:n], " ") || !unicode.IsUpper(firstRune(strings.TrimLeft(rest[n:], " "))) {
		return 0
	}
	return len(s) - len(rest) + n
}

// dropStamp sets aside what stands between title and text, and notes its date and agency.
func (r *reading) dropStamp(s mention.Span) {
	text := r.a.Text[s.Start:s.End]
	var c calendar
	i, n := findCalendar(text, 0, &c)
	if n > 0 && c.full() {
		r.claims = append(r.claims, claimOf(c, "date line", inDateLine, mention.Span{Start: s.Start + i, End: s.Start + i + n}))
	}
	for _, word := range strings.Fields(text[:i]) {
		if agency := words().agency(word); agency != "" {
			r.agency = agency
		}
	}
	for j := range r.ps {
		if s.Contains(r.ps[j].Span) {
			r.ps[j].set(aside)
		}
	}
}

// boundaryAt reports whether a character of s begins, or s ends, at byte i.
func boundaryAt(s string, i int) bool { return runeFloor(s, i) == i }
