package timex

import (
	"fmt"
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

// benchHistory is a piece of history, which tells more dates and reads them
// against each other.
const benchHistory = `By the spring of 1942 the front had come to a halt. On 7 May the army crossed the river, and two days later the town fell.
The siege that began in late November 1943 lasted until January 27, 1944; that winter more than 4,000 people died.
In the 1950s the country was at peace. The king, crowned the previous year, left in August 1958 and never came back.
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

// BenchmarkTag measures the whole way from text to dates. The time for a byte
// must be the same at every size.
func BenchmarkTag(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"news", benchText + "\n"},
		{"history", benchHistory + "\n"},
		{"one paragraph", benchText},
	} {
		for _, size := range []int{100_000, 1_000_000, 10_000_000} {
			text := strings.Repeat(c.text, size/len(c.text))
			b.Run(fmt.Sprintf("%s/%dkB", c.name, size/1000), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Tag(text, date.Of(2020, 1, 23)); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
			})
		}
	}
}
