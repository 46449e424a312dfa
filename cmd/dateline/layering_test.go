package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// finders are the rooms that look for one kind of thing in a text.
var finders = []string{"extract/timex", "extract/place", "extract/actor", "extract/trigger"}

// mayImport lists for every room the rooms that it may import; a room is a
// folder with all below it. Imports run one way, and finders never import each
// other, so that each can be changed alone.
var mayImport = map[string][]string{
	"extract/date":    {},
	"extract/mention": {"extract/date"},
	"extract/table":   {},
	"extract/lang":    {"extract/table"},
	"extract/article": {"extract/date", "extract/mention", "extract/lang", "extract/table"},
	"extract/token":   {"extract/date", "extract/mention", "extract/lang"},
	"extract/syntax":  {"extract/mention", "extract/token"},
	"extract/phrase":  {"extract/mention", "extract/token", "extract/lang"},
	"extract/timex":   finderImports,
	"extract/place":   finderImports,
	"extract/actor":   finderImports,
	"extract/trigger": finderImports,
	"extract":         append([]string{"extract/article", "extract/syntax"}, append(finders, finderImports...)...),
	"timeline":        {"extract/date", "extract/mention", "extract/trigger"}, // for the table of kinds
	"db":              {"extract/date", "extract/mention", "timeline"},
	"reports":         {"extract/date", "extract/mention", "timeline"},
	"cmd": append([]string{"extract", "extract/article", "extract/date", "extract/lang", "extract/mention", "extract/table", "extract/token",
		"timeline", "db", "reports"}, finders...),
}

var finderImports = []string{"extract/date", "extract/mention", "extract/token", "extract/phrase", "extract/lang", "extract/table"}

const modulePrefix = "dateline/"

func TestLayering(t *testing.T) {
	root := filepath.Join("..", "..")
	files := 0
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") {
			return err
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		files++
		checkImports(t, file, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 30 {
		t.Errorf("only %d Go files were looked at: is this still the root of the repository?", files)
	}
}

func checkImports(t *testing.T, file, rel string) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Errorf("%s: %v", rel, err)
		return
	}
	room := roomOf(path.Dir(rel))
	if room == "" {
		t.Errorf("%s lies in no room of mayImport", rel)
		return
	}
	for _, spec := range parsed.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		inner, ours := strings.CutPrefix(name, modulePrefix)
		if !ours {
			continue
		}
		if to := roomOf(inner); to != room && !slices.Contains(mayImport[room], to) {
			t.Errorf("%s: %s may not import %s", rel, room, inner)
		}
	}
}

// roomOf is the longest key of mayImport that is dir or a folder above it.
func roomOf(dir string) string {
	best := ""
	for room := range mayImport {
		if (dir == room || strings.HasPrefix(dir, room+"/")) && len(room) > len(best) {
			best = room
		}
	}
	return best
}

// TestRoomsAreOrdered keeps the table itself free of circles.
func TestRoomsAreOrdered(t *testing.T) {
	var visit func(room string, above []string)
	visit = func(room string, above []string) {
		if slices.Contains(above, room) {
			t.Fatalf("a circle of imports is allowed: %v", append(above, room))
		}
		for _, to := range mayImport[room] {
			visit(to, append(slices.Clone(above), room))
		}
	}
	for room := range mayImport {
		visit(room, nil)
	}
}

// TestTimesStandAlone: whoever reads time expressions only links no gazetteer,
// no roster and no database.
func TestTimesStandAlone(t *testing.T) {
	seen := map[string]bool{}
	var visit func(room string)
	visit = func(room string) {
		if seen[room] {
			return
		}
		seen[room] = true
		for _, to := range mayImport[room] {
			visit(to)
		}
	}
	visit("extract/timex")
	for _, room := range []string{"extract/place", "extract/actor", "extract/trigger", "extract/article", "timeline", "db", "reports"} {
		if seen[room] {
			t.Errorf("extract/timex may reach %s", room)
		}
	}
}
