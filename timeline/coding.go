package timeline

import (
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/extract/trigger"
)

// This file decides, event by event, the nearest PLOVER and ACLED codes. The
// list of kinds gives each kind's default; what a definition there makes a
// condition of (who is the target, who takes the place, was anyone hurt) is
// settled here. A code that does not fit is left empty rather than forced.

// Plover is the event's nearest PLOVER type or type/mode ("ASSAULT/drone"), ""
// if there is none.
func Plover(e Event) string {
	kind, _ := trigger.KindOf(e.Kind)
	switch {
	case e.Modality == mention.Negated && yields(kind):
		return "REJECT" // "refuses to withdraw", "failed to agree"
	case e.Modality == mention.Negated:
		return ""
	case unrealised(e) && yields(kind):
		return "AGREE"
	case unrealised(e) && coerces(kind):
		return "THREATEN"
	case unrealised(e):
		return ""
	}
	if decide, ok := ploverByEvent[e.Kind]; ok {
		return decide(e, kind.Plover)
	}
	return kind.Plover
}

// yields reports whether events of a kind are done for another side's good: to
// announce one is a promise, not to do it a refusal.
func yields(k trigger.Kind) bool {
	switch typ, _, _ := strings.Cut(k.Plover, "/"); typ {
	case "CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "AID", "COOPERATE":
		return k.Family != "speech"
	}
	return false
}

// coerces reports whether events of a kind are done against another side: to
// announce one is a threat.
func coerces(k trigger.Kind) bool {
	switch typ, _, _ := strings.Cut(k.Plover, "/"); typ {
	case "ASSAULT", "COERCE", "PROTEST", "SANCTION":
		return true
	}
	return false
}

// ploverByEvent are the kinds whose PLOVER code depends on more than the kind.
var ploverByEvent = map[string]func(e Event, preset string) string{
	"exercise": func(e Event, preset string) string {
		if len(e.Actors) > 1 || tells(e, trigger.Joint) {
			return "COOPERATE" // held jointly
		}
		return preset
	},
	"abduction": func(e Event, preset string) string {
		if tells(e, trigger.Surrender) {
			return "RETREAT" // they gave themselves up
		}
		return preset
	},
	"agreement": func(e Event, preset string) string {
		if len(e.Mentions) > 0 && !slices.ContainsFunc(e.Mentions, func(m mention.Mention) bool { return !trigger.Consent.Tells(m.Text) }) {
			return "AGREE" // to do something; nothing is signed yet
		}
		return preset
	},
	"break_relations": func(e Event, preset string) string {
		if tells(e, trigger.Cancellation) {
			return "REJECT" // a visit or talks, not the ties
		}
		return preset
	},
	"decree": func(e Event, preset string) string {
		switch {
		case tells(e, trigger.Ban):
			return "COERCE/ban"
		case tells(e, trigger.Pardon):
			return "CONCEDE"
		}
		return preset
	},
	"deployment": func(e Event, preset string) string {
		if ofPeacekeepers(e) {
			return "AID"
		}
		return preset
	},
	"trial": func(e Event, preset string) string {
		if tells(e, trigger.Verdict) {
			return "SANCTION/convict"
		}
		return "ACCUSE/allege" // a charge, an indictment, a lawsuit
	},
	"vote": func(e Event, preset string) string {
		switch {
		case tells(e, trigger.Refusal):
			return "REJECT"
		case tells(e, trigger.Ratification):
			return "SUPPORT"
		}
		return preset
	},
	"withdrawal": func(e Event, preset string) string {
		if ofPeacekeepers(e) {
			return "SANCTION/withdraw" // of help, not of a side's forces
		}
		return preset
	},
	"expulsion": func(e Event, preset string) string {
		if len(e.Targets) > 0 && every(e.Targets, isEnvoy) {
			return "SANCTION/expel" // of diplomats, inspectors or helpers
		}
		return preset
	},
	"ceasefire": func(e Event, preset string) string {
		if e.Ongoing || e.OngoingAsOf.Known() || e.LastDay.Known() {
			return "RETREAT/ceasefire" // carried out, not only declared
		}
		return preset
	},
	"displacement": func(e Event, preset string) string {
		if len(e.Actors) > 0 && len(e.Targets) > 0 {
			return preset // somebody made them flee
		}
		return ""
	},
}

// ACLED is the event's nearest ACLED event type and sub-event type, both "" if
// there is none: ACLED codes what happened, so plans and denials have none.
func ACLED(e Event) (eventType, subEventType string) {
	if unrealised(e) || e.Modality == mention.Negated {
		return "", ""
	}
	kind, _ := trigger.KindOf(e.Kind)
	code := kind.ACLED
	if decide, ok := acledByEvent[e.Kind]; ok {
		code = decide(e, code)
	}
	eventType, subEventType, _ = strings.Cut(code, ":")
	return eventType, subEventType
}

const armedClash = "Battles:Armed clash"

// acledByEvent are the kinds whose ACLED code depends on more than the kind.
var acledByEvent = map[string]func(e Event, preset string) string{
	"attack":        clashIfArmed,
	"killing":       clashIfArmed,
	"assassination": clashIfArmed,
	"abduction":     clashIfArmed, // capturing fighters is a part of the battle
	"capture":       whoTakes,
	"crackdown": func(e Event, preset string) string {
		if harmless(e.Killed) && harmless(e.Injured) {
			return "Protests:Protest with intervention"
		}
		return preset
	},
	"withdrawal": func(e Event, preset string) string {
		if slices.ContainsFunc(e.Targets, func(n mention.Name) bool { return isArmed(n) || isState(n) }) {
			return preset // another side takes the place
		}
		return ""
	},
}

// clashIfArmed is a battle where all who are attacked are a fighting side.
func clashIfArmed(e Event, preset string) string {
	if len(e.Targets) > 0 && every(e.Targets, isArmed) {
		return armedClash
	}
	return preset
}

// whoTakes tells a government that retakes its own territory from everyone
// else, foreign states among them. Who takes it must be told.
func whoTakes(e Event, preset string) string {
	switch {
	case len(e.Actors) == 0 || e.Actors[0].Sector == "":
		return ""
	case isOf(e.Actors[0], e.Country):
		return "Battles:Government regains territory"
	}
	return preset
}

// isOf reports whether n is a country's state or an organ of it. A description
// that names no state ("government troops") means the country's own. A state's
// id is its English short name in lower case with hyphens.
func isOf(n mention.Name, country string) bool {
	if !stateSectors[n.Sector] || country == "" {
		return false
	}
	if n.ID == "" {
		return !hasCapital(n.Name)
	}
	return whole(party{id: n.ID, of: n.Of}) == strings.ReplaceAll(strings.ToLower(country), " ", "-")
}

// unrealised reports whether the event is only planned or thought of.
func unrealised(e Event) bool { return moodOf(e.Modality) == unreal }

// The PLOVER sectors of fighting sides and of states.
var (
	armedSectors = map[string]bool{"MIL": true, "REB": true, "PRM": true, "UAF": true, "COP": true, "SPY": true}
	stateSectors = map[string]bool{"GOV": true, "MIL": true, "COP": true, "SPY": true}
)

func isArmed(n mention.Name) bool { return armedSectors[n.Sector] }

func isState(n mention.Name) bool { return n.Sector == "GOV" }

// isEnvoy reports whether n belongs to a state or an organisation that has sent it.
func isEnvoy(n mention.Name) bool { return isState(n) || n.Sector == "IGO" || n.Sector == "NGO" }

// tells reports whether the words that evoke the event have an aspect.
func tells(e Event, a trigger.Aspect) bool {
	return slices.ContainsFunc(e.Mentions, func(m mention.Mention) bool { return a.Tells(m.Text) })
}

// ofPeacekeepers reports whether the forces that move keep a peace.
func ofPeacekeepers(e Event) bool {
	return slices.ContainsFunc(slices.Concat(e.Actors, e.Targets), func(n mention.Name) bool { return trigger.Peacekeeping.Tells(n.Text) })
}

// harmless reports whether nobody is told to be hurt.
func harmless(c *mention.Count) bool { return c == nil || c.High == 0 }

func every(names []mention.Name, is func(mention.Name) bool) bool {
	return !slices.ContainsFunc(names, func(n mention.Name) bool { return !is(n) })
}
