package timeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strconv"

	"dateline/extract/mention"
)

// crockford is Crockford's base-32 alphabet in lower case: no letter that is
// taken for a digit.
var crockford = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// EventID is the id of an event whose least mention is k. It begins with a
// letter, so that no spreadsheet takes it for a number or a date.
func EventID(k mention.Key) string {
	sum := sha256.Sum256([]byte(k.Article + "\x00" + strconv.Itoa(k.Start)))
	return "e" + crockford.EncodeToString(sum[:])[:10]
}

// Compare orders mentions canonically: by publication day (unknown last), the
// article's key, and the trigger's start.
func Compare(a, b *mention.Mention) int {
	return cmp.Or(
		cmp.Compare(lastIfUnknown(int64(a.Published)), lastIfUnknown(int64(b.Published))),
		cmp.Compare(a.Article, b.Article),
		cmp.Compare(a.Start, b.Start),
	)
}

func lastIfUnknown(day int64) int64 {
	if day <= 0 {
		return 1 << 40
	}
	return day
}

// canonical returns the mentions of single happenings in canonical order, one a key.
func canonical(ms []mention.Mention) []mention.Mention {
	out := make([]mention.Mention, 0, len(ms))
	for _, m := range ms {
		if !m.Generic {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b mention.Mention) int {
		if c := Compare(&a, &b); c != 0 {
			return c
		}
		// A key stands for one mention; should two share it, their content settles which is kept.
		return cmp.Compare(fmt.Sprintf("%+v", a), fmt.Sprintf("%+v", b))
	})
	return slices.CompactFunc(out, func(a, b mention.Mention) bool { return a.Key() == b.Key() })
}
