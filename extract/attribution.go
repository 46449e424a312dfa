package extract

import (
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// attribution returns who tells of the event: the subject of the verb of saying
// on which the trigger's clause hangs, or whom "according to" names.
func (r *reader) attribution(sc *scene, h *trigger.Hit) []mention.Attribution {
	var out []mention.Attribution
	for i, c := range sc.Chunks {
		switch {
		case c.Kind == phrase.VG && c.Speech && sc.clauseOf[i] != sc.clause(h.Head):
			out = sc.attribute(out, sc.Subject(i))
		case sc.lower(i) == "according":
			out = sc.attribute(out, i+2)
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
