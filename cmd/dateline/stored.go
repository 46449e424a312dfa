package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"time"

	"dateline/db"
	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/mention"
)

// storedOf is what was extracted from an article, in the form in which it is stored.
func storedOf(read article.Article, found extract.Result, now time.Time) (db.Stored, error) {
	reading, err := readingOf(read)
	if err != nil {
		return db.Stored{}, fmt.Errorf("article %s: %w", read.ID, err)
	}
	a := found.Article
	sentences := make([]mention.Span, len(found.Doc.Sentences))
	for i, s := range found.Doc.Sentences {
		sentences[i] = s.Span
	}
	return db.Stored{
		Article: db.Article{
			Key: a.Key, ID: a.ID, File: a.Source, Title: a.Title, Outlet: a.Outlet, URL: a.URL,
			Published: a.Published.Day, PublishedBasis: a.Published.Basis, PublishedWhere: a.Published.Where,
			Text: a.Text, Reading: reading, Digest: extract.Digest(), IngestedAt: now,
		},
		Mentions:  found.Mentions,
		Sentences: sentences,
	}, nil
}

// readingOf is how the reader of an article's format took it apart, without
// the text, which is stored anyway: what a later extraction cannot see from the
// text alone, such as the captions and the stated day of a web page.
func readingOf(a article.Article) (string, error) {
	a.Text = ""
	reading, err := json.Marshal(a)
	return string(reading), err
}

// articleOf is a stored article as it was read, with what was set by hand since.
func articleOf(s db.Article) (article.Article, error) {
	var a article.Article
	if err := json.Unmarshal([]byte(s.Reading), &a); err != nil {
		return a, fmt.Errorf("article %s: its stored reading is damaged: %w; remove it and ingest it again", s.ID, err)
	}
	a.Text, a.Title, a.Outlet, a.URL = s.Text, s.Title, s.Outlet, s.URL
	if s.PublishedBasis == db.ByHand {
		a.Published = article.Published{Day: s.Published, Basis: db.ByHand}
	}
	return a, nil
}

// extractAgain extracts a stored article. What it states, or was given by hand,
// holds; a day that was inferred is inferred again.
func extractAgain(s db.Article) (db.Stored, error) {
	a, err := articleOf(s)
	if err != nil {
		return db.Stored{}, err
	}
	found, err := extract.Extract(a)
	if err != nil {
		return db.Stored{}, err
	}
	return storedOf(a, found, s.IngestedAt)
}

// extractGiven extracts an article with what the user knows of it.
func extractGiven(a article.Article, given givenMeta) (extract.Result, error) {
	return readGiven(a, given, extract.Extract)
}

// readGiven reads an article with what the user knows of it. A day given by the
// user holds where the article neither states one nor lets one be inferred.
func readGiven(a article.Article, given givenMeta, read func(article.Article) (extract.Result, error)) (extract.Result, error) {
	a.Outlet = cmp.Or(a.Outlet, given.outlet)
	found, err := read(a)
	if err != nil || found.Article.Published.Day.Known() || !given.published.Known() {
		return found, err
	}
	a.Published = article.Published{Day: given.published, Basis: db.ByHand}
	return read(a)
}

// addsNothing reports whether an article, as read and given, tells nothing that
// is not stored there.
func addsNothing(a article.Article, given givenMeta, there db.Article) bool {
	adds := func(read, given, stored string) bool { return stored == "" && cmp.Or(read, given) != "" }
	switch {
	case adds(a.Title, "", there.Title), adds(a.Outlet, given.outlet, there.Outlet), adds(a.URL, "", there.URL):
		return false
	case there.Published.Known():
		return true
	}
	return !a.Published.Day.Known() && !given.published.Known()
}
