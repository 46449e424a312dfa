// Package article reads input files into articles: the text as it was given,
// its blocks, and the title, outlet and publication date that it states.
package article

import (
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
}

// Published is the day an article came out, and how that is known.
type Published struct {
	Day   date.Day     // 0 if unknown
	Basis string       // "given" (by the user), "stated" (by the article), "inferred" (from inside), "none"
	Where string       // "metadata published", "byline", "dateline", "date line", "url", "json-ld", "meta ...", the rule of an inference, or ""
	Span  mention.Span // in Text, if it was read there
}

// Article is one news article. Text never changes; everything found is a span of it.
type Article struct {
	ID        string // as given, or the file's name; "name#2" for the second article of a file
	Key       string // hash of the given id (if any) and the text
	Text      string
	Title     string
	TitleSpan mention.Span // zero if the title is not part of Text
	Outlet    string
	URL       string
	Published Published
	Blocks    []Block
	Source    string // the file it was read from, "-" for standard input
}
