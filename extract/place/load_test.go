package place

import (
	"testing"

	"dateline/extract/lang/en"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadFrom(data, en.Files, nil); err != nil {
			b.Fatal(err)
		}
	}
}
