package article

import (
	"slices"
	"strings"
	"testing"
)

// filler is a paragraph long enough to be a body.
const filler = "Troops moved into the northern villages on Monday after three days of shelling, the mayor told reporters by telephone."

func TestSplitClippings(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // the first line of every article
	}{
		{"titles given twice", "First title of two\n\nA caption\nA caption\nTT\n\nFirst title of two\n\n" + filler + "\n\n\n\nSecond title of two\n\nA caption\nA caption\nTT\n\nSecond title of two\n\n" + filler,
			[]string{"First title of two", "Second title of two"}},
		{"the same with single gaps", "First title of two\n\nA caption\n\nFirst title of two\n\n" + filler + "\n\nSecond title of two\n\nA caption\n\nSecond title of two\n\n" + filler,
			[]string{"First title of two", "Second title of two"}},
		{"a wide gap and a long title", "First title\n\n" + filler + "\n\n\n\nRebels quit the city after a night of raids\n\n" + filler,
			[]string{"First title", "Rebels quit the city after a night of raids"}},
		{"bylines", "First title\n\n" + filler + "\n\n\nRebels quit city\nBy Jo Smith\n\n" + filler,
			[]string{"First title", "Rebels quit city"}},
		{"datelines", "First title\n\n" + filler + "\n\nRebels quit city\n\nADEN, May 3 (Reuters) - " + filler,
			[]string{"First title", "Rebels quit city"}},
		{"no titles, datelines", "ADEN, May 3 (Reuters) - " + filler + "\n\n\n\nSANAA, May 4 (Reuters) - " + filler,
			[]string{"ADEN, May 3 (Reuters) - " + filler, "SANAA, May 4 (Reuters) - " + filler}},
		{"a rule", "First title\n\n" + filler + "\n\n----------\n\nRebels quit the city after raids\n\n" + filler,
			[]string{"First title", "Rebels quit the city after raids"}},
		{"three", filler + "\n\n\n\nA second title of five words\n\n" + filler + "\n\n\n\nA third title of five words\n\n" + filler,
			[]string{filler, "A second title of five words", "A third title of five words"}},
		{"sections", "The war\n\n" + filler + "\n\n\n\nThe first year\n\n" + filler + "\n\n\n\nThe second year\n\n" + filler,
			[]string{"The war"}},
		{"gaps between all paragraphs", filler + "\n\n\n" + filler + " And so on.\n\n\nThe rebels had nothing to say\n\n\n" + filler + " At last.",
			[]string{filler}},
		{"a quotation set off", "First title\n\n" + filler + "\n\n\n\n\"We will not leave our homes,\" she said.\n\n" + filler,
			[]string{"First title"}},
		{"a caption twice in the middle", "First title\n\n" + filler + "\n\nA boat leaves the harbour\nA boat leaves the harbour\n\n" + filler,
			[]string{"First title"}},
		{"nothing follows", "First title\n\n" + filler + "\n\n\n\nRebels quit the city after a night of raids\n\n",
			[]string{"First title"}},
		{"empty", " \n\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range splitClippings(tt.text) {
				first, _, _ := strings.Cut(tt.text[s.Start:s.End], "\n")
				got = append(got, first)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
