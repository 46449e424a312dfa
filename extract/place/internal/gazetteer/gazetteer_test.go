package gazetteer

import (
	"bytes"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Al Ḩudaydah": "al hudaydah", "Ta‘izz": "taizz", "Côte d'Ivoire": "cote divoire", "Deir ez-Zor": "deir ez zor",
		"Saint-Denis": "st denis", "St. Petersburg": "st petersburg", "U.S.": "us", "Łódź": "lodz", "Şanlıurfa": "sanliurfa",
		"  -- ": "", "N’Djamena": "ndjamena",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDropArticles(t *testing.T) {
	for key, want := range map[string]string{"al hudaydah": "hudaydah", "deir ez zor": "deir zor", "al": "al", "homs": "homs"} {
		got, dropped := DropArticles(key)
		if got != want || dropped != (got != key) {
			t.Errorf("DropArticles(%q) = %q, %v", key, got, dropped)
		}
		if HasArticle([]byte(key)) != dropped {
			t.Errorf("HasArticle(%q) is not %v", key, dropped)
		}
	}
}

var sample = []Entry{
	{Number: 7, Name: "Tripoli", Class: Capital, Country: "LY", Lat: 32.89, Lon: 13.19, Located: true, Population: 1150989, Admin1: "LY.77", Names: []string{"Tripoli", "Tarabulus"}},
	{Number: 3, Name: "Tripoli", Class: Seat1, Country: "LB", Lat: 34.43, Lon: 35.84, Located: true, Population: 229398, Names: []string{"Tripoli"}},
	{Code: "LY.77", Name: "Tripoli", Class: Admin1, Country: "LY", Names: []string{"Tripoli"}},
	{Number: 5, Name: "Al Hudaydah", Class: Seat1, Country: "YE", Lat: 14.79781, Lon: 42.95452, Located: true, Population: 617871, Names: []string{"Al Hudaydah"}},
}

func sampleIndex(t *testing.T, entries []Entry) (*Index, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, entries); err != nil {
		t.Fatal(err)
	}
	x, err := Open(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return x, b.Bytes()
}

func TestWriteAndRead(t *testing.T) {
	x, _ := sampleIndex(t, sample)
	hits := x.AppendHits(nil, []byte("tripoli"))
	if len(hits) != 3 || x.Record(hits[0].Index).Country != "LY" || x.Record(hits[1].Index).Country != "LB" {
		t.Fatalf("hits %v", hits)
	}
	capital := x.Record(hits[0].Index)
	if x.ID(capital.Index) != "gn:7" || capital.Admin1 < 0 || x.ID(capital.Admin1) != "adm:LY.77" || capital.Population != 1150989 {
		t.Errorf("record %+v", capital)
	}
	if hits := x.AppendHits(nil, []byte("tarabulus")); len(hits) != 1 || !hits[0].Alternate {
		t.Errorf("alternate name: %v", hits)
	}
	hits = x.AppendHits(nil, []byte("hudaydah"))
	if len(hits) != 1 {
		t.Fatalf("name without its article: %v", hits)
	}
	if r := x.Record(hits[0].Index); r.Lat != 14.79781 || r.Lon != 42.95452 {
		t.Errorf("at %v %v", r.Lat, r.Lon)
	}
	if hits := x.AppendHits(nil, []byte("nowhere")); len(hits) > 0 {
		t.Error("found what is not there")
	}
	for _, id := range []string{"gn:3", "gn:5", "gn:7", "adm:LY.77"} {
		if r, ok := x.Find(id); !ok || x.ID(r.Index) != id {
			t.Errorf("Find(%s) = %+v, %v", id, r, ok)
		}
	}
	for _, id := range []string{"gn:4", "adm:LY", "gn:x", "7", ""} {
		if _, ok := x.Find(id); ok {
			t.Errorf("Find(%q) found something", id)
		}
	}
}

// TestOrder checks that the order of the entries does not change the file.
func TestOrder(t *testing.T) {
	_, a := sampleIndex(t, sample)
	_, b := sampleIndex(t, []Entry{sample[3], sample[2], sample[1], sample[0]})
	if !bytes.Equal(a, b) {
		t.Error("two orders give two files")
	}
}

func TestOpenRefuses(t *testing.T) {
	_, good := sampleIndex(t, sample)
	for name, data := range map[string]string{"empty": "", "other": strings.Repeat("x", 100), "cut": string(good[:len(good)-9])} {
		if _, err := Open(data); err == nil {
			t.Errorf("opened what is %s", name)
		}
	}
}

func TestBadCountry(t *testing.T) {
	if err := Write(&bytes.Buffer{}, []Entry{{Number: 1, Country: "XYZ"}}); err == nil {
		t.Error("wrote a country code of three letters")
	}
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	x, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	key := []byte("baghdad")
	var hits []Hit
	for b.Loop() {
		hits = x.AppendHits(hits[:0], key)
	}
}
