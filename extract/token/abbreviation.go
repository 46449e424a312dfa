package token

import (
	"bufio"
	"strings"
	"sync"
	"unicode"

	"dateline/extract/lang/en"
)

// abbreviations are the words of the table, by whether a sentence may end with them.
var abbreviations = sync.OnceValue(func() map[string]bool {
	b, err := en.Files.ReadFile("abbreviations.tsv")
	if err != nil {
		return nil // embedded: a test reads it
	}
	may := map[string]bool{}
	sc := bufio.NewScanner(strings.NewReader(string(b)))
	for sc.Scan() {
		word, kind, _ := strings.Cut(sc.Text(), "\t")
		if word != "" && word[0] != '#' {
			may[word] = kind == "may end"
		}
	}
	return may
})

// abbreviated reports whether the full stop at the end of sent belongs to an
// abbreviation, so that the sentence goes on in rest.
func abbreviated(sent, rest string) bool {
	trimmed := strings.TrimRight(sent, " ")
	if !strings.HasSuffix(trimmed, ".") {
		return false
	}
	word := strings.TrimLeft(trimmed[strings.LastIndexByte(trimmed, ' ')+1:], `"'([`)
	next := strings.TrimLeft(rest, " ")
	mayEnd, listed := abbreviations()[strings.ToLower(word)]
	switch {
	case listed && !mayEnd:
		return true
	case listed, initials(word):
		return !opensSentence(next)
	}
	return false
}

// initials reports whether word is an initial or initialism: "J.", "U.S.".
func initials(word string) bool {
	if len(word)%2 != 0 || word == "" {
		return false
	}
	for i, r := range word {
		if (i%2 == 0) != unicode.IsUpper(r) || (i%2 == 1) != (r == '.') {
			return false
		}
	}
	return true
}

func opensSentence(next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return is(opener, strings.Trim(word, `",`)) || strings.HasPrefix(next, `"`)
}
