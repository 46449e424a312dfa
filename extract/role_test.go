package extract

import "testing"

func TestRoles(t *testing.T) {
	checkParties(t, []party{
		{"verbs that share a subject", "The army entered the town on Monday and shelled a school.",
			"shelling", "army > school"},
		{"a subject handed down", "The militia vowed to attack the airport.",
			"attack", "militia > airport"},
		{"the object of the verb above", "The minister accused the rebels of shelling a school.",
			"shelling", "rebels > school"},
		{"a relative clause", "Police arrested gunmen who had kidnapped the mayor.",
			"abduction", "gunmen > mayor"},
		{"a possessor", "Officials spoke of the rebels' offensive against the port.",
			"offensive", "rebels > port"},
		{"who gets something no longer", "Denmark suspended its aid to Egypt.",
			"sanction", "Denmark > Egypt"},
		{"who gets something back", "Turkey returned the relics to the government of Iraq.",
			"release", "Turkey > government"},
		{"whose fate it is", "The family learnt of Juan Perez's arrest by soldiers.",
			"arrest", "soldiers > Juan Perez"},
		{"a participle that names the agent", "Air strikes led by France hit the port.",
			"airstrike", "France > port"},
		{"a participle that names the aim", "The army reported bombings targeting policemen.",
			"bombing", " > policemen"},
		{"a deed within a campaign", "The rebels carried on with a series of attacks.",
			"attack", "rebels > "},
		{"a verb of reaction", "France condemned the attack on the market.",
			"attack", " > market"},
		{"who is put out of office", "The president sacked the army chief, Juan Perez, on Monday.",
			"resignation", "president > Juan Perez"},
		{"who comes from talks", "The envoy spoke after talks with rebels in Geneva.",
			"talks", "envoy, rebels > "},
	})
}
