package extract

import (
	"slices"
	"strings"
	"unicode"

	"dateline/extract/actor"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/place"
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
		return []mention.Name{a}
	}
	return r.plainName(sc, c)
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
	if last-chunk.First == 2 && sc.lower(c) == "the" && is(town, head.Lower) {
		if p, ok := r.townBefore(sc, head.Start); ok {
			n.Name = p.Name
			n = coreferent(n)
		}
	}
	return []mention.Name{n}
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
	named := slices.IndexFunc(sc.places, func(p place.Found) bool { return p.First == sc.Chunks[c+2].First })
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
		if n.Rule != asWritten || n.Sector != "" || isProper(n.Text) {
			out = append(out, n)
		}
	}
	return out
}

// withoutCounts drops the targets that are but a number of people, which the
// toll tells: "nine people", but not "nine civilians".
func withoutCounts(targets []mention.Name) []mention.Name {
	return slices.DeleteFunc(targets, func(n mention.Name) bool {
		return n.ID == "" && is(anybody, n.Name) && n.Text != n.Name
	})
}

// asWritten is the rule of a noun phrase that nothing resolves.
const asWritten = "as written"

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
