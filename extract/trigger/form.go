package trigger

import "strings"

// form tells in which shape the head of a match stands. ok is false if the
// word is not used in any shape that the row allows: a noun where a verb is
// meant, an attribute, the modifier of another noun.
func (x *context) form(sn *sense, s span) (Form, bool) {
	word := x.toks[s.head]
	f := sn.pattern[sn.head].words[word.Lower]
	switch {
	case f&(past|participle) != 0 && f&(base|nounShapes) == 0:
		return x.participleForm(sn, s)
	case f&ing != 0:
		return x.ingForm(sn, s)
	case f&verbShapes != 0 && f&nounShapes == 0:
		if f&(past|participle) != 0 && x.inPassive(s.head) {
			return Passive, true // "was hit", "was shot"
		}
		return Verb, x.verbish(s.head) || f&past != 0 && !x.g.determiner[x.lower(s.head-1)] && x.startsPhrase(s.head+1)
	case f&nounShapes != 0:
		return Noun, x.nounish(s.head, f) && (sn.flags.modifier || s.head != s.last-1 || !x.modifies(s.head))
	}
	return Noun, true
}

// participleForm tells "bombed" (active), "was bombed" and "towns bombed by" apart.
func (x *context) participleForm(sn *sense, s span) (Form, bool) {
	switch {
	case x.inPassive(s.head):
		if sn.flags.intransitive {
			return Verb, true
		}
		return Passive, true
	case x.attribute(s.head, s.last) || x.isNominal(s.head):
		return Passive, sn.flags.attributive
	case sn.flags.intransitive || sn.flags.mutual || x.afterHave(s.head):
		return Verb, true
	case x.lower(s.last) == "by":
		return Passive, true
	case x.startsPhrase(s.last):
		return Verb, true
	case x.toks[s.head].Tag == "VBN":
		return Passive, true
	case x.tag(s.last) == "IN" && x.shortOfObject(sn, s):
		return Passive, true
	}
	return Verb, true
}

// shortOfObject reports whether a verb that wants an object is followed by a
// preposition instead, its pattern being that one word: "people killed in".
func (x *context) shortOfObject(sn *sense, s span) bool {
	return (sn.flags.consequence || x.headline) && len(sn.pattern) == 1
}

// inPassive reports whether token i follows a form of "be", adverbs apart.
func (x *context) inPassive(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 4; k-- {
		w := x.toks[k].Lower
		if x.g.be[w] {
			return x.tag(k) != "POS"
		}
		if !x.g.adverb[w] && x.tag(k) != "RB" {
			return false
		}
	}
	return false
}

// afterHave reports whether token i follows a form of "have", adverbs apart.
func (x *context) afterHave(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 4; k-- {
		w := x.toks[k].Lower
		if x.g.have[w] {
			return true
		}
		if !x.g.adverb[w] && x.tag(k) != "RB" {
			return false
		}
	}
	return false
}

// attribute reports whether a participle stands before the noun it describes:
// "the wounded soldiers". last is the token after the match.
func (x *context) attribute(i, last int) bool {
	if !strings.HasPrefix(x.tag(last), "NN") && x.tag(last) != "JJ" {
		return false
	}
	prev, tag := x.lower(i-1), x.tag(i-1)
	if tag == "RB" { // "the newly elected leader", but not "he also met leaders"
		tag = x.tag(i - 2)
		return tag == "DT" || tag == "PRP$" || tag == "POS" || tag == "IN"
	}
	return x.g.determiner[prev] && !x.g.pronoun[prev] || tag == "CD" || tag == "JJ" || tag == "PRP$" || tag == "POS" || tag == "IN" || prev == "-"
}

// isNominal reports whether a participle stands for people: "the wounded".
func (x *context) isNominal(i int) bool {
	return x.g.article[x.lower(i-1)]
}

// startsPhrase reports whether an object begins at token i.
func (x *context) startsPhrase(i int) bool {
	tag := x.tag(i)
	if i < len(x.toks) && x.g.determiner[x.lower(i)] {
		return true
	}
	return strings.HasPrefix(tag, "NN") && !x.g.time[x.lower(i)] || tag == "PRP" || tag == "PRP$" || tag == "CD" || tag == "JJ" || tag == "DT"
}

// ingForm tells "killing nine" from "the killing of" and "were attacking".
func (x *context) ingForm(sn *sense, s span) (Form, bool) {
	i := s.head
	if x.inPassive(i) && !x.g.determiner[x.lower(i-1)] {
		return Verb, true
	}
	prev, tag := x.lower(i-1), x.tag(i-1)
	if next := x.tag(s.last); !x.g.determiner[prev] && (next == "DT" || next == "PRP$") {
		return Gerund, true
	}
	if x.g.determiner[prev] || tag == "JJ" || tag == "PRP$" || tag == "POS" || x.lower(s.last) == "of" || x.toks[i].Tag == "NN" && !x.startsPhrase(s.last) {
		if s.last == i+1 && x.modifies(i) && !sn.flags.modifier {
			return Noun, false
		}
		return Noun, true
	}
	return Gerund, true
}

// verbish reports whether token i, a spelling that a noun may share, is a verb here.
func (x *context) verbish(i int) bool {
	prev, tag := x.lower(i-1), x.tag(i-1)
	switch {
	case x.g.modal[prev] || x.g.pronoun[prev] || tag == "MD" || tag == "TO":
		return true
	case x.g.determiner[prev] || tag == "PRP$" || tag == "POS" || tag == "DT":
		return false
	}
	own := x.toks[i].Tag
	if strings.HasPrefix(own, "VB") {
		return true
	}
	if tag == "NNS" && x.startsPhrase(i+1) && x.tag(i+1) != "JJ" {
		return true // "rebels attack convoy", the verb tagged as a noun
	}
	if x.headline || strings.HasPrefix(own, "NNP") {
		return strings.HasPrefix(tag, "NN") && x.startsPhrase(i+1)
	}
	return false
}

// nounish reports whether token i, which a row takes for a noun, is one here.
func (x *context) nounish(i int, f shape) bool {
	own, prev := x.toks[i].Tag, x.tag(i-1)
	switch {
	case strings.HasSuffix(x.lower(i), "ing") && x.verbs[x.lower(i)]:
		return !x.isGerund(i)
	case x.verbs[x.lower(i)] && prev == "NNS" && x.verbish(i):
		return false
	case strings.HasPrefix(own, "NN"):
		return !(x.headline && x.verbs[x.lower(i)] && f&plural != 0 && strings.HasPrefix(prev, "NN") && x.startsPhrase(i+1))
	case own == "JJ" && (strings.HasPrefix(x.tag(i+1), "NN") || x.tag(i+1) == "JJ"):
		return false
	case !x.verbs[x.lower(i)]:
		return true
	}
	return x.g.determiner[x.lower(i-1)] || prev == "JJ" || prev == "PRP$" || prev == "POS" || prev == "CD" || prev == "NN" || prev == "IN" && own != "VBG"
}

// isGerund reports whether a word in -ing is a verb here: it has an object
// ("without meeting the king") or an auxiliary ("were fighting").
func (x *context) isGerund(i int) bool {
	if x.g.determiner[x.lower(i-1)] || x.tag(i-1) == "JJ" {
		return false
	}
	next := x.tag(i + 1)
	return next == "DT" || next == "PRP$" || x.toks[i].Tag == "VBG" && x.startsPhrase(i+1) || x.inPassive(i)
}

// modifies reports whether noun i only describes the noun after it: "attack helicopters".
func (x *context) modifies(i int) bool {
	next := x.tag(i + 1)
	if next == "NNP" && !x.headline {
		return x.toks[i].Tag == "NNP"
	}
	noun := next == "NN" || next == "NNS" || x.headline && next == "NNPS"
	verb := strings.HasSuffix(x.lower(i+1), "s") && x.startsPhrase(i+2) || x.headline && x.verbs[x.lower(i+1)]
	return noun && !verb && !x.g.time[x.lower(i+1)]
}
