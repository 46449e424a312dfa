package main

import (
	"sync"
	"time"

	"dateline/db"
	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/mention"
)

// rulesDigest is extract.Digest, reckoned once: it reads all embedded data.
var rulesDigest = sync.OnceValue(extract.Digest)

// storedOf is what was extracted in the form in which it is stored.
func storedOf(found extract.Result, now time.Time) db.Stored {
	a := found.Article
	sentences := make([]mention.Span, len(found.Doc.Sentences))
	for i, s := range found.Doc.Sentences {
		sentences[i] = s.Span
	}
	return db.Stored{
		Article: db.Article{
			Key: a.Key, ID: a.ID, File: a.Source, Title: a.Title, Outlet: a.Outlet, URL: a.URL,
			Published: a.Published.Day, PublishedBasis: a.Published.Basis, PublishedWhere: a.Published.Where,
			Text: a.Text, Digest: rulesDigest(), IngestedAt: now,
		},
		Mentions:  found.Mentions,
		Sentences: sentences,
	}
}

// extractAgain extracts a stored article. What it states, or was given by hand,
// holds; a day that was inferred is inferred again.
func extractAgain(s db.Article) (db.Stored, error) {
	a, _ := article.FromRecord(article.Record{ID: &s.ID, Text: &s.Text, Title: &s.Title, URL: &s.URL, Outlet: &s.Outlet})
	a.Key, a.Source = s.Key, s.File
	if day := s.Published; day != a.Published.Day && (s.PublishedBasis == db.ByHand || s.PublishedBasis == statedBasis) {
		a.Published = article.Published{Day: day, Basis: s.PublishedBasis, Where: s.PublishedWhere}
	}
	found, err := extract.Extract(a)
	if err != nil {
		return db.Stored{}, err
	}
	return storedOf(found, s.IngestedAt), nil
}

// statedBasis is the basis of a publication day that the article itself states.
const statedBasis = "stated"

// fillIn gives an article what the user knows of it and it does not tell.
func fillIn(a *article.Article, given givenMeta) {
	if given.published.Known() && !a.Published.Day.Known() {
		a.Published = article.Published{Day: given.published, Basis: db.ByHand}
	}
	if a.Outlet == "" {
		a.Outlet = given.outlet
	}
}

// addsNothing reports whether an article, as read, tells nothing that there does not.
func addsNothing(a article.Article, there db.Article) bool {
	return (a.Title == "" || a.Title == there.Title) && (a.Outlet == "" || there.Outlet != "") && (a.URL == "" || there.URL != "") &&
		(!a.Published.Day.Known() || a.Published.Day == there.Published)
}
