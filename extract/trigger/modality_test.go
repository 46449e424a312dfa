package trigger

import (
	"strings"
	"testing"

	"dateline/extract/lang/en"
	"dateline/extract/mention"
	"dateline/extract/table"
)

// TestCueExamples runs the example of every cue: the trigger in braces must
// get the row's effect.
func TestCueExamples(t *testing.T) {
	b, err := en.Files.ReadFile(modalityTable)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range table.Parse(modalityTable, string(b)) {
		text := strings.NewReplacer("[", "", "]", "").Replace(r.Cells[3])
		text, at := unmark(text, "{", "}")
		doc := parse(t, text)
		found := false
		for _, h := range Find(doc) {
			if !h.Overlaps(at) {
				continue
			}
			found = true
			modality, outcome, _ := Modality(doc, h)
			got := []string{string(modality), string(outcome)}
			if h.Generic {
				got = append(got, "generic")
			}
			if !contains(got, r.Cells[0]) {
				t.Error(r.Errorf("gives %v", got))
			}
			break
		}
		if !found {
			t.Error(r.Errorf("there is no trigger in braces"))
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestModality(t *testing.T) {
	tests := []struct {
		text     string // trigger in braces
		modality mention.Modality
		outcome  mention.Outcome
		cue      string
	}{
		{"The ministers {met} in Oslo.", mention.Actual, mention.Completed, ""},
		{"The army will {deploy} two brigades.", mention.Planned, mention.Completed, "will"},
		{"The army did not {attack} the village.", mention.Negated, mention.Completed, "did not"},
		{"The army denied {shelling} the market.", mention.Negated, mention.Completed, "denied"},
		{"Gunmen tried to {assassinate} the envoy.", mention.Actual, mention.Attempted, "tried to"},
		{"Police {foiled} a bomb attack.", mention.Actual, mention.Completed, ""},
		{"The rebels managed to {capture} the fort.", mention.Actual, mention.Completed, "managed to"},
		{"The army, officers said, {bombed} two towns.", mention.Actual, mention.Completed, ""},
		{"If the rebels {attack} the port, the army will act.", mention.Hypothetical, mention.Completed, "If"},
		{"Soldiers allegedly {tortured} the prisoners.", mention.Claimed, mention.Completed, "allegedly"},
		{"Fears of {clashes} kept shops shut.", mention.Hypothetical, mention.Completed, "Fears of"},
		{"There was no {attack} on Monday.", mention.Negated, mention.Completed, "no"},
		{"The envoys plan to {meet} in May.", mention.Planned, mention.Completed, "plan to"},
		{"Rebels who {attacked} the base will face trial.", mention.Actual, mention.Completed, ""},
	}
	for _, tt := range tests {
		text, at := unmark(tt.text, "{", "}")
		doc := parse(t, text)
		found := false
		for _, h := range Find(doc) {
			if !h.Overlaps(at) {
				continue
			}
			found = true
			modality, outcome, cue := Modality(doc, h)
			if modality != tt.modality || outcome != tt.outcome || doc.Slice(cue) != tt.cue {
				t.Errorf("%q: %s, %s by %q, want %s, %s by %q", tt.text, modality, outcome, doc.Slice(cue), tt.modality, tt.outcome, tt.cue)
			}
		}
		if !found {
			t.Errorf("%q: no trigger in braces", tt.text)
		}
	}
}
