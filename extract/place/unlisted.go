package place

import (
	"cmp"
	"slices"

	"dateline/extract/mention"
)

// maxUnlisted is the number of tokens of the longest name that no table has.
const maxUnlisted = 3

// unlisted adds to found the places that the wording tells to be a district,
// town or village, but that no table has: "the village of X", "X district". They
// take province, country and position from the place named after them, if any.
func (f *finder) unlisted(found []Found) []Found {
	taken := make([]bool, len(f.doc.Tokens))
	for i := range found {
		for k := found[i].First; k < found[i].Last; k++ {
			taken[k] = true
		}
	}
	var more []Found
	for s, sent := range f.doc.Sentences {
		if f.styles[s] == titleCase {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if end := f.unlistedAt(i, s, taken); end > i {
				more = append(more, f.unknown(i, end, found))
				i = end
			}
		}
	}
	found = append(found, more...)
	slices.SortFunc(found, func(a, b Found) int { return cmp.Compare(a.First, b.First) })
	return found
}

// unlistedAt returns the end of the unlisted name that begins at token i, or i.
func (f *finder) unlistedAt(i, s int, taken []bool) int {
	sent := f.doc.Sentences[s]
	end := i
	for end < sent.Last && end-i < maxUnlisted && f.isUnlistedWord(end, s) && !taken[end] {
		end++
	}
	if end == i || i > sent.First && f.styles[s] == plainCase && isName(f.doc.Tokens[i-1].Text) && f.doc.Tokens[i-1].Tag == "NNP" {
		return i
	}
	if i-2 >= sent.First && f.lower(i-1) == "of" && isSettled(f.word(i-2).before) {
		return end
	}
	if end < sent.Last && isSettled(f.word(end).after) && !isName(f.doc.Tokens[end].Text) {
		return end
	}
	return i
}

// isSettled reports whether a noun tells a district or a settlement.
func isSettled(lvl level) bool { return lvl == town || lvl == admin2 }

// isUnlistedWord reports whether token i may be part of an unlisted name: a
// proper noun that is no demonym, no common word and no part of a person's name.
func (f *finder) isUnlistedWord(i, s int) bool {
	t := &f.doc.Tokens[i]
	w := f.word(i)
	tagged := t.Tag == "NNP" || f.styles[s] == capitals && t.Tag == "NN" // the tagger sees no capitals there
	return tagged && isName(t.Text) && isUpper(t.Text) == (f.styles[s] == capitals) && f.persons[i] == 0 && f.peoples[i] == nowhere &&
		!w.is(direction) && w.after == noLevel && !isCalendar(t.Lower) && f.stop[t.Lower] != stopNever
}

// unknown is the place named by the tokens first..last.
func (f *finder) unknown(first, last int, found []Found) Found {
	span := f.cover(first, last)
	p := mention.Place{Text: f.doc.Slice(span), Span: span, Rule: ruleUnlisted}
	p.Name = p.Text
	for i := range found {
		c := &found[i].Place
		if found[i].First < last || found[i].First-last > 6 || c.Precision != mention.Admin1 && c.Precision != mention.Country {
			continue
		}
		if f.leadsOut(last, found[i].First) {
			p.Admin1, p.Country, p.ISO3 = c.Admin1, c.Country, c.ISO3
			p.Lat, p.Lon, p.Precision = c.Lat, c.Lon, c.Precision
			p.Within = append([]string{c.Name}, c.Within...)
			p.Rule = ruleBeforeOuter
		}
		break
	}
	return Found{Place: p, First: first, Last: last}
}
