package place

import (
	"strings"

	"dateline/extract/place/internal/gazetteer"
)

// The kinds of row of place_stop.tsv.
const (
	stopNever   = "never"
	stopSupport = "support"
	stopGiven   = "given"
)

// cues are the words of place_cues.tsv.
type cues struct {
	after, before                                                                    map[string]level
	preposition, locative, direction, organisation, office, prefix, title, givenName map[string]bool
}

var levels = map[string]level{"site": site, "town": town, "admin2": admin2, "admin1": admin1, "region": region}

func (c *cues) add(r row) error {
	word := r.col[0]
	lvl, known := levels[r.col[2]]
	if sets := c.set(r.col[1]); sets != nil {
		if *sets == nil {
			*sets = map[string]bool{}
		}
		(*sets)[word] = true
		return nil
	}
	target := &c.after
	switch {
	case !known:
		return r.errorf("no kind of place %q", r.col[2])
	case r.col[1] == "before":
		target = &c.before
	case r.col[1] != "after":
		return r.errorf("no class of cue %q", r.col[1])
	}
	if *target == nil {
		*target = map[string]level{}
	}
	(*target)[word] = lvl
	return nil
}

// set is the set of words of a class without levels.
func (c *cues) set(class string) *map[string]bool {
	switch class {
	case "preposition":
		return &c.preposition
	case "locative":
		return &c.locative
	case "office":
		return &c.office
	case "prefix":
		return &c.prefix
	case "direction":
		return &c.direction
	case "organisation":
		return &c.organisation
	case "title":
		return &c.title
	case "given":
		return &c.givenName
	}
	return nil
}

// isTitle reports whether a lower-case word stands before persons' names.
func (c *cues) isTitle(lower string) bool { return c.title[strings.TrimSuffix(lower, ".")] }

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
