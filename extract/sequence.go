package extract

import (
	"cmp"
	"slices"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// putInSequence bounds events by others that the same sentence says they came
// after ("to avenge the strike", "amid the raids"): what follows began no
// earlier than what it follows.
func (r *reader) putInSequence() {
	for _, sc := range r.scenes {
		for k := range sc.Chunks {
			if !is(connective, sc.Doc.Tokens[sc.Chunks[k].Head].Lower) {
				continue
			}
			end := sc.endOf(k)
			effect, cause := r.effectOf(sc, k, end), r.causeIn(sc, k, end)
			if effect != nil && cause != nil && !r.countOff(sc, k, effect, cause) {
				r.bound(effect, cause)
				boundBefore(cause, effect)
			}
		}
	}
}

// effectOf is the mention that the connective at chunk k puts after something:
// the last before it or, where it opens the sentence, the first after chunk end.
func (r *reader) effectOf(sc *scene, k, end int) *mention.Mention {
	in := r.mentionsIn(sc)
	var before *mention.Mention
	for i := range in {
		at := sc.At(sc.tokenAt(in[i].Start))
		switch {
		case trigger.Family(in[i].Kind) == "speech":
		case at < k:
			before = &in[i]
		case at > end && before == nil && sc.clauses[sc.clauseOf[at]].Kind != phrase.Relative:
			return &in[i]
		}
	}
	return before
}

// causeIn is the first mention between chunks k and end or, of a death that is
// no mention, the event in which the one named there was killed; nil if none.
func (r *reader) causeIn(sc *scene, k, end int) *mention.Mention {
	in := r.mentionsIn(sc)
	for i := range in {
		if at := sc.At(sc.tokenAt(in[i].Start)); at > k && at <= end && trigger.Family(in[i].Kind) != "speech" {
			return &in[i]
		}
	}
	last := sc.Chunks[min(end, len(sc.Chunks)-1)].Last
	for i := sc.Chunks[k].Last; i < last; i++ {
		if effectOf(sc.Doc.Tokens[i].Lower) == "killed" || sc.Doc.Tokens[i].Lower == "death" {
			victims := r.namesIn(sc, sc.Chunks[k].Last, last)
			return &mention.Mention{Span: mention.Span{Start: sc.Doc.Tokens[i].Start}, Text: sc.Doc.Tokens[i].Text, Kind: "death", Targets: victims}
		}
	}
	return nil
}

// endOf is the chunk up to which the connective at chunk k reaches: the next
// comma, stop or connective, or the end of the sentence.
func (sc *scene) endOf(k int) int {
	for i := k + 1; i < len(sc.Chunks); i++ {
		switch {
		case sc.Chunks[i].Kind == phrase.Comma, sc.Chunks[i].Kind == phrase.Stop, is(connective, sc.Doc.Tokens[sc.Chunks[i].Head].Lower):
			return i
		}
	}
	return len(sc.Chunks)
}

// apart reports whether a word that puts events in sequence stands between a
// time or place at chunk at and the trigger after it at chunk c: neither is the
// trigger's in "fled to X on Monday after the raid".
func (sc *scene) apart(at, c int) bool {
	for k := at + 1; k < c; k++ {
		if w := sc.Doc.Tokens[sc.Chunks[k].Head].Lower; is(connective, w) && !is(simultaneous, w) {
			return true
		}
	}
	return false
}

// mentionsIn returns the mentions whose trigger lies in the sentence of sc.
func (r *reader) mentionsIn(sc *scene) []mention.Mention {
	return within(r.mentions, sc.sentence.Span, func(m mention.Mention) mention.Span { return m.Span })
}

// bound sets the lower bound of a, which has none, to the earliest day of its
// cause, or of what the cause refers back to.
func (r *reader) bound(a, cause *mention.Mention) {
	if a.Date.Earliest.Known() || a.Date.YearUnknown() {
		return
	}
	if !cause.Date.Earliest.Known() && !cause.Date.YearUnknown() {
		cause = r.toldElsewhere(cause)
	}
	switch {
	case cause == nil, a.Date.Latest.Known() && cause.Date.Earliest > a.Date.Latest:
		return
	case cause.Date.YearUnknown() && !a.Date.Latest.Known():
		a.Date.Pattern = date.PatternAfter(cause.Date.Pattern)
	case cause.Date.Earliest.Known():
		a.Date.Earliest = cause.Date.Earliest
	default:
		return
	}
	a.Date.Basis = date.Bounded
	a.Date.Rule = "after " + cause.Text
	a.Date.Anchor = cause.Date.EDTF()
}

// boundBefore sets the upper bound of a cause that only publication bounds to
// the last day of what followed it.
func boundBefore(cause, effect *mention.Mention) {
	d := &cause.Date
	if d.Basis != date.Bounded || d.Earliest.Known() || !effect.Date.Earliest.Known() || effect.Date.Latest >= d.Latest {
		return
	}
	d.Latest = effect.Date.Latest
	d.Rule = "before " + effect.Text
	d.Anchor = effect.Date.EDTF()
}

// toldWithin is how many mentions before and after one are searched for another
// telling of its event, so that an endless article takes no endless time.
const toldWithin = 1000

// toldElsewhere is the dated mention of the event that m tells again, the last
// before it or else the first after it; nil if there is none.
func (r *reader) toldElsewhere(m *mention.Mention) *mention.Mention {
	at, _ := slices.BinarySearchFunc(r.mentions, m.Start, func(o mention.Mention, start int) int { return cmp.Compare(o.Start, start) })
	before, after := r.mentions[max(0, at-toldWithin):at], r.mentions[at:min(len(r.mentions), at+toldWithin)]
	tells := func(o mention.Mention) bool {
		dated := o.Date.Earliest.Known() || o.Date.YearUnknown()
		return dated && o.Start != m.Start && sameDeed(&o, m) && partiesAgree(&o, m)
	}
	for i := range slices.Backward(before) {
		if tells(before[i]) {
			return &before[i]
		}
	}
	if i := slices.IndexFunc(after, tells); i >= 0 {
		return &after[i]
	}
	return nil
}

// sameDeed reports whether two mentions can tell the same deed: a death may be
// told as an act of violence.
func sameDeed(a, b *mention.Mention) bool {
	if a.Modality != mention.Actual && a.Modality != mention.Claimed {
		return false
	}
	return a.Kind == b.Kind || (b.Kind == "death" || b.Kind == "killing") && trigger.Family(a.Kind) == "armed"
}

// partiesAgree reports whether two mentions have a party in common or, of one
// kind, one of them names none.
func partiesAgree(a, b *mention.Mention) bool {
	none := len(a.Actors)+len(a.Targets) == 0 || len(b.Actors)+len(b.Targets) == 0
	return shareParty(a, b) || a.Kind == b.Kind && none
}

func shareParty(a, b *mention.Mention) bool {
	all := append(append([]mention.Name{}, a.Actors...), a.Targets...)
	for _, n := range append(append([]mention.Name{}, b.Actors...), b.Targets...) {
		if contains(all, n) {
			return true
		}
	}
	return false
}
