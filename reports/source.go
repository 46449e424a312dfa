package reports

import (
	"cmp"
	"slices"

	"dateline/extract/date"
	"dateline/timeline"
)

// articlesOf returns the keys of the articles that tell of e, in canonical order.
func articlesOf(e *timeline.Event) []string {
	var keys []string
	for i := range e.Mentions {
		if k := e.Mentions[i].Article; !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// sourcesOf returns the articles that tell of e, the earliest first. One that
// is not in sources is told by its mention alone.
func sourcesOf(e *timeline.Event, sources map[string]timeline.Source) []timeline.Source {
	var out []timeline.Source
	for _, key := range articlesOf(e) {
		s, ok := sources[key]
		if !ok {
			s = sourceOfMention(e, key)
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, compareSources)
	return out
}

// givenID is an article's id as it was given, or its key if the article is not in sources.
func givenID(sources map[string]timeline.Source, article string) string {
	if s, ok := sources[article]; ok {
		return s.ID
	}
	return article
}

// sourceOfMention is what the mentions of an article tell of it.
func sourceOfMention(e *timeline.Event, key string) timeline.Source {
	for i := range e.Mentions {
		if m := &e.Mentions[i]; m.Article == key {
			return timeline.Source{Article: key, ID: key, Outlet: m.Outlet, Published: m.Published}
		}
	}
	return timeline.Source{Article: key, ID: key}
}

// compareSources orders articles by publication day, unknown last, then outlet and id.
func compareSources(a, b timeline.Source) int {
	return cmp.Or(
		compareDays(a.Published, b.Published),
		cmp.Compare(a.Outlet, b.Outlet),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Article, b.Article),
	)
}

// compareDays orders days, an unknown one last.
func compareDays(a, b date.Day) int {
	if a.Known() != b.Known() {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// origins counts the independent origins of e: articles of one outlet, or with
// a sentence in common (an agency's text printed by several), are one.
func origins(e *timeline.Event, sources map[string]timeline.Source) int {
	keys := articlesOf(e)
	group := map[string]int{} // "outlet:..." or "quote:..." -> the first article that had it
	parent := make([]int, len(keys))
	root := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for i := range keys {
		parent[i] = i
	}
	join := func(i int, mark string) {
		first, ok := group[mark]
		if !ok {
			group[mark] = i
			return
		}
		parent[root(i)] = root(first)
	}
	for i := range e.Mentions {
		m := &e.Mentions[i]
		k := slices.Index(keys, m.Article)
		if outlet := cmp.Or(sources[m.Article].Outlet, m.Outlet); outlet != "" {
			join(k, "outlet:"+outlet)
		}
		if len(m.Quote) >= shortestCopy {
			join(k, "quote:"+oneLine(m.Quote))
		}
	}
	n := 0
	for i := range parent {
		if parent[i] == i {
			n++
		}
	}
	return n
}

// shortestCopy is the length from which the same sentence in two articles
// means that one copied it, in bytes.
const shortestCopy = 40
