package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/mention"
	"dateline/extract/place/internal/gazetteer"
	"dateline/extract/token"
)

// maxWords is the number of tokens of the longest name looked for.
const maxWords = 7

// style is how a sentence is capitalised.
type style int8

const (
	plainCase style = iota
	titleCase       // a headline, Most Of Whose Words Are Capitalised
	capitals        // WIRE TEXT
)

// candidate is a place that a name of the text may mean.
type candidate struct {
	own        int // -1 for a record of the index
	record     int
	level      level
	capital    bool
	seat       bool // of a province or district
	alternate  bool // goes by this name among others
	listed     bool // goes by this name in our tables
	renamed    bool // our tables call it otherwise
	country    int
	admin1     int // record, or -1
	population int
	score      float64
}

// name is a stretch of the text that may name a place.
type name struct {
	first, last int // tokens, last excluded
	sentence    int
	key         string
	cands       []candidate
	cue         cue
	container   int   // the name that contains it by the wording, or -1
	explicit    bool  // the wording says that it lies in its container, it is no list
	contained   bool  // some candidate lies in the container
	elsewhere   bool  // none does, though the container can mean nothing else
	peer        level // kind of its neighbour in a list, if that has but one
	peerCountry int
}

// finder is the work on one document.
type finder struct {
	*world
	doc     *token.Doc
	tokens  []word  // by token: what it tells of names beside it
	peoples []int   // by token: the country whose demonym it is, or nowhere
	styles  []style // by sentence
	persons []int   // by token: the number of the person's name that it is part of, or 0
	names   []name
	weights []float64                // by country: how much the document is about it
	nearby  []float64                // by country: how much it is about those around it
	covered []bool                   // by token: whether it is part of a name
	told    [][]told                 // by sentence: the countries told in it
	inText  map[int]bool             // the provinces named in the text
	made    map[[2]int]mention.Place // the places found so far, by own entry and record
	key     []byte
	ends    [maxWords]int
	hits    []gazetteer.Hit
}

// scan finds the names, longest first from the left, and their candidates.
func (f *finder) scan() {
	for s := range f.doc.Sentences {
		f.scanSentence(s)
	}
}

func (f *finder) scanSentence(s int) {
	sent := f.doc.Sentences[s]
	for i := sent.First; i < sent.Last; {
		if n := f.nameAt(i, sent.Last, s); n > 0 {
			i += n
		} else {
			i++
		}
	}
}

// nameAt adds the longest name that begins at token i and returns its length in
// tokens, 0 if there is none.
func (f *finder) nameAt(i, last, s int) int {
	if !isName(f.doc.Tokens[i].Text) {
		return 0
	}
	for n := f.fold(i, last); n > 0; n-- {
		if !f.mayEnd(i, i+n-1) {
			continue
		}
		key := f.key[:f.ends[n-1]]
		cands := f.candidates(key, i, i+n, s)
		if len(cands) == 0 && n == 1 {
			cands = f.possessive(key)
		}
		if len(cands) > 0 {
			f.names = append(f.names, name{first: i, last: i + n, sentence: s, key: string(key), cands: cands, container: -1, peer: noLevel})
			return n
		}
	}
	return 0
}

// fold writes the key of the tokens from i on that may belong to one name, and
// returns how many they are.
func (f *finder) fold(i, last int) int {
	f.key = f.key[:0]
	n := 0
	for j := i; j < last && n < maxWords; j++ {
		t := &f.doc.Tokens[j]
		mark := len(f.key)
		if strings.HasPrefix(t.Text, "'") {
			f.key = gazetteer.AppendLetters(f.key, t.Text)
		} else {
			f.key = gazetteer.AppendFold(f.key, t.Text)
		}
		if j > i && !f.mayContinue(t.Text, f.key[mark:]) {
			break
		}
		f.ends[n] = len(f.key)
		n++
	}
	return n
}

// mayContinue reports whether a token, folded to word with or without the
// space before it, may stand inside a name.
func (f *finder) mayContinue(text string, word []byte) bool {
	if len(word) == 0 {
		return text == "'" // "Martyrs' Square"
	}
	if word[0] == ' ' {
		word = word[1:]
	}
	return isName(text) || isDigit(text) || f.inner[string(word)]
}

// mayEnd reports whether a name from token i may end with token j: not with a
// possessive, an article or a preposition.
func (f *finder) mayEnd(i, j int) bool {
	t := f.doc.Tokens[j].Lower
	return i == j || !strings.HasPrefix(t, "'") && !(particles[t] || gazetteer.IsArticle(t))
}

// possessive are the countries that a word means whose last letter is an s
// too many: "Syrias", in texts that have lost their apostrophes.
func (f *finder) possessive(key []byte) []candidate {
	if len(key) < 5 || key[len(key)-1] != 's' {
		return nil
	}
	cands := f.ownCandidates(nil, key[:len(key)-1])
	for i := range cands {
		if cands[i].level == country {
			return cands[i : i+1]
		}
	}
	return nil
}

// isName reports whether a word has the shape of a name: "Homs", "al-Asad".
func isName(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) {
		return true
	}
	if r < utf8.RuneSelf && (r < 'a' || r > 'z') || len(word) < 4 {
		return r == '\'' && size < len(word) && isName(word[size:]) && len(word) > 4
	}
	before, after, ok := strings.Cut(word, "-")
	return ok && gazetteer.IsArticle(before) && isName(after)
}

func isDigit(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// candidates are the places that bear the name key, less those that the words
// themselves rule out.
func (f *finder) candidates(key []byte, first, last, s int) []candidate {
	if len(key) < 2 || !f.properCase(key, first, last, s) {
		return nil
	}
	cands := f.ownCandidates(nil, key)
	if f.stop[string(key)] != stopNever && len(key) > 2 && !f.isAcronym(first, last, s) {
		f.hits = f.index.AppendHits(f.hits[:0], key)
		cands = f.recordCandidates(cands, f.hits)
	}
	if short, dropped := f.withoutArticle(key); dropped && len(cands) == 0 {
		cands = f.ownCandidates(cands, short)
		f.hits = f.index.AppendHits(f.hits[:0], short)
		cands = f.recordCandidates(cands, f.hits)
		cands = f.arabicOnly(cands)
	}
	return cands
}

// withoutArticle is key without Arabic articles, if it has any and what is left
// is no common word.
func (f *finder) withoutArticle(key []byte) ([]byte, bool) {
	if !gazetteer.HasArticle(key) {
		return nil, false
	}
	short, dropped := gazetteer.DropArticles(string(key))
	return []byte(short), dropped && len(short) > 3 && f.stop[short] == ""
}

func (f *finder) arabicOnly(cands []candidate) []candidate {
	kept := cands[:0]
	for _, c := range cands {
		if c.country != nowhere && gazetteer.HasArticles(f.nations[c.country].iso2) {
			kept = append(kept, c)
		}
	}
	return kept
}

// properCase refuses short names that are words unless written as an
// initialism: "us", "Us", and in capitals only with full stops ("U.S.").
func (f *finder) properCase(key []byte, first, last, s int) bool {
	if len(key) > 3 || last-first > 1 {
		return true
	}
	if !f.isInitialism(key) {
		return true
	}
	text := f.doc.Tokens[first].Text
	return isUpper(text) && (f.styles[s] != capitals || strings.Contains(text, "."))
}

// isInitialism reports whether a short key is a country's initials.
func (f *finder) isInitialism(key []byte) bool {
	for _, r := range f.byName[string(key)] {
		if r.own >= 0 && f.own[r.own].level == country {
			return true
		}
	}
	return false
}

// isAcronym reports whether a single short word in capitals stands among words
// that are not: no town is written so, but organisations are. Datelines are.
func (f *finder) isAcronym(first, last, s int) bool {
	t := f.doc.Tokens[first].Text
	return last-first == 1 && len(t) <= 6 && f.styles[s] != capitals && isUpper(t) && !f.opensDateline(first, last, s)
}

func isUpper(s string) bool { return strings.ToUpper(s) == s }

func (f *finder) ownCandidates(cands []candidate, key []byte) []candidate {
	for _, r := range f.byName[string(key)] {
		switch {
		case r.hidden:
		case r.own >= 0:
			e := &f.own[r.own]
			cands = append(cands, candidate{own: r.own, record: -1, level: e.level, country: e.country, admin1: e.admin1})
		default:
			if c, ok := f.recordCandidate(r.record, false); ok {
				c.listed = true
				cands = append(cands, c)
			}
		}
	}
	return cands
}

func (f *finder) recordCandidates(cands []candidate, hits []gazetteer.Hit) []candidate {
	for _, h := range hits {
		if c, ok := f.recordCandidate(h.Index, h.Alternate); ok && !hasRecord(cands, h.Index) {
			_, c.renamed = f.called[h.Index]
			cands = append(cands, c)
		}
	}
	return cands
}

func hasRecord(cands []candidate, record int) bool {
	for i := range cands {
		if cands[i].record == record {
			return true
		}
	}
	return false
}

var levelOf = [...]level{
	gazetteer.Admin1: admin1, gazetteer.Admin2: admin2, gazetteer.Capital: town, gazetteer.Seat1: town,
	gazetteer.Seat2: town, gazetteer.Town: town, gazetteer.Quarter: quarter,
}

func (w *world) recordCandidate(record int, alternate bool) (candidate, bool) {
	c := w.countryOf(record)
	if c == nowhere {
		return candidate{}, false
	}
	r := w.index.Record(record)
	out := candidate{
		own: -1, record: record, level: levelOf[r.Class], capital: r.Class == gazetteer.Capital, alternate: alternate,
		seat: r.Class == gazetteer.Seat1 || r.Class == gazetteer.Seat2, country: c, admin1: r.Admin1, population: r.Population,
	}
	if out.level == admin1 {
		out.admin1 = record
	}
	return out, true
}
