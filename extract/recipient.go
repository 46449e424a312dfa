package extract

import (
	"slices"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/trigger"
)

// received reports the kinds whose target is whoever gets something: what is
// given is none.
var received = map[string]bool{"aid": true, "promise": true}

// recipients are those to whom or for whom something was given: "sent arms to
// the rebels", "aid for Yemen"; without such a phrase those of the targets found
// who can receive something ("armed the rebels").
func (r *reader) recipients(sc *scene, h *trigger.Hit, found []mention.Name) []mention.Name {
	if to := receivers(r.names(sc, sc.After(sc.At(h.Last-1), "to", "for"))); len(to) > 0 {
		return to
	}
	return receivers(found)
}

// receivers are the names among a list that are someone's.
func receivers(names []mention.Name) []mention.Name {
	return slices.DeleteFunc(names, func(n mention.Name) bool {
		return n.ID == "" && n.Sector == "" && !actor.IsPerson(n) && !isProper(n.Text)
	})
}
