package article

import (
	"context"
	"errors"
)

// errEmpty refuses a file without an article.
var errEmpty = errors.New("no text in it")

// readText reads a file of plain text, which may hold several clippings.
func readText(ctx context.Context, in *input, y yield) {
	b, err := in.all()
	if err != nil {
		y(Article{}, in.fail(0, err))
		return
	}
	text, err := decodeText(b)
	if err != nil {
		y(Article{}, in.fail(0, err))
		return
	}
	clippings := splitClippings(text)
	if len(clippings) == 0 {
		y(Article{}, in.fail(0, errEmpty))
	}
	for _, s := range clippings {
		if ctx.Err() != nil {
			y(Article{}, ctx.Err())
			return
		}
		a := Article{Text: text[s.Start:s.End]}
		a.Key = key("", a.Text)
		analyse(&a, plainParagraphs(a.Text), nil)
		if !y(in.finish(a), nil) {
			return
		}
	}
}
