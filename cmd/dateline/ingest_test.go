package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// dateline runs a command line in this process and returns what it printed. It
// fails the test unless the exit code is code.
func dateline(t testing.TB, code int, in string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	err := Run(t.Context(), args, Stdio{
		In: strings.NewReader(in), Out: &out, Err: &errs,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return refDay.Time() },
	})
	if got := exitCode(err); got != code {
		t.Fatalf("dateline %s: exit code %d, want %d\n%s", strings.Join(args, " "), got, code, errs.String())
	}
	return out.String(), errs.String()
}

// process is dateline as a process of its own, to be killed.
func process(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Args = append([]string{"dateline"}, args...)
	return cmd
}

func exampleFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "examples", "*"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d examples found, error %v", len(files), err)
	}
	return files
}

// manyArticles writes n different articles as JSON Lines and returns the file.
// Neighbours tell of the same events, so that there is something to merge.
func manyArticles(t testing.TB, n int) string {
	t.Helper()
	var text strings.Builder
	for i := range n {
		line, err := json.Marshal(map[string]any{
			"id":        fmt.Sprintf("report-%03d", i),
			"published": refDay - 3,
			"outlet":    fmt.Sprintf("Outlet %d", i%3),
			"title":     "Car bomb in Mosul",
			"text": fmt.Sprintf("A car bomb killed at least %d people in Mosul on Tuesday, officials said.\n\n"+
				"Islamic State claimed responsibility for the attack. Troops shelled a village near Tikrit on Wednesday, wounding %d.", 5+i%4, 2+i%7),
		})
		if err != nil {
			t.Fatal(err)
		}
		text.Write(append(line, '\n'))
	}
	file := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestOrderOfIngestChangesNothing stores the examples in several orders, in one
// batch or many, with one worker or more, and compares the exports.
func TestOrderOfIngestChangesNothing(t *testing.T) {
	files := exampleFiles(t)
	ways := []struct {
		name    string
		workers string
		batches int
		seed    uint64
	}{
		{"one batch", "1", 1, 0},
		{"one batch, workers", "4", 1, 0},
		{"shuffled", "2", 1, 1},
		{"shuffled, two batches", "1", 2, 2},
		{"shuffled, one by one", "3", len(files), 3},
	}
	if testing.Short() {
		ways = ways[:3]
	}
	want := ""
	for _, way := range ways {
		db := filepath.Join(t.TempDir(), "order.db")
		order := slices.Clone(files)
		if way.seed > 0 {
			rand.New(rand.NewPCG(way.seed, 0)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
		for batch := range slices.Chunk(order, (len(order)+way.batches-1)/way.batches) {
			dateline(t, exitOK, "", append([]string{"ingest", "--db", db, "--workers", way.workers}, batch...)...)
		}
		got, _ := dateline(t, exitOK, "", "export", "--db", db, "--format", "jsonl")
		switch {
		case want == "" && strings.Count(got, "\n") < 10:
			t.Fatalf("hardly any events in the examples:\n%s", got)
		case want == "":
			want = got
		case got != want:
			t.Errorf("%s: the export differs:\n%s", way.name, firstDifference(want, got))
		}
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// TestKilledIngest kills ingest again and again. What it said was stored must
// be there, and the run that is let through must end with the same events as
// one that was never disturbed.
func TestKilledIngest(t *testing.T) {
	articles := manyArticles(t, 60)
	undisturbed := filepath.Join(t.TempDir(), "undisturbed.db")
	dateline(t, exitOK, "", "ingest", "--db", undisturbed, articles)
	want, _ := dateline(t, exitOK, "", "export", "--db", undisturbed, "--format", "jsonl")

	killed := filepath.Join(t.TempDir(), "killed.db")
	acknowledged := map[string]bool{}
	for round, after := range []int{1, 7, 20} {
		// Each round is given twenty more, so that it finds as many new ones
		// however late the kills before it came.
		kept := 60 - 20*(round+1)
		for _, id := range killAfter(t, after, articles, kept, "ingest", "--verbose", "--workers", "2", "--db", killed, "-") {
			acknowledged[id] = true
		}
		stored := storedIDs(t, killed)
		for id := range acknowledged {
			if !slices.Contains(stored, id) {
				t.Errorf("killed after %d: %s was reported as stored and is lost", after, id)
			}
		}
		// A reader in between must find a sound file.
		dateline(t, exitOK, "", "export", "--db", killed, "--format", "jsonl")
	}
	dateline(t, exitOK, "", "ingest", "--db", killed, articles)
	got, _ := dateline(t, exitOK, "", "export", "--db", killed, "--format", "jsonl")
	if got != want {
		t.Errorf("after kills the export differs:\n%s", firstDifference(want, got))
	}
}

// feedOpen gives a process the lines of a file, as far as they are kept back from
// the end, and leaves its input open, so that it cannot end by itself.
func feedOpen(t *testing.T, cmd *exec.Cmd, file string, kept int) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	go func() {
		for _, line := range lines[:len(lines)-1-kept] {
			if _, err := in.Write(line); err != nil {
				return // it was killed
			}
		}
	}()
}

// killAfter starts dateline on the articles of a file but the last kept, kills it
// when it has reported n new ones, and returns the ids of all that it reported.
func killAfter(t *testing.T, n int, file string, kept int, args ...string) []string {
	t.Helper()
	cmd := process(t, args...)
	feedOpen(t, cmd, file, kept)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var ids []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if id, ok := strings.CutPrefix(lines.Text(), "new "); ok {
			ids = append(ids, id)
		}
		if len(ids) == n {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatalf("ingest ended before it had stored %d articles", n)
	}
	return ids
}

func storedIDs(t *testing.T, db string) []string {
	t.Helper()
	out, _ := dateline(t, exitOK, "", "articles", "--db", db, "--format", "json")
	var rows []struct{ ID string }
	if err := json.Unmarshal([]byte(out), &rows); err != nil {
		t.Fatalf("articles --format json: %v", err)
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	return ids
}

// TestInterruptedIngest sends Ctrl-C: what is stored stays, and the exit code tells.
func TestInterruptedIngest(t *testing.T) {
	articles, db := manyArticles(t, 60), filepath.Join(t.TempDir(), "interrupted.db")
	cmd := process(t, "ingest", "--verbose", "--workers", "1", "--db", db, "-")
	feedOpen(t, cmd, articles, 1)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil || !strings.HasPrefix(first, "new ") {
		t.Fatalf("first line %q, error %v", first, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, lines); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitFailed {
		t.Fatalf("got %v, want exit code %d", err, exitFailed)
	}
	if !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("stderr does not say that it was interrupted: %q", errs.String())
	}
	if stored := storedIDs(t, db); len(stored) == 0 || len(stored) == 60 {
		t.Errorf("%d of 60 articles are stored", len(stored))
	}
}
