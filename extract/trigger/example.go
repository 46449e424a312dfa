package trigger

import (
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// tryExample runs the sentences of a row: the words in brackets of its example
// must be found as a trigger of its kind, or, of a row that keeps others from
// firing, must be left alone; in its counter-example it must not fire.
func (lex *lexicon) tryExample(sn *sense) error {
	text, at := unmark(sn.row.Cells[3], "[", "]")
	doc, err := token.Parse(text, nil)
	if err != nil {
		return err
	}
	switch {
	case sn.kind == noKind:
		err = lex.trySilence(sn, doc)
	case at.Len() == 0:
		err = sn.row.Errorf("the example marks no trigger")
	default:
		if got := lex.kindsAt(doc, at); !slices.Contains(got, sn.kind) {
			err = sn.row.Errorf("the example gives %s", listed(got))
		}
	}
	if err != nil || len(sn.row.Cells) < 5 || sn.row.Cells[4] == "" {
		return err
	}
	if doc, err = token.Parse(sn.row.Cells[4], nil); err != nil {
		return err
	}
	for _, h := range lex.find(doc) {
		if h.Kind == sn.kind {
			return sn.row.Errorf("it fires in its counter-example on %q", h.Lemma)
		}
	}
	return nil
}

// trySilence fails if a row that keeps others from firing leaves its own words
// to one of them.
func (lex *lexicon) trySilence(sn *sense, doc *token.Doc) error {
	for si := range doc.Sentences {
		x := lex.context(doc, si)
		for i := range x.toks {
			c, ok := sn.fit(x, i)
			if !ok {
				continue
			}
			if got := lex.kindsAt(doc, doc.Cover(x.first+c.first, x.first+c.last)); len(got) > 0 {
				return sn.row.Errorf("%s fires in spite of this row", listed(got))
			}
			return nil
		}
	}
	return sn.row.Errorf("the row does not match its example")
}

// kindsAt lists the kinds and alternatives that are found at a span.
func (lex *lexicon) kindsAt(doc *token.Doc, at mention.Span) []string {
	var out []string
	for _, h := range lex.find(doc) {
		if h.Overlaps(at) {
			out = append(append(out, h.Kind), h.Alt...)
		}
	}
	return out
}

func listed(kinds []string) string {
	if len(kinds) == 0 {
		return "no event"
	}
	return strings.Join(kinds, ", ")
}

// unmark takes one pair of marks out of an example and returns what they held.
func unmark(text, open, closing string) (string, mention.Span) {
	a := strings.Index(text, open)
	b := strings.Index(text, closing)
	if a < 0 || b < a {
		return text, mention.Span{}
	}
	plain := text[:a] + text[a+len(open):b] + text[b+len(closing):]
	return plain, mention.Span{Start: a, End: b - len(open)}
}
