// Package actor finds actors in a text (states and their organs, armed groups,
// organisations, office holders, and people and groups that no list has) and
// says who each is.
package actor

import (
	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/token"
)

// Found is an actor named in the text.
type Found struct {
	mention.Name
	First, Last int // tokens of the name, Last excluded
}

// Find returns the actors named in doc in text order, none overlapping.
// published (may be 0) settles who held an office.
func Find(doc *token.Doc, published date.Day) []Found { return nil }
