package timex

import "strings"

// remember makes a date that was told the anchor of what follows.
func (r *resolver) remember(e Expr, rd reading) {
	if rd.point.year == 0 {
		return
	}
	r.noteQuarter(e, rd.point)
	if r.history && e.Value.deictic() && rd.anchor == r.published.String() {
		return // the day of writing is no part of a history
	}
	r.lastAside = r.line.asides[e.Start]
	r.last, r.lastBlock, r.lastSentence = rd.point, r.block, r.sentence
	r.lastEnd = e.End
	r.last.clock = clock{}
	if r.line.asides[e.Start] {
		return
	}
	if r.shiftsStory(rd.point, e) {
		r.story, r.storyBlock = r.last, r.block
	}
}

// shiftsStory reports whether the story goes on from p. A year that holds the
// story's date adds nothing to it, and one named in passing, within a sentence,
// does not lead it away.
func (r *resolver) shiftsStory(p point, e Expr) bool {
	if p.unit != Year || r.story.year == 0 {
		return true
	}
	opens := e.Start-r.doc.Sentences[r.sentence].Start <= openingReach
	return opens && p.year != r.story.year
}

// openingReach is within how many bytes of its start an expression opens its
// sentence: "By the end of 1964".
const openingReach = 15

// storyBase is what a bare time of the day or day of the month belongs to: the
// date told last in the same paragraph, or the day of writing.
func (r *resolver) storyBase() Base {
	switch {
	case r.history || !r.published.Known():
		return Narrative
	case r.lastBlock == r.block && r.last.unit == Day && r.last.day > 0:
		return Narrative
	}
	return Publication
}

// besideReach is how many bytes may lie between an hour and the day it belongs to.
const besideReach = 6

// besideHours is how many expressions are looked through for that day.
const besideHours = 3

// dayBeside is the day told right after an hour, with nothing but other hours,
// brackets and little words between: "9:20 a.m. (0620 GMT) on Friday".
func (r *resolver) dayBeside(e Expr) (Underspecified, bool) {
	end := e.End
	for _, next := range r.ahead[:min(len(r.ahead), besideHours)] {
		if next.Start-end > besideReach || strings.ContainsAny(r.doc.Text[end:next.Start], ".;\n") {
			break
		}
		if !next.Value.clockOnly() {
			return next.Value, next.Value.dated() && next.Value.finestUnit() == Day && next.Value.Frame.Base != Narrative
		}
		end = next.End
	}
	return Underspecified{}, false
}

// withoutClock is v without its time of the day.
func (v Underspecified) withoutClock() Underspecified {
	v.Clock = clock{}
	return v
}

// stillToCome reports whether p lies after the day of writing.
func (r *resolver) stillToCome(p point) bool {
	first, _, ok := p.days()
	return ok && r.published.Known() && first > r.published
}
