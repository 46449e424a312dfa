package main

import (
	"fmt"
	"strings"

	"dateline/extract/syntax/internal/arc"
)

// accuracy counts tags and arcs that are right, marks left out.
type accuracy struct{ words, tags, heads, rels int }

func (a accuracy) String() string {
	return fmt.Sprintf("tags %.1f  UAS %.1f  LAS %.1f  (%d words)", a.share(a.tags), a.share(a.heads), a.share(a.rels), a.words)
}

// share is n in per cent of the words.
func (a accuracy) share(n int) float64 { return 100 * float64(n) / float64(a.words) }

// evaluate parses a set in one of its casings.
func evaluate(p *arc.Parser, set []example, casing int) accuracy {
	var a accuracy
	var s arc.Scratch
	for _, e := range set {
		g := e[casing]
		if g == nil {
			continue
		}
		p.Parse(&s, g.Forms)
		for i := range g.Forms {
			if !strings.ContainsAny(g.Forms[i].Lower, "abcdefghijklmnopqrstuvwxyz0123456789%$&") {
				continue
			}
			a.words++
			if s.Tag(i+1) == g.Tags[i] {
				a.tags++
			}
			head := int(s.Heads[i+1])
			if head > len(g.Forms) {
				head = 0
			}
			if head != g.Heads[i] {
				continue
			}
			a.heads++
			if int(s.Rels[i+1])-1 == g.Rels[i] || head == 0 {
				a.rels++
			}
		}
	}
	return a
}
