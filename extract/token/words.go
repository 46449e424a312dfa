package token

import (
	"sync"

	"dateline/extract/lang/en"
)

// class names a class of words of token_words.tsv.
type class string

// The classes; the table says what each is.
const (
	opener      class = "opener"
	numeral     class = "numeral"
	preposition class = "preposition"
)

// vocabulary is the table of classes; Parse reports its error.
var vocabulary = sync.OnceValues(func() (en.Classes, error) { return en.Words("token_words.tsv") })

// is reports whether a word is of a class.
func is(c class, word string) bool {
	v, _ := vocabulary()
	return v.Has(string(c), word)
}
