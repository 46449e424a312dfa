package trigger

import (
	"strings"
	"sync"

	"dateline/extract/lang/en"
)

// Aspect is a distinction within a kind of event that its words make and on
// which its equivalents in other codings turn.
type Aspect string

// The aspects; triggeraspects.tsv says what each is.
const (
	Verdict      Aspect = "verdict"
	Consent      Aspect = "consent"
	Refusal      Aspect = "refusal"
	Ratification Aspect = "ratification"
	Ban          Aspect = "ban"
	Pardon       Aspect = "pardon"
	Cancellation Aspect = "cancellation"
	Surrender    Aspect = "surrender"
	Joint        Aspect = "joint"
	Peacekeeping Aspect = "peacekeeping"
)

// aspects is the table of their words.
var aspects = sync.OnceValues(func() (en.Classes, error) { return en.Words("triggeraspects.tsv") })

// Tells reports whether a word of text is one of the aspect's.
func (a Aspect) Tells(text string) bool {
	v, _ := aspects() // Check reports the error
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if v.Has(string(a), w) {
			return true
		}
	}
	return false
}
