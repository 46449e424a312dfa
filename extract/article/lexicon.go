package article

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"dateline/extract/lang/en"
	"dateline/extract/table"
)

// The language's tables that this package reads.
const (
	calendarTable = "article_calendar.tsv"
	agencyTable   = "article_agencies.tsv"
	phraseTable   = "article_phrases.tsv"
)

// class is what a phrase of the table tells of the line in which it stands.
type class string

// The classes of phraseTable, which explains them.
const (
	stub          class = "stub"
	stubStart     class = "stub-start"
	creditStart   class = "credit-start"
	bylineStart   class = "byline-start"
	nameWord      class = "name-word"
	publishedWord class = "published-label"
	updatedWord   class = "updated-label"
	captionStart  class = "caption-start"
	captionCredit class = "caption-credit"
	photoLabel    class = "photo-label"
	outletWord    class = "outlet-word"
	placeStart    class = "place-start"
	sourceLabel   class = "source-label"
)

var classes = []class{stub, stubStart, creditStart, bylineStart, nameWord, publishedWord, updatedWord,
	captionStart, captionCredit, photoLabel, outletWord, placeStart, sourceLabel}

// calendarNames are the names of months and weekdays, in lower case.
type calendarNames struct {
	months   map[string]time.Month
	weekdays map[string]bool
}

// lexicon is what the tables say.
type lexicon struct {
	calendarNames
	agencies map[string]string             // credit in lower case -> outlet
	phrases  map[class]map[string]bool     // class -> phrases
	starts   map[class]map[string][]string // class -> first word -> phrases that begin with it
}

// words are the English tables. They are part of the program and read by its
// tests, so that a bad row never meets a user.
var words = sync.OnceValue(func() *lexicon {
	l, err := loadLexicon(en.Files)
	if err != nil {
		panic(err)
	}
	return l
})

func calendarWords() *calendarNames { return &words().calendarNames }

func loadLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{
		calendarNames: calendarNames{months: map[string]time.Month{}, weekdays: map[string]bool{}},
		agencies:      map[string]string{},
		phrases:       map[class]map[string]bool{},
		starts:        map[class]map[string][]string{},
	}
	for _, c := range classes {
		l.phrases[c], l.starts[c] = map[string]bool{}, map[string][]string{}
	}
	if err := eachRow(files, calendarTable, l.addCalendar); err != nil {
		return nil, err
	}
	if err := eachRow(files, agencyTable, l.addAgency); err != nil {
		return nil, err
	}
	return l, eachRow(files, phraseTable, l.addPhrase)
}

// eachRow hands every row of a table to add; an error names the line and shows the row.
func eachRow(files fs.FS, file string, add func(cells []string) error) error {
	text, err := fs.ReadFile(files, file)
	if err != nil {
		return err
	}
	for _, r := range table.Parse(file, string(text)) {
		if err := add(r.Cells); err != nil {
			return r.Errorf("%v", err)
		}
	}
	return nil
}

func (l *lexicon) addCalendar(cells []string) error {
	if len(cells) != 3 {
		return fmt.Errorf("want 3 columns, have %d", len(cells))
	}
	n, err := strconv.Atoi(cells[1])
	switch {
	case err != nil:
		return fmt.Errorf("%q is not a number", cells[1])
	case cells[0] == "month" && n >= 1 && n <= 12:
		l.months[cells[2]] = time.Month(n)
	case cells[0] == "weekday" && n >= 1 && n <= 7:
		l.weekdays[cells[2]] = true
	default:
		return fmt.Errorf("no %s %d", cells[0], n)
	}
	return nil
}

func (l *lexicon) addAgency(cells []string) error {
	if len(cells) != 2 || cells[0] == "" || cells[1] == "" || len(cells[0]) > longestAgency {
		return fmt.Errorf("want a credit of at most %d bytes and an outlet", longestAgency)
	}
	l.agencies[strings.ToLower(cells[0])] = cells[1]
	return nil
}

func (l *lexicon) addPhrase(cells []string) error {
	if len(cells) != 3 {
		return fmt.Errorf("want 3 columns, have %d", len(cells))
	}
	c, phrase := class(cells[0]), cells[1]
	if l.phrases[c] == nil {
		return fmt.Errorf("unknown class %q", c)
	}
	if phrase == "" || phrase != strings.ToLower(phrase) {
		return fmt.Errorf("want a phrase in lower case")
	}
	l.phrases[c][phrase] = true
	first := firstWord(phrase)
	l.starts[c][first] = append(l.starts[c][first], phrase)
	return nil
}

// is reports whether s, whatever its case, is a phrase of the class.
func (l *lexicon) is(c class, s string) bool { return l.phrases[c][strings.ToLower(s)] }

// start returns the length of the longest phrase of the class that s begins
// with and a word ends with, or 0.
func (l *lexicon) start(c class, s string) int {
	best := 0
	for _, phrase := range l.starts[c][strings.ToLower(firstWord(s))] {
		n := len(phrase)
		if n > best && len(s) >= n && strings.EqualFold(s[:n], phrase) && (n == len(s) || !isLetter(s[n-1]) || !isLetter(s[n])) {
			best = n
		}
	}
	return best
}

// agency returns the outlet that a credit names, or "".
func (l *lexicon) agency(credit string) string {
	if len(credit) > longestAgency {
		return ""
	}
	return l.agencies[strings.ToLower(credit)]
}

// longestAgency is the number of bytes of the longest agency's name.
const longestAgency = 40

// firstWord is s up to its first space or after its first letters, so that
// "By:" and "by" look up the same.
func firstWord(s string) string {
	for i, r := range s {
		if i > 0 && (r >= utf8.RuneSelf || !isLetter(byte(r))) || r == ' ' {
			return s[:i]
		}
	}
	return s
}
