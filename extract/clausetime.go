package extract

import (
	"slices"

	"dateline/extract/phrase"
	"dateline/extract/timex"
)

// hangsOn reports whether clause a takes its time from clause b, through the
// clauses between them.
func (sc *scene) hangsOn(a, b int) bool {
	for depth := 0; depth < 3 && sc.sharesTime(a); depth++ {
		a = sc.clauses[a].Parent
		if a == b {
			return true
		}
	}
	return false
}

// leadsTo reports whether clause a goes on into clause b without a finite verb
// of its own subject, so that a time told at the end goes for both: "detained a
// man during a raid to find arms on Tuesday", "killed two and wounded five on Tuesday".
func (sc *scene) leadsTo(a, b int) bool {
	for depth := 0; depth < 3 && b > 0 && (sc.nonFinite(b) || sc.sharesTime(b)); depth++ {
		b = sc.clauses[b].Parent
		if a == b {
			return true
		}
	}
	return false
}

// sharesTime reports whether clause c happens at the time of the one it hangs
// on: "..., killing nine", "... and fled", "moved to seize", "as troops fired",
// "nine were killed after a bomb went off". An infinitive after a noun ("a plan
// to seize") does not, nor does what somebody is charged with.
func (sc *scene) sharesTime(c int) bool {
	cl := sc.clauses[c]
	switch cl.Kind {
	case phrase.Coordinate:
		return true
	case phrase.Participial:
		return !sc.isGround(cl.Opener)
	case phrase.Infinitive:
		return sc.kindAt(cl.Opener-1) == phrase.VG
	case phrase.Adverbial:
		return is(simultaneous, sc.lower(cl.Opener)) || sc.nonFinite(c) || sc.causesHarm(cl)
	}
	return false
}

// isGround reports whether the gerund at chunk at is what something is done for
// or about: "accused of shelling", "slammed for arresting"; not "replied by shelling".
func (sc *scene) isGround(at int) bool {
	if at < 1 || sc.kindAt(at-1) != phrase.Prep {
		return false
	}
	switch sc.lower(at - 1) {
	case "of", "for", "with", "over", "about", "against", "from":
		return true
	}
	return false
}

// deadly are the kinds of event that harm at once, so that the harm has their time.
var deadly = map[string]bool{
	"airstrike": true, "assassination": true, "attack": true, "bombing": true, "chemical_attack": true, "clash": true,
	"crackdown": true, "disaster": true, "drone_strike": true, "killing": true, "missile_attack": true, "riot": true,
	"shelling": true, "shooting": true, "suicide_bombing": true,
}

// causesHarm reports whether clause cl tells, after the harm, what did it: "nine
// were killed on Monday after a bomb went off".
func (sc *scene) causesHarm(cl phrase.Clause) bool {
	if cl.Kind != phrase.Adverbial || sc.lower(cl.Opener) != "after" || cl.Opener == 0 || sc.partedByDays(cl.Opener) {
		return false
	}
	v := sc.verbOf(cl.Parent)
	if v < 0 || v > cl.Opener {
		return false
	}
	effect := effectOf(sc.Doc.Tokens[sc.Chunks[v].Head].Lower)
	return effect == "killed" || effect == "injured"
}

// withinPeriod reports whether a month or longer told of one event holds for
// another that the sentence puts right before it too: "fighting resumed in 2015
// after the truce collapsed".
func (sc *scene) withinPeriod(t *timex.Timex, at, c int) bool {
	cl := sc.clauses[sc.clauseOf[c]]
	for cl.Kind == phrase.Participial && cl.Parent >= 0 {
		cl = sc.clauses[cl.Parent]
	}
	return t.Signal == timex.On && t.Range.Days() > maxStoryDays && at < cl.Opener && cl.Kind == phrase.Adverbial &&
		sc.lower(cl.Opener) == "after" && cl.Parent == sc.clauseOf[at] && !sc.partedByDays(cl.Opener)
}

// saying reports whether the verb of clause c is one of saying, in the passive
// with what is said in a clause of its own: "it was reported today that ...".
func (sc *scene) saying(c int) bool {
	if sc.clauses[c].Kind == phrase.Speech {
		return true
	}
	v := sc.verbOf(c)
	if v < 0 {
		return false
	}
	if chunk := sc.Chunks[v]; chunk.Passive && phrase.IsSaying(sc.Doc.Tokens[chunk.Head].Lower) {
		return slices.ContainsFunc(sc.clauses, func(o phrase.Clause) bool { return o.Kind == phrase.Complement && o.Parent == c })
	}
	return sc.Chunks[v].Speech
}

// modal reports whether clause c, or the one that goes on from it, tells what
// could or would be.
func (sc *scene) modal(c int) bool {
	for i, ch := range sc.Chunks {
		in := sc.clauseOf[i]
		if ch.Kind == phrase.VG && sc.Doc.Tokens[ch.First].Tag == "MD" && (in == c || sc.clauses[in].Parent == c) {
			return true
		}
	}
	return false
}

// nonFinite reports whether clause c has no finite verb.
func (sc *scene) nonFinite(c int) bool {
	for i, ch := range sc.Chunks {
		if ch.Kind == phrase.VG && ch.Finite && sc.clauseOf[i] == c {
			return false
		}
	}
	return true
}

// hasHit reports whether a trigger stands in clause c.
func (sc *scene) hasHit(c int) bool {
	for i := range sc.hits {
		if sc.clause(sc.hits[i].Head) == c {
			return true
		}
	}
	return false
}
