package extract

import (
	"slices"
	"strings"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/trigger"
)

// received reports the kinds whose target is whoever gets something: what is
// given is none.
var received = map[string]bool{"aid": true, "promise": true}

// withheld are the kinds whose target may be whoever gets something no longer, or
// gets it back: "cut its aid to the junta", "returned the relics to Iraq".
var withheld = map[string]bool{"sanction": true, "sanction_relief": true, "release": true}

// personal are the further kinds that are done to people or bodies, never to
// things: the charges of a trial are no target of it.
var personal = map[string]bool{"trial": true, "death": true}

// recipients are those to whom or for whom something was given: "sent arms to
// the rebels", "aid for Yemen"; without such a phrase those of the targets found
// who can receive something ("armed the rebels").
func (r *reader) recipients(sc *scene, h *trigger.Hit, found []mention.Name) []mention.Name {
	if to := someone(r.names(sc, sc.After(sc.At(h.Last-1), "to", "for"))); len(to) > 0 {
		return to
	}
	return someone(found)
}

// deprived are those who get something no longer, or again, where nobody else is
// found to be the target.
func (r *reader) deprived(sc *scene, h *trigger.Hit, found []mention.Name) []mention.Name {
	if len(someone(slices.Clone(found))) > 0 {
		return found
	}
	if to := someone(r.names(sc, sc.After(sc.At(h.Last-1), "to"))); len(to) > 0 {
		return to
	}
	return found
}

// someone are the names among a list that are those of people or bodies. Where
// all is in capitals, which tell no name from a thing, none is left out.
func someone(names []mention.Name) []mention.Name {
	return slices.DeleteFunc(names, func(n mention.Name) bool {
		if n.ID != "" || n.Sector != "" || actor.IsPerson(n) || isProper(n.Text) || n.Text == strings.ToUpper(n.Text) {
			return false
		}
		head, _, _ := strings.Cut(n.Text, " of ")
		noun := strings.ToLower(head[strings.LastIndexByte(head, ' ')+1:])
		_, group := actor.GroupNoun(noun)
		return !group && !is(quantity, noun) && !actor.IsTitle(noun)
	})
}
