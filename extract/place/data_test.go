package place

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/extract/lang/en"
	"dateline/extract/place/internal/gazetteer"
	"dateline/extract/table"
)

func TestTablesLoad(t *testing.T) {
	if err := Check(); err != nil {
		t.Fatal(err)
	}
}

// TestBadRows spoils each table and looks for file and line in the error.
func TestBadRows(t *testing.T) {
	bad := map[string]string{
		"data/countries.tsv":  "Nowhere\tNW\tNWH\t95\t0\tNone\t\t",
		"data/regions.tsv":    "Somewhere\t1\t1\tQQQ\t",
		"data/admin1.tsv":     "adm:QQ.01\tNone\t",
		"data/aliases.tsv":    "gn:1\tNone\t",
		"data/waters.tsv":     "Dry Sea\tsea\tx\t1\tIRQ\t\t\t",
		"data/facilities.tsv": "camp-none\tCamp None\tbase\t1\t1\tIRQ\tNo Province\t",
		"place_stop.tsv":      "word\tperhaps",
		"place_cues.tsv":      "word\tsideways\t-",
	}
	for file, row := range bad {
		_, err := loadFrom(spoiled(t, data, file, row), spoiled(t, en.Files, file, row), nil)
		if err == nil || !strings.Contains(err.Error(), file+":2:") || !strings.Contains(err.Error(), row[:4]) {
			t.Errorf("%s with the row %q: error %v", file, row, err)
		}
		_, err = loadFrom(spoiled(t, data, file, "one column"), spoiled(t, en.Files, file, "one column"), nil)
		if err == nil || !strings.Contains(err.Error(), file+":2:") {
			t.Errorf("%s with one column: error %v", file, err)
		}
	}
}

// spoiled is files with row as the second line of the table name, if it is there.
func spoiled(t *testing.T, files fs.FS, name, row string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		if path == name {
			first, rest, _ := bytes.Cut(b, []byte("\n"))
			b = bytes.Join([][]byte{first, []byte(row), rest}, []byte("\n"))
		}
		out[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNamesResolve looks every name and alias of our tables up, and expects
// its own row among the places.
func TestNamesResolve(t *testing.T) {
	rows := func(file string, columns int) []table.Row {
		out, err := table.Read(data, file, columns, columns)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, tab := range []struct {
		file                       string
		columns, id, name, aliases int
		prefix                     string
	}{
		{"data/countries.tsv", 8, 2, 0, 6, "iso:"},
		{"data/admin1.tsv", 3, 0, 1, 2, ""},
		{"data/aliases.tsv", 3, 0, 1, 2, ""},
		{"data/facilities.tsv", 8, 0, 1, 7, "own:"},
	} {
		seen := map[string]bool{}
		for _, r := range rows(tab.file, tab.columns) {
			id := tab.prefix + r.Cells[tab.id]
			if seen[id] {
				t.Error(r.Errorf("a second row of %s", id))
			}
			seen[id] = true
			for _, name := range append(table.List(r.Cells[tab.aliases]), r.Cells[tab.name]) {
				if !bears(strings.TrimPrefix(name, "?"), id) {
					t.Error(r.Errorf("%q does not lead to %s", name, id))
				}
			}
		}
	}
}

func bears(name, id string) bool {
	for _, p := range Lookup(name) {
		if p.ID == id {
			return true
		}
	}
	return false
}

// TestSitesLieInTheirCountry checks that a site lies near its province and country: a slip in a
// coordinate is then found.
func TestSitesLieInTheirCountry(t *testing.T) {
	w, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range w.own {
		if e.level > town || e.admin1 < 0 {
			continue
		}
		r := w.index.Record(e.admin1)
		if r.Located && (far(e.lat, r.Lat, 6) || far(e.lon, r.Lon, 9)) {
			t.Errorf("%s at %.2f %.2f lies far from %s at %.2f %.2f", e.id, e.lat, e.lon, w.nameOf(r), r.Lat, r.Lon)
		}
	}
}

func far(a, b, limit float64) bool { return a-b > limit || b-a > limit }

// TestRegions checks some memberships that users rely on.
func TestRegions(t *testing.T) {
	for country, regions := range map[string][]string{
		"Iraq": {"Gulf", "Middle East", "Asia"}, "Yemen": {"Arabian Peninsula", "Middle East", "MENA"},
		"Libya": {"Maghreb", "North Africa", "Africa"}, "Mali": {"Sahel", "West Africa", "Sub-Saharan Africa", "Africa"},
		"Ukraine": {"Eastern Europe", "Europe"}, "El Salvador": {"Central America", "Latin America", "Americas"},
		"Afghanistan": {"South Asia", "Central Asia", "Asia"}, "Estonia": {"Baltics", "Eastern Europe", "Europe"},
	} {
		in := strings.Join(RegionsOf(country), ";") + ";"
		for _, r := range regions {
			if !strings.Contains(in, r+";") {
				t.Errorf("%s is not in %s but in %s", country, r, in)
			}
		}
	}
	for _, n := range loadedNations(t) {
		if len(n.regions) == 0 {
			t.Errorf("%s is in no region", n.name)
		}
	}
}

func loadedNations(t *testing.T) []nation {
	t.Helper()
	w, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return w.nations
}

// TestIndexIsWhole compares the index with its stamp.
func TestIndexIsWhole(t *testing.T) {
	w, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(gazetteer.Sections()))
	if got := hex.EncodeToString(sum[:8]); got != w.index.Stamp() {
		t.Errorf("the index has the stamp %s, its content %s: run go generate", w.index.Stamp(), got)
	}
}

func TestQueries(t *testing.T) {
	for name, id := range map[string]string{
		"Saada": "gn:71334", "Yemen": "iso:YEM", "Red Sea": "own:red-sea", "Middle East": "own:middle-east", "Anbar province": "adm:IQ.01",
		"al-Anbar": "adm:IQ.01", "Ghazni province": "adm:AF.08", "GCC": "own:gulf-states", "Hudaydah": "gn:79415",
	} {
		if found := Lookup(name); len(found) == 0 || found[0].ID != id && !bears(name, id) {
			t.Errorf("Lookup(%q) = %v, want %s", name, found, id)
		}
	}
	for name, want := range map[string]string{
		"UK": "GBR", "Burma": "MMR", "USA": "USA", "IRQ": "IRQ", "Yemeni": "YEM", "Ivory Coast": "CIV", "DRC": "COD", "Atlantis": "",
	} {
		if _, iso3, ok := Country(name); iso3 != want || ok != (want != "") {
			t.Errorf("Country(%q) = %q, %v", name, iso3, ok)
		}
	}
	if Digest() == "" {
		t.Error("no digest")
	}
}
