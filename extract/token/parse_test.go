package token

import (
	"slices"
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
		{"Iran&rsquo;s army", "Iran 's army"},
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

// FuzzTokensAreThoseOfProse: the words that are cut without prose are cut as
// prose would, and no token of prose is lost.
func FuzzTokensAreThoseOfProse(f *testing.F) {
	for _, s := range []string{
		"Gen. Abdi (of the U.S. Army) said: \"We won't leave Iran's hills; ever!\" He paid $100 ... in Jan. or so.",
		"they'll ask, it's Smith's: [sic] I'm sure, 'tis the ministers' plan. 1,500 men, 10:30 a.m., 3.5%, (a) b) c.",
		"8-) :-) :)) (-: :0 xD D: O.o (._.) ^___^ It. I. Mr. Ms. ABC. A.B.C. a.b. x.y., end.; so?! \"\" '' ,, .. - --",
		"“Ça va”, l’été — naïve façade. Zürich’s “Öl”. http://x.org/a?b='c' a@b.c, &rsquo;s Iran&rsquo;s 'em n't don't,",
		"'s", "n't0 0 '!", "s' 's. 'll's", "(a)(b)[c]", "$$$5,,,", `""a""`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := plain(text)
		doc, err := prose.NewDocument(p.text, prose.WithTagging(false), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		for _, tok := range doc.Tokens() {
			want = append(want, tok.Text)
		}
		for _, tok := range new(cutter).cut(nil, p, text, 0) {
			got = append(got, tok.Text)
			if tok.Lower != strings.ToLower(tok.Text) {
				t.Errorf("%q in lower case is %q", tok.Text, tok.Lower)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is cut into\n%q, prose cuts it into\n%q", text, got, want)
		}
	})
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

func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \n\n", ""},
		{"one", "one"},
		{"one\ntwo\n\nthree\n", "one\ntwo|three"},
		{"\n\none\r\n \t\r\ntwo\n\n\n", "one\r|two"},
	} {
		var got []string
		for _, s := range Paragraphs(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
	if doc, err := Parse(" \n", Paragraphs(" \n")); err != nil || len(doc.Sentences) != 0 {
		t.Errorf("a blank text has sentences %+v, error %v", doc.Sentences, err)
	}
}

// TestSplit: the tags that are asked for later are those of Parse.
func TestSplit(t *testing.T) {
	text := "They will attack the town because the attack failed. Rebels fled. TROOPS LEFT THE TOWN LAST NIGHT."
	parsed := mustParse(t, text)
	split, err := Split(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	last := len(split.Tokens) - 1
	if got := split.Tag(last); got != parsed.Tokens[last].Tag {
		t.Errorf("the last token is tagged %s, not %s", got, parsed.Tokens[last].Tag)
	}
	if split.Tokens[0].Tag != "" {
		t.Errorf("the first sentence has been tagged: %s", split.Tokens[0].Tag)
	}
	for i := range split.Tokens {
		split.Tag(i)
	}
	if !slices.Equal(split.Tokens, parsed.Tokens) || !slices.Equal(split.Sentences, parsed.Sentences) {
		t.Errorf("got %+v, want %+v", split.Tokens, parsed.Tokens)
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

const benchText = "On Jan. 3, a drone strike killed the commander in Iraq, officials said. Troops were sent to Germany. "

func BenchmarkParse(b *testing.B) { benchmarkCut(b, Parse) }
func BenchmarkSplit(b *testing.B) { benchmarkCut(b, Split) }

func benchmarkCut(b *testing.B, cut func(string, []mention.Span) (*Doc, error)) {
	text := strings.Repeat(benchText, 50)
	mustParse(b, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cut(text, nil); err != nil {
			b.Fatal(err)
		}
	}
}
