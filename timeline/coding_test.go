package timeline

import (
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/trigger"
)

func TestCoding(t *testing.T) {
	party := func(sectors ...string) (names []mention.Name) {
		for _, s := range sectors {
			names = append(names, mention.Name{Name: "x", Sector: s})
		}
		return names
	}
	told := func(words string) []mention.Mention { return []mention.Mention{{Text: words}} }
	known := func(id string) []mention.Name { return []mention.Name{{Name: "X", ID: id, Sector: "MIL"}} }
	tests := []struct {
		name   string
		e      Event
		plover string
		acled  [2]string
	}{
		{"the kind's own", Event{Kind: "drone_strike"}, "ASSAULT/drone", [2]string{"Explosions/Remote violence", "Air/drone strike"}},
		{"no equivalent", Event{Kind: "vote"}, "", [2]string{}},
		{"no such kind", Event{Kind: "picnic"}, "", [2]string{}},
		{"attack on civilians", Event{Kind: "attack", Targets: party("CIV")}, "ASSAULT", [2]string{"Violence against civilians", "Attack"}},
		{"attack on soldiers", Event{Kind: "attack", Targets: party("MIL", "COP")}, "ASSAULT", [2]string{"Battles", "Armed clash"}},
		{"attack on soldiers and civilians", Event{Kind: "attack", Targets: party("MIL", "CIV")}, "ASSAULT",
			[2]string{"Violence against civilians", "Attack"}},
		{"killing of rebels", Event{Kind: "killing", Targets: party("REB")}, "ASSAULT/targeted", [2]string{"Battles", "Armed clash"}},
		{"capture of fighters", Event{Kind: "abduction", Targets: party("REB")}, "ASSAULT/abduct", [2]string{"Battles", "Armed clash"}},
		{"planned violence", Event{Kind: "airstrike", Modality: mention.Planned}, "THREATEN", [2]string{}},
		{"planned talks", Event{Kind: "talks", Modality: mention.Planned}, "AGREE", [2]string{}},
		{"planned vote", Event{Kind: "vote", Modality: mention.Hypothetical}, "", [2]string{}},
		{"denied strike", Event{Kind: "airstrike", Modality: mention.Negated}, "", [2]string{}},
		{"claimed strike", Event{Kind: "airstrike", Modality: mention.Claimed}, "ASSAULT/aerial",
			[2]string{"Explosions/Remote violence", "Air/drone strike"}},
		{"rebels take a town", Event{Kind: "capture", Actors: party("REB"), Country: "Syria"}, "COERCE/seize",
			[2]string{"Battles", "Non-state actor overtakes territory"}},
		{"the state retakes it", Event{Kind: "capture", Actors: known("syria.military"), Country: "Syria"}, "COERCE/seize",
			[2]string{"Battles", "Government regains territory"}},
		{"a foreign army takes it", Event{Kind: "capture", Actors: known("russia.military"), Country: "Ukraine"}, "COERCE/seize",
			[2]string{"Battles", "Non-state actor overtakes territory"}},
		{"a corps of the state retakes it", Event{Kind: "capture", Actors: []mention.Name{{ID: "quds-force", Of: "iran", Sector: "MIL"}}, Country: "Iran"}, "COERCE/seize",
			[2]string{"Battles", "Government regains territory"}},
		{"government troops retake it", Event{Kind: "capture", Actors: []mention.Name{{Name: "government troops", Sector: "MIL"}}, Country: "Ivory Coast"}, "COERCE/seize",
			[2]string{"Battles", "Government regains territory"}},
		{"nobody is named", Event{Kind: "capture", Country: "Syria"}, "COERCE/seize", [2]string{}},
		{"tear gas", Event{Kind: "crackdown"}, "ASSAULT/crowd-control", [2]string{"Protests", "Protest with intervention"}},
		{"live fire", Event{Kind: "crackdown", Killed: &mention.Count{Low: 2, High: 5}}, "ASSAULT/crowd-control",
			[2]string{"Protests", "Excessive force against protesters"}},
		{"forces leave", Event{Kind: "withdrawal"}, "RETREAT/withdraw", [2]string{}},
		{"and hand over", Event{Kind: "withdrawal", Targets: party("MIL")}, "RETREAT/withdraw",
			[2]string{"Strategic developments", "Non-violent transfer of territory"}},
		{"joint exercise", Event{Kind: "exercise", Actors: party("MIL", "MIL")}, "COOPERATE", [2]string{"Strategic developments", "Other"}},
		{"diplomats sent home", Event{Kind: "expulsion", Targets: party("GOV")}, "SANCTION/expel", [2]string{"Strategic developments", "Other"}},
		{"migrants deported", Event{Kind: "expulsion", Targets: party("REF")}, "COERCE/deport", [2]string{"Strategic developments", "Other"}},
		{"truce declared", Event{Kind: "ceasefire"}, "CONCEDE", [2]string{"Strategic developments", "Agreement"}},
		{"truce that holds", Event{Kind: "ceasefire", OngoingAsOf: date.Of(2020, 11, 12)}, "RETREAT/ceasefire",
			[2]string{"Strategic developments", "Agreement"}},
		{"planned curfew", Event{Kind: "curfew", Modality: mention.Planned}, "THREATEN", [2]string{}},
		{"planned withdrawal", Event{Kind: "withdrawal", Modality: mention.Planned}, "AGREE", [2]string{}},
		{"talks refused", Event{Kind: "talks", Modality: mention.Negated}, "REJECT", [2]string{}},
		{"an accord signed", Event{Kind: "agreement", Mentions: told("signed an accord")}, "SUPPORT", [2]string{"Strategic developments", "Agreement"}},
		{"consent", Event{Kind: "agreement", Mentions: told("agreed to")}, "AGREE", [2]string{"Strategic developments", "Agreement"}},
		{"a visit called off", Event{Kind: "break_relations", Mentions: told("cancelled")}, "REJECT", [2]string{}},
		{"ambassador recalled", Event{Kind: "break_relations", Mentions: told("recalled")}, "SANCTION/withdraw", [2]string{}},
		{"fighters give up", Event{Kind: "abduction", Targets: party("REB"), Mentions: told("surrendered")}, "RETREAT", [2]string{"Battles", "Armed clash"}},
		{"a charge", Event{Kind: "trial", Mentions: told("charged")}, "ACCUSE/allege", [2]string{}},
		{"a verdict", Event{Kind: "trial", Mentions: told("Convicted")}, "SANCTION/convict", [2]string{}},
		{"a veto", Event{Kind: "vote", Mentions: told("vetoed")}, "REJECT", [2]string{}},
		{"a treaty ratified", Event{Kind: "vote", Mentions: told("ratified")}, "SUPPORT", [2]string{}},
		{"a party banned", Event{Kind: "decree", Mentions: told("outlawed")}, "COERCE/ban", [2]string{}},
		{"prisoners pardoned", Event{Kind: "decree", Mentions: told("amnesty")}, "CONCEDE", [2]string{}},
		{"peacekeepers come", Event{Kind: "deployment", Actors: []mention.Name{{Text: "UN peacekeepers"}}}, "AID", [2]string{"Strategic developments", "Other"}},
		{"peacekeepers go", Event{Kind: "withdrawal", Actors: []mention.Name{{Text: "UN peacekeepers"}}}, "SANCTION/withdraw", [2]string{}},
		{"an exercise told as joint", Event{Kind: "exercise", Mentions: told("joint exercise")}, "COOPERATE", [2]string{"Strategic developments", "Other"}},
		{"inspectors sent home", Event{Kind: "expulsion", Targets: party("IGO")}, "SANCTION/expel", [2]string{"Strategic developments", "Other"}},
		{"people flee", Event{Kind: "displacement", Actors: party("CIV")}, "", [2]string{"Strategic developments", "Other"}},
		{"people driven out", Event{Kind: "displacement", Actors: party("MIL"), Targets: party("CIV")}, "SANCTION/expel",
			[2]string{"Strategic developments", "Other"}},
	}
	for _, tt := range tests {
		if got := Plover(tt.e); got != tt.plover {
			t.Errorf("%s: PLOVER %q, want %q", tt.name, got, tt.plover)
		}
		if typ, sub := ACLED(tt.e); typ != tt.acled[0] || sub != tt.acled[1] {
			t.Errorf("%s: ACLED %q, %q, want %q", tt.name, typ, sub, tt.acled)
		}
	}
}

// TestConditionalKinds keeps the decisions here on kinds that exist.
func TestConditionalKinds(t *testing.T) {
	for _, table := range []map[string]func(Event, string) string{ploverByEvent, acledByEvent} {
		for kind := range table {
			if _, ok := trigger.KindOf(kind); !ok {
				t.Errorf("%s is no kind", kind)
			}
		}
	}
}
