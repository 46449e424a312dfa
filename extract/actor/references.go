package actor

// reach is how many sentences back "the group" may refer.
const reach = 3

// findReferences reads "the group", "the Iran-aligned movement" as the armed
// group, party or gang named last, and "the rebels" as the only such group that
// the text names before.
func (f *finder) findReferences() {
	f.sortFound()
	named := f.found
	last, only := -1, true
	for i, k := 0, 0; i < len(f.doc.Tokens); i++ {
		for ; k < len(named) && named[k].First < i; k++ {
			if f.isBody(&named[k]) {
				only = only && (last < 0 || named[k].Name.Name == named[last].Name.Name)
				last = k
			}
		}
		word := f.doc.Tokens[i].Lower
		fighters := f.words.in("thefighters", word)
		if last < 0 || f.used[i] || f.sentence[i] < 0 || !fighters && !f.words.in("thegroup", word) {
			continue
		}
		if fighters && (!only || !f.bearsArms(&named[last])) {
			continue
		}
		if first, ok := f.definite(i); ok && (fighters || f.sentence[i]-f.sentence[named[last].First] <= reach) {
			name := named[last].Name
			name.Span.Start, name.Span.End = 0, 0
			if name.ID != "" {
				name.Rule = RuleCoreference
			}
			f.emit(first, i+1, name)
		}
	}
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
