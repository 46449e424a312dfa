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
	case e.Modality == mention.Negated:
		return ""
	case unrealised(e) && kind.Family == "armed":
		return "THREATEN"
	case unrealised(e) && kind.Family == "diplomacy":
		return "AGREE"
	case unrealised(e):
		return ""
	}
	if decide, ok := ploverByEvent[e.Kind]; ok {
		return decide(e, kind.Plover)
	}
	return kind.Plover
}

// ploverByEvent are the kinds whose PLOVER code depends on more than the kind.
var ploverByEvent = map[string]func(e Event, preset string) string{
	"exercise": func(e Event, preset string) string {
		if len(e.Actors) > 1 {
			return "COOPERATE" // held jointly
		}
		return preset
	},
	"expulsion": func(e Event, preset string) string {
		if len(e.Targets) > 0 && every(e.Targets, isState) {
			return "SANCTION/expel" // diplomats rather than people
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

// isOf reports whether n is a state or its organ and named for a country
// ("Iraqi army", "Armed Forces of Ukraine").
func isOf(n mention.Name, country string) bool {
	if !stateSectors[n.Sector] || country == "" {
		return false
	}
	stem := strings.TrimRight(Fold(country), "aeiouy")
	return stem != "" && strings.Contains(Fold(n.Name), stem)
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

// harmless reports whether nobody is told to be hurt.
func harmless(c *mention.Count) bool { return c == nil || c.High == 0 }

func every(names []mention.Name, is func(mention.Name) bool) bool {
	return !slices.ContainsFunc(names, func(n mention.Name) bool { return !is(n) })
}
