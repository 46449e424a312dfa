package extract

import (
	"slices"
	"strings"

	"dateline/extract/article"
	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/extract/phrase"
	"dateline/extract/timex"
	"dateline/extract/trigger"
)

// maxStoryDays is the widest date that a story can hang on; storyReach and
// documentReach are how many sentences on it carries, if told and if assumed.
const (
	maxStoryDays  = 3
	storyReach    = 4
	documentReach = 2
)

// fillFromStory carries the day that a sentence tells on to those after it that
// tell on from there without a time phrase of their own: "... on Tuesday.
// Police fired tear gas."
func (r *reader) fillFromStory() {
	var told *mention.Date
	last := 0
	for _, sc := range r.scenes {
		if sc.kind != article.Body {
			continue
		}
		if sc.lead && sc.published.Known() {
			told, last = r.documentDate(sc), sc.number
		}
		if d := sc.storyDate(); d != nil {
			if r.isBackground(sc, d) {
				d = nil
			}
			told, last = d, sc.number
			continue
		}
		if told != nil && sc.goesBack() {
			told = nil
		}
		if told == nil || sc.number-last > reach(told) {
			continue
		}
		if r.carry(sc, told) {
			last = sc.number
		}
	}
}

// goesBack reports whether the sentence tells of a longer time than a story's
// day: "In 2003 ...", "In recent weeks ...".
func (sc *scene) goesBack() bool {
	return slices.ContainsFunc(sc.times, func(t timex.Timex) bool {
		c := sc.clause(sc.tokenAt(t.Start))
		return isLong(&t) && !sc.saying(c) && sc.clauses[c].Kind != phrase.Relative
	})
}

// isLong reports whether an expression tells a longer time than a story's day,
// be it one of which only the unit is told.
func isLong(t *timex.Timex) bool {
	if t.Range.IsZero() {
		return t.TIMEX3 == "PAST_REF" || t.Value.Frame.Base == timex.Publication
	}
	return t.Range.Days() > maxStoryDays && (t.Type == timex.Date || t.Value.Frame.Base == timex.Publication)
}

// reach is how many sentences on a date carries; an assumed one carries less far.
func reach(told *mention.Date) int {
	if !told.IsDay() && told.Basis == date.Document {
		return documentReach
	}
	return storyReach
}

// An article tells news if it tells of a day at most freshDays before it came
// out; what is older than newsDays is then background.
const (
	freshDays = 7
	newsDays  = 30
)

// isBackground reports whether a day lies so long before an article of news that
// the sentence after it goes back to the news. A history, which has no such
// news, is told on from any day.
func (r *reader) isBackground(sc *scene, d *mention.Date) bool {
	return r.isNews() && sc.published-d.Latest > newsDays
}

// isNews reports whether the article tells of the days before it came out.
func (r *reader) isNews() bool {
	pub := r.article.Published.Day
	if !pub.Known() {
		return false
	}
	for i := range r.times {
		if d := r.times[i].Range; d.Days() > 0 && d.Days() <= maxStoryDays && pub >= d.Latest && pub-d.Latest <= freshDays {
			return true
		}
	}
	return false
}

// leadReach is how many sentences of the body a headline may sum up.
const leadReach = 3

// dateHeadlines gives the mentions of headlines, which seldom tell a time, the
// date of what the first sentences tell of the same kind.
func (r *reader) dateHeadlines() {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Headline && m.Date.Text == "" {
			if lead := r.toldInLead(m); lead != nil {
				m.Date = lead.Date
				m.Date.Rule = "headline, dated by the lead"
			}
		}
	}
}

// toldInLead is the first mention at the head of the body that tells what headline
// mention m does: of its kind or, of armed deeds, of its family.
func (r *reader) toldInLead(m *mention.Mention) *mention.Mention {
	var related *mention.Mention
	for i := range r.mentions {
		o := &r.mentions[i]
		if o.Headline || o.SentenceIndex >= leadReach || o.Modality != m.Modality || o.Date.IsZero() {
			continue
		}
		if o.Kind == m.Kind {
			return o
		}
		if related == nil && trigger.Family(o.Kind) == "armed" && trigger.Family(m.Kind) == "armed" {
			related = o
		}
	}
	return related
}

// storyDate is the day, or the few days, on which the sentence says that
// something happened; nil if it gives none.
func (sc *scene) storyDate() *mention.Date {
	for i := range sc.times {
		t := &sc.times[i]
		c := sc.clause(sc.tokenAt(t.Start))
		if n := t.Range.Days(); n == 0 || n > maxStoryDays || t.Signal != timex.On || sc.saying(c) || sc.clauses[c].Kind == phrase.Relative {
			continue
		}
		return &mention.Date{Range: startOfNight(t), Text: t.Text}
	}
	return nil
}

// carry dates the mentions of sc that have no date of their own and go on with
// the story. It reports whether there were any.
func (r *reader) carry(sc *scene, told *mention.Date) bool {
	any := false
	in := r.mentionsIn(sc)
	for i := range in {
		m := &in[i]
		actual := m.Modality == mention.Actual || m.Modality == mention.Claimed
		h := sc.hitAt(m.Start)
		if !actual || m.Date.Text != "" || m.Date.Basis != date.Bounded || m.Date.Earliest.Known() || h == nil || !sc.narrates(h) {
			continue
		}
		m.Date.Range = told.Range
		if told.Basis != date.Document {
			m.Date.Basis = date.Relative
		}
		m.Date.Anchor = told.Text
		m.Date.Rule = "same story"
		any = true
	}
	return any
}

// narrates reports whether the trigger tells the story on: as the verb of a main
// clause in the simple past, or as a participle that goes with one ("Police
// charged, wounding three").
func (sc *scene) narrates(h *trigger.Hit) bool {
	v := sc.teller(h)
	if v < 0 {
		return false
	}
	at := sc.At(v)
	c := sc.clauseOf[at]
	for depth := 0; depth < 3 && at >= 0 && sc.goesWith(at); depth++ {
		c = sc.clauses[c].Parent
		at = sc.verbOf(c)
	}
	if at < 0 || !sc.simplePast(sc.Chunks[at]) {
		return false
	}
	cl := sc.clauses[c]
	return cl.Kind != phrase.Relative && (cl.Kind != phrase.Adverbial || is(simultaneous, sc.lower(cl.Opener)))
}

// goesWith reports whether the verb group at chunk at has no tense of its own and
// tells of the time of the clause that its own hangs on: "charged, wounding
// three", "managed to seize"; not "are said to have seized".
func (sc *scene) goesWith(at int) bool {
	c, verb := sc.clauseOf[at], sc.Chunks[at]
	switch sc.clauses[c].Kind {
	case phrase.Participial:
		return verb.Gerund && sc.sharesTime(c)
	case phrase.Infinitive:
		return verb.Last-verb.First == 2 && sc.sharesTime(c)
	}
	return false
}

// simplePast reports whether a verb group is finite and in the simple past.
func (sc *scene) simplePast(c phrase.Chunk) bool {
	if c.Kind != phrase.VG || !c.Finite || sc.pluperfect(c) {
		return false
	}
	for i := c.First; i < c.Last; i++ {
		if t := sc.Doc.Tokens[i]; strings.HasPrefix(t.Tag, "VB") || t.Tag == "MD" {
			return t.Tag == "VBD" || t.Tag == "VBN"
		}
	}
	return false
}

// hitAt returns the trigger that begins at byte b, nil if there is none.
func (sc *scene) hitAt(b int) *trigger.Hit {
	for i := range sc.hits {
		if sc.hits[i].Start == b {
			return &sc.hits[i]
		}
	}
	return nil
}
