package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// role is what a paragraph is within its article.
type role int

const (
	undecided role = iota
	aside          // a stub, counter, credit, byline, date line or masthead: holds no news
	repeat         // said before, word for word
	isTitle
	isCaption
	isBody
)

// paragraph is a stretch of text between two breaks, without white space around it.
type paragraph struct {
	line              // the whole of it
	news mention.Span // what of it becomes a block: without dateline and credits
	role role
	// caption marks what the page's markup calls a caption.
	caption bool
	// stamp is the day told by a stamp before it or, of a headline, after it; 0 if none.
	stamp date.Day
	// blanks is the number of blank lines before it.
	blanks int
}

// plainParagraphs cuts a plain text into paragraphs.
func plainParagraphs(text string) []paragraph {
	lines := splitLines(text)
	width := wrapWidth(lines)
	var ps []paragraph
	blanks := 0
	for i, l := range lines {
		if l.blank() {
			blanks++
			continue
		}
		if i > 0 && !lines[i-1].blank() && continues(lines[i-1], l, width) {
			ps[len(ps)-1].extend(text, l.End)
			continue
		}
		ps = append(ps, newParagraph(l, blanks))
		blanks = 0
	}
	return ps
}

func newParagraph(l line, blanks int) paragraph {
	return paragraph{line: l, news: l.Span, blanks: blanks}
}

// extend makes p reach to end.
func (p *paragraph) extend(text string, end int) {
	p.End = end
	p.text = text[p.Start:end]
	p.news = p.Span
}

// set gives p a role unless it has one.
func (p *paragraph) set(r role) {
	if p.role == undecided {
		p.role = r
	}
}

// startAt drops what stands before p's byte n, and white space after it.
func (p *paragraph) startAt(n int) {
	rest := p.text[n : p.news.End-p.Start]
	n += len(rest) - len(strings.TrimLeftFunc(rest, invisible))
	p.news.Start = p.Start + n
	if p.news.Len() <= 0 {
		p.news.Start = p.news.End
		p.role = aside
	}
}

// endAt drops what stands from p's byte n on, and white space before it.
func (p *paragraph) endAt(n int) {
	kept := strings.TrimRightFunc(p.text[:n], func(r rune) bool { return invisible(r) || strings.ContainsRune("|-–—/", r) })
	p.news.End = max(p.Start+len(kept), p.news.Start)
	if p.news.Len() <= 0 {
		p.role = aside
	}
}

// titleLike reports whether p could be a headline: short, without final stop.
func titleLike(s string) bool {
	if len(s) > longestTitle || endsStop(s) || wordCount(s, 2) < 2 || strings.ContainsAny(s[len(s)-1:], ":;,-") || isPost(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'“‘«", r)
}

// isPost reports whether s is quoted from a social network or points to a page.
func isPost(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "pic.twitter.com") || strings.Contains(s, "@")
}

// longestTitle is the number of bytes that a headline may have.
const longestTitle = 240

// bodyLike reports whether s could be a paragraph of an article's body.
func bodyLike(s string) bool {
	return endsStop(s) && wordCount(s, 6) >= 6 || wordCount(s, 30) >= 30
}

// endsStop reports whether s ends with a full stop or an ellipsis, not with
// the question or exclamation mark that a headline may have.
func endsStop(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…")
}

// fingerprint hashes the letters and digits of s, whatever their case and what
// is between them, so that a repeat is known for one though its spaces or quotes differ.
func fingerprint(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			r |= 0x20
		case r < utf8.RuneSelf:
			if !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') {
				continue
			}
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			continue
		}
		h = (h ^ uint64(r)) * prime
	}
	return h
}
