package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/db"
	"dateline/extract/mention"
	"dateline/reports"
)

// explanation prints where one event comes from, for dateline why.
type explanation struct {
	w io.Writer
	db.Evidence
}

func (x explanation) print() {
	e := &x.Event
	fmt.Fprintf(x.w, "%s  %s  %s\n", e.ID, e.Kind, orNone(e.EDTF(), "no date"))
	fmt.Fprintf(x.w, "%s\n", oneLine(e.Summary))
	fmt.Fprintf(x.w, "\n%s; the trigger stands in [brackets], the time phrase in {braces}:\n", plural(len(e.Mentions), "mention"))
	for i := range e.Mentions {
		fmt.Fprintf(x.w, "\n%d. ", i+1)
		x.mention(&e.Mentions[i])
	}
}

func (x explanation) mention(m *mention.Mention) {
	fmt.Fprintf(x.w, "%s\n", x.source(m.Article))
	fmt.Fprintf(x.w, "   %s\n", marked(m))
	x.row("trigger", fmt.Sprintf("%q at character %d: %s (rule %s)", m.Text, m.Runes.Start, m.Kind, orNone(m.Rule, "none")))
	x.row("date", dateReason(m.Date))
	for _, n := range m.Actors {
		x.row("actor", nameReason(n))
	}
	for _, n := range m.Targets {
		x.row("target", nameReason(n))
	}
	for _, p := range m.Places {
		x.row("place", placeReason(p))
	}
	for _, t := range m.Tolls {
		x.row("toll", tollReason(t))
	}
	x.row("status", fmt.Sprintf("%s, %s; confidence %.2f", m.Modality, orNone(string(m.Outcome), "outcome not told"), m.Confidence))
	for _, l := range x.Event.Links {
		if l.Mention == m.Key() {
			x.row("merged", fmt.Sprintf("with %s: %s (%s)", x.mentionNumber(l.With), l.Reason, l.Pass))
		}
	}
}

func (x explanation) row(label, text string) { fmt.Fprintf(x.w, "   %-8s %s\n", label, oneLine(text)) }

// source names an article: id, outlet, day and title as far as they are known.
func (x explanation) source(key string) string {
	s := x.Articles[key]
	parts := []string{s.ID}
	for _, part := range []string{s.Outlet, s.Published.String(), s.Title} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if !s.Published.Known() {
		parts = append(parts, "publication day unknown")
	}
	return oneLine(strings.Join(parts, ", "))
}

// mentionNumber names a mention by its number in the list printed.
func (x explanation) mentionNumber(k mention.Key) string {
	i := slices.IndexFunc(x.Event.Mentions, func(m mention.Mention) bool { return m.Key() == k })
	if i < 0 {
		return "a mention that has left the event"
	}
	return fmt.Sprintf("mention %d", i+1)
}

// marked is a mention's sentence with its trigger and time phrase marked.
func marked(m *mention.Mention) string {
	type mark struct {
		at   int
		sign string
	}
	marks := []mark{{m.Start, "["}, {m.Span.End, "]"}}
	if m.Date.Span.Len() > 0 && m.Sentence.Contains(m.Date.Span) {
		marks = append(marks, mark{m.Date.Span.Start, "{"}, mark{m.Date.Span.End, "}"})
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return a.at - b.at })
	var out strings.Builder
	done := 0
	for _, k := range marks {
		at := k.at - m.Sentence.Start
		if at < done || at > len(m.Quote) { // the quote was cut, or is not the sentence as written
			continue
		}
		out.WriteString(m.Quote[done:at] + k.sign)
		done = at
	}
	out.WriteString(m.Quote[done:])
	return oneLine(out.String())
}

func dateReason(d mention.Date) string {
	s := orNone(d.EDTF(), "none") + ", " + orNone(string(d.Basis), "none")
	if d.Text != "" {
		s += fmt.Sprintf(", from %q", d.Text)
	}
	if d.Anchor != "" {
		s += ", anchor " + d.Anchor
	}
	if d.Filled != "" {
		s += ", filled in: " + d.Filled
	}
	return s + " (rule " + orNone(d.Rule, "none") + ")"
}

func nameReason(n mention.Name) string {
	s := fmt.Sprintf("%q is %s", n.Text, n.Name)
	if n.Text == "" {
		s = n.Name + ", taken over from context"
	}
	if n.ID == "" {
		s += ", not in the roster"
	} else {
		s += " [" + n.ID + "]"
	}
	return s + " (rule " + orNone(n.Rule, "none") + ")"
}

func placeReason(p mention.Place) string {
	within := slices.DeleteFunc([]string{p.Admin1, p.Country}, func(s string) bool { return s == "" || s == p.Name })
	s := fmt.Sprintf("%q is %s", p.Text, strings.Join(append([]string{p.Name}, within...), ", "))
	if p.Precision == "" {
		return s + ", not in the gazetteer (rule " + orNone(p.Rule, "none") + ")"
	}
	return fmt.Sprintf("%s, %s at %.2f %.2f (rule %s)", s, p.Precision, p.Lat, p.Lon, orNone(p.Rule, "none"))
}

func tollReason(t mention.Toll) string {
	s := fmt.Sprintf("%s %s", t.Effect, countText(t.Count))
	for _, part := range []string{string(t.Qualifier), t.Victims, t.Scope} {
		if part != "" {
			s += ", " + strings.ReplaceAll(part, "_", " ")
		}
	}
	if t.Who != "" {
		s += ", says " + t.Who
	}
	return s
}

func countText(c mention.Count) string {
	if c.Low == c.High {
		return fmt.Sprint(c.Low)
	}
	return fmt.Sprintf("%d-%d", c.Low, c.High)
}

func orNone(s, none string) string {
	if s == "" {
		return none
	}
	return s
}

// oneLine joins the lines of a text, without what must not reach a terminal.
func oneLine(s string) string { return strings.Join(strings.Fields(reports.Clean(s)), " ") }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
