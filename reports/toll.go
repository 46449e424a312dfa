package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// figure is the number of people that one article gives.
type figure struct {
	count     mention.Count
	published date.Day
}

// figures collects the highest figure of each article.
type figures map[string]figure

func (f figures) add(article string, c *mention.Count, published date.Day) {
	if had, ok := f[article]; c != nil && (!ok || c.High > had.count.High) {
		f[article] = figure{*c, published}
	}
}

// best is the one number that most articles give; of equally frequent ones the
// one in the latest article, then the lower. Ranges are no single number: there
// is no best where only ranges are told.
func (f figures) best() (int, bool) {
	type support struct {
		n, articles int
		latest      date.Day
	}
	byNumber := map[int]*support{}
	var all []*support
	for _, x := range f {
		if x.count.Low != x.count.High {
			continue
		}
		s := byNumber[x.count.Low]
		if s == nil {
			s = &support{n: x.count.Low}
			byNumber[s.n] = s
			all = append(all, s)
		}
		s.articles++
		s.latest = max(s.latest, x.published)
	}
	if len(all) == 0 {
		return 0, false
	}
	return slices.MaxFunc(all, func(a, b *support) int {
		return cmp.Or(cmp.Compare(a.articles, b.articles), cmp.Compare(a.latest, b.latest), cmp.Compare(b.n, a.n))
	}).n, true
}

func killedFigures(e *timeline.Event) figures {
	f := figures{}
	for i := range e.Mentions {
		f.add(e.Mentions[i].Article, e.Mentions[i].Killed, e.Mentions[i].Published)
	}
	return f
}

func injuredFigures(e *timeline.Event) figures {
	f := figures{}
	for i := range e.Mentions {
		f.add(e.Mentions[i].Article, e.Mentions[i].Injured, e.Mentions[i].Published)
	}
	return f
}

// tollFigures are the figures for an effect that has no field of its own.
func tollFigures(e *timeline.Event, effect string) figures {
	published := map[string]date.Day{}
	for i := range e.Mentions {
		published[e.Mentions[i].Article] = e.Mentions[i].Published
	}
	f := figures{}
	for _, t := range e.Tolls {
		if t.Effect == effect && t.Scope != cumulative {
			f.add(t.Article, &t.Count, published[t.Article])
		}
	}
	return f
}

// cumulative is the scope of a campaign's or a war's running total.
const cumulative = "cumulative"

// tollInWords is the event's toll as a range: "60-73 killed, 140 injured".
func tollInWords(e *timeline.Event) string {
	var parts []string
	if e.Killed != nil {
		parts = append(parts, countInWords(*e.Killed)+" killed")
	}
	if e.Injured != nil {
		parts = append(parts, countInWords(*e.Injured)+" injured")
	}
	return strings.Join(parts, ", ")
}

func countInWords(c mention.Count) string {
	if c.Low == c.High {
		return grouped(c.Low)
	}
	return grouped(c.Low) + "-" + grouped(c.High)
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// claim is a figure with who gives it, and the notes of the articles in which it stands.
type claim struct {
	What  string // "at least 60 civilians killed (health ministry)"
	Notes []int
}

// claims lists the event's figures, each once with all articles that give it.
// It is nil where there is nothing to tell apart: one plain figure that the
// toll has already told.
func claims(e *timeline.Event, note func(article string) int) []claim {
	var out []claim
	at := map[string]int{}
	telling := false
	for _, t := range e.Tolls {
		what := figureInWords(t)
		i, ok := at[what]
		if !ok {
			i = len(out)
			at[what] = i
			out = append(out, claim{What: what})
		}
		if n := note(t.Article); n > 0 && !slices.Contains(out[i].Notes, n) {
			out[i].Notes = append(out[i].Notes, n)
		}
		telling = telling || t.Who != "" || t.Scope == cumulative || qualifierInWords[t.Qualifier] != "" || t.Effect != "killed" && t.Effect != "injured"
	}
	if len(out) < 2 && !telling {
		return nil
	}
	return out
}

// figureInWords is one toll as its article tells it: "at least 9 civilians killed (police)".
func figureInWords(t mention.Toll) string {
	words := []string{qualifierInWords[t.Qualifier], countInWords(t.Count), victims(t), t.Effect}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	s := strings.Join(words, " ")
	if t.Scope == cumulative {
		s += ", a running total"
	}
	if t.Who != "" {
		s += fmt.Sprintf(" (%s)", oneLine(t.Who))
	}
	return s
}

// qualifierInWords tells how a figure is meant, "" where it is meant exactly.
var qualifierInWords = map[mention.Qualifier]string{
	mention.AtLeast: "at least", mention.About: "about", mention.UpTo: "up to",
}

// victims names the class of those hurt, "" if it is not told.
func victims(t mention.Toll) string {
	switch t.Victims {
	case "", "unknown":
		return ""
	}
	if t.Count.High == 1 {
		return t.Victims
	}
	return t.Victims + "s"
}
