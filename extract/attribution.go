package extract

import (
	"dateline/extract/mention"
	"dateline/extract/phrase"
)

// attributions are those who are said to tell what the clause of token i does:
// the subject of the verb of saying on which it hangs, whom "according to" names.
func (sc *scene) attributions(i int) []mention.Attribution {
	clause := sc.clause(i)
	var out []mention.Attribution
	for k, c := range sc.Chunks {
		switch {
		case c.Kind == phrase.VG && c.Speech && sc.clauseOf[k] != clause:
			out = sc.attribute(out, sc.Subject(k))
		case sc.lower(k) == "according":
			out = sc.attribute(out, k+2)
		}
	}
	return out
}

func (sc *scene) attribute(out []mention.Attribution, c int) []mention.Attribution {
	if sc.kindAt(c) != phrase.NP {
		return out
	}
	span := sc.Doc.Cover(sc.Chunks[c].First, sc.Chunks[c].Last)
	return append(out, mention.Attribution{Who: sc.Doc.Slice(span), Span: span})
}
