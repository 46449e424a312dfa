package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/timeline"
)

// kindInWords names a kind as prose does: "drone strike".
func kindInWords(kind string) string {
	if words, ok := kindWords[kind]; ok {
		return words
	}
	return oneLine(strings.ReplaceAll(kind, "_", " "))
}

// kindWords are the kinds whose name is not the words for them.
var kindWords = map[string]string{
	"break_relations": "break of relations",
	"sanction":        "sanctions",
	"sanction_relief": "sanctions relief",
}

// capital writes the first letter of a text large, except in an abbreviation.
func capital(s string) string {
	if s == "" || strings.HasPrefix(s, "c. ") || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// statusInWords are the marks of an event that did not plainly happen and end.
func statusInWords(e *timeline.Event) []string {
	var out []string
	for _, s := range []string{modality(e), outcomeInWords[e.Outcome], lasted(e)} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// mostTellers is how many of those who allege an event its status names.
const mostTellers = 3

// modality tells an event that is not plainly told as having happened, and who
// alleges it.
func modality(e *timeline.Event) string {
	words := modalityInWords[e.Modality]
	if by := tellers(e); e.Modality == mention.Claimed && len(by) > 0 {
		words += " by " + listed(by, mostTellers)
	}
	return words
}

var modalityInWords = map[mention.Modality]string{
	mention.Claimed: "alleged", mention.Planned: "planned", mention.Hypothetical: "only thought of", mention.Negated: "denied",
}

var outcomeInWords = map[mention.Outcome]string{mention.Attempted: "attempted", mention.Foiled: "foiled"}

// mostNames is how many names an entry shows before it condenses.
const mostNames = 6

// parties says who did it to whom: "Iran → United States", "Armenia ↔ Azerbaijan".
func parties(e *timeline.Event) string {
	if a, b := bySide(e.Actors); len(a) > 0 && len(b) > 0 {
		return join(" → ", listed(namesInWords(a), mostNames)+" ↔ "+listed(namesInWords(b), mostNames), listed(namesInWords(e.Targets), mostNames))
	}
	actors, targets := listed(namesInWords(e.Actors), mostNames), listed(namesInWords(e.Targets), mostNames)
	if actors == "" && targets != "" {
		return "→ " + targets
	}
	return join(" → ", actors, targets)
}

// bySide parts the names of a mutual event by side.
func bySide(names []mention.Name) (a, b []mention.Name) {
	for _, n := range names {
		switch n.Side {
		case mention.SideA:
			a = append(a, n)
		case mention.SideB:
			b = append(b, n)
		}
	}
	return a, b
}

func namesInWords(names []mention.Name) []string {
	var out []string
	for _, n := range names {
		if name := oneLine(cmp.Or(n.Name, n.Text)); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// placeInWords is the most specific place with what it lies in: "Ain al-Asad, Anbar, Iraq".
func placeInWords(e *timeline.Event) string {
	if len(e.Places) == 0 {
		return oneLine(e.Country)
	}
	p := &e.Places[0]
	var parts []string
	for _, s := range []string{cmp.Or(p.Name, p.Text), p.Admin1, cmp.Or(p.Country, e.Country)} {
		if s = oneLine(s); s != "" && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// listed writes a list as prose, openly condensed after most items: "A, B and 12 more".
func listed(items []string, most int) string {
	if len(items) <= most {
		return enumerated(items)
	}
	return fmt.Sprintf("%s and %d more", strings.Join(items[:most], ", "), len(items)-most)
}

// enumerated writes a list as prose: "A, B and C".
func enumerated(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

// counted is a number with its noun: "1 event", "2,000 events".
func counted(n int, singular string) string {
	if n == 1 {
		return "1 " + singular
	}
	return grouped(n) + " " + singular + "s"
}

// join joins the parts that are not empty.
func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}
