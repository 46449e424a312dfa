package trigger

import (
	"strings"

	"dateline/extract/table"
)

// shape is the inflection in which a word stands, as a set: one spelling may be several.
type shape uint8

// The shapes.
const (
	base       shape = 1 << iota // attack (verb)
	third                        // attacks (verb)
	past                         // attacked, fought
	participle                   // attacked, shaken
	ing                          // attacking
	singular                     // attack (noun)
	plural                       // attacks (noun)
	literal                      // a word that is not inflected
)

const (
	verbShapes = base | third | past | participle | ing
	nounShapes = singular | plural
)

// irregular holds the forms that no rule gives.
type irregular struct {
	verbs   map[string]verbForms
	plurals map[string]string
}

// verbForms are the past tense, past participle and present participle of a verb.
type verbForms struct{ past, participle, ing string }

// parseIrregular reads the table of irregular forms: part of speech, lemma, forms.
func parseIrregular(file, text string) (*irregular, error) {
	t := &irregular{verbs: map[string]verbForms{}, plurals: map[string]string{}}
	for _, r := range table.Parse(file, text) {
		switch {
		case r.Cells[0] == "v" && len(r.Cells) >= 4:
			f := verbForms{past: r.Cells[2], participle: r.Cells[3]}
			if len(r.Cells) > 4 {
				f.ing = r.Cells[4]
			}
			t.verbs[r.Cells[1]] = f
		case r.Cells[0] == "n" && len(r.Cells) == 3:
			t.plurals[r.Cells[1]] = r.Cells[2]
		default:
			return nil, r.Errorf("want v, lemma, past, participle and perhaps -ing form, or n, singular, plural")
		}
	}
	return t, nil
}

// verb lists the spellings of a verb with their shapes.
func (t *irregular) verb(lemma string) map[string]shape {
	out := map[string]shape{}
	add := func(s string, f shape) {
		for _, one := range strings.Split(s, "/") {
			out[one] |= f
		}
	}
	add(lemma, base)
	add(withS(lemma), third)
	forms := t.verbs[lemma]
	if forms.past == "" {
		forms.past, forms.participle = withEd(lemma), withEd(lemma)
	}
	if forms.ing == "" {
		forms.ing = withIng(lemma)
	}
	add(forms.past, past)
	add(forms.participle, participle)
	add(forms.ing, ing)
	return out
}

// noun lists the spellings of a noun with their shapes.
func (t *irregular) noun(lemma string) map[string]shape {
	out := map[string]shape{lemma: singular}
	many, ok := t.plurals[lemma]
	if !ok {
		many = withS(lemma)
	}
	out[many] |= plural
	return out
}

// withS adds the ending of the plural and of the third person.
func withS(w string) string {
	switch {
	case hasSuffix(w, "s", "x", "z", "ch", "sh"):
		return w + "es"
	case strings.HasSuffix(w, "y") && !vowelBeforeLast(w):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

// withEd adds the ending of the past.
func withEd(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case strings.HasSuffix(w, "y") && !vowelBeforeLast(w):
		return w[:len(w)-1] + "ied"
	case doubles(w):
		return w + w[len(w)-1:] + "ed"
	}
	return w + "ed"
}

// withIng adds the ending of the present participle.
func withIng(w string) string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "ying"
	case strings.HasSuffix(w, "e") && !hasSuffix(w, "ee", "oe", "ye"):
		return w[:len(w)-1] + "ing"
	case doubles(w):
		return w + w[len(w)-1:] + "ing"
	}
	return w + "ing"
}

// doubles reports whether a word of one syllable doubles its last consonant: "ram", "rob".
func doubles(w string) bool {
	n := len(w)
	if n < 3 || !isVowel(w[n-2]) || isVowel(w[n-1]) || isVowel(w[n-3]) || hasSuffix(w, "w", "x", "y") {
		return false
	}
	for i := range n - 2 {
		if isVowel(w[i]) {
			return false
		}
	}
	return true
}

func vowelBeforeLast(w string) bool { return len(w) > 1 && isVowel(w[len(w)-2]) }

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasSuffix(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
