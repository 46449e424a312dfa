// Package trigger holds the kinds of event and finds the words that evoke them.
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
	Kind        string
	Rule        string // the row that fired
	Form        Form
	// Intransitive verbs have their subject as the one affected or moving
	// ("fled", "died", "resigned"): which role the subject takes.
	SubjectIs string // "actor" or "target"
	// Mutual triggers make subject and object (or "with X") two sides: "met", "clashed".
	Mutual bool
	Lemma  string
}

// Find returns the triggers in doc in text order.
func Find(doc *token.Doc) []Hit { return nil }
