package place_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/mention"
	"dateline/extract/place"
	"dateline/extract/token"
)

// TestExamples runs the rows of testdata/examples.tsv.
func TestExamples(t *testing.T) {
	data, err := os.ReadFile("testdata/examples.tsv")
	if err != nil {
		t.Fatal(err)
	}
	line := 0
	for row := range strings.Lines(string(data)) {
		line++
		text, want, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if row[0] == '#' || !ok {
			continue
		}
		var got []string
		for _, f := range find(t, text, "") {
			got = append(got, fmt.Sprintf("%s=%s, %s, %s", f.Text, f.Name, f.Admin1, f.Country))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("testdata/examples.tsv:%d: %s\n got %s\nwant %s", line, text, s, want)
		}
	}
}

func TestFill(t *testing.T) {
	found := find(t, "Missiles struck Ain al-Asad in Anbar, Iraq.", "")
	if len(found) != 3 {
		t.Fatalf("found %v", texts(found))
	}
	base, anbar, iraq := found[0], found[1], found[2]
	if base.Precision != mention.Exact || anbar.Precision != mention.Admin1 || iraq.Precision != mention.Country {
		t.Errorf("precisions %s, %s, %s", base.Precision, anbar.Precision, iraq.Precision)
	}
	if base.ID != "own:ain-al-asad" || anbar.ID != "adm:IQ.01" || iraq.ID != "iso:IRQ" {
		t.Errorf("ids %s, %s, %s", base.ID, anbar.ID, iraq.ID)
	}
	if want := []string{"Anbar", "Iraq", "Gulf", "Middle East"}; !slices.Equal(base.Within[:4], want) {
		t.Errorf("within %v, want it to begin with %v", base.Within, want)
	}
	if base.ISO3 != "IRQ" || base.Lat < 33 || base.Lat > 34 || base.Lon < 42 || base.Lon > 43 {
		t.Errorf("place %+v", base.Place)
	}
}

// TestTitleIsContext checks that the title decides between namesakes, and
// yields no place itself.
func TestTitleIsContext(t *testing.T) {
	const text = "Gunmen opened fire in Tripoli late on Friday."
	for title, want := range map[string]string{"Fighting in Lebanon kills four": "Lebanon", "Libya's rival governments clash": "Libya"} {
		found := find(t, text, title)
		if len(found) != 1 || found[0].Country != want {
			t.Errorf("with title %q: found %v, want a place in %s", title, texts(found), want)
		}
	}
}

func TestSameNameElsewhere(t *testing.T) {
	found := find(t, "A bomb went off in Valencia, Spain. Officials in Valencia said so. Venezuelan officials in Caracas did not.", "")
	if len(found) < 3 || found[2].Country != "Spain" {
		t.Errorf("found %v", texts(found))
	}
}

func TestSpans(t *testing.T) {
	const text = "In Côte d'Ivoire and São Paulo, near Şanlıurfa in Turkey."
	for _, f := range find(t, text, "") {
		if text[f.Span.Start:f.Span.End] != f.Text {
			t.Errorf("span of %q is %q", f.Text, text[f.Span.Start:f.Span.End])
		}
	}
	if got := texts(find(t, text, "")); len(got) != 4 {
		t.Errorf("found %v", got)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("KABUL, Afghanistan (Jan. 25, 2013) - In Andar district, Ghazni province.", "Andar")
	f.Add("'s al-'- de San 'Amran U.S. Ş", "")
	f.Add("SAN JOSE DE LA, IN ÿ EL", "US")
	f.Fuzz(func(t *testing.T, text, title string) {
		text = strings.ToValidUTF8(text, "?") // as articles are read
		doc, err := token.Parse(text, nil)
		if err != nil {
			t.Skip()
		}
		last := 0
		for _, p := range place.Find(doc, title) {
			if p.First < last || p.Last <= p.First || p.Last > len(doc.Tokens) {
				t.Fatalf("tokens %d..%d after %d of %d", p.First, p.Last, last, len(doc.Tokens))
			}
			last = p.Last
			if p.Text != text[p.Span.Start:p.Span.End] || p.Name == "" || p.Rule == "" {
				t.Fatalf("place %+v", p.Place)
			}
			if !utf8.ValidString(p.Text) {
				t.Fatalf("%q cuts a letter", p.Text)
			}
		}
	})
}

// news is a text with about as many names as wire copy has.
const news = "BAGHDAD, Jan 23 (Reuters) - Iraqi demonstrators marched on the Green Zone in Baghdad after missiles hit the Ain al-Asad base " +
	"in Anbar province and an airfield near Erbil. The army said that it had no word of losses, and officers of the coalition told the " +
	"press that the men who were hurt had been sent to Germany. In Washington, the president met ministers of Turkey, Qatar and the " +
	"United Arab Emirates. Witnesses in Mosul, Tikrit and Samarra said that trucks with soldiers were moving to the border with Syria. "

func BenchmarkFind(b *testing.B) {
	doc, err := token.Parse(strings.Repeat(news, 20), nil)
	if err != nil {
		b.Fatal(err)
	}
	place.Find(doc, "")
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		place.Find(doc, "")
	}
}
