package article

import (
	"slices"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// splitStamps finds the stories of a page that lists several, each under a stamp
// of its own: "Talks resume updated: Tue Mar 01 2011 18:10:00 Ministers met ...".
// What stands before a stamp in its paragraph, the headline, becomes a paragraph
// too. One stamp alone is the article's own and is left to the other passes.
func (r *reading) splitStamps() {
	if r.stamps() < 2 {
		return
	}
	for i := 0; i < len(r.ps); i++ {
		p := r.ps[i]
		at, n, day := stampIn(p.text)
		if n == 0 {
			continue
		}
		story := newParagraph(line{mention.Span{Start: p.Start + at, End: p.End}, p.text[at:]}, p.blanks)
		story.stamp = day
		story.startAt(n)
		r.ps[i] = story
		if head := trimmed(r.a.Text, p.Start, p.Start+at); head.Len() > 0 {
			headline := newParagraph(head, p.blanks)
			headline.stamp = day
			r.ps = slices.Insert(r.ps, i, headline)
			i++
		}
	}
}

// stamps counts the paragraphs that have a stamp.
func (r *reading) stamps() int {
	count := 0
	for i := range r.ps {
		if _, n, _ := stampIn(r.ps[i].text); n > 0 {
			count++
		}
	}
	return count
}

// stampIn returns where the first stamp in s begins, how many bytes it takes and
// its day; n is 0 if there is none. A stamp is a label with a colon, a full date
// and a time of the day, with a story after it.
func stampIn(s string) (at, n int, day date.Day) {
	for from := 0; from < len(s); {
		colon := strings.IndexByte(s[from:], ':')
		if colon < 0 {
			return 0, 0, 0
		}
		colon += from
		from = colon + 1
		start := strings.LastIndexByte(s[:colon], ' ') + 1
		if !isStampLabel(s[start:colon]) {
			continue
		}
		c, length, ok := parseCalendar(strings.TrimLeft(s[from:], " "))
		end := from + spaces(s[from:]) + length
		clock := clockLength(s[min(end, len(s)):])
		if ok && c.full() && clock > 0 && strings.TrimSpace(s[end+clock:]) != "" {
			return start, end + clock - start, c.day()
		}
	}
	return 0, 0, 0
}

// isStampLabel reports whether a word stands before the day on which a story came out.
func isStampLabel(word string) bool {
	return words().is(updatedWord, word) || words().is(publishedWord, word)
}
