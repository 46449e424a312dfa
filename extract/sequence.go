package extract

import (
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
		in := r.mentionsIn(sc)
		for k := range sc.hits {
			from, to := sc.cause(&sc.hits[k])
			if from < 0 || trigger.Family(sc.hits[k].Kind) == "speech" {
				continue
			}
			cause := r.mentionOf(sc, &sc.hits[k])
			for i := range in {
				if at := sc.At(sc.tokenAt(in[i].Start)); at < from || at > to {
					r.bound(&in[i], cause)
				}
			}
		}
	}
}

// cause returns the chunks from the connective that introduces a trigger to the
// end of what it introduces; -1 if no connective does.
func (sc *scene) cause(h *trigger.Hit) (from, to int) {
	c := sc.At(h.Head)
	for k := c; k >= 0; k-- {
		chunk := sc.Chunks[k]
		if connectives()[sc.Doc.Tokens[chunk.Head].Lower] && k < c {
			return k, sc.endOf(c)
		}
		switch chunk.Kind {
		case phrase.Stop, phrase.Rel, phrase.Conj, phrase.Comma:
			return -1, -1
		case phrase.VG:
			if chunk.Finite && k < c {
				return -1, -1
			}
		}
	}
	return -1, -1
}

// endOf is the last chunk before the comma or stop after chunk c.
func (sc *scene) endOf(c int) int {
	for k := c + 1; k < len(sc.Chunks); k++ {
		switch sc.Chunks[k].Kind {
		case phrase.Comma, phrase.Stop:
			return k
		}
	}
	return len(sc.Chunks)
}

// mentionOf is the mention of a trigger; a consequence, which has none, is read
// for the purpose.
func (r *reader) mentionOf(sc *scene, h *trigger.Hit) *mention.Mention {
	in := r.mentionsIn(sc)
	for i := range in {
		if in[i].Start == h.Start {
			return &in[i]
		}
	}
	m := r.mention(sc, h)
	return &m
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

// toldElsewhere is the dated mention of the event that m tells again, the last
// before it or else the first after it; nil if there is none.
func (r *reader) toldElsewhere(m *mention.Mention) *mention.Mention {
	var found *mention.Mention
	for i := range r.mentions {
		o := &r.mentions[i]
		dated := o.Date.Earliest.Known() || o.Date.YearUnknown()
		if !dated || o.Start == m.Start || !sameDeed(o, m) || !partiesAgree(o, m) {
			continue
		}
		if o.Start > m.Start && found != nil {
			break
		}
		found = o
	}
	return found
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
