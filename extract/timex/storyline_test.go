package timex

import (
	"strings"
	"testing"
)

// toldByYears makes a history of what follows it.
const toldByYears = "The league was formed in 1911. It fought in 1912, in 1913 and until the end of 1914.\n\n"

// TestStoryline: the year of a date that tells none comes from where the story
// is, and what is named in passing does not lead it away.
func TestStoryline(t *testing.T) {
	for _, c := range []struct{ name, text, phrase, value string }{
		{"goes on", "In May 1915 the fleet sailed. In July it was sunk.", "July", "1915-07"},
		{"turn of the year", "In November 1915 the fleet sailed. In February it was sunk.", "February", "1916-02"},
		{"an old year in passing", "In May 1915 the fleet sailed, as in 1847. In July it was sunk.", "July", "1915-07"},
		{"a later year in passing", "In May 1915 the fleet sailed from a port that was closed in 1931. In July it was sunk.", "July", "1915-07"},
		{"what lasted until later", "In March 1915 the fort was ringed in a siege that lasted until February 1916. In July the fleet sailed, and in August 1915 it was sunk.", "July", "1915-07"},
		{"what is told next", "In March 1916 the fleet sailed.\n\nIn the east both sides dug through the spring and the early summer of 1915.", "the spring", "1915-SP"},
		{"in passing with a month", "In May 1915 the fleet sailed past the fort that fell in June 1931 and was burnt in July.", "July", "1931-07"},
		{"relative to the story", "In May 1915 the fleet sailed. The next year it was sunk. In June the king fled.", "June", "1916-06"},
		{"a year holding the day", "In May 1915 the fleet sailed, the largest of 1915. In July it was sunk.", "July", "1915-07"},
		{"before Christ", "In 490 BC they fought. In the autumn of 481 BC they met. In spring they marched, and in 480 BC they fought.", "spring", "BC0480-SP"},
		{"deictic in a speech", "In September 1915 the fleet sailed. The admiral promised victory by next summer.", "next summer", "1916-SU"},
	} {
		text, found := toldByYears+c.text, false
		if strings.Contains(text, "BC") {
			text = c.text
		}
		for _, x := range resolveText(t, text, exampleDay) {
			if x.Text != c.phrase {
				continue
			}
			found = true
			if x.TIMEX3 != c.value {
				t.Errorf("%s: %s is %s, want %s", c.name, c.phrase, x.TIMEX3, c.value)
			}
		}
		if !found {
			t.Errorf("%s: %q is not found", c.name, c.phrase)
		}
	}
}
