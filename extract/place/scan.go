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

// name is a stretch of the text that may name a place.
type name struct {
	first, last int // tokens, last excluded
	sentence    int
	key         string
	cands       []candidate
	cue         cue
	possessive  bool  // ends with the s of a genitive that has lost its apostrophe
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
	inText  map[int]string           // the provinces named in the text, and the key that names each last
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
		possessive := len(cands) == 0 && n == 1
		if possessive {
			cands = f.possessive(key)
		}
		if len(cands) > 0 {
			f.names = append(f.names, name{
				first: i, last: i + n, sentence: s, key: string(key), cands: cands, possessive: possessive, container: -1, peer: noLevel,
			})
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
