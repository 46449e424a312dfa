// Package place finds place names in a text and says which place each means.
package place

import (
	"dateline/extract/mention"
	"dateline/extract/token"
)

// Found is a place named in the text.
type Found struct {
	mention.Place
	First, Last int // tokens of the name, Last excluded
}

// Find returns the places named in doc in text order, none overlapping,
// resolved with the whole document as context. title (may be "") is context only.
func Find(doc *token.Doc, title string) []Found { return nil }
