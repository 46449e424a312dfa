package timex

import (
	"strings"
	"testing"

	"dateline/extract/date"
	"dateline/extract/token"
)

// benchText is a piece of news with about as many time expressions as most.
const benchText = `Fighters attacked a convoy near the town on Tuesday, killing at least nine soldiers, officials said on Wednesday.
The army said in a statement that it had launched air strikes against the group's camps in the hills overnight.
"We will not rest until those who did this are brought to justice," the defence minister told reporters in the capital.
The group, which seized large parts of the province in June 2014, has carried out several attacks since the truce of May 3, 2016 ended.
A spokesman for the United Nations said that more than 20,000 people had fled their homes in the past three weeks.
`

func BenchmarkFindResolve(b *testing.B) {
	text := strings.Repeat(benchText, 200)
	doc, err := token.Parse(text, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(doc, Find(doc), date.Of(2020, 1, 23))
	}
}
