// Package trigger holds the kinds of event and finds the words that evoke them.
//
// The words are rows of tables (extract/lang/en/trigger_*.tsv): a pattern of
// words, the conditions under which it has this sense, and sentences in which
// it must and must not fire. Find works in small passes: match every row,
// choose among overlapping senses, then mark what a hit is to its neighbours
// (a consequence, a reference back, mere talk of such events).
package trigger

import (
	"dateline/extract/mention"
	"dateline/extract/token"
)

// Kind is a row of kinds.tsv.
type Kind struct {
	Name   string
	Family string // armed, control, posture, unrest, politics, diplomacy, humanitarian, speech
	Plover string // nearest PLOVER type/mode, may be ""
	ACLED  string // nearest "event type:sub-event type", may be ""
	Gloss  string // definition
}

// Form is the grammatical shape in which a trigger stands.
type Form string

// The forms.
const (
	Verb    Form = "verb"    // active finite verb, or infinitive: "bombed"
	Passive Form = "passive" // passive or reduced passive participle: "was killed", "troops sent to"
	Gerund  Form = "gerund"  // "killing nine"
	Noun    Form = "noun"    // "the attack on"
)

// Hit is a trigger found in the text.
type Hit struct {
	mention.Span
	First, Last int // tokens, Last excluded
	Head        int // the token that carries the form: the verb, or the noun
	Sentence    int // index in Doc.Sentences
	Kind        string
	Alt         []string // other kinds that the words could evoke here
	Rule        string   // the row that fired: "file:line pattern"
	Form        Form
	// Intransitive verbs have their subject as the one affected or moving
	// ("fled", "died", "resigned"): which role the subject takes.
	SubjectIs string // "actor" or "target"
	// Mutual triggers make subject and object (or "with X") two sides: "met", "clashed".
	Mutual bool
	Lemma  string

	// Support is the light verb that carries a noun ("carried out an attack",
	// "strikes were launched by"): its subject is the noun's. -1 if there is none.
	Support     int
	SupportForm Form

	Consequence bool // a death or injury told beside the act that caused it
	Generic     bool // talk of such events in general, no particular happening
	Anaphoric   bool // "the attack": refers back to an event told before

	toll bool       // the row counts the dead or hurt
	cues []cueFound // of modality, that reach it
}

// Find returns the triggers in doc in text order. No two overlap.
func Find(doc *token.Doc) []Hit {
	lex, err := loaded()
	if err != nil {
		return nil // Check reports it; a test rules it out
	}
	return lex.find(doc)
}

func (lex *lexicon) find(doc *token.Doc) []Hit {
	var hits []Hit
	for si := range doc.Sentences {
		c := lex.context(doc, si)
		found := lex.match(c)
		if len(found) == 0 {
			continue
		}
		cues := lex.cuesIn(c)
		for i := range found {
			lex.describe(c, cues, &found[i])
		}
		fold(c, found)
		hits = append(hits, found...)
	}
	foldAcross(lex.grammar, doc, hits)
	return hits
}
