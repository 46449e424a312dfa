package timeline

import (
	"reflect"
	"testing"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// mentionsFrom reads any bytes as mentions, eight bytes each, from few names
// and days, so that many of them meet.
func mentionsFrom(data []byte) []mention.Mention {
	kinds := []string{"airstrike", "attack", "killing", "vote", "talks", "protest", "no such kind"}
	names := []mention.Name{us, russia, houthis, name("Soleimani"), name("Qassem Soleimani"), name("gunmen"), name("")}
	towns := []string{"Idlib", "Homs", "Sanaa"}
	countries := []string{"Syria", "Yemen", ""}
	modalities := []mention.Modality{mention.Actual, mention.Claimed, mention.Planned, mention.Negated}
	var ms []mention.Mention
	for ; len(data) >= 8; data = data[8:] {
		pick := func(i, n int) int { return int(data[i]) % n }
		m := told(string(rune('a'+pick(0, 5))), int(data[1])*10, country(countries[pick(5, 3)]), kind(kinds[pick(2, 7)]),
			dated(rangeFrom(data[3], data[4])), by(names[pick(5, 7)]), target(names[pick(6, 7)]), mod(modalities[pick(7, 4)]))
		m.Published = day("2020-01-20") + date.Day(pick(0, 5))
		if data[6]%3 == 0 {
			in(towns[pick(6, 3)], "")(&m)
		}
		if data[7]%5 == 0 {
			killed(int(data[7]), int(data[7])+2)(&m)
		}
		m.Anaphoric, m.Headline, m.Generic = data[7]%7 == 1, data[7]%7 == 2, data[7]%7 == 3
		m.Ongoing = data[2]%9 == 0
		ms = append(ms, m)
	}
	return ms
}

func rangeFrom(a, b byte) date.Range {
	bases := []date.Basis{date.Explicit, date.Relative, date.Document, date.Bounded}
	from := day("2020-01-01") + date.Day(a%16)
	r := date.Range{Earliest: from, Latest: from + date.Day(b%8), Basis: bases[b%4]}
	switch a / 32 {
	case 0:
		r.Earliest = 0
	case 1:
		r.Latest = 0
	case 2:
		r = date.Range{Pattern: "XXXX-01-0" + string('1'+rune(a%4)), Basis: date.Explicit}
	case 3:
		r = date.Range{}
	}
	return r
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"), uint64(1))
	f.Add([]byte{0, 0, 0, 200, 0, 0, 0, 0, 1, 0, 0, 200, 0, 0, 0, 0, 2, 0, 0, 10, 0, 0, 0, 0}, uint64(7))
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		if len(data) > 800 {
			return
		}
		ms := mentionsFrom(data)
		events := Merge(ms)
		checkEvents(t, ms, events)
		if again := Merge(shuffled(ms, seed)); !reflect.DeepEqual(events, again) {
			t.Errorf("another order gives %s, not %s", shape(again), shape(events))
		}
		if n := len(Ordered(events, false)); n != len(events) {
			t.Errorf("layout shows %d of %d events", n, len(events))
		}
	})
}

// checkEvents checks what holds for any events.
func checkEvents(t *testing.T, ms []mention.Mention, events []Event) {
	t.Helper()
	in := map[mention.Key]int{}
	ids := map[string]bool{}
	for _, e := range events {
		if err := e.Date.Valid(); err != nil {
			t.Error(err)
		}
		if ids[e.ID] {
			t.Errorf("two events have the id %s", e.ID)
		}
		ids[e.ID] = true
		country := ""
		for i := range e.Mentions {
			m := &e.Mentions[i]
			in[m.Key()]++
			if moodOf(m.Modality) != moodOf(e.Modality) {
				t.Errorf("a %s mention in a %s event", m.Modality, e.Modality)
			}
			if m.Country != "" && country != "" && m.Country != country {
				t.Errorf("event in %s and %s", m.Country, country)
			}
			country = max(country, m.Country)
		}
	}
	for _, m := range canonical(ms) {
		if in[m.Key()] != 1 {
			t.Errorf("mention %v is in %d events", m.Key(), in[m.Key()])
		}
		delete(in, m.Key())
	}
	if len(in) > 0 {
		t.Errorf("mentions from nowhere: %v", in)
	}
}
