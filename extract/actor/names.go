package actor

import (
	"strings"
	"unicode/utf8"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// match is a place in the text where names of the roster fit.
type match struct {
	first, last int // tokens
	options     []option
	chosen      *alias
	titled      bool         // chosen because of the title before it
	lost        bool         // a possessive whose apostrophe the text has lost: "Assads forces"
	part        mention.Span // of the token, where the name is one half of a hyphenated one
}

// option is a name that fits, with the token after its end.
type option struct {
	name *alias
	last int
	lost bool // as match.lost
}

// readNames looks up every name of the roster in the text. What is certain is
// noted in seen, since doubtful names are decided by it.
func (f *finder) readNames() {
	for k := 0; k < len(f.atoms); {
		tok := int(f.atoms[k].tok)
		if int(f.first[tok]) != k {
			k++
			continue
		}
		options := f.optionsAt(k)
		if len(options) == 0 {
			f.readCompound(tok)
			k++
			continue
		}
		m := match{first: tok, last: options[0].last, options: options}
		if tok > 0 && f.first[tok-1] == f.first[tok] && f.lower(tok, tok-1) == "al" {
			m.first--
		}
		f.noteCertain(&m)
		f.matches = append(f.matches, m)
		k = int(f.first[m.last])
	}
}

// optionsAt lists the names that fit at atom k, longest first.
func (f *finder) optionsAt(k int) []option {
	out := f.fitting(nil, f.names[f.atoms[k].key], k)
	if key, ok := strings.CutSuffix(f.atoms[k].key, "s"); ok && len(out) == 0 && f.lostMarks {
		out = f.fitting(out, f.names[key], k)
	}
	return out
}

// fitting appends those of the names that fit at atom k.
func (f *finder) fitting(out []option, names []*alias, k int) []option {
	for _, a := range names {
		end := k + len(a.atoms)
		if end > len(f.atoms) {
			continue
		}
		fits, lost := f.atomsFit(a, k)
		if !fits {
			continue
		}
		firstTok, lastTok := int(f.atoms[k].tok), int(f.atoms[end-1].tok)
		if end < len(f.atoms) && int(f.atoms[end].tok) == lastTok || f.sentence[firstTok] != f.sentence[lastTok] {
			continue
		}
		if f.writtenSo(a, firstTok, lastTok) {
			out = append(out, option{a, lastTok + 1, lost})
		}
	}
	return out
}

// atomsFit reports whether a name's atoms are those at k; lost if the last of a
// state's or person's has an "s" more, in a text that has lost its apostrophes.
func (f *finder) atomsFit(a *alias, k int) (fits, lost bool) {
	end := len(a.atoms) - 1
	for i := 0; i < end; i++ {
		if f.atoms[k+i].key != a.atoms[i] {
			return false, false
		}
	}
	last := f.atoms[k+end].key
	if last == a.atoms[end] {
		return true, false
	}
	stem, ok := strings.CutSuffix(last, "s")
	owner := a.kind == ofActor && !a.acronym && (f.person[a.actor] || f.isState(a.actor))
	lost = ok && f.lostMarks && owner && stem == a.atoms[end]
	return lost, lost
}

// writtenSo checks capitals. Where a whole sentence is in capitals only the
// words that are no acronym need support.
func (f *finder) writtenSo(a *alias, first, last int) bool {
	if f.styleAt(first) == allCaps {
		single := len(a.atoms) == 1 && f.words.in("capsword", a.atoms[0])
		return !single || strings.Contains(f.doc.Tokens[first].Text, ".") || f.lower(first, first-1) == "the"
	}
	if a.acronym {
		return acronym(f.doc.Tokens[first].Text)
	}
	if a.kind == seat && len(a.atoms) == 1 && acronym(f.doc.Tokens[first].Text) {
		return false // "SANA" is not San'a
	}
	return (!a.firstUp || capital(f.doc.Tokens[first].Text)) && (!a.lastUp || capital(f.doc.Tokens[last].Text))
}

// readCompound reads a hyphenated token both of whose halves are names:
// "Israel-Hamas", "Iraqi-Turkish".
func (f *finder) readCompound(tok int) {
	text := f.doc.Tokens[tok].Text
	i := strings.IndexAny(text, "-–")
	if i <= 0 || int(f.first[tok+1]-f.first[tok]) != 2 {
		return
	}
	_, width := utf8.DecodeRuneInString(text[i:])
	halves := []string{text[:i], text[i+width:]}
	var names []*alias
	for h, half := range halves {
		a := f.bareName(f.atoms[int(f.first[tok])+h].key, half)
		if a == nil {
			return
		}
		names = append(names, a)
	}
	span := f.doc.Tokens[tok].Span
	if span.Len() != len(text) {
		return
	}
	parts := []mention.Span{{Start: span.Start, End: span.Start + i}, {Start: span.Start + i + width, End: span.End}}
	for h, a := range names {
		m := match{first: tok, last: tok + 1, options: []option{{a, tok + 1, false}}, part: parts[h]}
		f.noteCertain(&m)
		f.matches = append(f.matches, m)
	}
}

// bareName returns the undisputed single-word name that a half of a token is.
func (f *finder) bareName(key, text string) *alias {
	for _, a := range f.names[key] {
		if len(a.atoms) == 1 && !a.short && !a.cued && a.dispute == nil && capital(text) && (!a.acronym || acronym(text)) {
			return a
		}
	}
	return nil
}

// noteCertain marks the actor of a match that can mean but one.
func (f *finder) noteCertain(m *match) {
	best := m.options[0]
	for _, o := range m.options[1:] {
		if o.last == best.last && o.name.actor != best.name.actor && !o.name.short {
			return
		}
	}
	a := best.name
	if a.short || a.cued || a.dispute != nil || a.kind == seat {
		return
	}
	if f.person[a.actor] && len(a.atoms) == 1 && !f.standsAlone(m.first, m.last) {
		return
	}
	f.seen[a.actor] = true
	if f.person[a.actor] && (len(a.atoms) > 1 || len(nameWords(f.actors[a.actor].Name)) == 1) {
		f.fullName[a.actor] = true
	}
	if state, ok := f.stateOf[f.actors[a.actor].Country]; ok {
		f.seen[state] = true
	}
}

// resolveNames chooses among the options of each match.
func (f *finder) resolveNames() {
	for i := range f.matches {
		m := &f.matches[i]
		best, titled := 0, false
		for _, o := range m.options {
			if m.chosen != nil && o.last != m.last {
				break
			}
			s, t := f.score(o.name, m.first, o.last)
			if s > best || (s == best && s > 0 && f.laterHolder(o.name, m.chosen)) {
				best, titled = s, t
				m.chosen, m.last, m.lost = o.name, o.last, o.lost
			}
		}
		m.titled = titled
	}
}

// score rates a name at tokens first..last: 0 is no match.
func (f *finder) score(a *alias, first, last int) (score int, titled bool) {
	alone := len(a.atoms) > 1 || f.standsAlone(first, last)
	switch {
	case !alone || f.partOfLonger(a, first) || f.person[a.actor] && len(a.atoms) == 1 && !f.known(a.actor):
		return 0, false
	case a.short:
		return f.scoreShort(a, first)
	case a.dispute != nil:
		if f.hasCue(a) {
			return 3, false
		}
		if a.dispute.preset {
			return 1, false
		}
		return 0, false
	case a.cued:
		if f.hasCue(a) {
			return 3, false
		}
		return 0, false
	case f.person[a.actor] && len(a.atoms) == 1 && (f.fullName[a.actor] || f.inOffice(a.actor)):
		return 5, false // "Mubarak" is the president, though the son is named in full
	}
	return 2, false
}

// partOfLonger reports whether a party's name is but the end of another's:
// "Christian Democratic Party".
func (f *finder) partOfLonger(a *alias, first int) bool {
	prev := f.token(first, first-1)
	if f.actors[a.actor].Sector != "PTY" || len(a.atoms) < 2 || prev == nil || !capital(prev.Text) {
		return false
	}
	if !strings.HasPrefix(prev.Tag, "NN") && !strings.HasPrefix(prev.Tag, "JJ") || f.isTitle(first-1) {
		return false
	}
	for _, n := range f.names[foldWord(prev.Lower)] {
		if len(n.atoms) == 1 && f.isState(n.actor) {
			return false
		}
	}
	return true
}

// fame is how many days before the first office a person may be told by
// surname alone: those who stand for it are.
const fame = 2 * 365

// known reports whether a person may be told by a single name on the day of
// publication: nobody wrote "Obama" alone in 1990.
func (f *finder) known(person int32) bool {
	var began date.Day
	for _, m := range f.actors[person].Member {
		if m.Relation == Office && (began == 0 || m.From < began) {
			began = m.From
		}
	}
	return !began.Known() || !f.published.Known() || began <= f.published+fame
}

// scoreShort rates a short form: after the full name, after a title, or (for
// those the roster gives) while the person is in office.
func (f *finder) scoreShort(a *alias, first int) (score int, titled bool) {
	if f.fullName[a.actor] {
		return 4, false
	}
	office, ok := f.titleBefore(first)
	cue := f.hasCue(a)
	switch {
	case ok && cue && f.heldOffice(a.actor, office):
		return 3, true
	case !a.auto && cue && f.inOffice(a.actor):
		return 2, false
	}
	return 0, false
}

// standsAlone reports whether a single word is no part of a longer personal
// name that the roster does not have: "Ahmed Saleh", "Sharon Stone".
func (f *finder) standsAlone(first, last int) bool {
	if f.styleAt(first) != plain {
		return true
	}
	prev, next := f.token(first, first-1), f.token(first, last)
	if prev != nil && capital(prev.Text) {
		key := foldWord(prev.Lower)
		if f.words.given[key] && !f.isTitle(first-1) || prev.Lower == "new" {
			return false
		}
	}
	if next == nil || !capital(next.Text) || next.Tag != "NNP" || !f.words.given[foldWord(f.doc.Tokens[first].Lower)] {
		return true
	}
	return f.words.in("stopname", next.Lower)
}

func (f *finder) isTitle(tok int) bool {
	_, n := f.phraseAt(f.words.titles, tok)
	return n > 0
}

// hasCue reports whether the text names the country of a's actor, what it
// belongs to, or a cue of its dispute.
func (f *finder) hasCue(a *alias) bool {
	actor := &f.actors[a.actor]
	if f.seen[a.actor] {
		return true
	}
	if state, ok := f.stateOf[actor.Country]; ok && f.seen[state] {
		return true
	}
	for _, m := range actor.Member {
		if f.seen[f.byID[m.Of]] {
			return true
		}
	}
	if a.dispute == nil {
		return actor.Country == "" && len(actor.Member) == 0
	}
	for _, cue := range a.dispute.cues {
		if at, ok := f.byID[cue]; ok && f.seen[at] || f.hasWord(cue) {
			return true
		}
	}
	return false
}

// hasWord reports whether the text has a word, in whatever case.
func (f *finder) hasWord(word string) bool {
	if f.wordSet == nil {
		f.wordSet = make(map[string]bool, len(f.doc.Tokens)/2)
		for i := range f.doc.Tokens {
			f.wordSet[f.doc.Tokens[i].Lower] = true
		}
	}
	return f.wordSet[word]
}

// titleBefore returns the office of the title that ends right before token i.
func (f *finder) titleBefore(i int) (office string, ok bool) {
	office, _, n := f.titleEnding(i)
	return office, n > 0
}

// titleEnding returns the title that ends right before token i, with the
// sector that it tells and its length in tokens.
func (f *finder) titleEnding(i int) (office, sector string, n int) {
	for k := 4; k >= 1; k-- {
		if f.token(i, i-k) == nil {
			continue
		}
		if value, n := f.phraseAt(f.words.titles, i-k); n == k {
			office, sector, _ = strings.Cut(value, "\t")
			return office, sector, n
		}
	}
	return "", "", 0
}

// heldOffice reports whether a person has held the office named by a title by
// the day of publication; a title without an office ("Mr") fits those in office.
func (f *finder) heldOffice(person int32, office string) bool {
	for _, m := range f.actors[person].Member {
		if m.Relation != Office || (office != "" && office != m.Title) {
			continue
		}
		if !f.published.Known() || !m.From.Known() || m.From <= f.published {
			return true
		}
	}
	return false
}

// inOffice reports whether a person held any office on the day of publication.
func (f *finder) inOffice(person int32) bool {
	for _, m := range f.actors[person].Member {
		if m.Relation == Office && f.published.Known() && m.On(f.published) {
			return true
		}
	}
	return false
}

// laterHolder reports whether a's person came into office later than b's, by
// the day of publication: "President Bush" in 2003 is the younger.
func (f *finder) laterHolder(a, b *alias) bool {
	if b == nil || !f.person[a.actor] || !f.person[b.actor] || a.actor == b.actor {
		return false
	}
	return f.lastTerm(a.actor) > f.lastTerm(b.actor)
}

func (f *finder) lastTerm(person int32) date.Day {
	var last date.Day
	for _, m := range f.actors[person].Member {
		if m.Relation == Office && m.From > last && (!f.published.Known() || m.From <= f.published) {
			last = m.From
		}
	}
	return last
}

// emitNames turns the chosen names into findings. Bare states, adjectives,
// peoples and seats wait: a later pass may read them as part of a longer name.
func (f *finder) emitNames() {
	for i := range f.matches {
		m := &f.matches[i]
		if m.chosen == nil {
			continue
		}
		state := f.isState(m.chosen.actor)
		switch {
		case m.part.Len() > 0:
			f.emitPart(m)
		case state && m.chosen.kind != people && f.emitOrgan(m):
		case state:
			for t := m.first; t < m.last; t++ {
				f.weak[t] = int32(i) + 1
			}
		case f.person[m.chosen.actor]:
			f.emitPerson(m)
		default:
			f.emitBody(m)
		}
	}
}

// emitPart emits half of a hyphenated token.
func (f *finder) emitPart(m *match) {
	name := f.named(m.chosen.actor, ruleOf(m.chosen, f.isState(m.chosen.actor)))
	name.Span = m.part
	f.emit(m.first, m.last, name)
}

// ruleOf is the rule of a bare name.
func ruleOf(a *alias, state bool) string {
	switch {
	case a.kind == adjective:
		return RuleAdjective
	case a.kind == people:
		return RulePeople
	case a.kind == seat:
		return RuleMetonym
	case state:
		return RuleState
	}
	return RuleAlias
}

// emitPerson emits a person, or the organ of the state that the person rules.
func (f *finder) emitPerson(m *match) {
	if f.emitRulersOrgan(m) {
		return
	}
	rule := RuleAlias
	switch {
	case m.titled:
		rule = RuleTitle
	case m.chosen.short:
		rule = RuleCoreference
	}
	f.emit(m.first, m.last, f.named(m.chosen.actor, rule))
}

// emitBody emits a group or organisation, with the nouns for its people:
// "Hamas fighters". An office of it goes first: "the Houthi leader".
func (f *finder) emitBody(m *match) {
	if f.emitOffice(m, f.afterPossessive(m.last)) {
		return
	}
	f.noteOrgan(f.actors[m.chosen.actor].ID)
	last := m.last
	if f.takesMembers(m.chosen.actor) {
		for n := 0; n < 2; n++ {
			t := f.token(m.first, last)
			if t == nil || !f.words.in("member", t.Lower) || f.nameFollows(last) {
				break
			}
			last++
		}
	}
	f.emit(m.first, last, f.named(m.chosen.actor, RuleAlias))
}

// takesMembers reports whether nouns such as "fighters" go with the actor's name.
func (f *finder) takesMembers(at int32) bool {
	switch f.actors[at].Sector {
	case "REB", "UAF", "CRM", "PTY", "OPP", "MIL", "IGO", "COP":
		return true
	}
	return false
}

// nameFollows reports whether the word at tok stands before a personal name
// rather than for a group: "Hamas leader Yahya Sinwar".
func (f *finder) nameFollows(tok int) bool {
	next := f.token(tok, tok+1)
	return next != nil && f.styleAt(tok) == plain && next.Tag == "NNP" && capital(next.Text)
}

// settleHome decides which state the text is about: one that is named at least
// three times and twice as often as any other.
func (f *finder) settleHome() {
	count := map[string]int{}
	for i := range f.matches {
		if m := &f.matches[i]; m.chosen != nil {
			a := &f.actors[m.chosen.actor]
			state, isOrgan := a.ID, false
			if !f.isState(m.chosen.actor) {
				state, _, isOrgan = strings.Cut(a.ID, ".")
			}
			if isOrgan || f.isState(m.chosen.actor) {
				count[state]++
			}
		}
	}
	most, second := 0, 0
	for id, n := range count {
		switch {
		case n > most:
			f.home, most, second = id, n, most
		case n > second:
			second = n
		}
	}
	if most < 3 || most < 2*second {
		f.home = ""
	}
}

// afterPossessive returns the token after an "'s" at tok, else tok.
func (f *finder) afterPossessive(tok int) int {
	if tok < len(f.doc.Tokens) && f.doc.Tokens[tok].Lower == possessive {
		return tok + 1
	}
	return tok
}

// emitWeak emits the states, peoples and seats that no pass has used.
func (f *finder) emitWeak() {
	for i := range f.matches {
		m := &f.matches[i]
		if m.chosen == nil || f.weak[m.first] != int32(i)+1 || !f.free(m.first, m.last) {
			continue
		}
		switch {
		case m.chosen.kind == adjective && f.beforeTitledName(m.last):
		case m.chosen.kind == people && f.lower(m.first, m.first-1) != "the":
			f.emitCitizens(m)
		default:
			f.emit(m.first, m.last, f.named(m.chosen.actor, ruleOf(m.chosen, true)))
		}
	}
}

// emitCitizens emits people of a state, who are not the state: "two Russians".
func (f *finder) emitCitizens(m *match) {
	first := f.groupStart(m.first)
	f.emit(first, m.last, mention.Name{Name: f.groupName(m.first, m.last), Sector: "CIV", Rule: RulePeople})
}

// beforeTitledName reports whether a title and a found person follow: the
// state in "Russian President Vladimir Putin" is no party of its own.
func (f *finder) beforeTitledName(tok int) bool {
	for skip := 0; skip < 3 && tok < len(f.doc.Tokens); skip++ {
		if _, n := f.phraseAt(f.words.titles, tok); n > 0 {
			next := f.token(tok, tok+n)
			return next != nil && f.used[tok+n] && capital(next.Text)
		}
		tok++
	}
	return false
}
