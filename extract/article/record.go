package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dateline/extract/date"
)

// Record is one article as a line of JSON. A field that is absent or null is nil.
type Record struct {
	ID        *string `json:"id"`
	Text      *string `json:"text"`
	Published *string `json:"published"`
	Title     *string `json:"title"`
	URL       *string `json:"url"`
	Outlet    *string `json:"outlet"`
}

// errNoText refuses a record without the one field that is required.
var errNoText = errors.New(`the record has no "text"`)

// DecodeRecord reads one line of JSON Lines; unknown fields are ignored. With
// an error, the record's ID is still set if it could be read.
func DecodeRecord(line []byte) (Record, error) {
	var r Record
	if err := r.UnmarshalJSON(line); err != nil {
		return Record{ID: r.ID}, plainJSONError(err)
	}
	if r.Text == nil {
		return Record{ID: r.ID}, errNoText
	}
	return r, nil
}

// UnmarshalJSON reads a record. Only a text that is no string is an error: an
// id may be a number, and any other field of the wrong type is as good as absent,
// except that a day of the wrong type is kept to be warned of.
func (r *Record) UnmarshalJSON(b []byte) error {
	var raw struct{ ID, Text, Published, Title, URL, Outlet json.RawMessage }
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*r = Record{
		ID: scalar(raw.ID), Published: scalar(raw.Published),
		Title: jsonString(raw.Title), URL: jsonString(raw.URL), Outlet: jsonString(raw.Outlet),
	}
	if r.Text = jsonString(raw.Text); r.Text == nil && !isNull(raw.Text) {
		return errors.New(`"text" is not a string`)
	}
	return nil
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || bytes.Equal(raw, []byte("null")) }

// jsonString returns a JSON string, or nil for anything else.
func jsonString(raw json.RawMessage) *string {
	if len(raw) == 0 || raw[0] != '"' {
		return nil
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return nil
	}
	return &s
}

// scalar returns a JSON string, or any other value but null as it is written.
func scalar(raw json.RawMessage) *string {
	if isNull(raw) {
		return nil
	}
	if s := jsonString(raw); s != nil {
		return s
	}
	s := string(raw)
	return &s
}

// plainJSONError says in one line what is wrong with a record.
func plainJSONError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON: %w (at byte %d)", err, syntax.Offset)
	case errors.As(err, &kind):
		return fmt.Errorf("not a JSON object but a %s", kind.Value)
	}
	return err
}

// FromRecord makes an article of a record, whose text is kept exactly as given
// (bytes that are not UTF-8 excepted). The warnings, also kept in the article,
// tell what was odd.
func FromRecord(rec Record) (Article, []string) {
	a := Article{
		ID: value(rec.ID), Given: value(rec.ID) != "", Title: strings.TrimSpace(value(rec.Title)),
		Text: strings.ToValidUTF8(value(rec.Text), "\uFFFD"),
		URL:  strings.TrimSpace(value(rec.URL)), Outlet: strings.TrimSpace(value(rec.Outlet)),
	}
	a.Key = key(a.ID, a.Text)
	var stated []claim
	day, warning := recordDay(rec.Published)
	if warning != "" {
		a.Warnings = append(a.Warnings, warning)
	}
	if day.Known() {
		stated = append(stated, claim{Published: Published{Day: day, Where: "metadata published"}, rank: inMetadata})
	}
	analyse(&a, plainParagraphs(a.Text), stated)
	return a, a.Warnings
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// recordDay reads a record's publication day. A time after the day is dropped
// without shifting the time zone: the day is the local one, as written.
func recordDay(published *string) (date.Day, string) {
	if published == nil {
		return 0, ""
	}
	s := strings.TrimSpace(*published)
	if s == "" {
		return 0, `the field "published" is empty: no publication date`
	}
	if c, n, ok := parseCalendar(s); ok && c.full() && onlyTime(s[n:]) {
		return c.day(), ""
	}
	return 0, fmt.Sprintf("the field \"published\" is no calendar day (want YYYY-MM-DD): %q", clip(s, 40))
}

// clip cuts s for a message.
func clip(s string, max int) string {
	r := []rune(s)
	if len(r) <= max {
		return s
	}
	return string(r[:max]) + "…"
}
