package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"dateline/extract/mention"
)

func mustParse(t testing.TB, text string) *Doc {
	t.Helper()
	doc, err := Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "Troops left. The town was quiet.", "Troops left.|The town was quiet."},
		{"title and month", "Gen. Abdi spoke on Jan. 3 in Kabul. He left.", "Gen. Abdi spoke on Jan. 3 in Kabul.|He left."},
		{"month before a capital", "The Jan. 3 Baghdad strike killed him.", "The Jan. 3 Baghdad strike killed him."},
		{"initialism within", "The U.S. Army withdrew.", "The U.S. Army withdrew."},
		{"initialism at the end", "They fled to the U.S. The war went on.", "They fled to the U.S.|The war went on."},
		{"hard-wrapped", "The army\nentered the\ntown.", "The army\nentered the\ntown."},
		{"quotation", "“We left.” He went on.", "“We left.”|He went on."},
	} {
		doc := mustParse(t, c.text)
		var got []string
		for _, s := range doc.Sentences {
			got = append(got, doc.Slice(s.Span))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Iran’s Quds Force", "Iran 's Quds Force"},
		{"officials—mostly tribal figures—fled", "officials -- mostly tribal figures -- fled"},
		{"the ‘unlikely’ attack", "the ' unlikely ' attack"},
		{"a US-led raid on Jan. 3, 2020.", "a US-led raid on Jan. 3 , 2020 ."},
		{"May 3–5", "May 3-5"},
		{"didn’t shoot", "did n't shoot"},
		{"in the mid-1970’s.", "in the mid-1970 's ."},
		{"troops\u00a0left", "troops left"},
	} {
		doc := mustParse(t, c.text)
		var got []string
		for _, tok := range doc.Tokens {
			got = append(got, tok.Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
}

// Where no word is repeated the tags are prose's own.
func TestTagsAreThoseOfProse(t *testing.T) {
	model := prose.ModelFromData("compare")
	for _, text := range []string{
		"Government forces shelled the town on Monday, killing at least nine people.",
		"Rebels who had seized 14 villages in May withdrew after talks with army officers near Aleppo.",
		"The U.N. envoy said Iran's parliament will not vote until Jan. 3 on expelling 5,000 foreign troops.",
	} {
		want, err := prose.NewDocument(text, prose.UsingModel(model), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		doc := mustParse(t, text)
		for i, tok := range want.Tokens() {
			if doc.Tokens[i].Text != tok.Text || doc.Tokens[i].Tag != tok.Tag {
				t.Errorf("%q: token %d is %s/%s, prose says %s/%s", text, i, doc.Tokens[i].Text, doc.Tokens[i].Tag, tok.Text, tok.Tag)
			}
		}
	}
}

// A word that occurs as verb and noun must have a tag of its own each time.
func TestTagsAreNotShared(t *testing.T) {
	doc := mustParse(t, "They will attack the town because the attack failed.")
	var tags []string
	for _, tok := range doc.Tokens {
		if tok.Text == "attack" {
			tags = append(tags, tok.Tag)
		}
	}
	if strings.Join(tags, " ") != "VB NN" {
		t.Errorf("got tags %v", tags)
	}
}

func TestCapitals(t *testing.T) {
	doc := mustParse(t, "GUERRILLAS ATTACKED THE BARRACKS LAST NIGHT IN THE CAPITAL.")
	if doc.Tokens[1].Tag != "VBD" {
		t.Errorf("ATTACKED is tagged %s", doc.Tokens[1].Tag)
	}
}

func TestHeadline(t *testing.T) {
	doc := mustParse(t, "Rebel Leaders Flee Sanaa Amid Heavy US Strikes")
	var tags []string
	for _, i := range []int{2, 4, 6} {
		tags = append(tags, doc.Tokens[i].Text+"/"+doc.Tokens[i].Tag)
	}
	if got := strings.Join(tags, " "); got != "Flee/VBP Amid/IN US/NNP" {
		t.Errorf("got %s", got)
	}
}

func TestBlocks(t *testing.T) {
	text := "A headline without a stop\nThe body begins here."
	doc, err := Parse(text, []mention.Span{{Start: 0, End: 25}, {Start: 26, End: len(text)}})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Sentences) != 2 || doc.Sentences[1].Block != 1 {
		t.Errorf("got sentences %+v", doc.Sentences)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Iran’s “Quds Force” — killed on Jan. 3–5, said Gen. X. The U.S. ...")
	f.Add("ȺȺȺȺ's İİ's")
	f.Add("000000\x95 \xff\xfe a \xe2\x80")
	f.Add("A\u00ad\u200bb -- c--d ---- 'e' 's &rsquo;")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := Parse(text, nil)
		if err != nil {
			t.Fatal(err)
		}
		end := 0
		for i, tok := range doc.Tokens {
			if tok.Start < end && i > 0 && tok.Start < doc.Tokens[i-1].Start || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %d %+v out of order or bounds in %q", i, tok, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[tok.Start:tok.End]) {
				t.Fatalf("token %+v cuts a rune in %q", tok, text)
			}
			end = tok.End
		}
		next := 0
		for _, s := range doc.Sentences {
			if s.First != next || s.Last <= s.First {
				t.Fatalf("sentence %+v does not follow on token %d", s, next)
			}
			next = s.Last
		}
		if next != len(doc.Tokens) {
			t.Fatalf("%d of %d tokens are in sentences", next, len(doc.Tokens))
		}
	})
}

// Runs of marks must not make the tokeniser slow.
func BenchmarkMarks(b *testing.B) {
	text := strings.Repeat(`"`, 40_000)
	mustParse(b, text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		mustParse(b, text)
	}
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("On Jan. 3, a drone strike killed the commander in Iraq, officials said. Troops were sent to Germany. ", 50)
	mustParse(b, text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		mustParse(b, text)
	}
}
