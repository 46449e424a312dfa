package phrase

import "dateline/extract/token"

// nounReader reads one noun phrase, token by token.
type nounReader struct {
	toks  []token.Token
	first int
	// The head so far, the last token that certainly belongs, and the last
	// adjective; -1 for none.
	head, last, adjective int
}

// nounPhrase reads a noun phrase from token i. Participles count as modifiers
// between a determiner, adjective or number and a noun.
func nounPhrase(toks []token.Token, i int) (Chunk, bool) {
	r := &nounReader{toks, i, -1, -1, -1}
	for j := i + aboutNumber(toks, i); j < len(toks) && (r.noun(j) || r.modifier(j)); j++ {
	}
	if r.head < 0 && (r.adjective > i || r.adjective == i && isPartitive(toks, i)) { // "Iran's top general", with general taken for an adjective; "several of them"
		r.head, r.last = r.adjective, r.adjective
	}
	if r.head < 0 {
		return Chunk{}, false
	}
	return Chunk{Kind: NP, First: i, Last: r.last + 1, Head: r.head}, true
}

// isPartitive reports whether the adjective at token i stands for some of those
// told of next: "several of them", "many of the men".
func isPartitive(toks []token.Token, i int) bool {
	return is(partitive, toks[i].Lower) && i+1 < len(toks) && toks[i+1].Lower == "of"
}

// noun takes token j if it can head a phrase or stand for one: a noun, a
// pronoun, a number.
func (r *nounReader) noun(j int) bool {
	t := r.toks[j]
	switch {
	case isNoun(t.Tag), t.Tag == "EX", t.Tag == "PRP" && r.head < 0,
		t.Tag == "VBG" && j > r.first && is(deverbal, t.Lower) && startsAsNoun(r.toks[r.first]):
		r.head, r.last = j, j
		return true
	case t.Tag == "CD":
		if r.head < 0 || r.toks[r.head].Tag == "CD" {
			r.head = j
		}
		r.last = j
		return true
	}
	return false
}

// modifier takes token j if it can stand within a phrase. After a noun only a
// possessive or what joins nouns can.
func (r *nounReader) modifier(j int) bool {
	switch t := r.toks[j]; {
	case t.Tag == "POS" && r.head >= 0:
		r.head, r.adjective = -1, -1 // what follows is the head
		return true
	case joins(r.toks, j), joinsNumbers(r.toks, j):
		return true
	case joinsModifiers(r.toks, j):
		r.head = -1
		return true
	case r.head >= 0 && isNoun(r.toks[r.head].Tag):
		return r.insideName(j)
	case t.Tag == "DT", t.Tag == "PDT", t.Tag == "PRP$":
		return r.determiner(j)
	case isAdjective(t.Tag):
		r.adjective = j
		return true
	}
	return r.describes(j)
}

// insideName reports whether the adjective or participle at j stands between a
// proper noun and a noun: "Iraqi militia leader" (which the tagger may not know),
// "US bombing raids".
func (r *nounReader) insideName(j int) bool {
	tag := r.toks[j].Tag
	return r.head == j-1 && r.toks[r.head].Tag == "NNP" && (isAdjective(tag) || tag == "VBG") && j+1 < len(r.toks) && isNoun(r.toks[j+1].Tag)
}

// determiner takes a determiner at the head of the phrase or after a possessive.
// One that stands alone is a head: "this led to".
func (r *nounReader) determiner(j int) bool {
	if j > r.first && r.toks[j-1].Tag != "PDT" && r.toks[j-1].Tag != "POS" {
		return false
	}
	if r.toks[j].Tag == "DT" && nounless(r.toks, j) {
		r.head, r.last = j, j
	}
	return true
}

// describes reports whether token j is a sign of money, a participle before a
// noun, or an adverb before an adjective, number or participle.
func (r *nounReader) describes(j int) bool {
	switch t := r.toks[j]; t.Tag {
	case "$", "#":
		return true
	case "VBN", "VBG":
		return modifies(r.toks, r.first, j)
	case "VBD":
		return j > r.first && r.toks[j-1].Tag == "RB" && participle(r.toks, r.first, j)
	case "RB":
		if j+1 == len(r.toks) {
			return false
		}
		next := r.toks[j+1].Tag
		return isAdjective(next) || next == "CD" || participle(r.toks, r.first, j+1)
	}
	return false
}

// approximators stand before a number and belong to its noun phrase.
var approximators = [][]string{{"at", "least"}, {"at", "most"}, {"more", "than"}, {"less", "than"}, {"fewer", "than"}, {"up", "to"},
	{"as", "many", "as"}, {"no", "fewer", "than"}, {"no", "more", "than"}, {"no", "less", "than"}, {"close", "to"}, {"an", "estimated"}, {"about"}, {"around"},
	{"over"}, {"nearly"}, {"almost"}, {"roughly"}, {"approximately"}, {"some"}, {"between"}}

// aboutNumber is how many words from i on say how the number after them is meant.
func aboutNumber(toks []token.Token, i int) int {
	for _, a := range approximators {
		n := len(a)
		if i+n >= len(toks) || toks[i+n].Tag != "CD" {
			continue
		}
		match := true
		for k, w := range a {
			match = match && toks[i+k].Lower == w
		}
		if match {
			return n
		}
	}
	return 0
}

// startsAsNoun reports whether a noun phrase opens with a determiner or possessor.
func startsAsNoun(t token.Token) bool { return t.Tag == "DT" || t.Tag == "PRP$" }

// joinsModifiers reports whether the conjunction at j joins two modifiers of one
// noun: "its human and military losses", "heavy and accurate fire".
func joinsModifiers(toks []token.Token, j int) bool {
	if toks[j].Tag != "CC" || j == 0 || j+2 >= len(toks) || !isAdjective(toks[j+1].Tag) || !isNoun(toks[j+2].Tag) {
		return false
	}
	return isAdjective(toks[j-1].Tag) || j > 1 && toks[j-2].Tag == "PRP$"
}

// joinsNumbers reports whether the word at j stands between the two numbers of a
// range: "20 to 30 people", "between 20 and 30".
func joinsNumbers(toks []token.Token, j int) bool {
	switch toks[j].Lower {
	case "to", "or":
	case "and":
		if j < 2 || toks[j-2].Lower != "between" {
			return false
		}
	default:
		return false
	}
	return j > 0 && j+1 < len(toks) && toks[j-1].Tag == "CD" && toks[j+1].Tag == "CD"
}

// joins reports whether token j is "&" or the like within a name.
func joins(toks []token.Token, j int) bool {
	return toks[j].Text == "&" && j+1 < len(toks) && isNoun(toks[j+1].Tag)
}

// nounless reports whether the determiner at j stands alone: "this led to".
func nounless(toks []token.Token, j int) bool {
	if l := toks[j].Lower; l != "this" && l != "that" && l != "these" && l != "those" && l != "all" && l != "some" && l != "both" {
		return false
	}
	return j+1 < len(toks) && (isVerb(toks[j+1].Tag) || toks[j+1].Tag == "MD" || toks[j+1].Tag == "IN")
}

// participle reports whether the word at j is a participle, which after an adverb
// the tagger may take for a past tense, before a noun of the phrase that begins
// at i: "several heavily armed men".
func participle(toks []token.Token, i, j int) bool {
	return (toks[j].Tag == "VBN" || toks[j].Tag == "VBD" && i < j-1) && modifies(toks, i, j)
}

// modifies reports whether the participle at j stands before a noun of the
// phrase that begins at i.
func modifies(toks []token.Token, i, j int) bool {
	if j == i {
		return false
	}
	for k := j + 1; k < len(toks) && k < j+4; k++ {
		switch tag := toks[k].Tag; {
		case isNoun(tag):
			return true
		case !isAdjective(tag) && tag != "VBN" && tag != "VBG":
			return false
		}
	}
	return false
}
