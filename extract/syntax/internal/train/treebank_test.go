package main

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// sentence is one of a treebank: a hyphenated word is three words there, a
// contraction is written as a range and its two words.
const sentence = `# text = US-led troops didn't shell the town.
1	US	US	PROPN	NNP	_	3	compound	_	_
2	-	-	PUNCT	HYPH	_	3	punct	_	_
3	led	lead	VERB	VBN	_	4	amod	_	_
4	troops	troops	NOUN	NNS	_	7	nsubj	_	_
5-6	didn't	_	_	_	_	_	_	_	_
5	did	do	AUX	VBD	_	7	aux	_	_
6	n't	not	PART	RB	_	7	advmod	_	_
7	shell	shell	VERB	VB	_	0	root	_	_
8	the	the	DET	DT	_	9	det	_	_
9	town	town	NOUN	NN	_	7	obj	_	_
10	.	.	PUNCT	.	_	7	punct	_	_

`

func read(t *testing.T, text string) (*bank, []example) {
	t.Helper()
	var file bytes.Buffer
	z := gzip.NewWriter(&file)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	b := newBank()
	examples, err := b.read(&file)
	if err != nil {
		t.Fatal(err)
	}
	return b, examples
}

func TestTreesOverTokens(t *testing.T) {
	b, examples := read(t, sentence)
	if len(examples) != 1 {
		t.Fatalf("%d sentences", len(examples))
	}
	var got []string
	for i, f := range examples[0][asWritten].Forms {
		g := examples[0][asWritten]
		head := "-"
		if h := g.Heads[i]; h > 0 {
			head = g.Forms[h-1].Text
		}
		got = append(got, f.Text+"/"+b.tags.names[g.Tags[i]]+"<"+b.rels.names[g.Rels[i]]+"<"+head)
	}
	want := "US-led/JJ<amod<troops troops/NNS<nsubj<shell did/VBD<aux<shell n't/RB<advmod<shell shell/VB<root<- the/DT<det<town town/NN<obj<shell ./.<punct<shell"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestCasings(t *testing.T) {
	_, examples := read(t, sentence)
	for casing, want := range map[int]string{allCapitals: "US-LED TROOPS", titleCase: "US-led Troops"} {
		g := examples[0][casing]
		if got := g.Forms[0].Text + " " + g.Forms[1].Text; got != want {
			t.Errorf("casing %d: %q, want %q", casing, got, want)
		}
	}
}

// What is learnt from a few sentences is known again.
func TestTrains(t *testing.T) {
	b, examples := read(t, strings.Repeat(sentence, 10))
	set := chosen
	set.cutoff, set.capitals, set.titled = 1, 0, 0
	a := evaluate(train(b, examples, set), examples, asWritten)
	if a.words == 0 || a.heads != a.words || a.rels != a.words || a.tags != a.words {
		t.Errorf("%v of what was learnt", a)
	}
}

func TestRefusesBadRows(t *testing.T) {
	for _, line := range []string{"1\tThe\tthe", "1\tThe\tthe\tDET\tDT\t_\tx\tdet\t_\t_"} {
		if _, ok, err := word(line); err == nil {
			t.Errorf("%q is read (%v) without an error", line, ok)
		}
	}
}
