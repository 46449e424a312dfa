package trigger

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// kindsTSV is world data: the list of event kinds.
//
//go:embed kinds.tsv
var kindsTSV string

// Speech is the family of verbal acts, which timelines leave out unless asked.
const Speech = "speech"

// kindTable is the parsed list of kinds.
type kindTable struct {
	kinds    []Kind
	byName   map[string]int
	families []string
}

// kinds parses the embedded list once.
var kinds = sync.OnceValues(func() (*kindTable, error) { return parseKinds("kinds.tsv", kindsTSV) })

// parseKinds reads the list of kinds; file names it in errors.
func parseKinds(file, text string) (*kindTable, error) {
	t := &kindTable{byName: map[string]int{}}
	for _, r := range readRows(file, text) {
		if len(r.cols) != 5 {
			return nil, r.errorf("has %d columns, want 5: kind, family, plover, acled, definition", len(r.cols))
		}
		k := Kind{Name: r.cols[0], Family: r.cols[1], Plover: r.cols[2], ACLED: r.cols[3], Gloss: r.cols[4]}
		if _, twice := t.byName[k.Name]; twice || k.Name == "" || k.Family == "" {
			return nil, r.errorf("kind and family must be given, and a kind only once")
		}
		t.byName[k.Name] = len(t.kinds)
		t.kinds = append(t.kinds, k)
		if !slices.Contains(t.families, k.Family) {
			t.families = append(t.families, k.Family)
		}
	}
	return t, nil
}

// allKinds returns the table, empty if the embedded data is broken (which a test rules out).
func allKinds() *kindTable {
	t, err := kinds()
	if err != nil {
		return &kindTable{}
	}
	return t
}

// Kinds returns every kind in the order of the list.
func Kinds() []Kind { return slices.Clone(allKinds().kinds) }

// KindOf returns the kind of that name.
func KindOf(name string) (Kind, bool) {
	t := allKinds()
	i, ok := t.byName[name]
	if !ok {
		return Kind{}, false
	}
	return t.kinds[i], true
}

// Family returns the family of a kind, "" if there is no such kind.
func Family(kind string) string {
	k, _ := KindOf(kind)
	return k.Family
}

// Families returns the families in the order of the list.
func Families() []string { return slices.Clone(allKinds().families) }

// Near suggests the kinds and families whose names are nearest to a mistyped
// name, best first, at most three.
func Near(name string) []string {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "_")
	type guess struct {
		name string
		cost int
	}
	var guesses []guess
	for _, n := range slices.Concat(Families(), names(Kinds())) {
		cost := editDistance(name, n)
		if name != "" && (strings.Contains(n, name) || strings.Contains(name, n)) {
			cost = 1
		}
		if cost <= max(2, len(n)/3) {
			guesses = append(guesses, guess{n, cost})
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return a.cost - b.cost })
	var out []string
	for _, g := range guesses[:min(3, len(guesses))] {
		out = append(out, g.name)
	}
	return out
}

// names lists the names of kinds.
func names(ks []Kind) []string {
	out := make([]string, len(ks))
	for i, k := range ks {
		out[i] = k.Name
	}
	return out
}

// editDistance is the Levenshtein distance of two short strings.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j]+1, diag+1)
		}
	}
	return row[len(b)]
}

// dataRow is one line of a data file, with where it stands.
type dataRow struct {
	file string
	line int
	text string
	cols []string
}

// errorf says what is wrong with the row, where it is, and shows it.
func (r dataRow) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %q", r.file, r.line, fmt.Sprintf(format, args...), r.text)
}

// readRows splits a table into rows; blank lines and # comments are left out.
func readRows(file, text string) []dataRow {
	var rows []dataRow
	line := 0
	for l := range strings.Lines(text) {
		line++
		l = strings.TrimRight(l, "\r\n")
		if strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		cols := strings.Split(l, "\t")
		for i := range cols {
			cols[i] = strings.TrimSpace(cols[i])
		}
		rows = append(rows, dataRow{file, line, l, cols})
	}
	return rows
}
