package main

import (
	"cmp"
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

// extractGiven extracts an article with what the user knows of it. A day given
// by the user holds where the article neither states one nor lets one be inferred.
func extractGiven(a article.Article, given givenMeta) (extract.Result, error) {
	a.Outlet = cmp.Or(a.Outlet, given.outlet)
	found, err := extract.Extract(a)
	if err != nil || found.Article.Published.Day.Known() || !given.published.Known() {
		return found, err
	}
	a.Published = article.Published{Day: given.published, Basis: db.ByHand}
	return extract.Extract(a)
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
