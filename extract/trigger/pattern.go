package trigger

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/extract/table"
	"dateline/extract/token"
)

// pattern is a sequence of words as a row writes it:
//
//	word  a|b     these words as they stand
//	attack:v      any inflection of a verb; raid|strike:n of a noun
//	$armed        any word of a class
//	[the]         may be absent
//	~3            up to three words of any kind, no punctuation
type pattern []element

// element is one step of a pattern: a set of spellings, or a gap.
type element struct {
	words    map[string]shape
	lemmas   map[string]string // spelling -> lemma
	optional bool
	gap      int
}

// vocabulary is what patterns and conditions are compiled with.
type vocabulary struct {
	forms   *irregular
	classes map[string]element
}

// parseClasses reads the word classes: name, part of speech (n, v, or - for
// words that are not inflected), words.
func parseClasses(file, text string, forms *irregular) (*vocabulary, error) {
	v := &vocabulary{forms: forms, classes: map[string]element{}}
	for _, r := range table.Parse(file, text) {
		if len(r.Cells) != 3 {
			return nil, r.Errorf("has %d columns, want 3: class, part of speech, words", len(r.Cells))
		}
		e, ok := v.classes[r.Cells[0]]
		if !ok {
			e = element{words: map[string]shape{}, lemmas: map[string]string{}}
		}
		for _, w := range strings.Fields(r.Cells[2]) {
			if w[0] == '$' {
				if err := v.include(e, w[1:]); err != nil {
					return nil, r.Errorf("%v", err)
				}
			} else if err := v.add(e, w, strings.Trim(r.Cells[1], "-")); err != nil {
				return nil, r.Errorf("%v", err)
			}
		}
		v.classes[r.Cells[0]] = e
	}
	return v, nil
}

// include adds the words of another class.
func (v *vocabulary) include(e element, class string) error {
	from, ok := v.classes[class]
	if !ok {
		return fmt.Errorf("there is no class $%s above this line", class)
	}
	for w, s := range from.words {
		e.words[w] |= s
		e.lemmas[w] = from.lemmas[w]
	}
	return nil
}

// add puts every inflection of a word into e.
func (v *vocabulary) add(e element, word, pos string) error {
	spellings := map[string]shape{word: literal}
	switch pos {
	case "v":
		spellings = v.forms.verb(word)
	case "n":
		spellings = v.forms.noun(word)
	case "":
	default:
		return fmt.Errorf("unknown part of speech %q, want v or n", pos)
	}
	for s, f := range spellings {
		e.words[s] |= f
		e.lemmas[s] = word
	}
	return nil
}

// pattern compiles a row's pattern.
func (v *vocabulary) pattern(text string) (pattern, error) {
	var p pattern
	for _, f := range strings.Fields(text) {
		e, err := v.element(f)
		if err != nil {
			return nil, err
		}
		p = append(p, e)
	}
	if len(p) == 0 || p[0].gap > 0 || p[0].optional {
		return nil, fmt.Errorf("a pattern must begin with a word that is not optional")
	}
	return p, nil
}

// element compiles one step of a pattern.
func (v *vocabulary) element(text string) (element, error) {
	if gap, ok := strings.CutPrefix(text, "~"); ok {
		n, err := strconv.Atoi(gap)
		if err != nil || n < 1 || n > 6 {
			return element{}, fmt.Errorf("gap %q must be ~1 to ~6", text)
		}
		return element{gap: n}, nil
	}
	e := element{words: map[string]shape{}, lemmas: map[string]string{}}
	if inner, ok := strings.CutPrefix(text, "["); ok {
		e.optional, text = true, strings.TrimSuffix(inner, "]")
	}
	words, pos, _ := strings.Cut(text, ":")
	for _, w := range strings.Split(words, "|") {
		var err error
		if class, ok := strings.CutPrefix(w, "$"); ok {
			err = v.include(e, class)
		} else {
			err = v.add(e, w, pos)
		}
		if err != nil {
			return element{}, err
		}
	}
	return e, nil
}

// head is the index of the element that carries the grammatical form: the
// first verb, else the last noun, else the last word.
func (p pattern) head() int {
	noun, last := -1, 0
	for i, e := range p {
		if e.gap > 0 {
			continue
		}
		if !e.optional {
			last = i
		}
		for _, s := range e.words {
			if s&verbShapes != 0 {
				return i
			}
			if s&nounShapes != 0 {
				noun = i
			}
			break
		}
	}
	if noun >= 0 {
		return noun
	}
	return last
}

// span is where a pattern lies: tokens first..last, last excluded, its head,
// and how many words it fixed.
type span struct{ first, last, head, words int }

// at matches the pattern with its first word at token i of toks, preferring
// the longest reading.
func (p pattern) at(toks []token.Token, i, head int) (span, bool) {
	s := span{first: i, head: -1}
	ok := p.rest(toks, i, 0, head, &s)
	return s, ok
}

func (p pattern) rest(toks []token.Token, i, k, head int, s *span) bool {
	if k == len(p) {
		s.last = i
		return true
	}
	e := p[k]
	if e.gap > 0 {
		for skip := 0; skip <= e.gap; skip++ {
			if skip > 0 && (i+skip > len(toks) || isMark(toks[i+skip-1])) {
				return false
			}
			if p.rest(toks, i+skip, k+1, head, s) {
				return true
			}
		}
		return false
	}
	if i < len(toks) {
		if _, ok := e.words[toks[i].Lower]; ok && p.rest(toks, i+1, k+1, head, s) {
			s.words++
			if k == head {
				s.head = i
			}
			return true
		}
	}
	return e.optional && p.rest(toks, i, k+1, head, s)
}
