package extract

import (
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/trigger"
)

// setOngoing marks what is told as still going on: "ongoing protests", "strikes,
// now entering their third week", "since the launch of air strikes on March 15".
func (r *reader) setOngoing(sc *scene, h *trigger.Hit, m *mention.Mention) {
	if m.Modality != mention.Actual && m.Modality != mention.Claimed {
		return
	}
	if sc.goesOn(h) || sc.sinceLaunch(h) {
		m.Ongoing = true
		m.OngoingAsOf = sc.published
	}
}

// goesOn reports whether the noun phrase of the trigger calls it ongoing, or the
// words after it say that it is now in some week.
func (sc *scene) goesOn(h *trigger.Hit) bool {
	if h.Form != trigger.Noun {
		return false
	}
	chunk := sc.Chunks[sc.At(h.Head)]
	for i := chunk.First; i < h.First; i++ {
		if is(continuing, sc.Doc.Tokens[i].Lower) {
			return true
		}
	}
	for i := h.Last; i+1 < sc.sentence.Last; i++ {
		next := sc.Doc.Tokens[i+1].Lower
		if sc.Doc.Tokens[i].Lower == "now" && (next == "entering" || next == "in" || next == "into") {
			return true
		}
	}
	return false
}

// sinceLaunch reports whether the trigger is what "since the launch of" names.
func (sc *scene) sinceLaunch(h *trigger.Hit) bool {
	c := sc.At(h.Head)
	if c < 3 || sc.lower(c-1) != "of" || sc.Chunks[c-2].Kind != phrase.NP {
		return false
	}
	return is(launch, sc.Doc.Tokens[sc.Chunks[c-2].Head].Lower) && sc.lower(c-3) == "since"
}
