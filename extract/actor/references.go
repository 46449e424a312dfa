package actor

import "dateline/extract/mention"

// reach is how many sentences back "the group" may refer.
const reach = 3

// findReferences reads "the group", "the Iran-aligned movement" as the armed
// group, party or gang named last, and "the rebels" as the only armed group that
// the text names before.
func (f *finder) findReferences() {
	f.sortFound()
	named := f.found
	body, armed, only := -1, -1, true
	for i, k := 0, 0; i < len(f.doc.Tokens); i++ {
		for ; k < len(named) && named[k].First < i; k++ {
			if !f.isBody(&named[k]) {
				continue
			}
			body = k
			if f.bearsArms(&named[k]) {
				only = only && (armed < 0 || named[k].Name.Name == named[armed].Name.Name)
				armed = k
			}
		}
		if f.used[i] || f.sentence[i] < 0 {
			continue
		}
		word, meant := f.doc.Tokens[i].Lower, -1
		switch {
		case f.words.in("thefighters", word) && only:
			meant = armed
		case f.words.in("thegroup", word) && body >= 0 && f.sentence[i]-f.sentence[named[body].First] <= reach:
			meant = body
		}
		if meant < 0 {
			continue
		}
		if first, ok := f.definite(i); ok {
			f.emitReference(first, i+1, named[meant].Name)
		}
	}
}

// emitReference emits a noun for a group as the one named before.
func (f *finder) emitReference(first, last int, name mention.Name) {
	name.Span = mention.Span{}
	if name.ID != "" {
		name.Rule = RuleCoreference
	}
	f.emit(first, last, name)
}

// isBody reports whether a finding is a group that "the group" can mean.
func (f *finder) isBody(x *Found) bool {
	switch x.Sector {
	case "REB", "UAF", "CRM", "PTY", "OPP":
		return x.Rule == RuleBody || x.ID != "" && !IsPerson(x.Name)
	}
	return false
}

// bearsArms reports whether a finding is an armed group.
func (f *finder) bearsArms(x *Found) bool { return x.Sector == "REB" || x.Sector == "UAF" }

// definite goes back from a noun over what stands between it and "the", and
// reports whether that is all: "the Iran-aligned group", not "the group of men".
func (f *finder) definite(noun int) (first int, ok bool) {
	if next := f.token(noun, noun+1); next != nil && (next.Lower == "of" || next.Tag == "NN" || next.Tag == "NNS") {
		return 0, false
	}
	for first = noun; ; first-- {
		prev := f.token(noun, first-1)
		if prev == nil || f.used[first-1] || f.weak[first-1] != 0 {
			return 0, false
		}
		if prev.Lower == "the" {
			return first, true
		}
		if prev.Tag != "JJ" && prev.Tag != "VBN" {
			return 0, false
		}
	}
}
