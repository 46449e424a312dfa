package place

import (
	"slices"
	"strings"

	"dateline/extract/mention"
	"dateline/extract/table"
)

// addRegion adds a world region. Its members are countries, and the members of
// regions above it in the table ("+Baltics").
func (w *world) addRegion(r table.Row) error {
	lat, lon, err := position(r, 1)
	if err != nil {
		return err
	}
	e := entry{
		id: "own:" + slug(r.Cells[0]), name: r.Cells[0], level: region, precision: mention.Region,
		country: nowhere, admin1: -1, lat: lat, lon: lon, whole: true,
	}
	codes, regions := splitMembers(r.Cells[3])
	if e.members, err = w.countries(r, codes); err != nil {
		return err
	}
	for _, name := range regions {
		part := w.regionNamed(name)
		if part < 0 {
			return r.Errorf("no region %q above this row", name)
		}
		e.members = append(e.members, w.own[part].members...)
		w.own[part].within = append(w.own[part].within, strings.TrimPrefix(e.name, "?"))
	}
	slices.Sort(e.members)
	e.members = slices.Compact(e.members)
	w.addOwn(e, r.Cells[4])
	return nil
}

// splitMembers parts the codes of a list of members from the regions after them.
func splitMembers(members string) (codes string, regions []string) {
	codes, rest, _ := strings.Cut(members, "+")
	for name := range strings.SplitSeq(rest, "+") {
		if name = strings.TrimSpace(name); name != "" {
			regions = append(regions, name)
		}
	}
	return codes, regions
}

// regionNamed is the number of the own region of exactly that name, or -1.
func (w *world) regionNamed(name string) int {
	return slices.IndexFunc(w.own, func(e entry) bool { return e.level == region && e.name == name })
}

// nestRegions gives every country the regions that contain it, the smallest
// first, and every sea the regions that contain those it is listed in.
func (w *world) nestRegions() {
	var regions []entry
	for _, e := range w.own {
		if e.whole {
			regions = append(regions, e)
		}
	}
	slices.SortStableFunc(regions, func(a, b entry) int { return len(a.members) - len(b.members) })
	for _, e := range regions {
		for _, c := range e.members {
			w.nations[c].regions = append(w.nations[c].regions, e.name)
		}
	}
	for i := range w.own {
		e := &w.own[i]
		for j := 0; j < len(e.within); j++ {
			e.within = appendNew(e.within, w.containers(e.within[j])...)
		}
	}
}

// containers are the regions that list the region of that name.
func (w *world) containers(name string) []string {
	if i := w.regionNamed(name); i >= 0 {
		return w.own[i].within
	}
	return nil
}

// appendNew appends those of more that names does not have.
func appendNew(names []string, more ...string) []string {
	for _, m := range more {
		if !slices.Contains(names, m) {
			names = append(names, m)
		}
	}
	return names
}
