package article

import "testing"

// stamped lists two stories under stamps of their own.
const stamped = `The council meets again on Friday, officials said in the capital.

Ministers leave for Cairo updated: Tue Mar 01 2011 18:10:00 Three ministers left on Monday.
They will be back.
updated: Sat Feb 26 2011 00:46:00 Troops closed the road.`

func TestStamps(t *testing.T) {
	a := articleOf(stamped)
	want := []struct{ day, text string }{
		{"", "The council meets again on Friday, officials said in the capital."},
		{"2011-03-01", "Ministers leave for Cairo"},
		{"2011-03-01", "Three ministers left on Monday."},
		{"2011-03-01", "They will be back."},
		{"2011-02-26", "Troops closed the road."},
	}
	if len(a.Blocks) != len(want) {
		t.Fatalf("%d blocks, want %d:\n%s", len(a.Blocks), len(want), shown(a))
	}
	for i, w := range want {
		b := a.Blocks[i]
		day := ""
		if b.Stamp.Known() {
			day = b.Stamp.String()
		}
		if text := a.Text[b.Start:b.End]; text != w.text || day != w.day {
			t.Errorf("block %d is %q of %q, want %q of %q", i, text, day, w.text, w.day)
		}
	}
}

// One stamp is the article's own, and a label within a sentence is none.
func TestNoStamps(t *testing.T) {
	for _, text := range []string{
		"Ministers leave for Cairo updated: Tue Mar 01 2011 18:10:00 Three ministers left on Monday.",
		"The page was last updated: nobody knows when.\n\nThe list, updated: Mar 1 2011, is long.\n\nIt was posted: 10:00.",
	} {
		for _, b := range articleOf(text).Blocks {
			if b.Stamp.Known() {
				t.Errorf("%q is stamped %s", text[b.Start:b.End], b.Stamp)
			}
		}
	}
}

// A text that states a later day for itself than the metadata is told from that day.
func TestLaterDateLine(t *testing.T) {
	for published, want := range map[string]string{"2011-02-02": "2013-09-05", "2013-09-04": "", "2013-09-20": ""} {
		text := "Thu Sep 5 2013\n\nCar bomb kills six\n\nA car bomb has killed six guards at the mint, officials said."
		a, _ := FromRecord(Record{Text: &text, Published: &published})
		last := a.Blocks[len(a.Blocks)-1]
		if got := last.Stamp; want == "" && got.Known() || want != "" && got.String() != want {
			t.Errorf("published %s: told from %s, want %s", published, got, want)
		}
		if a.Published.Day.String() != published {
			t.Errorf("published %s became %s", published, a.Published.Day)
		}
	}
}
