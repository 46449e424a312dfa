package extract

import (
	"fmt"
	"strings"
	"testing"

	"dateline/extract/mention"
	"dateline/extract/token"
)

// tollReads are sentences with the figures read off their first mention of the
// kind: effect, range, qualifier and victims of each, cumulative ones marked so,
// and the event's own range of people killed.
var tollReads = []struct{ text, kind, tolls, killed string }{
	{"A car bomb killed at least nine people in the market on Monday.", "bombing", "killed 9 at_least civilian", "9"},
	{"Clashes killed 20 to 30 people and left 15 wounded.", "clash", "killed 20-30 exact civilian; injured 15 exact unknown", "20-30"},
	{"Gunmen killed two soldiers, a policeman and three civilians on Monday.", "shooting",
		"killed 2 exact combatant; killed 1 exact combatant; killed 3 exact civilian", "6"},
	{"An air strike killed a man, his wife and their two children.", "airstrike",
		"killed 1 exact civilian; killed 1 exact civilian; killed 2 exact civilian", "4"},
	{"A bomb exploded in the market. At least nine shoppers, including three boys, were killed and dozens were wounded.", "bombing", "killed 9 at_least civilian", "9"},
	{"A bomb exploded in the market. Four people were killed, and 43 others were wounded.", "bombing", "killed 4 exact civilian; injured 43 exact unknown", "4"},
	{"Troops killed the rebel leader Abu Rami along with one other gunman in a raid on Monday.", "offensive",
		"killed 1 exact combatant; killed 1 exact combatant", "2"},
	{"The strike killed Abu Rami, a commander of the group, and two of his bodyguards.", "airstrike", "killed 1 exact unknown; killed 2 exact unknown", "3"},
	{"Rebels ambushed a patrol, which resulted in the death of five soldiers.", "clash", "killed 5 exact combatant", "5"},
	{"Rocket fire hit the town, claiming the life of a girl and wounding two others.", "missile_attack", "killed 1 exact civilian; injured 2 exact unknown", "1"},
	{"Soldiers shot dead two brothers near the village.", "shooting", "killed 2 exact civilian", "2"},
	{"The shelling left 11 dead and 20 wounded.", "shelling", "killed 11 exact unknown; injured 20 exact unknown", "11"},
	{"Also killed in the strike were over a dozen rebels.", "airstrike", "killed 12 at_least combatant", "12"},
	{"The death toll rose to 12 after clashes in Cairo.", "clash", "killed 12 exact unknown", "12"},
	{"The ministry earlier gave a toll of 31 for the strikes.", "airstrike", "", ""},
	{"The air raid killed dozens of soldiers.", "airstrike", "", ""},
	{"The clash killed several soldiers in the 12th day of fighting, 20 km from the town.", "clash", "killed 3 at_least combatant", "3"},
	{"Troops fought the gunmen on the hill, killing several of them.", "clash", "killed 3 at_least unknown", "3"},
	{"The raid on the camp killed a number of guards.", "offensive", "killed 3 at_least unknown", "3"},
	{"The raid on the camp killed several guards, and four guards were killed later.", "offensive", "killed 3 at_least combatant; killed 4 exact combatant", "4"},
	{"Rebel attacks have killed more than 2,200 people since the uprising began.", "attack", "killed 2200 at_least civilian cumulative", ""},
	{"The car bomb was the deadliest since 2015 and killed 30 people.", "bombing", "killed 30 exact civilian", "30"},
	{"The attack could kill thousands; ten a day are killed in such an attack.", "attack", "", ""},
	{"Two sentries may have been killed in the raid on the base.", "offensive", "killed 2 exact unknown", "2"},
	{"Nobody was killed in the raid on the base.", "offensive", "", ""},
	{"The ex-mayor was hanged in 1979.", "killing", "killed 1 exact unknown", "1"},
	{"He condemned the murder at a rally.", "killing", "", ""},
	{"Soldiers murdered the monks, their cook and her daughter.", "killing", "", ""},
	{"The guards found two dead villagers and one wounded villager after the raid on the camp.", "offensive", "killed 2 exact civilian; injured 1 exact unknown", "2"},
	{"A raid on the camp killed two suicide bombers.", "offensive", "killed 2 exact combatant", "2"},
	{"The raid on the camp was over. Five of the men who were killed were commanders.", "offensive", "", ""},
	{"Troops raided the camp on Monday. Three guards were killed, and nine men were detained.", "offensive", "killed 3 exact combatant", "3"},
	{"Officials deplored the death of a captive in Kut as crews dug for victims of rocket attacks.", "missile_attack", "", ""},
	{"Troops fought the rebels with an air strike, killing three of them.", "airstrike", "killed 3 exact unknown", "3"},
	{"An air strike killed nine villagers, three of them children, and a guard.", "airstrike", "killed 9 exact civilian", "9"},
	{"Police arrested two men and a woman in Kut on Monday.", "arrest", "captured 2 exact civilian; captured 1 exact civilian", ""},
}

func TestTolls(t *testing.T) {
	for _, c := range tollReads {
		m := mentionOf(extractText(t, c.text, "2023-04-19"), c.kind)
		if m == nil {
			t.Errorf("%q: no %s", c.text, c.kind)
			continue
		}
		var tolls []string
		for _, x := range m.Tolls {
			s := fmt.Sprintf("%s %s %s %s", x.Effect, countText(&x.Count), x.Qualifier, x.Victims)
			if x.Scope == cumulative {
				s += " " + cumulative
			}
			tolls = append(tolls, s)
		}
		if got := strings.Join(tolls, "; "); got != c.tolls {
			t.Errorf("%q\n  got  %s\n  want %s", c.text, got, c.tolls)
		}
		if got := countText(m.Killed); got != c.killed {
			t.Errorf("%q: killed %q, want %q", c.text, got, c.killed)
		}
	}
}

// The figure is told apart from who gives it.
func TestWhoGivesTheFigure(t *testing.T) {
	for text, want := range map[string]string{
		"An air strike killed nine people in Idlib, the health ministry said.":  "the health ministry",
		"According to local medics, an air strike killed nine people in Idlib.": "local medics",
		"An air strike killed nine people in Idlib on Monday.":                  "",
		"It said an air strike killed nine people in Idlib on Monday.":          "",
	} {
		m := mentionOf(extractText(t, text, "2023-04-19"), "airstrike")
		if m == nil || len(m.Tolls) != 1 || m.Tolls[0].Who != want {
			t.Errorf("%q: got %+v, want %q", text, m, want)
		}
	}
}

func mentionOf(r Result, kind string) *mention.Mention {
	for i := range r.Mentions {
		if r.Mentions[i].Kind == kind {
			return &r.Mentions[i]
		}
	}
	return nil
}

func countText(c *mention.Count) string {
	switch {
	case c == nil:
		return ""
	case c.Low == c.High:
		return fmt.Sprint(c.Low)
	}
	return fmt.Sprintf("%d-%d", c.Low, c.High)
}

func TestAmounts(t *testing.T) {
	f, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"nine people":            "9 exact",
		"at least 1,200 people":  "1200 at_least",
		"twenty-one men":         "21 exact",
		"two dozen men":          "24 exact",
		"half a dozen men":       "6 exact",
		"about a dozen men":      "12 about",
		"1.9 million people":     "1900000 exact",
		"three hundred people":   "300 exact",
		"up to 40 people":        "40 up_to",
		"between 20 and 30 men":  "20-30 exact",
		"nine or more men":       "9 at_least",
		"a couple of men":        "2 exact",
		"dozens of men":          "",
		"three days of fighting": "",
		"2.5 men":                "",
	} {
		var toks []token.Token
		for w := range strings.FieldsSeq(text) {
			tag := "NN"
			if w[0] >= '0' && w[0] <= '9' {
				tag = "CD"
			}
			toks = append(toks, token.Token{Text: w, Lower: w, Tag: tag})
		}
		got := ""
		if a, ok := f.amountIn(toks, 0, len(toks)); ok {
			got = countText(&a.Count) + " " + string(a.Qualifier)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// A noun of death that tells what came of a deed is no event of its own.
func TestOutcome(t *testing.T) {
	r := extractText(t, "Troops conducted a security operation in Kut on Monday that resulted in the death of Abu Rami, a local leader.", "2023-04-19")
	m := mentionOf(r, "offensive")
	if m == nil || countText(m.Killed) != "1" || mentionOf(r, "death") != nil {
		t.Errorf("got %+v", r.Mentions)
	}
}
