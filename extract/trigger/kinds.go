package trigger

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"dateline/extract/table"
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
	own      string // the text of a user's lists
}

// kindData is made of the embedded list and a user's own.
var kindData = table.NewData(readKinds)

// readKinds reads the embedded list, then those of a user, whose kinds belong
// to families that are there.
func readKinds(own []table.File) (*kindTable, error) {
	t := &kindTable{byName: map[string]int{}}
	if err := t.read(table.File{Name: "kinds.tsv", Text: kindsTSV}, nil); err != nil {
		return nil, err
	}
	families := slices.Clone(t.families)
	for _, f := range own {
		if err := t.read(f, families); err != nil {
			return nil, err
		}
		t.own += f.Text
	}
	return t, nil
}

// read adds the rows of a list: kind, family, PLOVER type/mode, ACLED event
// type, definition. families are those that it may name, nil for any.
func (t *kindTable) read(f table.File, families []string) error {
	for _, r := range table.Parse(f.Name, f.Text) {
		if len(r.Cells) != 5 {
			return r.Errorf("has %d columns, want 5: kind, family, plover, acled, definition", len(r.Cells))
		}
		k := Kind{Name: r.Cells[0], Family: r.Cells[1], Plover: r.Cells[2], ACLED: r.Cells[3], Gloss: r.Cells[4]}
		if _, twice := t.byName[k.Name]; twice || k.Name == "" || k.Family == "" {
			return r.Errorf("kind and family must be given, and a kind only once")
		}
		if families != nil && !slices.Contains(families, k.Family) {
			return r.Errorf("there is no family %q; it must be one of %s", k.Family, strings.Join(families, ", "))
		}
		t.byName[k.Name] = len(t.kinds)
		t.kinds = append(t.kinds, k)
		if !slices.Contains(t.families, k.Family) {
			t.families = append(t.families, k.Family)
		}
	}
	return nil
}

// allKinds returns the table, empty if the embedded data is broken (which a test rules out).
func allKinds() *kindTable {
	t, err := kindData.Get()
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
		cost := levenshtein.ComputeDistance(name, n)
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
