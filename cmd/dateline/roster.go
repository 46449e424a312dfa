package main

import (
	"dateline/extract/actor"
	"dateline/timeline"
)

// roster is the actor package's in the form in which the store keeps it.
func roster() []timeline.Party {
	actors := actor.All()
	out := make([]timeline.Party, len(actors))
	for i, a := range actors {
		out[i] = timeline.Party{ID: a.ID, Name: a.Name, Sector: a.Sector, Country: a.Country, Aliases: a.Aliases}
		for _, m := range a.Member {
			out[i].Member = append(out[i].Member, timeline.Membership{Of: m.Of, Relation: m.Relation, From: m.From, To: m.To})
		}
	}
	return out
}
