package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/extract/place/internal/gazetteer"
)

// readAdmins reads the first and second order divisions.
func readAdmins(dir string) ([]gazetteer.Entry, error) {
	first, err := readAdminFile(filepath.Join(dir, "admin1.json"), gazetteer.Admin1)
	if err != nil {
		return nil, err
	}
	second, err := readAdminFile(filepath.Join(dir, "admin2.json"), gazetteer.Admin2)
	return append(first, second...), err
}

func readAdminFile(path string, class gazetteer.Class) ([]gazetteer.Entry, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows []struct{ Code, Name string }
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []gazetteer.Entry
	for _, r := range rows {
		parts := strings.Split(r.Code, ".")
		if len(parts) < 2 {
			return nil, fmt.Errorf("%s: code %q has no country", path, r.Code)
		}
		if class == gazetteer.Admin2 && wellCovered[parts[0]] {
			continue
		}
		e := gazetteer.Entry{Code: r.Code, Class: class, Country: parts[0], Name: plainAdmin(r.Name)}
		e.Names = []string{e.Name}
		if e.Name != r.Name {
			e.Names = append(e.Names, r.Name)
		}
		if class == gazetteer.Admin2 {
			e.Admin1 = parts[0] + "." + parts[1]
		}
		out = append(out, e)
	}
	return out, nil
}

// generic are the words for a kind of division, which are no part of its name.
var generic = []string{
	" Province", " Governorate", " Region", " Oblast", " oblast", " State", " Department", " District", " Muhafazat",
	" Prefecture", " Voivodeship", " County", " Parish", " Raion", " Krai", " Kray", " Republic", " Autonomous Region",
	" Municipality", " Division", " Canton", " Wilaya", " Emirate", " Rayon",
}

// keep are names that would not be understood without their generic word.
var keep = map[string]bool{
	"Northern Province": true, "Eastern Province": true, "Western Province": true, "Southern Province": true, "Central Province": true,
	"Northern State": true, "Northern Region": true, "Eastern Region": true, "Western Region": true, "Southern Region": true, "Central Region": true,
	"Northern District": true, "Southern District": true, "Central District": true, "North Province": true, "South Province": true,
	"East Region": true, "West Region": true, "North Region": true, "South Region": true, "Free State": true, "Niger State": true, "Moscow Oblast": true,
	"South Governorate": true, "Capital Region": true, "Coast Province": true, "Upper East Region": true, "Upper West Region": true,
}

// plainAdmin takes the generic word and foreign marks off a division's name.
func plainAdmin(name string) string {
	name = plain(name)
	if keep[name] {
		return name
	}
	for _, g := range generic {
		if short, ok := strings.CutSuffix(name, g); ok && short != "" {
			return short
		}
	}
	return strings.TrimPrefix(name, "Muhafazat ")
}

// locate gives each division the mean position of the places in it. A second
// order division without any takes that of the first order one.
func locate(admins, places []gazetteer.Entry) {
	sums := map[string]*[3]float64{}
	for _, p := range places {
		for _, code := range []string{p.Admin1, p.Code} {
			s := sums[code]
			if s == nil {
				s = new([3]float64)
				sums[code] = s
			}
			s[0], s[1], s[2] = s[0]+p.Lat, s[1]+p.Lon, s[2]+1
		}
	}
	for i := range admins {
		a := &admins[i]
		s, ok := sums[a.Code]
		if !ok {
			s, ok = sums[a.Admin1]
		}
		if ok {
			a.Lat, a.Lon, a.Located = s[0]/s[2], s[1]/s[2], true
		}
	}
}
