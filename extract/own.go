package extract

import (
	"errors"

	"dateline/extract/actor"
	"dateline/extract/phrase"
	"dateline/extract/place"
	"dateline/extract/syntax"
	"dateline/extract/table"
	"dateline/extract/timex"
	"dateline/extract/trigger"
)

// Own are a user's tables, which Use adds to the embedded ones.
type Own struct {
	Actors, Places, Kinds, Triggers []table.File
}

// Use adds a user's tables to the embedded ones, in place of those given
// before. It is called before anything is extracted, and not while something
// is. The error names the first bad row.
func Use(own Own) error {
	if err := actor.Use(own.Actors); err != nil {
		return err
	}
	if err := place.Use(own.Places); err != nil {
		return err
	}
	if err := trigger.Use(own.Kinds, own.Triggers); err != nil {
		return err
	}
	return identity.Use(nil) // reckoned anew when asked for
}

// identity is the digest of all data. Its error tells what is wrong with the
// embedded tables: with a bad row a finder would find nothing and look as if
// there was nothing to find.
var identity = table.NewData(func([]table.File) (string, error) {
	_, errWords := vocabulary()
	_, errFigures := figures()
	if err := errors.Join(errWords, errFigures, phrase.Check(), syntax.Check(), timex.Load(), place.Check(), trigger.Check()); err != nil {
		return "", err
	}
	return digest(), nil
})
