package timex

import (
	"dateline/extract/date"
	"dateline/extract/token"
)

// Tag finds the time expressions of a text and fills them in as if it had been
// published on the day ref; 0 where that is not known. They come in text order
// and none overlap. Paragraphs are what stands between blank lines: a date told
// in one may anchor what the same one tells next.
//
// It is [token.Split], [Find] and [Resolve] in one call, in time linear in the
// text. The first call also reads the tables and the tagger's model, in some
// 0.2 s; an error is that of reading them and never depends on the text. It may
// be called from many goroutines.
func Tag(text string, ref date.Day) ([]Timex, error) {
	if err := Load(); err != nil {
		return nil, err
	}
	doc, err := token.Split(text, token.Paragraphs(text))
	if err != nil {
		return nil, err
	}
	return Resolve(doc, Find(doc), ref), nil
}
