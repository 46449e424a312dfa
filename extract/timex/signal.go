package timex

import (
	"strings"

	"dateline/extract/mention"
	"dateline/extract/table"
)

// maxSignalWords is how many words the longest signal of the table has.
const maxSignalWords = 4

// maxSignalBytes is enough for most runs of so many words.
const maxSignalBytes = 64

// addSignal reads a row of the signal table: signal, words.
func (g *grammar) addSignal(r table.Row) error {
	words := strings.Fields(r.Cells[1])
	if len(words) == 0 || len(words) > maxSignalWords {
		return r.Errorf("a signal has one to %d words", maxSignalWords)
	}
	switch s := Signal(r.Cells[0]); s {
	case Before, By, After, Since, From, To, Between:
		g.signals[strings.Join(words, " ")] = s
	case "on":
		g.signals[strings.Join(words, " ")] = On
	default:
		return r.Errorf("no signal is called %q", r.Cells[0])
	}
	return nil
}

// addSignals sets the signal of each expression from the words before it.
func (f *finder) addSignals(exprs []Expr) {
	w := 0
	for i := range exprs {
		for w < len(f.words) && (f.words[w].token < 0 || f.words[w].Start < exprs[i].Start) {
			w++
		}
		exprs[i].Signal = f.signalBefore(w)
		if i > 0 {
			f.pair(&exprs[i-1], &exprs[i])
		}
	}
}

// signalBefore returns the signal that the longest phrase of the table just
// before words[w] tells. An article between the two does not count.
func (f *finder) signalBefore(w int) Signal {
	if w > 0 && f.words[w-1].lower == "the" {
		w--
	}
	var room [maxSignalBytes]byte
	for n := min(maxSignalWords, w); n > 0; n-- {
		phrase := room[:0]
		for i := w - n; i < w; i++ {
			if i > w-n {
				phrase = append(phrase, ' ')
			}
			phrase = append(phrase, f.words[i].lower...)
		}
		if s, ok := f.g.signals[string(phrase)]; ok {
			return s
		}
	}
	return On
}

// pair marks two expressions that tell the ends of one interval: "from March 3
// to March 9", "May 3-5".
func (f *finder) pair(a, b *Expr) {
	if a.End > b.Start || b.Start-a.End > len(" through the ") {
		return
	}
	between := strings.TrimSuffix(strings.TrimSpace(strings.ToLower(f.doc.Slice(mention.Span{Start: a.End, End: b.Start}))), " the")
	switch {
	case f.g.is(intervalWord, between) && (a.Signal == From || a.Signal == Since || a.Signal == Between || a.Signal == On):
		a.Signal, b.Signal = From, To
	case f.g.is(intervalAnd, between) && a.Signal == Between:
		b.Signal = To
	}
}
