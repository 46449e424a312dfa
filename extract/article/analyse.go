package article

import (
	"strings"

	"dateline/extract/date"
)

// reading is an article while its paragraphs are being told apart. Each pass
// looks only at what the passes before it have left undecided.
type reading struct {
	a      *Article
	ps     []paragraph
	prints []uint64 // fingerprint of each paragraph
	claims []claim
	body   int // index of the first paragraph of the body

	outlet      string // as the masthead or byline names it
	agency      string // of the dateline
	hasDateline bool
}

// analyse tells the paragraphs of an article apart and fills in what they state.
// stated is what is known from elsewhere of the day of publication.
func analyse(a *Article, ps []paragraph, stated []claim) {
	r := &reading{a: a, ps: ps, claims: stated}
	for _, pass := range []func(){
		r.splitHead, r.splitInline, r.splitStamps, r.print, r.dropAsides, r.findBody, r.readHeader, r.findTitle, r.findCaptions, r.dropRepeats,
		r.trimDatelines, r.trimLeadingDate, r.trimCredits, r.makeBlocks, r.settleDate, r.settleOutlet,
	} {
		pass()
	}
}

func (r *reading) print() {
	r.prints = make([]uint64, len(r.ps))
	for i := range r.ps {
		r.prints[i] = fingerprint(r.ps[i].text)
	}
}

// dropAsides marks the lines that hold no news wherever they stand.
func (r *reading) dropAsides() {
	for i := range r.ps {
		p := &r.ps[i]
		if address := addressIn(p.text); address != "" {
			p.set(aside)
			r.a.URL = firstOf(r.a.URL, address)
		}
		if words().agency(p.text) != "" {
			p.set(aside)
			r.agency = firstOf(r.agency, words().agency(p.text))
		}
		if isStub(p.text) || isCredit(p.text) {
			p.set(aside)
		}
	}
}

// findBody finds where the header ends: at the first paragraph that reads like
// one and is not a caption.
func (r *reading) findBody() {
	for i := range r.ps {
		p := &r.ps[i]
		if p.role != undecided {
			continue
		}
		_, dated := parseDateline(p.text)
		if dated || bodyLike(p.text) && !r.repeatedNext(i) && !p.captionLike() {
			r.body = i
			return
		}
	}
	r.body = len(r.ps)
}

// repeatedNext reports whether paragraph i is given twice in a row, as captions are.
func (r *reading) repeatedNext(i int) bool {
	return i+1 < len(r.ps) && r.prints[i] == r.prints[i+1] || i > 0 && r.prints[i] == r.prints[i-1]
}

// findTitle marks the headline: what repeats the known title, else the first
// line of the header that looks like one.
func (r *reading) findTitle() {
	if r.a.Title != "" {
		r.findKnownTitle()
		return
	}
	if r.body == len(r.ps) {
		return
	}
	best := -1
	for i := range r.ps[:r.body] {
		p := &r.ps[i]
		if p.role != undecided || !titleLike(p.text) || p.captionLike() || strings.HasPrefix(p.text, "By ") {
			continue
		}
		if !r.repeatedNext(i) {
			best = i
			break
		}
		if best < 0 {
			best = i
		}
	}
	if best >= 0 {
		r.setTitle(best)
		r.a.Title = r.ps[best].text
	}
}

// findKnownTitle marks the paragraph that repeats the title given with the
// article, or the beginning of the first paragraph if that does.
func (r *reading) findKnownTitle() {
	want := fingerprint(r.a.Title)
	for i := range r.ps[:min(r.body+1, len(r.ps))] {
		if r.prints[i] == want {
			r.setTitle(i)
			return
		}
	}
}

func (r *reading) setTitle(i int) {
	r.ps[i].role = isTitle
	r.a.TitleSpan = r.ps[i].Span
}

// findCaptions marks the captions: what is given twice in a row, begins or ends
// as captions do, or stands again and again above the body.
func (r *reading) findCaptions() {
	for i := range r.ps {
		p := &r.ps[i]
		if p.role != undecided {
			continue
		}
		if r.repeatedNext(i) || p.captionLike() || i < r.body && endsInBracket(p.text) {
			p.set(isCaption)
		}
	}
}

// dropRepeats lets only the first of several equal paragraphs stand.
func (r *reading) dropRepeats() {
	seen := make(map[uint64]bool, len(r.ps))
	if r.a.TitleSpan.Len() > 0 {
		seen[fingerprint(r.a.Title)] = true
	}
	for i := range r.ps {
		p := &r.ps[i]
		if p.role == aside || p.role == isTitle {
			continue
		}
		if seen[r.prints[i]] {
			p.role = repeat
		}
		seen[r.prints[i]] = true
	}
}

// makeBlocks writes down what is left, in the order of the text. A stamp holds
// up to the next one.
func (r *reading) makeBlocks() {
	r.a.Blocks = make([]Block, 0, len(r.ps))
	var stamp date.Day
	for i := range r.ps {
		p := &r.ps[i]
		if p.stamp.Known() {
			stamp = p.stamp
		}
		switch p.role {
		case isTitle:
			r.addBlock(Block{p.news, Title, stamp})
		case isCaption:
			r.addBlock(Block{p.news, Caption, stamp})
		case undecided, isBody:
			r.addBlock(Block{p.news, Body, stamp})
		}
	}
}

func (r *reading) addBlock(b Block) { r.a.Blocks = append(r.a.Blocks, b) }
