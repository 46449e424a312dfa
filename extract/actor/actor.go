// Package actor finds actors in a text (states and their organs, armed groups,
// organisations, office holders, and people and groups that no list has) and
// says who each is.
//
// The roster (data/*.tsv) is world knowledge; the words of the language that
// it goes by are tables of extract/lang/en (actor_*.tsv).
package actor

import (
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/token"
)

// Found is an actor named in the text.
type Found struct {
	mention.Name
	First, Last int // tokens of the name, Last excluded
}

// The rules by which a Found was resolved (mention.Name.Rule).
const (
	RuleAlias       = "alias"        // a name of a roster row
	RuleState       = "state"        // a bare state name: an actor or a place, as its role in the sentence tells
	RuleAdjective   = "adjective"    // a bare "Iranian": an actor only before a deed ("the Iranian attack")
	RulePeople      = "people"       // "the Russians" (the state) or "two Russians" (no id)
	RuleMetonym     = "metonym"      // a seat of government: an actor ("Baghdad said") or a place
	RuleDemonym     = "demonym"      // a state's adjective or name with an organ: "Iraqi army"
	RulePossessive  = "possessive"   // a ruler's organ: "Gaddafi's forces"
	RuleContext     = "context"      // an organ told without its state, of the country that the text is about
	RuleOffice      = "office"       // an office without a name: "the Iranian president"
	RuleTitle       = "title"        // a short name after a title: "President Bush"
	RuleCoreference = "coreference"  // a short form of a name told in full in the same text
	RuleUnlisted    = "unlisted"     // a person who is not in the roster
	RuleBody        = "organisation" // an organisation that is not in the roster
	RuleAcronym     = "acronym"      // of an organisation that the text has explained
	RuleName        = "name"         // capitalised words that do or suffer something; a place, if the gazetteer knows it
	RuleModifier    = "modifier"     // such a noun before another: "rebel rocket fire"; an actor only before a deed
	RuleGroup       = "group"        // a noun for a group: "masked gunmen"
)

// Find returns the actors named in doc in text order, none overlapping (two of
// them may share one hyphenated token: "Israel-Hamas"). published (may be 0)
// settles who held an office.
func Find(doc *token.Doc, published date.Day) []Found {
	if doc == nil || len(doc.Tokens) == 0 {
		return nil
	}
	f := newFinder(current(), doc, published)
	f.readNames()
	f.resolveNames()
	f.settleHome()
	f.emitNames()
	f.findOrganisations()
	f.findPeople()
	f.findReferences()
	f.findGroups()
	f.emitWeak()
	f.sortFound()
	return f.found
}

// GroupNoun returns the PLOVER sector of those whom a noun (singular or plural,
// lower case) names: "protesters" OPP, "police" COP.
func GroupNoun(noun string) (sector string, ok bool) {
	sector, ok = current().words.roles.get(noun)
	return sector, ok
}

// IsTitle reports whether a word in lower case is a title or an office: "mayor".
func IsTitle(word string) bool { return current().words.titles.has(word) }

// IsPerson reports whether a name is that of one person, of the roster or not.
func IsPerson(n mention.Name) bool {
	if n.ID != "" {
		r := current()
		at, ok := r.byID[n.ID]
		return ok && r.person[at]
	}
	return n.Rule == RuleUnlisted || n.Rule == RuleName || n.Rule == RuleCoreference
}

// IsWoman reports whether a person's given name is known for a woman's.
func IsWoman(n mention.Name) bool {
	given, _, _ := strings.Cut(n.Name, " ")
	return current().words.in("women", foldWord(strings.ToLower(given)))
}

// OrganOf returns the organ of the state that a person leads or has led by the
// day which an organ noun names: "army" of the president. False if the person
// leads none.
func OrganOf(person, noun string, on date.Day) (mention.Name, bool) {
	r := current()
	at, ok := r.byID[person]
	kind := r.words.organs.valueOf(noun)
	if !ok || kind == "" {
		return mention.Name{}, false
	}
	state := r.ruledState(at, on)
	organ, ok := r.byID[organID(state, kind)]
	if state == "" || !ok {
		return mention.Name{}, false
	}
	a := &r.actors[organ]
	return mention.Name{Name: a.Name, ID: a.ID, Sector: a.Sector, Rule: RulePossessive}, true
}
