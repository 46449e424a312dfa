package actor

import (
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/lang/en"
	"dateline/extract/token"
)

const benchText = `Iraqi security forces backed by US-led coalition warplanes clashed with Islamic State militants near Mosul on Tuesday, killing at least nine fighters, officials said.
President Hosni Mubarak met Sergei Lavrov in Cairo while thousands of protesters gathered outside the Interior Ministry. The army said two soldiers were wounded.
Ahmed Karim, 34, a shopkeeper, told reporters that masked gunmen had fired on the crowd. Human Rights Watch accused the Syrian government of shelling civilians.
`

func BenchmarkFind(b *testing.B) {
	doc, err := token.Parse(strings.Repeat(benchText, 50), nil)
	if err != nil {
		b.Fatal(err)
	}
	day := date.Of(2010, 5, 4)
	Find(doc, day)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, day)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(world, en.Files, nil); err != nil {
			b.Fatal(err)
		}
	}
}
