package token

import "strings"

// tagger gives the words of sentences their tags: those of prose, number words
// and rare prepositions apart, but each token its own. Prose lets all repeats
// of a word in a document share one token and so the last one's tag.
type tagger struct {
	*model
	around []context // the sentence in hand
	named  []string  // its tags with the words as written
}

// tag fills in the Tag of the tokens of one sentence. Words of a sentence in
// capitals are read in lower case, since the model knows capitals as names only.
// In a headline with every word capitalised, a word is read both ways and is a
// name unless it is a verb or a function word in lower case.
func (t *tagger) tag(sent []Token, s style) {
	t.tagAs(sent, s == allCapitals)
	if s != titleCase {
		return
	}
	t.named = t.named[:0]
	for i := range sent {
		t.named = append(t.named, sent[i].Tag)
	}
	t.tagAs(sent, true)
	for i, name := range t.named {
		if strings.HasPrefix(name, "NNP") && (isNominal(sent[i].Tag) || acronym(sent[i].Text)) {
			sent[i].Tag = name
		}
	}
}

// isNominal reports whether a tag is that of a noun, adjective, number or foreign word.
func isNominal(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "FW"
}

// acronym reports whether a word of several letters is all capitals.
func acronym(w string) bool { return len(w) > 1 && w == strings.ToUpper(w) }

// dash is the tag of a hyphen that stands alone. It is no class of the model,
// for which it counts as any other dash.
const dash = "-"

// tagAs tags the words as they are written or, with lower, in lower case.
func (t *tagger) tagAs(sent []Token, lower bool) {
	t.look(sent, lower)
	n := len(t.class)
	p1, p2 := t.class[startMark], t.class[startMark2]
	for i := range sent {
		w := sent[i].Text
		if lower {
			w = sent[i].Lower
		}
		if w == dash {
			sent[i].Tag, p1, p2 = dash, t.class[":"], p1
			continue
		}
		class := t.only(&t.around[i+2], w)
		if class < 0 {
			scores := t.before[p1*n+p2]
			t.score(&scores, t.around[i:i+5], w, p1)
			class = best(scores[:len(t.classes)])
		}
		sent[i].Tag, p1, p2 = t.classes[class], class, p1
	}
}

// look fills around with the words of a sentence and the two marks before and
// after it that the model was trained with.
func (t *tagger) look(sent []Token, lower bool) {
	t.around = append(t.around[:0], t.known(startMark), t.known(startMark2))
	for i := range sent {
		w := sent[i].Text
		if lower {
			w = sent[i].Lower
		}
		t.around = append(t.around, t.known(normalise(w, sent[i].Lower)))
	}
	t.around = append(t.around, t.known("-END-"), t.known("-END2-"))
}

// context is a word of a sentence as the features see it.
type context struct {
	*word
	text string // normalised
}

// known returns what the model knows of a normalised word.
func (t *tagger) known(w string) context {
	if known := t.words[w]; known != nil {
		return context{known, w}
	}
	if e := t.endings[tail(w)]; e != nil {
		return context{&word{ending: e}, w}
	}
	return context{&unknown, w}
}

// Known reports whether the tagger's model has met a word in lower case. One that
// it has not met is mostly a name.
func Known(word string) bool {
	m, err := loadModel()
	return err != nil || m.words[word] != nil || m.fixed[word] > 0
}

// only returns the class of a word that needs no look around it, -1 if there
// is none: words of our own table, addresses, and words that have one tag only.
func (t *tagger) only(c *context, w string) int {
	switch {
	case c.told > 0:
		return int(c.told) - 1
	case w[0] == '@' || strings.IndexByte(w, ':') >= 0 && strings.Contains(w, "://"):
		return t.class["NN"]
	case w == c.text:
		return int(c.fixed) - 1
	}
	return int(t.fixed[w]) - 1
}

// score adds to scores, which hold the features of the two tags before, those
// of word w in the middle of five words. The word before it is of class p1.
func (t *tagger) score(scores *[maxClasses]int32, at []context, w string, p1 int) {
	here, ending := at[2], at[2].ending
	if w != here.text {
		if ending = t.endings[tail(w)]; ending == nil {
			ending = &unseen
		}
	}
	for _, r := range [...]run{
		ending.here, t.initial[w[0]], here.here, at[1].prev, at[1].ending.prev, at[0].prev2,
		at[3].next, at[3].ending.next, at[4].next2,
	} {
		t.sum(scores, r)
	}
	for _, a := range here.afterTag {
		if a.tag == p1 {
			t.sum(scores, a.run)
		}
	}
}

// best is the class with the highest score, the first of equals.
func best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

func tail(w string) string { return w[len(w)-min(len(w), 3):] }

// normalise maps words onto the classes that the model was trained with.
func normalise(word, lower string) string {
	switch {
	case word[0] != '-' && strings.Contains(word, "-"):
		return "!HYPHEN"
	case word[0] < '0' || word[0] > '9':
		return lower
	case len(word) == 4 && digits(word):
		return "!YEAR"
	}
	return "!DIGITS"
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
