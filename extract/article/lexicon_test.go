package article

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/extract/lang/en"
)

// TestPhraseExamples reads the example of every row of the table of phrases.
func TestPhraseExamples(t *testing.T) {
	works := map[class]func(phrase, example string) bool{
		stub:          func(_, s string) bool { return isStub(s) },
		stubStart:     func(_, s string) bool { return isStub(s) },
		creditStart:   func(_, s string) bool { return isCredit(s) },
		bylineStart:   func(_, s string) bool { return isByline(s) },
		nameWord:      func(_, s string) bool { return isByline(s) || isCredit(s) },
		publishedWord: func(_, s string) bool { d, ok := parseDateLine(s); return ok && d.label == publishedWord },
		updatedWord:   func(_, s string) bool { d, ok := parseDateLine(s); return ok && d.label == updatedWord },
		captionStart:  func(_, s string) bool { return captionLike(s) },
		captionCredit: func(_, s string) bool { n, byCamera := creditAt(s); return byCamera && n < len(s) },
		photoLabel:    func(_, s string) bool { n, byCamera := creditAt(s); return byCamera && n < len(s) },
		outletWord:    func(_, s string) bool { return looksOutlet(s) },
		sourceLabel:   func(_, s string) bool { return addressIn(s) != "" },
		placeStart: func(phrase, s string) bool {
			at := inlineDateline(s)
			return at > 0 && strings.HasPrefix(strings.ToLower(s[at:]), phrase)
		},
	}
	b, err := fs.ReadFile(en.Files, phraseTable)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range strings.Split(string(b), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		cells := strings.Split(row, "\t")
		if !works[class(cells[0])](cells[1], cells[2]) {
			t.Errorf("%s:%d: the example does not work: %q", phraseTable, i+1, row)
		}
	}
}

func TestBadRows(t *testing.T) {
	good := map[string]string{calendarTable: "month\t1\tjan\n", agencyTable: "AP\tAssociated Press\n", phraseTable: "stub\tshare\tShare\n"}
	tests := []struct{ file, row, want string }{
		{calendarTable, "month\t13\tjan", "article_calendar.tsv:2: no month 13"},
		{calendarTable, "month\tx\tjan", `article_calendar.tsv:2: "x" is not a number`},
		{calendarTable, "month\t1", "article_calendar.tsv:2: want 3 columns, have 2"},
		{agencyTable, "AP", "article_agencies.tsv:2: want a credit of at most 40 bytes and an outlet"},
		{phraseTable, "stump\tshare\tShare", `article_phrases.tsv:2: unknown class "stump"`},
		{phraseTable, "stub\tShare\tShare", "article_phrases.tsv:2: want a phrase in lower case"},
	}
	for _, tt := range tests {
		files := fstest.MapFS{}
		for name, rows := range good {
			files[name] = &fstest.MapFile{Data: []byte(rows)}
		}
		files[tt.file].Data = append(files[tt.file].Data, tt.row...)
		_, err := loadLexicon(files)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || !strings.Contains(err.Error(), tt.row) {
			t.Errorf("%q: error %v, want %s and the row", tt.row, err, tt.want)
		}
	}
}
