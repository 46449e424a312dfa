package article

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline/extract/date"
	"dateline/extract/mention"
)

// claim is one statement of the day on which an article came out.
type claim struct {
	Published
	rank rank
}

// rank orders the places where a publication day is stated, most trusted first.
type rank int

const (
	inMetadata rank = iota // a record's field, a page's metadata
	inLabel                // "Published: 23 January 2020"
	inDateLine             // a line that is but a date
	inURL                  // .../2020/01/23/...
	inElement              // a page's time element, which may be another story's
	inDateline             // BAGHDAD, Jan 23, 2020 (Reuters) -
	inUpdate               // "Last updated: ..."
)

// claimOf makes a claim of a day as written, whose year may be unknown.
func claimOf(c calendar, where string, r rank, span mention.Span) claim {
	p := Published{Where: where, Span: span}
	if c.full() {
		p.Day = c.day()
	} else {
		p.Partial = c.edtf()
	}
	return claim{p, r}
}

// settleDate takes the most trusted day that is stated in full, else fills in a
// dateline's year from an address, else keeps what is known of the day.
func (r *reading) settleDate() {
	if c, ok := urlClaim(r.a.URL); ok {
		r.claims = append(r.claims, c)
	}
	slices.SortStableFunc(r.claims, func(a, b claim) int { return int(a.rank - b.rank) })
	r.a.Published = settled(r.claims)
	if w := contradiction(r.claims); w != "" {
		r.a.Warnings = append(r.a.Warnings, w)
	}
	r.stampLater()
}

// stampLater lets the text be told from the day that its own date line states,
// where that is later than the metadata's: what it tells has happened by the
// former, and cannot be all known on the latter.
func (r *reading) stampLater() {
	first := r.a.Published
	if len(r.claims) == 0 || r.claims[0].rank != inMetadata || !first.Day.Known() {
		return
	}
	own := slices.IndexFunc(r.claims, func(c claim) bool {
		return (c.rank == inDateLine || c.rank == inLabel) && c.Day > first.Day+1
	})
	if own < 0 {
		return
	}
	for i := range r.a.Blocks {
		if b := &r.a.Blocks[i]; !b.Stamp.Known() {
			b.Stamp = r.claims[own].Day
		}
	}
}

func settled(claims []claim) Published {
	for _, c := range claims {
		if c.Day.Known() {
			c.Basis = "stated"
			return c.Published
		}
	}
	if p, ok := joined(claims); ok {
		return p
	}
	if len(claims) > 0 {
		return Published{Basis: "none", Where: claims[0].Where, Span: claims[0].Span, Partial: claims[0].Partial}
	}
	return Published{Basis: "none"}
}

// joined fills in the year of a day ("XXXX-01-23") from a month ("2020-01") of an address.
func joined(claims []claim) (Published, bool) {
	for _, c := range claims {
		for _, o := range claims {
			if day, month := c.Partial, o.Partial; strings.HasPrefix(day, "XXXX-") && len(month) == len("2020-01") && month[4:] == day[4:7] {
				d, err := date.ParseDay(month + day[7:])
				return Published{Day: d, Basis: "stated", Where: c.Where + ", year from " + o.Where, Span: c.Span}, err == nil
			}
		}
	}
	return Published{}, false
}

// contradiction tells of a dateline or date line that disagrees with a more
// trusted statement: by more than a day if both are full, since a dateline may be
// of the eve, or by more than three days of any year.
func contradiction(claims []claim) string {
	if len(claims) == 0 || !claims[0].Day.Known() || claims[0].rank != inMetadata {
		return ""
	}
	first := claims[0]
	for _, c := range claims[1:] {
		if c.rank != inDateLine && c.rank != inDateline && c.rank != inLabel {
			continue
		}
		stated, apart := c.Day.String(), daysApart(first.Day, c)
		if !c.Day.Known() {
			stated = c.Partial
		}
		if apart > 1 && c.Day.Known() || apart > 3 {
			return fmt.Sprintf("the %s says %s but %s says %s: kept the latter", c.Where, stated, first.Where, first.Day)
		}
	}
	return ""
}

// daysApart is the number of days between day and what c states, in the year nearest to day.
func daysApart(day date.Day, c claim) int {
	if c.Day.Known() {
		return distance(day, c.Day)
	}
	month, dom, ok := c.MonthDay()
	if !ok {
		return 0
	}
	year, _, _ := day.Date()
	best := distance(day, date.Of(year, month, dom))
	for _, y := range []int{year - 1, year + 1} {
		best = min(best, distance(day, date.Of(y, month, dom)))
	}
	return best
}

func distance(a, b date.Day) int { return int(max(a-b, b-a)) }

// urlClaim reads the day, or the month, in the path of an address:
// /2020/01/23/, /2020-01-23-, /20200123/, /2020/jan/23/, /2020/01/.
func urlClaim(address string) (claim, bool) {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return claim{}, false
	}
	for i := 0; i < len(u.Path); i++ {
		if i > 0 && wordGoesOn(u.Path[i-1:]) {
			continue
		}
		if c, n := pathDay(u.Path[i:]); n > 0 && c.valid() && !digitAt(u.Path, i+n) {
			return claimOf(c, "url", inURL, mention.Span{}), true
		}
	}
	return urlMonth(u.Path)
}

// pathDay reads a day at the beginning of s as addresses write it.
func pathDay(s string) (calendar, int) {
	if c, n := isoDate(s); n > 0 {
		return c, n
	}
	y, n := digits(s)
	if n != 4 || n >= len(s) {
		return calendar{}, 0
	}
	m, mn := monthName(s[n+1:])
	at := n + 1 + mn
	if mn == 0 || at >= len(s) || s[at] != s[n] {
		return calendar{}, 0
	}
	d, dn := digits(s[at+1:])
	return calendar{y, m, d}, at + 1 + dn
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// urlMonth reads /2020/01/ in a path that has no day.
func urlMonth(path string) (claim, bool) {
	parts := strings.Split(path, "/")
	for i := 0; i+1 < len(parts); i++ {
		y, yn := digits(parts[i])
		m, mn := digits(parts[i+1])
		c := calendar{y, time.Month(m), 1}
		if yn == 4 && mn == 2 && len(parts[i]) == 4 && len(parts[i+1]) == 2 && c.valid() {
			return claim{Published{Where: "url", Partial: fmt.Sprintf("%04d-%02d", y, m)}, inURL}, true
		}
	}
	return claim{}, false
}

// settleOutlet names the outlet if it was not given: by the text's own masthead
// or byline, the host of the address, else the agency of the dateline.
func (r *reading) settleOutlet() {
	a := r.a
	for _, name := range []string{r.outlet, host(a.URL), r.agency} {
		if a.Outlet == "" {
			a.Outlet = name
		}
	}
}

// host is the host of an address without "www." and its like.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	h := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "m.", "amp.", "edition."} {
		h = strings.TrimPrefix(h, prefix)
	}
	return h
}
