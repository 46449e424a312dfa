package phrase

import (
	"sync"

	"dateline/extract/lang/en"
)

// class names a class of words of phrase_words.tsv.
type class string

// The classes that the chunker goes by; the table says what each is.
const (
	subordinator          class = "subordinator"
	participlePreposition class = "participlepreposition"
	partitive             class = "partitive"
	deverbal              class = "deverbal"
	auxiliary             class = "auxiliary"
	be                    class = "be"
	speech                class = "speech"
)

var vocabulary = sync.OnceValues(func() (en.Classes, error) { return en.Words("phrase_words.tsv") })

// Check reports what is wrong with the table of words.
func Check() error {
	_, err := vocabulary()
	return err
}

// is reports whether a word in lower case is of a class.
func is(c class, word string) bool {
	v, _ := vocabulary()
	return v.Has(string(c), word)
}

// IsSaying reports whether a word in lower case is a form of a verb of saying.
func IsSaying(word string) bool { return is(speech, word) }
