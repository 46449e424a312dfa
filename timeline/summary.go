package timeline

import (
	"strings"
	"unicode/utf8"

	"dateline/extract/mention"
)

// The lengths, in code points, between which a sentence makes a good summary.
const (
	shortSummary = 40
	longSummary  = 300
)

// summarise picks the line of the mention that tells most of the event.
func summarise(ms []mention.Mention) string { return Line(&ms[mostTelling(ms)]) }

// Line is a mention's sentence as a line of a timeline: the words of the article,
// but for what is left out (…), put in ([...]) or written in small letters.
func Line(m *mention.Mention) string {
	if m.Line == "" {
		return trimmed(m.Quote)
	}
	return trimmed(m.Line)
}

// mostTelling is the index of the mention whose sentence tells most.
func mostTelling(ms []mention.Mention) int {
	best := 0
	for i := range ms {
		if telling(&ms[i]) > telling(&ms[best]) {
			best = i
		}
	}
	return best
}

// telling scores a sentence: one with the day, the names and the toll, early in
// the article. A question, a quotation or one whose trigger stands late says less.
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
	line := Line(m)
	if strings.HasSuffix(line, "?") || strings.HasPrefix(line, "\"") || strings.HasPrefix(line, "“") {
		s--
	}
	if m.Modality != mention.Actual && m.Modality != "" {
		s -= 0.5
	}
	if at := m.Start - m.Sentence.Start; at > len(m.Quote)*2/3 {
		s -= 0.5
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
