package reports

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
	"dateline/timeline"
)

// encoded is the JSON of a value on one line.
func encoded(t *testing.T, v any) string {
	t.Helper()
	var b strings.Builder
	if err := NewJSONEncoder(&b).Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

// TestEmptyContract: lists are never null; what is not known is, where the contract says so.
func TestEmptyContract(t *testing.T) {
	const event = `"kind":"","date":null,"end":null,"ongoing_as_of":null,"actors":[],"targets":[],"places":[],"country":"","killed":null,` +
		`"injured":null,"tolls":[],"modality":"","outcome":"","central":false,"summary":"","plover":"","event_type":"","sub_event_type":""`
	identity := func(n int) int { return n }
	for name, tt := range map[string]struct {
		value any
		want  string
	}{
		"event of an article": {ArticleEventOf(timeline.Event{}, nil), `{` + event + `,"mentions":[]}`},
		"event of the store":  {StoredEventOf(timeline.Event{}, nil), `{"id":"",` + event + `,"salience":0,"sources":[],"mentions":[]}`},
		"mention": {MentionOf(mention.Mention{}, identity), `{"start":0,"end":0,"text":"","sentence":[0,0],"kind":"","date":null,"actors":[],"targets":[],` +
			`"places":[],"country":"","killed":null,"injured":null,"modality":"","outcome":"","attribution":[],"confidence":0}`},
		"failure": {FailureJSON{Error: "a < b"}, `{"id":null,"error":"a < b"}`},
	} {
		if got := encoded(t, tt.value); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

func TestContract(t *testing.T) {
	m := mention.Mention{
		Span: mention.Span{Start: 10, End: 16}, Text: "strike", Sentence: mention.Span{Start: 4, End: 40}, Kind: "drone_strike",
		Date:    mention.Date{Range: date.Range{Latest: day(2020, 1, 23), Basis: date.Bounded}, Rule: "by publication"},
		LastDay: 0, OngoingAsOf: 0,
		Actors: []mention.Name{{Text: "U.S.", Name: "United States", ID: "usa", Sector: "GOV", Side: mention.SideA}},
		Places: []mention.Place{{Text: "Abbey Gate", Name: "Abbey Gate"}, saopaulo, {Name: "Kabul", Precision: mention.Town}},
		Killed: &mention.Count{Low: 9, High: 9}, Modality: mention.Actual, Outcome: mention.Completed,
		Attribution: []mention.Attribution{{Who: "police", Span: mention.Span{Start: 30, End: 36}}}, Confidence: 0.123456,
	}
	half := func(n int) int { return n / 2 } // as if every character took two bytes
	const want = `{"start":5,"end":8,"text":"strike","sentence":[2,20],"kind":"drone_strike",` +
		`"date":{"earliest":null,"latest":"2020-01-23","edtf":"[..2020-01-23]","precision":"unknown","basis":"bounded","text":"","anchor":null,"rule":"by publication"},` +
		`"actors":[{"text":"U.S.","name":"United States","id":"usa","type":"GOV","side":"a"}],"targets":[],` +
		`"places":[{"text":"Abbey Gate","name":"Abbey Gate","admin1":"","country":"","lat":null,"lon":null,"precision":"","id":null},` +
		`{"text":"São Paulo","name":"São Paulo","admin1":"São Paulo","country":"Brazil","lat":-23.5475,"lon":-46.63611,"precision":"town","id":"gn:3448439"}],` +
		`"country":"","killed":[9,9],"injured":null,"modality":"actual","outcome":"completed","attribution":[{"who":"police","start":15,"end":18}],"confidence":0.123}`
	if got := encoded(t, MentionOf(m, half)); got != want {
		t.Errorf("mention:\n%s\nwant\n%s", got, want)
	}
	pattern := timeline.Event{Date: mention.Date{Range: date.Range{Pattern: "XXXX-03-15", Basis: date.Relative}}, Ongoing: true}
	if got := EventOf(pattern).Date; got == nil || got.EDTF != "XXXX-03-15/.." || got.Earliest.Known() {
		t.Errorf("a date of an unknown year: %+v", got)
	}
}

// TestStoredEvent: an export names articles by the ids that were given.
func TestStoredEvent(t *testing.T) {
	got := StoredEventOf(soleimani(), sampleSources())
	if got.Mentions[1] != (MentionRefJSON{"soleimani.txt#2", 9, 15}) {
		t.Errorf("mention %+v", got.Mentions[1])
	}
	if got.Tolls[0].Article != "soleimani.txt" || got.Sources[0].Article != "soleimani.txt" {
		t.Errorf("toll of %q, source %q", got.Tolls[0].Article, got.Sources[0].Article)
	}
	index := map[mention.Key]int{soleimani().Mentions[1].Key(): 4}
	if got := ArticleEventOf(soleimani(), index).Mentions; len(got) != 1 || got[0] != 4 {
		t.Errorf("indices %v", got)
	}
}

// TestJSONLines: an event a line, the same as in the JSON object.
func TestJSONLines(t *testing.T) {
	var object struct{ Events []json.RawMessage }
	if err := json.Unmarshal([]byte(write(t, "json", sample())), &object); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(write(t, "jsonl", sample())), "\n")
	if len(lines) != len(object.Events) || len(lines) != len(sampleEvents()) {
		t.Fatalf("%d lines, %d events in the object, want %d", len(lines), len(object.Events), len(sampleEvents()))
	}
	for i, line := range lines {
		var a, b StoredEventJSON
		if json.Unmarshal([]byte(line), &a) != nil || json.Unmarshal(object.Events[i], &b) != nil || encoded(t, a) != encoded(t, b) {
			t.Errorf("line %d differs from event %d", i+1, i+1)
		}
	}
}
