package place

import (
	"dateline/extract/place/internal/gazetteer"
)

// maxPerson is the number of tokens of a person's name after a title.
const maxPerson = 3

// findPersons marks the tokens of persons' names: capitalised words after a
// title or a given name.
func (f *finder) findPersons() {
	f.persons = make([]int, len(f.doc.Tokens))
	n := 0
	for s, sent := range f.doc.Sentences {
		if f.styles[s] == capitals {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if end := f.personAt(i, sent.Last); end > i {
				n++
				for k := i; k < end; k++ {
					f.persons[k] = n
				}
				i = end - 1
			}
		}
	}
}

// personAt returns the end of the person's name that begins at token i with a
// title or a given name, or i.
func (f *finder) personAt(i, last int) int {
	t := &f.doc.Tokens[i]
	w := f.word(i)
	titled := w.is(title)
	given := isName(t.Text) && (w.is(givenName) || f.stop[t.Lower] == stopGiven)
	if !titled && !given {
		return i
	}
	end := i + 1
	for end < last && end-i <= maxPerson && f.continuesPerson(end) {
		end++
	}
	switch named := end - i - 1; {
	case named == 0, titled && !isName(t.Text) && named < 2:
		return i
	}
	return end
}

// lower is token i in lower case, "" past the end of the text.
func (f *finder) lower(i int) string {
	if i < len(f.doc.Tokens) {
		return f.doc.Tokens[i].Lower
	}
	return ""
}

// continuesPerson reports whether token i may go on a person's name: a
// capitalised word that is no common word, no demonym and no noun of a place.
func (f *finder) continuesPerson(i int) bool {
	t := &f.doc.Tokens[i]
	if !isName(t.Text) || isUpper(t.Text) && len(t.Text) > 2 {
		return t.Lower == "bin" || t.Lower == "ibn"
	}
	w := f.word(i)
	if t.Tag != "NNP" && !w.is(givenName) && f.stop[t.Lower] == stopNever {
		return false
	}
	return f.peoples[i] == nowhere && w.after == noLevel && !w.is(title|organisation|direction)
}

// isPerson reports whether name n is part of a longer person's name, or is
// spelt as the last word of one and stands without any sign of a place.
func (f *finder) isPerson(n *name) bool {
	id := f.persons[n.first]
	if id == 0 {
		id = f.persons[n.last-1]
	}
	if id == 0 {
		return false
	}
	before := n.first > 0 && f.persons[n.first-1] == id
	after := n.last < len(f.persons) && f.persons[n.last] == id
	return before || after
}

// surnames are the keys of the last words of the persons named in the document.
func (f *finder) surnames() map[string]bool {
	out := map[string]bool{}
	for i, id := range f.persons {
		if id > 0 && (i+1 == len(f.persons) || f.persons[i+1] != id) {
			out[gazetteer.Fold(f.doc.Tokens[i].Text)] = true
		}
	}
	return out
}
