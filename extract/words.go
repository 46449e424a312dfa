package extract

import (
	"strings"
	"sync"

	"dateline/extract/lang/en"
)

// class names a class of words of extract_words.tsv.
type class string

// The classes that the passes go by; the table says what each is.
const (
	ground       class = "ground"
	simultaneous class = "simultaneous"
	continuing   class = "continuing"
	launch       class = "launch"
	affected     class = "affected"
	single       class = "single"
	quantity     class = "quantity"
	locative     class = "locative"
	loss         class = "loss"
	lossCause    class = "losscause"
	determined   class = "determined"
	instrument   class = "instrument"
	connective   class = "connective"
	befall       class = "befall"
	collective   class = "collective"
	town         class = "town"
	reaction     class = "reaction"
	fate         class = "fate"
	way          class = "way"
	bearing      class = "bearing"
	measure      class = "measure"
	tollWord     class = "toll"
	be           class = "be"
	superseded   class = "superseded"
	perish       class = "perish"
	dying        class = "dying"
	taking       class = "taking"
	outcome      class = "outcome"
	part         class = "part"
	struggle     class = "struggle"
	stretch      class = "stretch"
	span         class = "span"
	noone        class = "noone"
	anybody      class = "anybody"
	leadover     class = "leadover"
	nounEnding   class = "nounending"
	small        class = "small"
	calendar     class = "calendar"
	pairOfPeople class = "pairofpeople"
	pairOfBodies class = "pairofbodies"
	claiming     class = "claiming"
	blaming      class = "blaming"
	ascribing    class = "ascribing"
	committing   class = "committing"
	incident     class = "incident"

	responsibility class = "responsibility"
)

// vocabulary is the table of classes; Extract reports its error.
var vocabulary = sync.OnceValues(func() (en.Classes, error) { return en.Words("extract_words.tsv") })

// is reports whether a word in lower case is of a class.
func is(c class, word string) bool {
	v, _ := vocabulary()
	return v.Has(string(c), word)
}

// singular strips the regular plural of an English noun in lower case.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
