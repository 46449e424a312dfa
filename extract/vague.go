package extract

import (
	"dateline/extract/article"
	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// crimes are the kinds whose words are also names of crimes, and as such much
// used in general talk: "murder", "acts of sabotage", "the kidnappings".
var crimes = map[string]bool{
	"attack": true, "killing": true, "assassination": true, "shooting": true, "bombing": true,
	"abduction": true, "destruction": true, "abuse": true,
}

// isClass reports a noun for a class of deeds rather than one of them: done to
// people or things in general ("the murder of peasants"), without a number, a
// time or a place.
func (sc *scene) isClass(h *trigger.Hit) bool {
	if h.Form != trigger.Noun || h.Support >= 0 || sc.kind != article.Body || !crimes[h.Kind] {
		return false
	}
	c := sc.At(h.Last - 1)
	if sc.counted(sc.Chunks[c]) || !is(affected, sc.lower(c+1)) || sc.kindAt(c+2) != phrase.NP {
		return false
	}
	victims := sc.Chunks[c+2]
	return sc.Doc.Tokens[victims.Head].Tag == "NNS" && !sc.determinedBy(victims) && !sc.fixed(sc.clauseOf[c])
}

// counted reports whether a noun phrase speaks of one deed or a number of them.
func (sc *scene) counted(chunk phrase.Chunk) bool {
	for i := chunk.First; i < chunk.Head; i++ {
		if t := sc.Doc.Tokens[i]; t.Tag == "CD" || is(single, t.Lower) {
			return true
		}
	}
	return false
}

// fixed reports whether a clause tells a time or a place.
func (sc *scene) fixed(clause int) bool {
	for i := range sc.places {
		if sc.clause(sc.places[i].First) == clause {
			return true
		}
	}
	for i := range sc.times {
		if sc.clause(sc.tokenAt(sc.times[i].Start)) == clause {
			return true
		}
	}
	return false
}

// markVague marks deeds of violence of which the article tells nothing: neither
// who nor to whom, where nor when. A telling of that kind with more to it
// elsewhere in the article is what they may refer to.
func (r *reader) markVague() {
	told := map[string]bool{}
	for i := range r.mentions {
		if m := &r.mentions[i]; !m.Generic && !isVague(m) {
			told[m.Kind] = true
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; crimes[m.Kind] && !told[m.Kind] && isVague(m) {
			m.Generic = true
		}
	}
}

// isVague reports whether nothing is told of a mention but what was done.
func isVague(m *mention.Mention) bool {
	dated := m.Date.Text != "" || m.Date.Earliest.Known() || m.Date.YearUnknown() || m.Date.Basis == date.Document
	return !dated && !m.Headline && len(m.Actors)+len(m.Targets)+len(m.Places)+len(m.Tolls) == 0
}
