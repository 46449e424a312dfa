package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
	"unicode/utf8"
)

type J = map[string]any

func dt(d mention.Date) any {
	if d.IsZero() {
		return nil
	}
	return J{"earliest": d.Earliest, "latest": d.Latest, "edtf": d.EDTF(), "basis": d.Basis, "text": d.Text, "rule": d.Rule, "anchor": d.Anchor}
}
func names(ns []mention.Name) []J {
	o := []J{}
	for _, n := range ns {
		o = append(o, J{"text": n.Text, "name": n.Name, "id": n.ID, "type": n.Sector, "rule": n.Rule})
	}
	return o
}
func places(ns []mention.Place) []J {
	o := []J{}
	for _, n := range ns {
		o = append(o, J{"text": n.Text, "name": n.Name, "admin1": n.Admin1, "country": n.Country, "rule": n.Rule})
	}
	return o
}
func cnt(c *mention.Count) any {
	if c == nil {
		return nil
	}
	return []int{c.Low, c.High}
}

func main() {
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(nil, 1<<26)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for sc.Scan() {
		var r struct {
			ID, Text, Title, URL string
			Published            *string
			DCT                  *string
		}
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		if r.DCT != nil {
			r.Published = r.DCT
		}
		a := read(r.ID, r.Text, r.Title, r.Published)
		res, err := extract.Extract(a)
		if err != nil {
			panic(err)
		}
		ru := func(b int) int { return utf8.RuneCountInString(r.Text[:b]) }
		out := J{"id": r.ID, "published": res.Article.Published.Day}
		tx := []J{}
		for _, t := range res.Timexes {
			tx = append(tx, J{"start": ru(t.Start), "end": ru(t.Span.End), "text": t.Text, "type": t.Type, "value": t.TIMEX3, "edtf": t.Range.EDTF(), "rule": t.Rule})
		}
		out["timexes"] = tx
		ms := []J{}
		idx := map[mention.Key]int{}
		for i, m := range res.Mentions {
			idx[m.Key()] = i
			ms = append(ms, J{"start": ru(m.Start), "end": ru(m.Span.End), "text": m.Text, "kind": m.Kind, "date": dt(m.Date), "actors": names(m.Actors), "targets": names(m.Targets), "places": places(m.Places), "country": m.Country, "killed": cnt(m.Killed), "injured": cnt(m.Injured), "modality": m.Modality, "rule": m.Rule, "quote": m.Quote, "generic": m.Generic, "anaphoric": m.Anaphoric})
		}
		out["mentions"] = ms
		es := []J{}
		for _, e := range timeline.ByProminence(timeline.Merge(res.Mentions)) {
			mi := []int{}
			for _, m := range e.Mentions {
				mi = append(mi, idx[m.Key()])
			}
			es = append(es, J{"kind": e.Kind, "date": dt(e.Date), "edtf": e.EDTF(), "end": e.End, "actors": names(e.Actors), "targets": names(e.Targets), "places": places(e.Places), "country": e.Country, "killed": cnt(e.Killed), "injured": cnt(e.Injured), "modality": e.Modality, "mentions": mi, "central": e.Central, "summary": e.Summary})
		}
		out["events"] = es
		b, _ := json.Marshal(out)
		w.Write(b)
		w.WriteByte('\n')
	}
	_ = date.Day(0)
}

func read(id, text, title string, pub *string) article.Article {
	rec := article.Record{ID: &id, Text: &text, Title: &title}
	rec.Published = pub
	a, _ := article.FromRecord(rec)
	return a
}
