package timeline

import (
	"cmp"
	"math"
	"slices"

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

// newsDays is how old what a lead tells may be for the article to be about it;
// what an article dates to at most freshDays before it came out is its news
// wherever it tells it.
const (
	newsDays  = 30
	freshDays = 3
)

// isCentral reports whether some article is about the event: its headline tells
// it, it happened just before the article, or the first sentences tell it and it
// is no old story.
func isCentral(ms []mention.Mention) bool {
	return isTold(ms, isNews)
}

// isTold reports whether how holds of a mention; it is asked with whether its
// article has another.
func isTold(ms []mention.Mention, how func(m *mention.Mention, again bool) bool) bool {
	for article := range articles(ms) {
		for i := range article {
			if how(&article[i], len(article) > 1) {
				return true
			}
		}
	}
	return false
}

// isNews reports whether a mention tells its article's news; one of an event that
// the article tells again may stand a sentence later.
func isNews(m *mention.Mention, again bool) bool {
	fresh := m.Published.Known() && m.Date.Bounded() && m.Date.Earliest <= m.Published && m.Published-m.Date.Earliest <= freshDays
	return fresh || leads(m, again)
}

// leads reports whether a mention stands at the head of its article and tells no
// old story.
func leads(m *mention.Mention, again bool) bool {
	if m.Headline {
		return true
	}
	old := m.Published.Known() && m.Date.Latest.Known() && m.Published-m.Date.Latest > newsDays
	return !old && (m.SentenceIndex <= 1 || m.SentenceIndex == 2 && again)
}

// ByProminence returns the events with what their articles are about first:
// those at the head of an article, then other central ones, then the rest; of
// those, the ones that a text dates to the day, then by the attention they are
// given, then as they are told.
func ByProminence(events []Event) []Event {
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(
			compareBool(!isTold(a.Mentions, leads), !isTold(b.Mentions, leads)),
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
