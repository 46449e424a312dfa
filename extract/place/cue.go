package place

import (
	"strings"

	"dateline/extract/place/internal/gazetteer"
	"dateline/extract/table"
)

// The kinds of row of place_stop.tsv.
const (
	stopNever   = "never"
	stopSupport = "support"
	stopGiven   = "given"
)

// cueSet is the classes of place_cues.tsv that a word belongs to.
type cueSet uint16

// The classes of word without a level.
const (
	preposition cueSet = 1 << iota
	locative
	direction
	organisation
	office
	prefix
	title
	givenName
	locality
)

var cueClasses = map[string]cueSet{
	"preposition": preposition, "locative": locative, "direction": direction, "organisation": organisation,
	"office": office, "prefix": prefix, "title": title, "given": givenName, "locality": locality,
}

// word is what a lower-case word tells of names beside it.
type word struct {
	cues          cueSet
	after, before level // the kind of place that it tells after a name, and before "of" and a name
}

// plainWord is a word that tells nothing.
var plainWord = word{after: noLevel, before: noLevel}

// is reports whether the word belongs to any of the classes.
func (w word) is(classes cueSet) bool { return w.cues&classes != 0 }

var levels = map[string]level{"site": site, "town": town, "admin2": admin2, "admin1": admin1, "region": region}

// addCue adds a row of place_cues.tsv.
func (w *world) addCue(r table.Row) error {
	cue, ok := w.words[r.Cells[0]]
	if !ok {
		cue = plainWord
	}
	lvl, known := levels[r.Cells[2]]
	switch class := r.Cells[1]; {
	case cueClasses[class] != 0:
		cue.cues |= cueClasses[class]
	case class != "after" && class != "before":
		return r.Errorf("no class of cue %q", class)
	case !known:
		return r.Errorf("no kind of place %q", r.Cells[2])
	case class == "after":
		cue.after = lvl
	default:
		cue.before = lvl
	}
	w.words[r.Cells[0]] = cue
	return nil
}

// cueOf is what a word in lower case tells.
func (w *world) cueOf(lower string) word {
	if cue, ok := w.words[strings.TrimSuffix(lower, ".")]; ok {
		return cue
	}
	return plainWord
}

// readWords looks every token up once.
func (f *finder) readWords() {
	f.tokens = make([]word, len(f.doc.Tokens))
	f.peoples = make([]int, len(f.doc.Tokens))
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		f.tokens[i] = f.cueOf(t.Lower)
		f.peoples[i] = nowhere
		if c, ok := f.demonyms[t.Lower]; ok {
			f.peoples[i] = c
		} else if c, ok := f.demonyms[strings.TrimSuffix(t.Lower, "s")]; ok {
			f.peoples[i] = c
		}
	}
}

// word is what token i tells; nothing past the end of the text.
func (f *finder) word(i int) word {
	if i < 0 || i >= len(f.tokens) {
		return plainWord
	}
	return f.tokens[i]
}

// particles are the words that stand inside names without a capital letter and
// do not end them.
var particles = setOf("of the de del la las los le les du des da do dos das di al el and e y i " +
	"ez es as ash ul upon on sur am an der den aan s en sous")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// learnInner adds the words in lower case of a name of ours.
func (w *world) learnInner(name string) {
	for i, f := range strings.Fields(name) {
		if i > 0 && f[0] >= 'a' && f[0] <= 'z' {
			w.inner[gazetteer.Fold(f)] = true
		}
	}
}
