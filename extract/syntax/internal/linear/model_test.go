package linear

import (
	"bufio"
	"bytes"
	"testing"
)

// trained tells odd keys from even ones by two features of each.
func trained() *Perceptron {
	p := NewPerceptron([]string{"even", "odd"})
	for range 5 {
		for i := range uint32(100) {
			keys := []uint32{Hash(0, i%2, 0, 0), Hash(1, i, 0, 0)}
			scores := make([]int32, 2)
			p.Score(scores, keys)
			p.Step()
			if got, want := Best(scores), int(i%2); got != want {
				p.Update(keys, want, got)
			}
		}
	}
	return p
}

func TestLearns(t *testing.T) {
	m := trained().Model(4, 1)
	for i := range uint32(2) {
		scores := make([]int32, 2)
		m.Score(scores, []uint32{Hash(0, i, 0, 0), Hash(1, 1000, 0, 0)})
		if got := Best(scores); got != int(i) {
			t.Errorf("%d is taken for %s", i, m.Classes[got])
		}
	}
}

func TestCutoffDropsWhatChangedSeldom(t *testing.T) {
	p := trained()
	if all, some := len(p.Model(4, 1).weights), len(p.Model(4, 1000).weights); all == 0 || some != 0 {
		t.Errorf("%d weights without a cutoff, %d with one that nothing reaches", all, some)
	}
}

func TestReadsWhatItWrote(t *testing.T) {
	m := trained().Model(4, 1)
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	again, err := Read(bufio.NewReader(&file))
	if err != nil {
		t.Fatal(err)
	}
	for i := range uint32(100) {
		want, got := make([]int32, 2), make([]int32, 2)
		m.Score(want, []uint32{Hash(1, i, 0, 0)})
		again.Score(got, []uint32{Hash(1, i, 0, 0)})
		if want[0] != got[0] || want[1] != got[1] {
			t.Fatalf("feature %d scores %v, was %v", i, got, want)
		}
	}
}

func TestReadRefusesWhatIsCutShort(t *testing.T) {
	var file bytes.Buffer
	if err := trained().Model(4, 1).Write(&file); err != nil {
		t.Fatal(err)
	}
	for n := range file.Len() {
		if _, err := Read(bufio.NewReader(bytes.NewReader(file.Bytes()[:n]))); err == nil {
			t.Fatalf("%d of %d bytes are read without an error", n, file.Len())
		}
	}
}

// The byte of a weight keeps its sign, and its size to a few hundredths.
func TestWeightsAsBytes(t *testing.T) {
	for v := int16(-limit); v < limit; v++ {
		got := decode(encode(v))
		if off := max(got-v, v-got); int(off) > 1+max(int(v), -int(v))/30 {
			t.Fatalf("%d becomes %d", v, got)
		}
	}
}
