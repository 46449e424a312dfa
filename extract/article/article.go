// Package article reads input files into articles: the text as it was given,
// its blocks, and the title, outlet and publication date that it states.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// BlockKind tells what a block of an article's text is.
type BlockKind string

// The kinds of block. Repeats, counters and credits hold no news and get no block.
const (
	Title   BlockKind = "title"   // the headline within the text
	Caption BlockKind = "caption" // of a photo
	Body    BlockKind = "body"    // a paragraph
)

// Block is a stretch of text that no sentence crosses: a headline, a caption,
// a paragraph (whose lines may be hard-wrapped).
type Block struct {
	mention.Span
	Kind BlockKind
	// Stamp is the day on which the block's own story came out, on a page that
	// lists several, or the later day that the text states for itself where the
	// metadata gives another; 0 where it is the article's day.
	Stamp date.Day
}

// Published is the day an article came out, and how that is known.
type Published struct {
	Day   date.Day     // 0 if unknown
	Basis string       // "given" (by the user), "stated" (by the article), "inferred" (from inside), "none"
	Where string       // "metadata published", "byline", "dateline", "date line", "url", "json-ld", "meta ...", the rule of an inference, or ""
	Span  mention.Span // in Text, if it was read there
	// Partial is what is stated of an unknown Day, in EDTF: a dateline's
	// "XXXX-01-23", a web address's "2020-01"; "" if nothing.
	Partial string
}

// MonthDay is the month and day of a Partial that tells these; ok is false if it
// tells none.
func (p Published) MonthDay() (month time.Month, day int, ok bool) {
	_, err := fmt.Sscanf(p.Partial, "XXXX-%d-%d", &month, &day)
	return month, day, err == nil
}

// Article is one news article. Text never changes; everything found is a span of it.
type Article struct {
	ID        string // as given, or the file's name; "name#2" for the second article of a file
	Given     bool   // ID was given with the article, not made up from the file's name
	Key       string // hash of the given id (if any) and the text
	Text      string
	Title     string
	TitleSpan mention.Span // zero if the title is not part of Text
	Outlet    string
	URL       string
	Published Published
	Blocks    []Block
	Source    string // the file it was read from, "-" for standard input

	Dateline     string       // the place of the dateline as written ("KABUL, Afghanistan"), "" if none
	DatelineSpan mention.Span // of Dateline
	DatelineDay  mention.Span // of the day that the dateline tells; no block has it
	Warnings     []string     // what was odd about the article, for the user: dates that disagree, a day that cannot be read
}

// BlockSpans returns the spans of a's blocks, in the order of the text.
func BlockSpans(a Article) []mention.Span {
	spans := make([]mention.Span, len(a.Blocks))
	for i, b := range a.Blocks {
		spans[i] = b.Span
	}
	return spans
}

// keyLength is the number of hexadecimal digits of a key: 64 bits tell apart
// more articles than a file database will hold.
const keyLength = 16

// key hashes the given id (or "") and the text, so that the same article from a
// file of another name is the same article.
func key(givenID, text string) string {
	h := sha256.New()
	h.Write([]byte(givenID))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return hex.EncodeToString(h.Sum(nil))[:keyLength]
}
