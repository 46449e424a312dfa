package actor

import (
	"slices"
	"sort"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// organAt reads an organ noun at token i, after up to three words that may
// stand before it: "special forces", "government troops".
func (f *finder) organAt(i int) (kind string, last int) {
	for skip := 0; skip <= 3; skip++ {
		t := f.token(i, i)
		if i >= len(f.doc.Tokens) || t == nil {
			return "", 0
		}
		if kind, n := f.phraseAt(f.words.organs, i); n > 0 {
			return kind, f.organEnd(i + n)
		}
		if !f.words.in("modifier", t.Lower) && !f.words.in("participle", t.Lower) && t.Tag != "CD" {
			return "", 0
		}
		i++
		if f.token(i-1, i) == nil {
			return "", 0
		}
	}
	return "", 0
}

// organEnd goes on over nouns that only say more: "army helicopters".
func (f *finder) organEnd(i int) int {
	for n := 0; n < 2; n++ {
		t := f.token(i-1, i)
		if t == nil || f.nameFollows(i) {
			break
		}
		if _, n := f.phraseAt(f.words.organs, i); n == 0 && !f.words.in("member", t.Lower) {
			break
		}
		i++
	}
	return i
}

// emitOrgan reads a state's adjective or name with an organ ("Iraqi special
// forces", "Iraq's parliament") or an office ("the Iranian president").
func (f *finder) emitOrgan(m *match) bool {
	next := f.afterPossessive(m.last)
	if next >= len(f.doc.Tokens) || f.sentence[next] != f.sentence[m.first] {
		return false
	}
	if f.emitOffice(m, next) {
		return true
	}
	kind, last := f.organAt(next)
	if m.chosen.kind == seat && kind != stateKind {
		return false
	}
	if kind == "" || f.nameFollows(last-1) && f.isTitle(last-1) {
		return false
	}
	id := organID(f.actors[m.chosen.actor].ID, kind)
	at, ok := f.byID[id]
	if !ok {
		return false
	}
	f.noteOrgan(id)
	f.emit(m.first, last, f.named(at, RuleDemonym))
	return true
}

// noteOrgan remembers which state's organ the text has named, so that "the
// army" can mean it later.
func (f *finder) noteOrgan(id string) {
	_, kind, ok := strings.Cut(id, ".")
	if !ok {
		kind = stateKind
	}
	if f.organOf[kind] == nil {
		f.organOf[kind] = map[string]bool{}
	}
	f.organOf[kind][id] = true
}

// emitRulersOrgan reads "Gaddafi's forces", "the Assad regime" as the organ of
// the state that the person leads.
func (f *finder) emitRulersOrgan(m *match) bool {
	next := f.afterPossessive(m.last)
	if next == m.last && !m.lost && f.styleAt(m.first) != plain {
		return false
	}
	state := f.ruledState(m.chosen.actor, f.published)
	if state == "" || f.token(m.first, next) == nil {
		return false
	}
	kind, last := f.organAt(next)
	at, ok := f.byID[organID(state, kind)]
	if !ok || kind != stateKind && kind != "military" && kind != "police" && kind != "intelligence" {
		return false
	}
	f.noteOrgan(organID(state, kind))
	f.emit(m.first, last, f.named(at, RulePossessive))
	return true
}

// rulerTitles are the offices whose holder leads a state, so that the holder's
// "forces" are the state's.
var rulerTitles = []string{"leader", "president", "prime minister", "king", "supreme leader", "emir", "sultan", "chancellor"}

// ruledState returns the id of the state that a person has led by the day of
// publication, "" if none.
func (r *roster) ruledState(person int32, published date.Day) string {
	for _, m := range r.actors[person].Member {
		if m.Relation != Office || !slices.Contains(rulerTitles, m.Title) || (published.Known() && m.From > published) {
			continue
		}
		if r.isState(r.byID[m.Of]) {
			return m.Of
		}
	}
	return ""
}

// emitOffice reads an office without a name at token i: its holder on the day
// of publication if there is exactly one, else the state or group itself.
func (f *finder) emitOffice(m *match, i int) bool {
	former := false
	for n := 0; n < 2; n++ {
		t := f.token(m.first, i)
		if t == nil {
			return false
		}
		was := f.words.in("former", t.Lower)
		if _, n := f.phraseAt(f.words.titles, i); n > 0 || !was && !f.words.in("epithet", t.Lower) {
			break
		}
		former = former || was
		i++
	}
	if f.token(m.first, i) == nil {
		return false
	}
	value, n := f.phraseAt(f.words.titles, i)
	office, _, _ := strings.Cut(value, "\t")
	if n == 0 || office == "" || f.nameFollows(i+n-1) || f.personFollows(i+n) || f.titleGoesOn(i+n) {
		return false
	}
	at := m.chosen.actor
	former = former || f.words.in("former", f.lower(m.first, m.first-1)) || f.words.in("oneofmany", f.lower(m.first, m.first-1))
	if !former {
		if holder, ok := f.holder(f.actors[at].ID, office); ok {
			at = holder
		}
	}
	if at == m.chosen.actor && (office == "head" || !f.isState(at)) {
		return false
	}
	f.emit(m.first, i+n, f.named(at, RuleOffice))
	return true
}

// titleGoesOn reports whether the words after a title make it another: "chief
// nuclear negotiator", "head of the agency".
func (f *finder) titleGoesOn(i int) bool {
	t := f.token(i-1, i)
	return t != nil && (t.Lower == "of" || !capital(t.Text) && (strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "JJ")))
}

// personFollows reports whether a person of the roster is named at token i.
func (f *finder) personFollows(i int) bool {
	k := sort.Search(len(f.matches), func(k int) bool { return f.matches[k].first >= i })
	if k == len(f.matches) || f.matches[k].first != i {
		return false
	}
	chosen := f.matches[k].chosen
	return chosen != nil && f.person[chosen.actor]
}

// holder returns the one person who held an office on the day of publication.
func (f *finder) holder(id, office string) (int32, bool) {
	if !f.published.Known() {
		return 0, false
	}
	titles := []string{office}
	switch state := f.isState(f.byID[id]); {
	case office == "leader" && state:
		titles = rulerTitles
	case office == "head" && !state:
		titles = []string{"leader"}
	}
	holder, n := int32(0), 0
	for _, title := range titles {
		for _, h := range f.offices[id+"\t"+title] {
			if h.term.On(f.published) && h.term.From.Known() && (n == 0 || h.person != holder) {
				holder, n = h.person, n+1
			}
		}
	}
	return holder, n == 1
}

// unstated returns the organ that an organ noun without a state means: the only
// one of its kind that the text has named, unless the text is about another
// country; else, for collective nouns, that of the country it is about.
func (f *finder) unstated(kind, noun string) (mention.Name, bool) {
	if ids := f.organOf[kind]; len(ids) == 1 && kind != stateKind {
		for id := range ids {
			if state, _, _ := strings.Cut(id, "."); f.home == "" || state == f.home {
				return f.named(f.byID[id], RuleCoreference), true
			}
		}
	}
	if f.home == "" || !f.words.in("collective", noun) {
		return mention.Name{}, false
	}
	at, ok := f.byID[organID(f.home, kind)]
	return f.named(at, RuleContext), ok
}
