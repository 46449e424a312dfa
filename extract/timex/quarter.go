package timex

import (
	"slices"
	"strings"
)

// reportedQuarter is the quarter that e means by "the quarter": the one that ends
// on a day told next ("the quarter ended Sept. 30"), else the one told last,
// else the last that was over when this was written.
func (r *resolver) reportedQuarter(e Expr) point {
	if end, ok := r.endTold(e); ok {
		return end.within(Quarter)
	}
	switch {
	case r.quarter.year != 0:
		return r.quarter
	case r.published.Known():
		return pointOf(r.published, Quarter).shifted(-1, Quarter)
	}
	return point{unit: Quarter}
}

// endTold is the day told right after e as the end of a period.
func (r *resolver) endTold(e Expr) (point, bool) {
	if len(r.ahead) == 0 || r.ahead[0].Start <= e.End {
		return point{}, false
	}
	next := r.ahead[0]
	between := strings.TrimSpace(r.doc.Text[e.End:next.Start])
	if !r.grammar.is(ending, between) || next.Value.finestUnit() != Day {
		return point{}, false
	}
	return r.read(next.Value, next).point, true
}

// noteQuarter keeps the quarter that e tells by its number as the one that is
// reported on, unless it was not over when this was written.
func (r *resolver) noteQuarter(e Expr, p point) {
	if e.Value.Quarter == 0 {
		return
	}
	_, over := r.endTold(e)
	if _, last, ok := p.days(); over || !ok || !r.published.Known() || last < r.published {
		r.quarter = p
	}
}

// quarterIn is the reported quarter of a year: "the 1988 quarter". Where none is
// reported on, it is the year.
func (r *resolver) quarterIn(year int) point {
	if r.quarter.year == 0 {
		return point{unit: Year, year: year}
	}
	p := r.quarter
	p.year = year
	return p
}

// longerReports are the stretches, longer than a quarter, on which firms report.
var longerReports = []string{"P6M", "P9M", "P12M"}

// leaveQuarter forgets the quarter where the report goes on to a longer stretch: what
// was "a year earlier" than nine months is no quarter.
func (r *resolver) leaveQuarter(e Expr) {
	if slices.Contains(longerReports, e.Value.Literal) {
		r.quarter = point{}
	}
}
