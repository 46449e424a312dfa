package phrase

import "dateline/extract/token"

// verbReader reads one verb group, token by token.
type verbReader struct {
	toks    []token.Token
	group   Chunk
	passive bool // the last auxiliary makes a passive
}

// verbGroup reads auxiliaries, adverbs among them, and a main verb from token i.
func verbGroup(toks []token.Token, i int) (Chunk, bool) {
	if standsAsPreposition(toks, i) {
		return Chunk{}, false
	}
	r := &verbReader{toks: toks, group: Chunk{Kind: VG, First: i, Head: -1}}
	for j := i; j < len(toks) && r.take(j); j++ {
	}
	c := r.group
	if c.Head < 0 {
		return Chunk{}, false
	}
	c.Last = c.Head + 1
	c.Speech = is(speech, toks[c.Head].Lower) && !c.Passive
	return c, true
}

// take adds token j to the group if it belongs there.
func (r *verbReader) take(j int) bool {
	t := r.toks[j]
	first := j == r.group.First
	switch {
	case first && t.Tag == "TO" && infinitiveFollows(r.toks, j):
		r.group.Infinitive = true
	case first && t.Tag == "MD":
		r.group.Finite = true
	case is(auxiliary, t.Lower) && (isVerb(t.Tag) || t.Tag == "MD"):
		return r.auxiliary(j)
	case isVerb(t.Tag):
		return r.main(j)
	default:
		return (t.Tag == "RB" || t.Lower == "n't") && verbAhead(r.toks, j)
	}
	return true
}

// complete reports whether the group has its main verb.
func (r *verbReader) complete() bool {
	return r.group.Head >= 0 && !is(auxiliary, r.toks[r.group.Head].Lower)
}

func (r *verbReader) auxiliary(j int) bool {
	if r.complete() {
		return false
	}
	switch r.toks[j].Lower {
	case "being", "having", "been":
	default:
		r.group.Finite = r.group.Finite || !r.group.Infinitive
	}
	r.passive = is(be, r.toks[j].Lower)
	r.group.Head = j
	return true
}

func (r *verbReader) main(j int) bool {
	if r.complete() {
		return false
	}
	tag := r.toks[j].Tag
	past := tag == "VBD" || tag == "VBN"
	r.group.Passive = r.passive && past
	r.group.Gerund = tag == "VBG" && j == r.group.First
	r.group.Finite = r.group.Finite || !r.group.Infinitive && (tag == "VBD" || tag == "VBZ" || tag == "VBP")
	r.group.Head = j
	return true
}

func infinitiveFollows(toks []token.Token, j int) bool {
	for k := j + 1; k < len(toks) && k < j+3; k++ {
		if toks[k].Tag == "VB" {
			return true
		}
		if toks[k].Tag != "RB" {
			return false
		}
	}
	return false
}

// verbAhead reports whether the adverb at j stands within a verb group.
func verbAhead(toks []token.Token, j int) bool {
	for k := j + 1; k < len(toks) && k < j+4; k++ {
		if isVerb(toks[k].Tag) {
			return true
		}
		if toks[k].Tag != "RB" && toks[k].Lower != "n't" {
			return false
		}
	}
	return false
}
