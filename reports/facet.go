package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
)

// facet is a list of values by which the page's reader can narrow the events.
type facet struct {
	Name   string // of the boxes in the form
	Title  string
	Values []facetValue
	More   int // values that are too rare to be listed
}

type facetValue struct {
	Key, Label string
	Count      int
}

// mostValues is how many values a facet lists; the search box finds the rest.
const mostValues = 40

func kindFacet(events []timeline.Event) facet {
	return newFacet("k", "Kind", events, func(e *timeline.Event) []string { return []string{kindInWords(e.Kind)} })
}

func countryFacet(events []timeline.Event) facet {
	return newFacet("c", "Country", events, func(e *timeline.Event) []string {
		if e.Country == "" {
			return nil
		}
		return []string{oneLine(e.Country)}
	})
}

// partyFacet lists actors and targets; its keys are numbers, so that an event
// can name several.
func partyFacet(events []timeline.Event) facet {
	f := newFacet("p", "Actor or target", events, partyNames)
	for i := range f.Values {
		f.Values[i].Key = strconv.Itoa(i)
	}
	return f
}

func partyNames(e *timeline.Event) []string {
	return namesInWords(slices.Concat(e.Actors, e.Targets))
}

// newFacet counts the events by value, each event once for each of its values.
func newFacet(name, title string, events []timeline.Event, values func(*timeline.Event) []string) facet {
	n := map[string]int{}
	for i := range events {
		for _, v := range values(&events[i]) {
			n[v]++
		}
	}
	f := facet{Name: name, Title: title}
	for v, count := range n {
		f.Values = append(f.Values, facetValue{v, v, count})
	}
	slices.SortFunc(f.Values, func(a, b facetValue) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
	})
	if len(f.Values) > mostValues {
		f.More = len(f.Values) - mostValues
		f.Values = f.Values[:mostValues]
	}
	return f
}

// numbers names the values of a facet of parties that e has.
func (f *facet) numbers(e *timeline.Event) string {
	names := partyNames(e)
	var keys []string
	for _, v := range f.Values {
		if slices.Contains(names, v.Label) {
			keys = append(keys, v.Key)
		}
	}
	return strings.Join(keys, " ")
}

// ranked writes counts as prose, the highest first: "airstrike 34, shelling 12 and 6 more".
func ranked(n map[string]int, most int) string {
	classes := make([]string, 0, len(n))
	for c := range n {
		classes = append(classes, c)
	}
	slices.SortFunc(classes, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	for i, c := range classes {
		classes[i] = fmt.Sprintf("%s %s", c, grouped(n[c]))
	}
	if len(classes) > most {
		return listed(classes, most)
	}
	return strings.Join(classes, ", ")
}
