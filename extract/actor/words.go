package actor

import (
	"io/fs"
	"strings"
	"unicode"

	"dateline/extract/table"
)

// words is what the finder knows of the language.
type words struct {
	organs phrases // value: organ kind
	kinds  []organKind
	titles phrases // value: office, tab, sector
	roles  roleTable
	last   phrases // value: sector; organisation words, case kept
	first  phrases
	given  map[string]bool
	common map[string]bool // words of every table of the language
	lists  map[string]map[string]bool
}

// organKind is a kind of organ that every state may have.
type organKind struct{ key, sector, label string }

// stateKind is the kind of words that name a state's government itself.
const stateKind = "state"

// phrases maps word sequences to a value by their first word, longest first.
type phrases map[string][]phrase

type phrase struct {
	words []string
	value string
}

// add keeps longer phrases before shorter ones.
func (p phrases) add(text, value string) {
	w := strings.Fields(text)
	all := append(p[w[0]], phrase{w, value})
	for i := len(all) - 1; i > 0 && len(all[i].words) > len(all[i-1].words); i-- {
		all[i], all[i-1] = all[i-1], all[i]
	}
	p[w[0]] = all
}

// valueOf returns the value of a phrase of one word, "" if it is none.
func (p phrases) valueOf(word string) string {
	for _, ph := range p[word] {
		if len(ph.words) == 1 {
			return ph.value
		}
	}
	return ""
}

// has reports whether a word alone is a phrase.
func (p phrases) has(word string) bool {
	for _, ph := range p[word] {
		if len(ph.words) == 1 {
			return true
		}
	}
	return false
}

// roleTable holds the group nouns, of one or more words.
type roleTable struct {
	sector map[string]string
	long   phrases
}

func (t roleTable) get(noun string) (string, bool) {
	s, ok := t.sector[noun]
	return s, ok
}

func loadWords(fsys fs.FS) (*words, error) {
	w := &words{organs: phrases{}, titles: phrases{}, last: phrases{}, first: phrases{},
		given: map[string]bool{}, common: map[string]bool{}, lists: map[string]map[string]bool{}}
	for _, load := range []func(fs.FS) error{w.loadOrgans, w.loadTitles, w.loadRoles, w.loadOrgWords, w.loadGiven, w.loadLists, w.loadCommon} {
		if err := load(fsys); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *words) loadOrgans(fsys fs.FS) error {
	rows, err := table.Read(fsys, "actor_organs.tsv", 1, 4)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if !sectors[r.Cells[1]] {
			return r.Errorf("unknown sector %q", r.Cells[1])
		}
		w.kinds = append(w.kinds, organKind{r.Cells[0], r.Cells[1], r.Cells[2]})
		for _, noun := range table.List(r.Cells[3]) {
			w.organs.add(noun, r.Cells[0])
		}
	}
	return nil
}

func (w *words) loadTitles(fsys fs.FS) error {
	rows, err := table.Read(fsys, "actor_titles.tsv", 1, 3)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if s := r.Cells[2]; s != "" && !sectors[s] {
			return r.Errorf("unknown sector %q", s)
		}
		for _, t := range table.List(r.Cells[0]) {
			w.titles.add(t, r.Cells[1]+"\t"+r.Cells[2])
		}
	}
	return nil
}

func (w *words) loadRoles(fsys fs.FS) error {
	rows, err := table.Read(fsys, "actor_roles.tsv", 1, 3)
	if err != nil {
		return err
	}
	w.roles = roleTable{map[string]string{}, phrases{}}
	for _, r := range rows {
		if s := r.Cells[2]; s != "" && !sectors[s] {
			return r.Errorf("unknown sector %q", s)
		}
		plural := r.Cells[1]
		if plural == "" {
			plural = regularPlural(r.Cells[0])
		}
		for _, form := range []string{r.Cells[0], plural} {
			if _, ok := w.roles.sector[form]; !ok {
				w.roles.long.add(form, r.Cells[2])
			}
			w.roles.sector[form] = r.Cells[2]
		}
	}
	return nil
}

// regularPlural is the plural of an English noun by rule.
func regularPlural(s string) string {
	switch {
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "sh"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "x"):
		return s + "es"
	case strings.HasSuffix(s, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(s[len(s)-2])):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

func (w *words) loadOrgWords(fsys fs.FS) error {
	rows, err := table.Read(fsys, "actor_orgwords.tsv", 1, 3)
	if err != nil {
		return err
	}
	for _, r := range rows {
		into := w.last
		switch r.Cells[0] {
		case "last":
		case "first":
			into = w.first
		default:
			return r.Errorf("position %q is neither last nor first", r.Cells[0])
		}
		for _, s := range table.List(r.Cells[2]) {
			into.add(s, r.Cells[1])
		}
	}
	return nil
}

func (w *words) loadGiven(fsys fs.FS) error {
	rows, err := table.Read(fsys, "actor_given.tsv", 1, 1)
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, s := range table.List(r.Cells[0]) {
			w.given[foldWord(strings.ToLower(s))] = true
		}
	}
	return nil
}

func (w *words) loadLists(fsys fs.FS) error {
	rows, err := table.Read(fsys, "actor_words.tsv", 1, 2)
	if err != nil {
		return err
	}
	for _, r := range rows {
		set := map[string]bool{}
		for _, s := range table.List(r.Cells[1]) {
			set[s] = true
		}
		w.lists[r.Cells[0]] = set
	}
	for _, name := range []string{"quantity", "modifier", "member", "particle", "said", "stopname", "capsword", "noncast", "participle", "former", "epithet", "oneofmany", "placesurname", "callings", "collective", "placeprefix", "nounending", "thegroup", "thefighters", "women"} {
		if len(w.lists[name]) == 0 {
			return table.Row{File: "actor_words.tsv", Line: 1, Cells: []string{name}}.Errorf("the list is missing")
		}
	}
	return nil
}

// endsIn reports whether a word ends in one of a list's endings.
func (w *words) endsIn(list, word string) bool {
	for ending := range w.lists[list] {
		if strings.HasSuffix(word, ending) && len(word) > len(ending)+1 {
			return true
		}
	}
	return false
}

// in reports whether a lower-case word is in a list of actor_words.tsv.
func (w *words) in(list, word string) bool { return w.lists[list][word] }

// loadCommon gathers the words of all tables of the language, by which a name
// is told from a word where everything is in capitals. Tables of names do not count.
func (w *words) loadCommon(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return err
	}
	for _, name := range names {
		if name == "actor_given.tsv" || strings.HasPrefix(name, "place_") {
			continue
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		for _, word := range strings.FieldsFunc(string(b), func(r rune) bool { return r != '\'' && r != '-' && !unicode.IsLetter(r) }) {
			w.common[strings.ToLower(word)] = true
		}
	}
	return nil
}
