package extract

import (
	"slices"

	"dateline/extract/article"
	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/timex"
	"dateline/extract/token"
)

// settle returns the publication day that the article states or, where it
// states none or but its day and month, the one that its time expressions agree on.
func settle(a article.Article, doc *token.Doc, exprs []timex.Expr) article.Published {
	if a.Published.Day.Known() {
		return a.Published
	}
	day, rule, evidence, ok := timex.InferPublished(doc, exprs)
	if month, dom, partial := a.Published.MonthDay(); !ok && partial {
		day, rule, evidence, ok = timex.InferYear(doc, exprs, month, dom)
	}
	if !ok {
		return article.Published{Basis: "none", Partial: a.Published.Partial}
	}
	p := article.Published{Day: day, Basis: "inferred", Where: rule}
	if len(evidence) > 0 {
		p.Span = evidence[0]
	}
	return p
}

// withDateline puts the day of the dateline among the time expressions of the
// text, in their order. It belongs to no sentence and dates no event.
func withDateline(a article.Article, times []timex.Timex) ([]timex.Timex, error) {
	if a.DatelineDay.Len() == 0 {
		return times, nil
	}
	doc, err := token.Parse(a.Text, []mention.Span{a.DatelineDay})
	if err != nil {
		return nil, err
	}
	at, _ := slices.BinarySearchFunc(times, a.DatelineDay.Start, func(t timex.Timex, start int) int { return t.Start - start })
	return slices.Concat(times[:at], timex.Resolve(doc, timex.Find(doc), a.Published.Day), times[at:]), nil
}

// resolve fills in the time expressions, those of each stamped part of the page
// from the day of its stamp.
func resolve(a article.Article, doc *token.Doc, exprs []timex.Expr) []timex.Timex {
	var out []timex.Timex
	for len(exprs) > 0 {
		day := publishedAt(a, exprs[0].Start)
		n := slices.IndexFunc(exprs, func(e timex.Expr) bool { return publishedAt(a, e.Start) != day })
		if n < 0 {
			n = len(exprs)
		}
		out = append(out, timex.Resolve(doc, exprs[:n], day)...)
		exprs = exprs[n:]
	}
	return out
}

// publishedAt is the day on which the text at byte b came out: that of the stamp
// that it stands under, else the article's.
func publishedAt(a article.Article, b int) date.Day {
	i, _ := slices.BinarySearchFunc(a.Blocks, b, func(bl article.Block, b int) int { return bl.End - 1 - b })
	if i < len(a.Blocks) && a.Blocks[i].Stamp.Known() {
		return a.Blocks[i].Stamp
	}
	return a.Published.Day
}
