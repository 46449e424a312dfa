package actor

import (
	"strings"

	"dateline/extract/mention"
)

// IsPerson reports whether a name that Find returned is that of a person rather
// than of a body or a group.
func IsPerson(n mention.Name) bool {
	r := embedded()
	if at, ok := r.byID[n.ID]; ok {
		return r.person[at]
	}
	switch n.Rule {
	case RuleTitle:
		return true
	case RuleUnlisted, RuleCoreference:
		return !r.words.namesBody(n.Name)
	}
	return false
}

// namesBody reports whether a word of the name is one that organisations'
// names end or begin with.
func (w *words) namesBody(name string) bool {
	for _, word := range strings.Fields(name) {
		if len(w.last[word])+len(w.first[word]) > 0 {
			return true
		}
	}
	return false
}
