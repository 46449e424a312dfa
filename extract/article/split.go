package article

import (
	"strings"

	"dateline/extract/mention"
)

// splitClippings cuts a file into the articles that were pasted into it one
// after the other. A gap alone does not part articles, as many texts have gaps
// between their sections: what follows must begin as an article does.
func splitClippings(text string) []mention.Span {
	ps := plainParagraphs(text)
	if len(ps) == 0 {
		return nil
	}
	s := newSplitter(ps)
	var out []mention.Span
	first := 0
	for i := 1; i < len(ps); i++ {
		if s.begins(first, i) {
			out = append(out, mention.Span{Start: ps[first].Start, End: ps[s.last(i)].End})
			first = i
		}
	}
	return append(out, mention.Span{Start: ps[first].Start, End: ps[len(ps)-1].End})
}

// splitter looks for the beginnings of articles in the paragraphs of a file.
type splitter struct {
	ps     []paragraph
	prints []uint64
	bodies []int // how much body the paragraphs before each one have
	usual  int   // blank lines that usually part paragraphs
}

func newSplitter(ps []paragraph) *splitter {
	s := &splitter{ps: ps, prints: make([]uint64, len(ps)), bodies: make([]int, len(ps)+1), usual: usualBlanks(ps)}
	for i := range ps {
		s.prints[i] = fingerprint(ps[i].text)
		s.bodies[i+1] = s.bodies[i] + bodyWeight(ps[i].text)
	}
	return s
}

// bodyWeight is 2 for a long paragraph of a body, 1 for a short one, 0 for anything else.
func bodyWeight(s string) int {
	switch {
	case !bodyLike(s) || captionLike(s):
		return 0
	case wordCount(s, fewestBodyWords) == fewestBodyWords:
		return 2
	}
	return 1
}

// The evidence that an article begins, in words of a headline and in lines.
const (
	fewestTitleWords = 3  // of a headline that something confirms
	fullTitleWords   = 5  // of one that only a wide gap sets off: headings of sections are shorter
	wideGap          = 3  // blank lines
	headerLines      = 8  // in which a headline may be repeated or a byline stand
	commonGap        = 3  // times that a gap must occur to be the usual one
	fewestBodyWords  = 15 // of a body of one paragraph
)

// begins reports whether paragraph i begins an article, the one before having
// begun at first.
func (s *splitter) begins(first, i int) bool {
	p := &s.ps[i]
	gap := p.blanks - s.usual + 1
	ruled := i-1 > first && isRule(s.ps[i-1].text)
	if ruled {
		gap = max(gap, wideGap)
	}
	headline := titleLike(p.text) && !captionLike(p.text)
	if gap < 1 || p.blanks == 0 && !ruled || !headline && gap < wideGap || isStub(p.text) {
		return false
	}
	if s.repeatsHeader(first, i) || !s.hasBody(first, i) {
		return false
	}
	if !headline {
		return s.datelined(i)
	}
	switch {
	case wordCount(p.text, fewestTitleWords) < fewestTitleWords:
		return false
	case s.repeatedSoon(i) || s.datelined(i+1):
		return true
	case gap >= 2 && s.dated(i):
		return true
	}
	return gap >= wideGap && wordCount(p.text, fullTitleWords) >= fullTitleWords && s.hasBody(i, len(s.ps))
}

// repeatsHeader reports whether paragraph i only repeats the headline of the
// article that began at first.
func (s *splitter) repeatsHeader(first, i int) bool {
	for j := first; j < min(i, first+headerLines); j++ {
		if s.prints[j] == s.prints[i] {
			return true
		}
	}
	return false
}

// last is the last paragraph of the article that ends before paragraph i, a
// rule between them left out.
func (s *splitter) last(i int) int {
	if i > 1 && isRule(s.ps[i-1].text) {
		return i - 2
	}
	return i - 1
}

// hasBody reports whether the paragraphs from first to end have a body: two
// paragraphs of it, or a long one.
func (s *splitter) hasBody(first, end int) bool { return s.bodies[end]-s.bodies[first] >= 2 }

// repeatedSoon reports whether headline i is given again before the body begins,
// but not at once, as captions are.
func (s *splitter) repeatedSoon(i int) bool {
	bodies := 0
	for j := i + 1; j < min(len(s.ps), i+1+headerLines); j++ {
		if s.prints[j] == s.prints[i] {
			return j > i+1
		}
		if bodyLike(s.ps[j].text) && s.prints[j] != s.prints[j-1] {
			if bodies++; bodies > 2 {
				return false
			}
		}
	}
	return false
}

// datelined reports whether paragraph i begins with a dateline that names an
// agency or a day.
func (s *splitter) datelined(i int) bool {
	if i >= len(s.ps) {
		return false
	}
	d, ok := parseDateline(s.ps[i].text)
	return ok && (d.agency != "" || d.Month != 0)
}

// dated reports whether a byline, a date line, a dateline or a caption given
// twice stands between headline i and its body.
func (s *splitter) dated(i int) bool {
	for j := i + 1; j < min(len(s.ps), i+1+headerLines/2); j++ {
		text := s.ps[j].text
		if _, ok := parseDateLine(text); ok || isByline(text) || s.datelined(j) || captionLike(text) {
			return true
		}
		if j+1 < len(s.ps) && s.prints[j] == s.prints[j+1] {
			return true
		}
		if bodyLike(text) {
			return false
		}
	}
	return false
}

// isRule reports whether a line is drawn to part two texts.
func isRule(s string) bool {
	return len(s) >= 3 && strings.Trim(s, "-=*_#~—–━─ ") == ""
}

// usualBlanks is the number of blank lines that most often part paragraphs: one,
// unless a wider gap is common.
func usualBlanks(ps []paragraph) int {
	var count [wideGap + 1]int
	for i := 1; i < len(ps); i++ {
		count[min(ps[i].blanks, wideGap)]++
	}
	usual := 1
	for n := 2; n <= wideGap; n++ {
		if count[n] > count[usual] && count[n] >= commonGap {
			usual = n
		}
	}
	return usual
}
