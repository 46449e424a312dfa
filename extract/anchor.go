package extract

import (
	"dateline/extract/article"
	"dateline/extract/timex"
	"dateline/extract/token"
)

// settle returns the publication day that the article states or, where it
// states none, the one that its time expressions agree on.
func settle(a article.Article, doc *token.Doc, exprs []timex.Expr) article.Published {
	if a.Published.Day.Known() {
		return a.Published
	}
	day, rule, evidence, ok := timex.InferPublished(doc, exprs)
	if !ok {
		return article.Published{Basis: "none"}
	}
	p := article.Published{Day: day, Basis: "inferred", Where: rule}
	if len(evidence) > 0 {
		p.Span = evidence[0]
	}
	return p
}
