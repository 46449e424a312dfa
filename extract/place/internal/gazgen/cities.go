package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/extract/place/internal/gazetteer"
)

// Limits on what is kept. Countries at peace have tens of thousands of hamlets
// that no wire ever names and whose names collide with those of other places.
const (
	maxPerCountry   = 2500   // largest places of a country, besides all seats
	minAlternates   = 5_000  // people of a place whose alternate names are kept
	minForeignNames = 50_000 // the same, in the countries of wellCovered
)

// wellCovered are the countries in which GeoNames lists every hamlet: of them,
// fewer alternate names and no second order divisions are kept.
var wellCovered = map[string]bool{
	"AT": true, "AU": true, "BE": true, "CA": true, "CH": true, "CN": true, "CZ": true, "DE": true, "DK": true, "EE": true, "ES": true,
	"FI": true, "FR": true, "GR": true, "HR": true, "HU": true, "ID": true, "IE": true, "IT": true, "JP": true, "KR": true, "LT": true,
	"LV": true, "MX": true, "NL": true, "NO": true, "NZ": true, "PL": true, "PT": true, "RO": true, "SE": true, "SI": true, "SK": true,
	"BR": true, "AR": true, "CL": true, "TH": true, "VN": true, "MY": true, "PH": true, "TW": true, "CR": true, "PA": true,
	"EC": true, "US": true, "GB": true, "BG": true, "PR": true, "DO": true, "CU": true, "UY": true, "PY": true,
}

// readCities reads GeoNames' table cities500.txt.
func readCities(path string) ([]gazetteer.Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []gazetteer.Entry
	scan := bufio.NewScanner(f)
	scan.Buffer(make([]byte, 1<<20), 1<<20)
	for line := 1; scan.Scan(); line++ {
		e, err := parseCity(scan.Text())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		out = append(out, e)
	}
	return out, scan.Err()
}

// parseCity reads a row; Code is that of the second order division.
func parseCity(row string) (gazetteer.Entry, error) {
	c := strings.Split(row, "\t")
	if len(c) < 15 {
		return gazetteer.Entry{}, fmt.Errorf("%d columns instead of 19: %.80s", len(c), row)
	}
	number, err1 := strconv.ParseUint(c[0], 10, 32)
	lat, err2 := strconv.ParseFloat(c[4], 64)
	lon, err3 := strconv.ParseFloat(c[5], 64)
	population, err4 := strconv.Atoi(cmp.Or(c[14], "0"))
	if err := cmp.Or(err1, err2, err3, err4); err != nil {
		return gazetteer.Entry{}, err
	}
	e := gazetteer.Entry{
		Number: uint32(number), Name: plain(c[1]), Class: classOf(c[7]), Country: c[8],
		Lat: lat, Lon: lon, Located: true, Population: population,
	}
	if c[10] != "" {
		e.Admin1 = c[8] + "." + c[10]
		e.Code = e.Admin1 + "." + c[11]
	}
	e.Names = names(e, c[2], strings.Split(c[3], ","))
	return e, nil
}

func classOf(feature string) gazetteer.Class {
	switch feature {
	case "PPLC", "PPLG":
		return gazetteer.Capital
	case "PPLA":
		return gazetteer.Seat1
	case "PPLA2":
		return gazetteer.Seat2
	case "PPLX":
		return gazetteer.Quarter
	}
	return gazetteer.Town
}

// names are the names under which e is filed: its own, its ASCII one and those
// of the alternate ones that an English text may use.
func names(e gazetteer.Entry, ascii string, alternates []string) []string {
	out := []string{e.Name, ascii}
	if e.Country == "US" {
		return out // its alternate names are nicknames and what a town was called before it was one
	}
	least := minAlternates
	if wellCovered[e.Country] {
		least = minForeignNames
	}
	if e.Population < least && e.Class >= gazetteer.Seat2 {
		return out
	}
	for _, a := range alternates {
		if usable(a) {
			out = append(out, a)
		}
	}
	return out
}

// usable reports whether an alternate name is a capitalised Latin one, and not
// an airport code.
func usable(name string) bool {
	letters, lower := 0, 0
	for i, r := range name {
		switch {
		case unicode.IsDigit(r):
			return false
		case i == 0 && !unicode.IsUpper(r) && !strings.HasPrefix(name, "al-") && !strings.HasPrefix(name, "el-"):
			return false
		case !unicode.IsLetter(r):
			continue
		case !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Lm, r):
			return false
		}
		letters++
		if unicode.IsLower(r) {
			lower++
		}
	}
	return letters >= 3 && lower > 0
}

// plain writes the marks of transliteration without them: letters that only
// scholars use lose their dots and bars, apostrophes go.
func plain(name string) string {
	for _, r := range name {
		if unicode.IsLetter(r) && r > 0x17f || strings.ContainsRune("‘’ʻʼʾʿ`", r) || strings.ContainsRune("āēīōūĀĒĪŌŪ", r) {
			return withoutMarks(name)
		}
	}
	return name
}

// withoutMarks folds each word and gives it back its capital letters.
func withoutMarks(name string) string {
	var b strings.Builder
	for _, r := range name {
		if strings.ContainsRune("‘’ʻʼʾʿ`", r) {
			continue
		}
		folded := gazetteer.Fold(string(r))
		switch {
		case folded == "" || r < 0x80:
			b.WriteRune(r)
		case unicode.IsUpper(r):
			b.WriteString(strings.ToUpper(folded[:1]) + folded[1:])
		default:
			b.WriteString(folded)
		}
	}
	return b.String()
}

// prune keeps the seats and the largest places of each country.
func prune(places []gazetteer.Entry) []gazetteer.Entry {
	slices.SortFunc(places, func(a, b gazetteer.Entry) int {
		return cmp.Or(cmp.Compare(a.Country, b.Country), cmp.Compare(b.Population, a.Population), cmp.Compare(a.Number, b.Number))
	})
	var out []gazetteer.Entry
	n, country := 0, ""
	for _, p := range places {
		if p.Country != country {
			n, country = 0, p.Country
		}
		seat := p.Class < gazetteer.Seat2
		if n++; n > maxPerCountry && !seat {
			continue
		}
		p.Code = ""
		out = append(out, p)
	}
	return out
}
