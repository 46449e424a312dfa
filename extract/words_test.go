package extract

import (
	"slices"
	"testing"
)

// Every class that the passes go by is in the table, and none is there in vain.
func TestClasses(t *testing.T) {
	v, err := vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	used := []class{ground, simultaneous, continuing, launch, affected, single, quantity, locative, loss, lossCause, determined, instrument, connective, collective, town, way, bearing, measure, befall,
		tollWord, superseded, be, perish, dying, taking, outcome, part, struggle, stretch, span, noone,
		anybody, pairOfPeople, pairOfBodies, claiming, blaming, ascribing, committing, incident, responsibility, leadover, nounEnding, small, calendar, reaction, fate}
	used = append(used, effects...)
	for _, c := range used {
		if !slices.Contains(v.Names(), string(c)) {
			t.Errorf("no words of class %q", c)
		}
	}
	if len(v.Names()) != len(used) {
		t.Errorf("the table has %d classes, %d are used", len(v.Names()), len(used))
	}
}

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{"bodies": "body", "classes": "class", "fighters": "fighter", "police": "police", "press": "press", "bus": "bus", "attaches": "attach"} {
		if got := singular(plural); got != want {
			t.Errorf("%s: got %s, want %s", plural, got, want)
		}
	}
}
