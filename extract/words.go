package extract

import (
	"strings"
	"sync"

	"dateline/extract/lang/en"
)

// The tables of words that the passes go by.
var (
	collectives = sync.OnceValue(func() map[string]bool { return wordTable("collectives.tsv") })
	instruments = sync.OnceValue(func() map[string]bool { return wordTable("instruments.tsv") })
	connectives = sync.OnceValue(func() map[string]bool { return wordTable("connectives.tsv") })
)

// wordTable reads the first column of an embedded table of words; a test sees
// to it that each table is there.
func wordTable(name string) map[string]bool {
	b, err := en.Files.ReadFile(name)
	if err != nil {
		return nil
	}
	words := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		w, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if w != "" && w[0] != '#' {
			words[w] = true
		}
	}
	return words
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
