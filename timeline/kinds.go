package timeline

import (
	"slices"

	"dateline/extract/trigger"
)

// narrower lists, for each kind that texts use as a general word, the kinds
// that it may stand for: "the attack" for a bombing told before, "the killing
// of X" for the drone strike that killed him.
var narrower = map[string][]string{
	"attack": {"airstrike", "drone_strike", "missile_attack", "shelling", "bombing", "suicide_bombing", "chemical_attack",
		"clash", "offensive", "shooting", "assassination", "killing", "abduction", "destruction", "cyberattack"},
	"killing": {"airstrike", "drone_strike", "missile_attack", "shelling", "bombing", "suicide_bombing", "chemical_attack",
		"clash", "offensive", "shooting", "assassination", "crackdown"},
	"death":        {"killing", "assassination", "shooting", "airstrike", "drone_strike", "bombing", "suicide_bombing"},
	"airstrike":    {"drone_strike", "missile_attack"},
	"shelling":     {"missile_attack"},
	"bombing":      {"suicide_bombing", "airstrike", "shelling"},
	"shooting":     {"assassination"},
	"clash":        {"offensive", "shooting"},
	"protest":      {"riot"},
	"riot":         {"crackdown"},
	"displacement": {"evacuation"},
	"agreement":    {"ceasefire"},
	"arrest":       {"abduction"},
	"deployment":   {"exercise"},
}

// stands reports whether the general kind may stand for the special one.
func stands(general, special string) bool {
	return slices.Contains(narrower[general], special)
}

// kin reports whether two kinds may be told of one happening.
func kin(a, b string) bool { return a == b || stands(a, b) || stands(b, a) }

// knownByActor reports whether events of these kinds are mostly told apart by
// who acts: a parliament seldom votes twice in a week. Politicians talk all the time.
func knownByActor(kinds []string) bool {
	return !slices.ContainsFunc(kinds, func(k string) bool {
		f := trigger.Family(k)
		return k == "talks" || (f != "politics" && f != "diplomacy")
	})
}

// oneADay reports whether a country has hardly more than one event of these kinds a day.
func oneADay(kinds []string) bool {
	return !slices.ContainsFunc(kinds, func(k string) bool { return k != "election" && k != "coup" })
}

// onceInALife reports whether events of these kinds befall a person but once.
func onceInALife(kinds []string) bool {
	return !slices.ContainsFunc(kinds, func(k string) bool { return k != "death" && k != "assassination" })
}
