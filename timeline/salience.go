package timeline

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// salience weighs how much is made of an event: the attention that articles
// give it, and for each of them a tenth of the days, up to 30, for which it is
// remembered. What many outlets report matters, what one repeats less; what
// is still told weeks later matters most.
func salience(e *Event) float64 {
	days := 0
	for article := range articles(e.Mentions) {
		days += remembered(e, article[0].Published)
	}
	return math.Round(1000*(attention(e)+float64(days)/10)) / 1000
}

// attention weighs how an event is told:
//
//	2 ln(articles) + ln(mentions) + 1/(1+sentence it is first told in)
//	+ 1 if a headline tells it + ln(1+killed)/2 + confidence
func attention(e *Event) float64 {
	sources, headline, lead := 0, 0.0, 0.0
	for article := range articles(e.Mentions) {
		sources++
		for i := range article {
			if article[i].Headline {
				headline = 1
				continue
			}
			lead = max(lead, 1/float64(1+max(0, article[i].SentenceIndex)))
		}
	}
	killed := 0
	if e.Killed != nil {
		killed = max(0, e.Killed.Low)
	}
	return 2*math.Log(float64(sources)) + math.Log(float64(len(e.Mentions))) + lead +
		headline + math.Log1p(float64(killed))/2 + e.Confidence
}

// remembered is the number of days, up to a month, after which an article
// still tells of an event whose day is known.
func remembered(e *Event, published date.Day) int {
	if !published.Known() || !e.Date.Bounded() {
		return 0
	}
	return int(min(30, max(0, published-e.Date.Latest)))
}

// newsDays is how old what a lead tells may be for the article to be about it.
const newsDays = 30

// isCentral reports whether some article is about the event: its headline
// tells it, or its first sentences do and it is no old story.
func isCentral(ms []mention.Mention) bool {
	for article := range articles(ms) {
		lead := false
		for i := range article {
			m := &article[i]
			if m.Headline {
				return true
			}
			old := m.Published.Known() && m.Date.Latest.Known() && m.Published-m.Date.Latest > newsDays
			lead = lead || (!old && (m.SentenceIndex <= 1 || (m.SentenceIndex <= 2 && len(article) > 1)))
		}
		if lead {
			return true
		}
	}
	return false
}

// ByProminence returns the events with what their articles are about first:
// central ones before others, then those that a text dates to the day, then by
// the attention they are given, then as they are told.
func ByProminence(events []Event) []Event {
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(
			compareBool(!a.Central, !b.Central),
			compareBool(!toldDay(a.Date), !toldDay(b.Date)),
			cmp.Compare(attention(&b), attention(&a)),
			Compare(&a.Mentions[0], &b.Mentions[0]),
		)
	})
	return out
}

// toldDay reports whether a text gives the day.
func toldDay(d mention.Date) bool { return firmly(d.Basis) && d.IsDay() }

// The lengths, in code points, between which a sentence makes a good summary.
const (
	shortSummary = 40
	longSummary  = 300
)

// summarise picks the sentence that tells most of the event, as written.
func summarise(ms []mention.Mention) string {
	best := &ms[0]
	for i := range ms[1:] {
		if telling(&ms[i+1]) > telling(best) {
			best = &ms[i+1]
		}
	}
	return trimmed(best.Quote)
}

// telling scores a sentence: one with the day, the names and the toll, early in the article.
func telling(m *mention.Mention) float64 {
	s := m.Confidence + 1/float64(1+max(0, m.SentenceIndex))
	if toldDay(m.Date) {
		s++
	}
	s += float64(min(len(m.Actors), 1)+min(len(m.Targets), 1)+min(len(m.Places), 1)) / 2
	if m.Killed != nil {
		s++
	}
	if m.Headline || m.Anaphoric {
		s--
	}
	if n := utf8.RuneCountInString(m.Quote); n < shortSummary || n > longSummary {
		s--
	}
	return s
}

// trimmed makes one line of a sentence and cuts a very long one at a word.
func trimmed(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= longSummary {
		return s
	}
	cut := []rune(s)[:longSummary]
	s = string(cut)
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return s + " …"
}
