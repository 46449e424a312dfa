package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// names returns who the noun phrase at chunk c and those joined to it are; none
// for -1.
func (r *reader) names(sc *scene, c int) []mention.Name {
	if c < 0 {
		return nil
	}
	parts := sc.Conjuncts(c)
	if people := sc.apposed(c); len(people) > 0 && !sc.namesAnyone(c) {
		parts = people
	}
	var out []mention.Name
	for _, k := range parts {
		out = append(out, r.name(sc, k)...)
	}
	return append(out, r.included(sc, parts[len(parts)-1])...)
}

// included are those named as some of the people or groups that the noun phrase
// at chunk c tells: "rebel groups including the Desert Front".
func (r *reader) included(sc *scene, c int) []mention.Name {
	next := c + 1
	if sc.kindAt(next) == phrase.Comma {
		next++
	}
	if sc.lower(next) != "including" || sc.kindAt(next+1) != phrase.NP {
		return nil
	}
	var out []mention.Name
	for _, k := range sc.Conjuncts(next + 1) {
		if a, ok := sc.actorAt(sc.Chunks[k]); ok && (a.ID != "" || a.Rule == actor.RuleBody || actor.IsPerson(a)) {
			out = append(out, a)
		}
	}
	return out
}

// name returns who one noun phrase is: the actor at its head, or the phrase as
// written. A phrase that is a happening or a weapon names only who is behind it.
func (r *reader) name(sc *scene, c int) []mention.Name {
	chunk := sc.Chunks[c]
	if of := sc.partOf(c); of >= 0 {
		return r.quantified(sc, chunk, of)
	}
	if n, ok := sc.membersOf(c); ok {
		return []mention.Name{n}
	}
	if both := r.pair(sc, c); both != nil {
		return both
	}
	head := sc.Doc.Tokens[chunk.Head]
	switch {
	case head.Tag == "PRP" || head.Tag == "EX" || head.Tag == "DT" || head.Tag == "WP":
		return r.referent(sc, head.Lower, chunk.First)
	case sc.isEvent(chunk) || is(instrument, singular(head.Lower)):
		return r.namesIn(sc, chunk.First, chunk.Head)
	}
	if a, ok := sc.actorAt(chunk); ok && a.ID != "" {
		return []mention.Name{a}
	} else if owner, owned := r.owner(sc, chunk); owned {
		return []mention.Name{owner}
	} else if ok {
		return []mention.Name{sc.withModifiers(a, chunk)}
	}
	return r.plainName(sc, c)
}

// withModifiers adds to a group what the noun phrase says of it before the
// group's own words: "Russian proxy fighters". Nothing before a number belongs to
// it.
func (sc *scene) withModifiers(group mention.Name, chunk phrase.Chunk) mention.Name {
	if group.Rule != actor.RuleGroup {
		return group
	}
	first := sc.tokenAt(group.Span.Start)
	for first > chunk.First && sc.Doc.Tokens[first].Tag != "CD" && modifies(sc.Doc.Tokens[first-1]) {
		first--
	}
	start := sc.Doc.Tokens[first].Start
	group.Name = sc.Doc.Text[start:group.Span.Start] + group.Name
	group.Span.Start = start
	group.Text = sc.Doc.Slice(group.Span)
	return group
}

// modifies reports whether a word can stand before a noun and say more of it.
func modifies(t token.Token) bool {
	if t.Tag == "POS" || t.Tag == "VBN" {
		return true
	}
	first, _ := utf8.DecodeRuneInString(t.Text)
	return (strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "JJ")) && (unicode.IsLetter(first) || unicode.IsDigit(first))
}

// plainName is a noun phrase that the roster does not know, as written; "the
// city" is the one named before.
func (r *reader) plainName(sc *scene, c int) []mention.Name {
	chunk := sc.Chunks[c]
	first, head := chunk.First, sc.Doc.Tokens[chunk.Head]
	for first < chunk.Head && droppable(sc.Doc.Tokens[first].Tag) {
		first++
	}
	last := sc.complementEnd(c)
	if first >= last || head.Tag == "CD" {
		return nil
	}
	text := sc.Text(first, last)
	sector, _ := actor.GroupNoun(singular(head.Lower))
	n := mention.Name{Text: text, Name: text, Sector: sector, Span: sc.Doc.Cover(first, last), Rule: asWritten}
	if strings.HasPrefix(head.Tag, "NNP") || text == strings.ToUpper(text) {
		n.Rule = asNamed
	}
	if is(town, head.Lower) {
		r.nameTown(sc, c, last, &n)
	}
	return []mention.Name{n}
}

// nameTown gives a noun for a town, at chunk c and told up to token last, the
// name of the town that it means: "the port city of Misrata", "the city".
func (r *reader) nameTown(sc *scene, c, last int, n *mention.Name) {
	chunk := sc.Chunks[c]
	if last > chunk.Last {
		if i := sc.placeFrom(sc.Chunks[c+2].First); i >= 0 {
			n.Name = sc.places[i].Text
		}
		return
	}
	if p, ok := r.townBefore(sc, n.Span.Start); ok && sc.lower(c) == "the" {
		n.Name = p.Name
	}
}

// placeFrom is the index of the place that begins at token i, -1 if none does.
func (sc *scene) placeFrom(i int) int {
	return slices.IndexFunc(sc.places, func(p place.Found) bool { return p.First == i })
}

// longestComplement is how many tokens may tell which one a noun means.
const longestComplement = 6

// complementEnd is the token after what tells which one the noun phrase at chunk
// c means: "the port of Hodeidah", "the headquarters of the party", "the
// capital, Kyiv".
func (sc *scene) complementEnd(c int) int {
	chunk := sc.Chunks[c]
	next := sc.lower(c + 1)
	if sc.kindAt(c+2) != phrase.NP {
		return chunk.Last
	}
	named := sc.placeFrom(sc.Chunks[c+2].First)
	switch last := sc.Chunks[c+2].Last; {
	case named >= 0 && (next == "of" || next == "," && is(town, sc.Doc.Tokens[chunk.Head].Lower)):
		return sc.places[named].Last
	case next == "of" && last-chunk.Last <= longestComplement:
		return last
	}
	return chunk.Last
}

// agents drops the names that can act on nobody: a phrase as written counts only
// if its head is a word for people or a proper name.
func agents(names []mention.Name) []mention.Name {
	var out []mention.Name
	for _, n := range names {
		if n.Rule != asWritten && n.Rule != asNamed || n.Sector != "" || n.Rule == asNamed && isProper(n.Text) {
			out = append(out, n)
		}
	}
	return out
}

// withoutCounts drops the targets that are but a number of people, which the
// toll tells: "nine people", but not "nine civilians".
func withoutCounts(targets []mention.Name) []mention.Name {
	return slices.DeleteFunc(targets, func(n mention.Name) bool {
		words := strings.Fields(n.Name)
		if n.ID == "" && n.Sector == "" && is(quantity, n.Name) {
			return true
		}
		if n.ID != "" || len(words) == 0 || n.Text == words[len(words)-1] || !is(anybody, words[len(words)-1]) {
			return false
		}
		return !slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return !strings.ContainsAny(w, "-0123456789") })
	})
}

// The rules of a noun phrase that nothing resolves: one with a common noun at its
// head, and one with a proper noun or in capitals, which may be one.
const (
	asWritten = "as written"
	asNamed   = "as named"
)

// isProper reports whether the head of a phrase is capitalised. In capitals
// throughout, by which no name is told from other words, it must be short, as an
// acronym is, or a noun for a body.
func isProper(text string) bool {
	head, _, _ := strings.Cut(text, " of ")
	word := head[strings.LastIndexByte(head, ' ')+1:]
	if word == "" || !unicode.IsUpper([]rune(word)[0]) {
		return false
	}
	return len(word) <= longestAcronym || word != strings.ToUpper(word) || is(collective, singular(strings.ToLower(word)))
}

// longestAcronym is the number of letters that an acronym mostly has at most.
const longestAcronym = 6

func droppable(tag string) bool { return tag == "DT" || tag == "PDT" || tag == "PRP$" }

// partOf is the noun phrase after "of" where the head of c only counts
// ("dozens of fighters"); -1 otherwise.
func (sc *scene) partOf(c int) int {
	if c+2 >= len(sc.Chunks) || !is(quantity, sc.Doc.Tokens[sc.Chunks[c].Head].Lower) {
		return -1
	}
	if sc.Chunks[c+1].Kind == phrase.Prep && sc.lower(c+1) == "of" && sc.Chunks[c+2].Kind == phrase.NP {
		return c + 2
	}
	return -1
}

// membersOf is the body whose people the phrase at chunk c tells: "guerrillas of
// the Shining Path", "terrorists from Jaish al-Islam".
func (sc *scene) membersOf(c int) (mention.Name, bool) {
	head := sc.Doc.Tokens[sc.Chunks[c].Head].Lower
	sector, ok := actor.GroupNoun(head)
	if prep := sc.lower(c + 1); !ok || !isPlural(head) || prep != "of" && prep != "from" || sc.kindAt(c+2) != phrase.NP {
		return mention.Name{}, false
	}
	n, ok := sc.actorAt(sc.Chunks[c+2])
	if !ok || n.ID == "" && n.Rule != actor.RuleBody || actor.IsPerson(n) || !armed[sector] || !armed[n.Sector] {
		return mention.Name{}, false
	}
	n.Span = sc.Doc.Cover(sc.Chunks[c].First, sc.Chunks[c+2].Last)
	n.Text = sc.Doc.Slice(n.Span)
	return n, true
}

// isPlural reports whether a noun for people in lower case is plural in form.
func isPlural(noun string) bool { return noun != singular(noun) || strings.HasSuffix(noun, "men") }

// armed are the sectors of those who bear arms.
var armed = map[string]bool{"REB": true, "UAF": true, "CRM": true, "MIL": true, "COP": true}

// quantified is the actor counted, with the count in its text.
func (r *reader) quantified(sc *scene, count phrase.Chunk, of int) []mention.Name {
	names := r.name(sc, of)
	if len(names) != 1 || names[0].ID != "" {
		return names
	}
	n := &names[0]
	n.Span.Start = sc.Doc.Tokens[count.First].Start
	if n.Span.End > n.Span.Start {
		n.Text = sc.Doc.Slice(n.Span)
	}
	return names
}

// isEvent reports whether a noun phrase is a happening: its head is a trigger.
func (sc *scene) isEvent(chunk phrase.Chunk) bool {
	for i := range sc.hits {
		if h := &sc.hits[i]; h.First <= chunk.Head && chunk.Head < h.Last && (h.Form == trigger.Noun || h.Head == chunk.Head) {
			return true
		}
	}
	return false
}

// actorAt returns the actor found at the head of a chunk.
func (sc *scene) actorAt(chunk phrase.Chunk) (mention.Name, bool) {
	for i := range sc.actors {
		if a := &sc.actors[i]; a.First <= chunk.Head && chunk.Head < a.Last {
			return a.Name, true
		}
	}
	// "Quds Force commander Qassem Soleimani": the name may end after the head.
	for i := len(sc.actors) - 1; i >= 0; i-- {
		if a := &sc.actors[i]; a.First > chunk.First && a.First < chunk.Last && a.Last >= chunk.Last {
			return a.Name, true
		}
	}
	return mention.Name{}, false
}

// namesIn returns the actors found between tokens first and last, where they
// modify a noun. A capital there is a place ("the Kabul airport attack"), and a
// group is no author ("a troop withdrawal").
func (r *reader) namesIn(sc *scene, first, last int) []mention.Name {
	var out []mention.Name
	for i := range sc.actors {
		if a := &sc.actors[i]; a.First >= first && a.Last <= last && a.Rule != actor.RuleGroup && a.Rule != actor.RuleMetonym {
			out = append(out, a.Name)
		}
	}
	return out
}
