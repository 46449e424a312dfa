package extract

import (
	"slices"

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
	return sc.isBare(sc.Chunks[c+2]) && !sc.fixed(sc.clauseOf[c])
}

// isPractice reports a verb for what is done time and again rather than once: in
// the present tense ("are being killed", "gunmen who attack"), or to people in
// general ("has murdered priests", "by burning villages").
func (sc *scene) isPractice(h *trigger.Hit) bool {
	if h.Form == trigger.Noun || sc.kind != article.Body || !crimes[h.Kind] {
		return false
	}
	at := sc.At(h.Head)
	verb := sc.Chunks[at]
	clause := sc.clauseOf[at]
	if verb.Kind != phrase.VG || sc.fixed(clause) {
		return false
	}
	switch sc.tense(verb) {
	case present:
		return sc.clauses[clause].Kind == phrase.Relative
	case progressive:
		return true
	case perfect, nonfinite:
		return sc.kindAt(at+1) == phrase.NP && sc.isBare(sc.Chunks[at+1])
	}
	return false
}

// isBare reports a plural that stands for people or things in general.
func (sc *scene) isBare(chunk phrase.Chunk) bool {
	return sc.Doc.Tokens[chunk.Head].Tag == "NNS" && !sc.determinedBy(chunk) && !sc.counted(chunk)
}

// tense is what the form of a verb group says of when.
type tense int

const (
	otherTense  tense = iota
	present           // "attack", "attacks"
	progressive       // "is killing", "are being killed"
	perfect           // "has killed"
	nonfinite         // "killing", "to kill"
)

func (sc *scene) tense(verb phrase.Chunk) tense {
	first, head := sc.Doc.Tokens[verb.First], sc.Doc.Tokens[verb.Head]
	switch first.Lower {
	case "is", "are", "'s", "'re":
		if head.Tag == "VBG" || verb.Head > verb.First && sc.Doc.Tokens[verb.Head-1].Lower == "being" {
			return progressive
		}
		return otherTense
	case "has", "have", "'ve":
		return perfect
	}
	switch {
	case verb.Infinitive || head.Tag == "VBG" && verb.First == verb.Head:
		return nonfinite
	case verb.First == verb.Head && (head.Tag == "VBZ" || head.Tag == "VBP"):
		return present
	}
	return otherTense
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

// manyVictims is the least number of victims that a running total counts: fewer
// may be those of one deed told with the war that it was part of.
const manyVictims = 10

// isRunningTotal reports a count of the victims of many deeds: "70,000 have been
// killed since the war began".
func isRunningTotal(m *mention.Mention) bool {
	ofMany := func(t mention.Toll) bool { return t.Scope == cumulative && t.Count.Low >= manyVictims }
	return crimes[m.Kind] && slices.ContainsFunc(m.Tolls, ofMany) && !slices.ContainsFunc(m.Tolls, func(t mention.Toll) bool { return t.Scope != cumulative })
}

// isVague reports whether nothing is told of a mention but what was done.
func isVague(m *mention.Mention) bool {
	dated := m.Date.Text != "" || m.Date.Earliest.Known() || m.Date.YearUnknown() || m.Date.Basis == date.Document
	return !dated && !m.Headline && len(m.Actors)+len(m.Targets)+len(m.Places)+len(m.Tolls) == 0
}
