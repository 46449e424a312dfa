package en

import (
	_ "embed"
	"strings"
)

// lexicon is the common words of English with their inflections, in lower case,
// one a line in the order of their bytes. No names are among them.
//
//go:embed lexicon.txt
var lexicon string

// IsWord reports whether a word in lower case is a common word of English,
// which a name in a text that is all in capitals mostly is not.
func IsWord(lower string) bool {
	from, to := 0, len(lexicon) // the word, if it is there, is a line that begins in from..to
	for from < to {
		mid := from + (to-from)/2
		start := strings.LastIndexByte(lexicon[:mid], '\n') + 1
		line, _, _ := strings.Cut(lexicon[start:], "\n")
		switch strings.Compare(line, lower) {
		case 0:
			return lower != ""
		case -1:
			from = start + len(line) + 1
		default:
			to = start
		}
	}
	return false
}
