package extract

import (
	"strings"
	"testing"

	"dateline/extract/mention"
)

// party is who is named as the actors and targets of an article's first mention
// of a kind, as written: "actors > targets".
type party struct{ name, text, kind, want string }

var parties = []party{
	{"an apposition names the office holder", "Gunmen kidnapped the mayor of the town, Juan Perez, on Monday.",
		"abduction", "Gunmen > Juan Perez"},
	{"a name keeps its own before its office", "Police arrested Juan Perez, the mayor of Lima, on Monday.",
		"arrest", "Police > Juan Perez"},
	{"an apposition of two", "The rebels kidnapped two nurses, Ana Diaz and Eva Luna, on Monday.",
		"abduction", "rebels > Ana Diaz, Eva Luna"},
	{"citizens named", "Two Britons, John Hill and Peter Marsh, were arrested in Cairo.",
		"arrest", " > John Hill, Peter Marsh"},
	{"a group before its deed", "Residents lived under regime siege in Aleppo.",
		"siege", "regime > "},
	{"an adjective before its deed", "Terrorist rocket attacks killed nine civilians in Daraa.",
		"missile_attack", "Terrorist > nine civilians"},
	{"a state's rebels", "Syrian rebel fire on the suburb killed nine civilians.",
		"shooting", "Syrian rebel > suburb, nine civilians"},
	{"members of a body", "Two guerrillas of the Shining Path killed a farmer.",
		"killing", "Two guerrillas of the Shining Path > farmer"},
	{"a claim of responsibility", "A bomb exploded outside a hotel in Lima. Nobody was hurt. The Shining Path claimed responsibility for the attack.",
		"bombing", "Shining Path > "},
	{"a claim for a deed told as a clause", "The Taliban claimed responsibility for killing the governor.",
		"assassination", "Taliban > governor"},
	{"blame", "A car bomb exploded in Kabul. Officials blamed the Taliban for the attack.",
		"bombing", "Taliban > "},
	{"blame on", "A car bomb exploded in Kabul. The attack was blamed on the Taliban.",
		"attack", "Taliban > "},
	{"accusation", "Damascus accuses Saudi Arabia and Qatar of arming the rebels.",
		"aid", "Saudi Arabia, Qatar > rebels"},
	{"whoever was behind it", "A car bomb exploded in Kabul. Officials said the Taliban were behind it.",
		"bombing", "Taliban > "},
	{"the work of", "A car bomb exploded in Kabul. It was the work of the Taliban.",
		"bombing", "Taliban > "},
	{"responsible", "A car bomb exploded in Kabul. The Taliban were responsible for the attack.",
		"bombing", "Taliban > "},
	{"a deed carried out by", "The murder of the priest, carried out this morning by gunmen of the Shining Path, shocked Lima.",
		"killing", "gunmen of the Shining Path > priest"},
	{"a deed ascribed", "Officials attributed the car bombing to the Taliban.",
		"bombing", "Taliban > "},
	{"a denial names nobody", "A car bomb exploded in Kabul. The Taliban denied responsibility.",
		"bombing", " > "},
	{"the rebels are those named before", "The Revolutionary United Front took the town. The army fled. Two days later the rebels attacked a convoy.",
		"attack", "rebels > convoy"},
	{"his forces are those of the state that he leads", "Muammar Gaddafi vowed to fight on. His forces shelled Misrata on Monday.",
		"shelling", "His forces > Misrata"},
	{"she is not the man named last", "Benazir Bhutto met Nawaz Sharif in London. She was arrested at the airport.",
		"arrest", " > Benazir Bhutto"},
	{"the capital by its name", "Troops stormed the capital, Kyiv, on Monday.",
		"offensive", "Troops > capital, Kyiv"},
	{"what a noun is of", "Protesters burned the headquarters of the ruling Harvest Party.",
		"destruction", "Protesters > headquarters of the ruling Harvest Party"},
	{"a number of people is no target", "Rockets hit the town of Hit, killing nine people.",
		"missile_attack", " > town of Hit"},
	{"a thing is no party to talks", "The ministers met diplomats on several occasions.",
		"talks", "ministers, diplomats > "},
	{"aid goes to someone", "Germany has provided two generators to Ukraine.",
		"aid", "Germany > Ukraine"},
	{"aid without its recipient", "Germany has provided two generators.",
		"aid", "Germany > "},
	{"what is said of a group", "Russian proxy fighters attacked a convoy.",
		"attack", "Russian proxy fighters > convoy"},
	{"nothing before a number is said of a group", "In Raqqa province nine women were stoned to death.",
		"killing", " > nine women"},
	{"those included are named", "Rebel groups including the Taliban and Jaish al-Fatah attacked a convoy.",
		"attack", "Rebel groups, Taliban, Jaish al-Fatah > convoy"},
	{"a participle before what was done to", "Nine men died near the besieged city of Misrata.",
		"siege", " > besieged city of Misrata"},
	{"a participle before who does", "The president met visiting minister Juan Perez.",
		"talks", "president, Juan Perez > "},
	{"both leaders are those named before", "Nawaz Sharif met Narendra Modi in Ufa. Both leaders agreed to fight terrorism.",
		"agreement", "Nawaz Sharif, Narendra Modi > "},
	{"the two sides are those named before", "India and Pakistan sent envoys. The two sides agreed to reopen the border.",
		"agreement", "India, Pakistan > "},
	{"both of three is nobody", "India, China and Pakistan sent envoys. The two sides agreed to reopen the border.",
		"agreement", " > "},
	{"a column counts its men", "A column of Shining Path guerrillas attacked a convoy.",
		"attack", "Shining Path guerrillas > convoy"},
	{"a charge is no target of a trial", "The court charged the general with 11 counts of fraud. He was convicted of war crimes.",
		"trial", "court > general"},
	{"dozens of nobody", "Rockets hit the town of Hit, wounding dozens.",
		"missile_attack", " > town of Hit"},
	{"the first word of a sentence is no name by its capital", "Tensions shelled the town of Kut on Monday.",
		"shelling", " > town of Kut"},
	{"a trigger with its actor in it", "Gunmen killed Juan Perez, mayor of Lima.",
		"shooting", "Gunmen > Juan Perez"},
}

func TestParties(t *testing.T) { checkParties(t, parties) }

func checkParties(t *testing.T, rows []party) {
	t.Helper()
	for _, c := range rows {
		var got []string
		for _, m := range extractText(t, c.text, "2012-03-22").Mentions {
			if m.Kind == c.kind {
				got = append(got, texts(m.Actors)+" > "+texts(m.Targets))
			}
		}
		if len(got) == 0 || got[0] != c.want {
			t.Errorf("%s\n text %s\n want %s\n got  %s", c.name, c.text, c.want, strings.Join(got, "\n      "))
		}
	}
}

// A noun for a town is that of the town which it means.
func TestNamesOfTowns(t *testing.T) {
	for text, want := range map[string]string{
		"Rebels entered Benghazi on Monday. Protesters have seized the city.": "city=Benghazi",
		"Troops captured the strategic port city of Misrata.":                 "strategic port city of Misrata=Misrata",
		"Troops captured the port of Misrata.":                                "port of Misrata=port of Misrata",
		"Troops captured the city.":                                           "city=city",
		"Rebels left Benghazi on Monday. Troops captured the coastal city.":   "coastal city=Benghazi",
	} {
		r := extractText(t, text, "2011-02-22")
		last := r.Mentions[len(r.Mentions)-1]
		if len(last.Targets) != 1 || last.Targets[0].Text+"="+last.Targets[0].Name != want {
			t.Errorf("%s: targets %+v", text, last.Targets)
		}
	}
}

func texts(names []mention.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.Text)
	}
	return strings.Join(out, ", ")
}
