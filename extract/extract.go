// Package extract runs the stages over one article in order and joins what they
// find into mentions of events. Each file is one pass: the day the article came
// out, who acted on whom, when, where, how many were hurt, who says so.
package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode/utf8"

	"dateline/extract/actor"
	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/place"
	"dateline/extract/timex"
	"dateline/extract/token"
	"dateline/extract/trigger"
)

// Result is everything found in one article.
type Result struct {
	Article  article.Article // with its publication settled
	Doc      *token.Doc
	Timexes  []timex.Timex
	Mentions []mention.Mention // in text order
}

// Extract reads an article. It depends on nothing but the article, the embedded
// data and that of Use. The error is that of loading that data or the tagger's model.
func Extract(a article.Article) (Result, error) {
	if _, err := identity.Get(); err != nil {
		return Result{}, err
	}
	a, doc, times, err := readTimes(a, token.Parse)
	if err != nil {
		return Result{}, err
	}
	r := &reader{
		article: a,
		doc:     doc,
		times:   times,
		places:  place.Find(doc, a.Title),
		actors:  actor.Find(doc, a.Published.Day),
		hits:    trigger.Find(doc),
		runes:   runeCounter{text: doc.Text},
	}
	times, err = withDateline(a, times)
	return Result{Article: a, Doc: doc, Timexes: times, Mentions: r.read()}, err
}

// Times is Extract without the events: it settles the day of publication and
// finds the time expressions, and loads nothing but what these take. Tokens
// have no tags yet where no time asked for them.
func Times(a article.Article) (Result, error) {
	if err := timex.Load(); err != nil {
		return Result{}, err
	}
	a, doc, times, err := readTimes(a, token.Split)
	if err != nil {
		return Result{}, err
	}
	times, err = withDateline(a, times)
	return Result{Article: a, Doc: doc, Timexes: times}, err
}

// readTimes cuts the article, settles its day of publication and resolves the
// time expressions of its sentences.
func readTimes(a article.Article, cut func(string, []mention.Span) (*token.Doc, error)) (article.Article, *token.Doc, []timex.Timex, error) {
	doc, err := cut(a.Text, article.BlockSpans(a))
	if err != nil {
		return a, nil, nil, err
	}
	exprs := timex.Find(doc)
	a.Published = settle(a, doc, exprs)
	return a, doc, resolve(a, doc, exprs), nil
}

// reader holds what the finders found in one article while it is joined.
type reader struct {
	article article.Article
	doc     *token.Doc
	times   []timex.Timex
	places  []place.Found
	actors  []actor.Found
	hits    []trigger.Hit

	scenes   []*scene
	mentions []mention.Mention
	theatres theatres
	runes    runeCounter
}

func (r *reader) read() []mention.Mention {
	r.scenes = scenes(r)
	markLeads(r.scenes)
	r.theatres = readTheatres(r.scenes)
	for _, sc := range r.scenes {
		for i := range sc.hits {
			if h := &sc.hits[i]; !h.Consequence && !sc.isOutcome(h) {
				r.mentions = append(r.mentions, r.mention(sc, h))
			}
		}
	}
	r.nameAnswerable()
	r.putInSequence()
	r.fillFromStory()
	r.dateHeadlines()
	r.markVague()
	r.placeFromStory()
	r.widen()
	return r.mentions
}

// mention reads one trigger with everything that its sentence says of it.
func (r *reader) mention(sc *scene, h *trigger.Hit) mention.Mention {
	m := mention.Mention{
		Span: h.Span, Text: r.doc.Slice(h.Span), Kind: h.Kind, Rule: h.Rule,
		Sentence: sc.sentence.Span, Quote: r.doc.Slice(sc.sentence.Span),
		SentenceIndex: sc.index, Headline: sc.kind == article.Title,
		Anaphoric: h.Anaphoric, Generic: h.Generic || sc.isHabit(h) || sc.isClass(h) || sc.isPractice(h),
		Article: r.article.Key, Published: r.article.Published.Day, Outlet: r.article.Outlet,
	}
	m.Runes = r.runes.span(h.Span)
	m.Modality, m.Outcome, _ = trigger.Modality(r.doc, *h)
	m.Actors, m.Targets = r.roles(sc, h)
	r.affiliate(m.Actors)
	r.affiliate(m.Targets)
	r.date(sc, h, &m)
	r.setOngoing(sc, h, &m)
	m.Places = r.where(sc, h)
	r.setCountry(sc, h, &m)
	m.Tolls = r.tolls(sc, h)
	m.Generic = m.Generic || isRunningTotal(&m)
	m.Killed, m.Injured = total(m.Tolls, "killed"), total(m.Tolls, "injured")
	if m.Killed != nil && (m.Modality == mention.Planned || m.Modality == mention.Hypothetical) {
		m.Modality = mention.Actual // "called for an air strike, which killed two"
	}
	m.Attribution = sc.attributions(h.Head)
	m.Confidence = confidence(&m)
	m.Line = r.line(sc, h, &m)
	return m
}

// affiliate notes the outermost state or group that each name belonged to when
// the article came out.
func (r *reader) affiliate(names []mention.Name) {
	for i := range names {
		if names[i].ID == "" {
			continue
		}
		if of := actor.Affiliations(names[i].ID, r.article.Published.Day); len(of) > 0 {
			names[i].Of = of[len(of)-1]
		}
	}
}

// runeCounter counts code points up to bytes of a text, asked for in rising order.
type runeCounter struct {
	text         string
	bytes, runes int
}

func (c *runeCounter) at(b int) int {
	if b < c.bytes {
		c.bytes, c.runes = 0, 0
	}
	c.runes += utf8.RuneCountInString(c.text[c.bytes:b])
	c.bytes = b
	return c.runes
}

// span converts a span of bytes to one of code points.
func (c *runeCounter) span(s mention.Span) mention.Span {
	return mention.Span{Start: c.at(s.Start), End: c.at(s.End)}
}

// Digest identifies the rules and data that Extract works by: a stored article
// with another digest is out of date. It is "" if the embedded data is broken.
func Digest() string {
	d, _ := identity.Get() // Extract tells the error
	return d
}

func digest() string {
	h := sha256.New()
	for _, d := range []string{timex.Digest(), place.Digest(), actor.Digest(), trigger.Digest(), passes} {
		h.Write([]byte(d))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// passes is raised when a pass of this package or the tokens change what they find.
const passes = "4"
