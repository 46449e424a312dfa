package trigger

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/table"
	"dateline/extract/token"
)

// TestSenses tells apart the senses of words that mean several things: kind
// and the trigger, or nothing.
func TestSenses(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Jets struck a depot near the river.", "airstrike:struck"},
		{"Nurses began a strike over pay on Monday.", "labour_strike:strike"},
		{"They struck a deal in Doha.", "agreement:struck a deal"},
		{"The bid met the criteria.", ""},
		{"He fought a battle with cancer.", ""},
		{"She lost her battle with cancer.", ""},
		{"He shot a film in Morocco.", ""},
		{"A soldier shot a boy at the gate.", "shooting:shot"},
		{"The king fired his prime minister.", "resignation:fired"},
		{"The army fired rockets at the port.", "missile_attack:fired"},
		{"A fire swept through a factory.", "disaster:fire swept through"},
		{"The attack helicopter flew off.", ""},
		{"The election commission sat.", ""},
		{"He bought an assault rifle.", ""},
		{"He carried a rocket-propelled grenade.", ""},
		{"Rebels captured the town of Arvo on Friday.", "capture:captured"},
		{"Rebels captured two soldiers near the river.", "abduction:captured"},
		{"Police captured the fugitive gunman.", "arrest:captured"},
		{"An air strike killed nine people.", "airstrike:air strike"},
		{"Nine people were killed in a bus crash.", "disaster:bus crash"},
		{"The militia killed nine villagers.", "killing:killed"},
		{"Protesters clashed with police in the square.", "riot:clashed"},
		{"Police fired tear gas at the crowd.", "crackdown:tear gas"},
		{"Troops opened fire on protesters.", "crackdown:opened fire"},
		{"Troops opened fire on a bus.", "shooting:opened fire"},
		{"The army withdrew from the valley.", "withdrawal:withdrew"},
		{"He withdrew his bid.", ""},
		{"Parliament passed the bill.", "vote:passed"},
		{"He passed the exam.", ""},
		{"Thousands marched through the capital.", "protest:marched"},
		{"It began in March 2011.", ""},
		{"A gunman shot down a woman's hopes.", "*"},
		{"Gunners shot down a drone.", "interception:shot down"},
		{"The coast guard seized a tanker.", "interception:seized"},
		{"The junta seized power in a night.", "coup:seized power"},
		{"They expelled two diplomats.", "expulsion:expelled"},
		{"The kingdom cut ties with Doha.", "break_relations:cut ties"},
		{"The sides exchanged prisoners at dawn.", "release:exchanged"},
		{"The sides exchanged fire at dawn.", "clash:exchanged fire"},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range telling(parse(t, tt.text), Find(parse(t, tt.text))) {
			got = append(got, h.Kind+":"+tt.text[h.Start:h.End])
		}
		if joined := strings.Join(got, " "); tt.want != "*" && joined != tt.want {
			t.Errorf("%q gives %q, want %q", tt.text, joined, tt.want)
		}
	}
}

func TestForms(t *testing.T) {
	tests := []struct {
		text    string
		form    Form
		subject string
		mutual  bool
	}{
		{"Rebels {attacked} the village.", Verb, "actor", false},
		{"The village was {attacked} by rebels.", Passive, "actor", false},
		{"The village {attacked} by rebels burned.", Passive, "actor", false},
		{"Rebels have {attacked} the village.", Verb, "actor", false},
		{"A bomb exploded, {killing} nine.", Gerund, "actor", false},
		{"The {attack} on the village failed.", Noun, "actor", false},
		{"Thousands {fled} the fighting.", Verb, "target", false},
		{"The ministers {met} in Oslo.", Verb, "actor", true},
		{"Rebels {clashed} with troops.", Verb, "actor", true},
	}
	for _, tt := range tests {
		text, at := unmark(tt.text, "{", "}")
		found := false
		for _, h := range Find(parse(t, text)) {
			if !h.Overlaps(at) {
				continue
			}
			found = true
			if h.Form != tt.form || h.SubjectIs != tt.subject || h.Mutual != tt.mutual {
				t.Errorf("%q: %s, subject is %s, mutual %v", tt.text, h.Form, h.SubjectIs, h.Mutual)
			}
		}
		if !found {
			t.Errorf("%q: nothing found", tt.text)
		}
	}
}

// TestMarks checks what a hit is to its neighbours.
func TestMarks(t *testing.T) {
	tests := []struct {
		text        string // the hit in braces
		consequence bool
		anaphoric   bool
		generic     bool
	}{
		{"An air strike {killed} nine people.", true, false, false},
		{"Nine people were {killed} in an air strike.", true, false, false},
		{"Gunmen {killed} nine people.", false, false, false},
		{"A bomb went off in the market. Nine people were {killed}.", true, false, false},
		{"A bomb went off in the market. Smoke rose. Glass lay in the road. Nine people were {killed}.", true, false, false},
		{"A bomb went off in the market. Smoke rose. Glass lay in the road. The sun set. Nine people were {killed}.", false, false, false},
		{"A bomb went off on Sunday. Nine people were {killed} in Arvo on Friday.", false, false, false},
		{"The {attack} came at dawn.", false, true, false},
		{"The {attack} on the base came at dawn.", false, false, false},
		{"Saturday's {attack} came at dawn.", false, true, false},
		{"The army often {shells} the village.", false, false, true},
		{"{Attacks} on civilians are a crime.", false, false, true},
	}
	for _, tt := range tests {
		text, at := unmark(tt.text, "{", "}")
		found := false
		for _, h := range Find(parse(t, text)) {
			if !h.Overlaps(at) {
				continue
			}
			found = true
			if h.Consequence != tt.consequence || h.Anaphoric != tt.anaphoric || h.Generic != tt.generic {
				t.Errorf("%q: consequence %v, anaphoric %v, generic %v", tt.text, h.Consequence, h.Anaphoric, h.Generic)
			}
		}
		if !found {
			t.Errorf("%q: nothing found", tt.text)
		}
	}
}

func TestBadRowsAreNamed(t *testing.T) {
	forms, err := parseIrregular(formsTable, "v\tgo\twent\tgone\n")
	if err != nil {
		t.Fatal(err)
	}
	voc, err := parseClasses(classTable, "troops\tn\tsoldier tank\n", forms)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ row, want string }{
		{"attack\tgo:v", `rows.tsv:2: has 2 columns`},
		{"atack\tgo:v\t-\tThey [went].", `there is no kind "atack"`},
		{"attack\tgo:z\t-\tThey [went].", `unknown part of speech "z"`},
		{"attack\t$tanks\t-\tThey [went].", `there is no class $tanks`},
		{"attack\t~2 go:v\t-\tThey [went].", `must begin with a word`},
		{"attack\tgo:v ~9\t-\tThey [went].", `gap "~9"`},
		{"attack\tgo:v\tsomewhere:home\tThey [went].", `looks at "somewhere"`},
		{"attack\tgo:v\tloudly\tThey [went].", `unknown flag "loudly"`},
		{"attack\tgo:v\tform:adverb\tThey [went].", `unknown form "adverb"`},
	}
	for _, tt := range tests {
		lex := &lexicon{index: map[string][]int32{}, verbs: words{}}
		err := lex.addRows(voc, table.Parse("rows.tsv", "# rows\n"+tt.row+"\n"), false)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "rows.tsv:2:") {
			t.Errorf("row %q gives %v, want %q", tt.row, err, tt.want)
		}
	}
	lex := &lexicon{cueAt: map[string][]int32{}}
	if err := lex.addCues(voc, table.Parse("cues.tsv", "maybe\tverb\tgo:v\tx\n")); err == nil || !strings.Contains(err.Error(), "cues.tsv:1: unknown effect") {
		t.Errorf("an unknown effect gives %v", err)
	}
}

func TestInflections(t *testing.T) {
	forms, err := parseIrregular(formsTable, "v\tstrike\tstruck\tstruck/stricken\nn\twoman\twomen\n")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ lemma, want string }{
		{"strike", "stricken strike strikes striking struck"},
		{"ram", "ram rammed ramming rams"},
		{"bury", "buried buries bury burying"},
		{"clash", "clash clashed clashes clashing"},
		{"die", "die died dies dying"},
		{"free", "free freed freeing frees"},
		{"shoot", "shoot shooted shooting shoots"},
	}
	for _, tt := range tests {
		var got []string
		for w := range forms.verb(tt.lemma) {
			got = append(got, w)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.lemma, s, tt.want)
		}
	}
	if forms.noun("woman")["women"] != plural || forms.noun("city")["cities"] != plural {
		t.Error("plurals are wrong")
	}
}

func TestKinds(t *testing.T) {
	if n := len(Kinds()); n != 61 {
		t.Errorf("%d kinds", n)
	}
	k, ok := KindOf("drone_strike")
	if !ok || k.Family != "armed" || k.Plover != "ASSAULT/drone" || Family("talks") != "diplomacy" || Family("nothing") != "" {
		t.Errorf("drone_strike is %+v", k)
	}
	for in, want := range map[string]string{"dronestrike": "drone_strike", "air strike": "airstrike", "protests": "protest", "armd": "armed", "": "", "qqqqqqqq": ""} {
		got := ""
		if near := Near(in); len(near) > 0 {
			got = near[0]
		}
		if got != want {
			t.Errorf("Near(%q) begins with %q, want %q", in, got, want)
		}
	}
	short := table.File{Name: "kinds.tsv", Text: "attack\tarmed\n"}
	if err := new(kindTable).read(short, nil); err == nil || !strings.HasPrefix(err.Error(), "kinds.tsv:1: ") {
		t.Errorf("a short row gives %v", err)
	}
}

// FuzzFind checks what must hold of any text: hits in order, apart, inside
// their sentence, of known kinds.
func FuzzFind(f *testing.F) {
	f.Add("An air strike killed nine people in Arvo on Friday.")
	f.Add("GUERRILLAS ATTACKED THE FARM; THE ARMY DENIED IT.")
	f.Add("“Strikes” – ’shelled’ \u00a0 took … control\nof")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("the tokeniser takes UTF-8")
		}
		doc, err := token.Parse(text, nil)
		if err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, h := range Find(doc) {
			s := doc.Sentences[h.Sentence]
			if h.Start < end || h.End <= h.Start || !s.Contains(h.Span) {
				t.Fatalf("hit %+v is out of order or out of its sentence %+v", h, s)
			}
			end = h.End
			if _, ok := KindOf(h.Kind); !ok || h.Rule == "" || h.First >= h.Last || h.Head < h.First || h.Head >= h.Last {
				t.Fatalf("hit %+v is not sound", h)
			}
			if m, o, _ := Modality(doc, h); m == "" || o == "" {
				t.Fatalf("hit %+v has no modality", h)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("An air strike hit a market in the town of Arvo on Friday, killing at least nine people, officials said. "+
		"The army denied that it had carried out the attack. Thousands of people fled the fighting and crossed the border. ", 50)
	doc := parse(b, text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for _, h := range Find(doc) {
			Modality(doc, h)
		}
	}
}
