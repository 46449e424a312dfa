package extract

import "testing"

// lines are sentences of an article, of which the last mention's line is read.
var lines = []struct{ name, text, want string }{
	{"as it is", "Rebels shelled the town of Hit on Monday, residents said.", "Rebels shelled the town of Hit on Monday, residents said."},
	{"what leads over", "However, rebels shelled the town of Hit on Monday.", "Rebels shelled the town of Hit on Monday."},
	{"a conjunction", "And rebels shelled the town of Hit on Monday.", "Rebels shelled the town of Hit on Monday."},
	{"a dateline in capitals", "LIMA -- GUERRILLAS ATTACKED A POLICE POST IN AYACUCHO ON MONDAY.", "Guerrillas attacked a police post in Ayacucho on Monday."},
	{"an agency", "DAMASCUS (Newsline) Rebels shelled the town of Hit on Monday.", "Rebels shelled the town of Hit on Monday."},
	{"names in capitals", "THE GUERRILLAS OF THE NATIONAL FRONT [FMLN] KILLED MAYOR RODRIGO CASTELLANO AND A U.S. ADVISER, 20 KM FROM LIMA'S AIRPORT, ON 3 MAY.",
		"The guerrillas of the national front [FMLN] killed mayor Rodrigo Castellano and a U.S. adviser, 20 km from Lima's airport, on 3 May."},
	{"a pronoun", "The army said that Qassem Soleimani had come to Baghdad. He was killed on Friday.", "[Qassem Soleimani] was killed on Friday."},
	{"a pronoun for nobody known", "It was a quiet week. They shelled the town of Hit on Monday.", "They shelled the town of Hit on Monday."},
	{"an open quotation", `"Rebels shelled the town of Hit on Monday.`, "Rebels shelled the town of Hit on Monday."},
	{"a long sentence", "Rebels shelled the town of Hit on Monday, while far away the ministers of all the parties that had been invited by the president went on with their quarrel over the budget, which had been put off again and again since the spring for want of money.",
		"Rebels shelled the town of Hit on Monday …"},
}

func TestLine(t *testing.T) {
	for _, c := range lines {
		ms := extractText(t, c.text, "2020-01-09").Mentions
		if len(ms) == 0 {
			t.Errorf("%s: no mention", c.name)
			continue
		}
		if got := ms[len(ms)-1].Line; got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.name, got, c.want)
		}
	}
}
