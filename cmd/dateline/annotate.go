package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/mention"
	"dateline/extract/timex"
	"dateline/reports"
	"dateline/timeline"
)

func newAnnotate(a *app) *cobra.Command {
	var workers int
	var own ownFlags
	cmd := &cobra.Command{
		Use:   "annotate [FILE...]",
		Short: "Print what is found in articles as JSON Lines",
		Long: `Read JSON Lines from files or standard input, one article a line with the fields id, text,
published, title and url (only text is needed), and print one line an article, in input order:
time expressions, mentions and events. No database is used. A line that cannot be read is
reported with its number and answered with an error; the rest goes on.`,
		Example: `  dateline annotate < articles.jsonl > found.jsonl
  echo '{"text": "A car bomb killed nine in Mosul on 3 March 2016."}' | dateline annotate`,
		RunE: func(c *cobra.Command, files []string) error {
			if err := checkWorkers(workers); err != nil {
				return err
			}
			if len(files) == 0 {
				files = []string{article.Stdin}
			}
			if err := own.use(); err != nil {
				return err
			}
			return a.annotate(c.Context(), files, workers)
		},
	}
	own.add(cmd.Flags())
	workersFlag(cmd.Flags(), &workers)
	return cmd
}

// annotate answers every line of every file, in order.
func (a *app) annotate(ctx context.Context, files []string, workers int) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failed := false
	for _, file := range files {
		ok, err := a.annotateFile(ctx, cancel, file, workers)
		if err != nil {
			return err
		}
		failed = failed || !ok
	}
	if failed {
		return errSilent
	}
	return nil
}

// annotateFile answers every line of one file; ok is false if one of them, or
// the file, could not be read. cancel frees the reader when nobody takes the answers.
func (a *app) annotateFile(ctx context.Context, cancel func(), file string, workers int) (ok bool, err error) {
	in, err := a.openInput(ctx, file)
	if err != nil {
		a.warn("%s", message(err))
		return false, nil
	}
	defer in.Close()
	ok = true
	pull, stop := iter.Pull(article.Lines(file, in))
	defer stop()
	next := func() (article.Line, bool, error) {
		line, more := pull()
		return line, more, nil
	}
	work := func(l article.Line) answer { return annotateLine(file, l) }
	err = ordered(ctx, workers, next, work, func(ans answer) error {
		for _, w := range ans.warnings {
			a.warn("%s", w)
		}
		ok = ok && !ans.failed
		if err := a.print(ans.line); err != nil {
			cancel()
			return err
		}
		return nil
	})
	return ok, err
}

// print writes one answer at once: who reads them through a pipe waits for each.
func (a *app) print(line []byte) error {
	if _, err := a.out.Write(line); err != nil {
		return err
	}
	return a.out.Flush()
}

// openInput opens a file, or standard input for "-".
func (a *app) openInput(ctx context.Context, file string) (io.ReadCloser, error) {
	if file == article.Stdin {
		return io.NopCloser(interruptible(ctx, a.In)), nil
	}
	return os.Open(file)
}

// answer is what is printed for one line read.
type answer struct {
	line     []byte // of JSON, in the form of the contract
	failed   bool
	warnings []string // for stderr
}

// annotateLine finds what is in the article of one line.
func annotateLine(file string, l article.Line) answer {
	if l.Err != nil {
		return failure(l.Record.ID, l.Err)
	}
	a, oddities := article.FromRecord(l.Record)
	found, err := extract.Extract(a)
	if err != nil {
		return failure(l.Record.ID, fmt.Errorf("%s:%d: %w", file, l.Number, err))
	}
	line, err := jsonLine(annotation(l.Record.ID, found))
	if err != nil {
		return failure(l.Record.ID, fmt.Errorf("%s:%d: %w", file, l.Number, err))
	}
	ans := answer{line: line}
	for _, oddity := range oddities {
		ans.warnings = append(ans.warnings, fmt.Sprintf("%s:%d: %s", file, l.Number, oddity))
	}
	return ans
}

// failure answers a line that could not be read; id may be nil.
func failure(id *string, err error) answer {
	line, _ := jsonLine(reports.FailureJSON{ID: id, Error: message(err)}) // strings always encode
	return answer{line: line, failed: true, warnings: []string{message(err)}}
}

func jsonLine(value any) ([]byte, error) {
	var out bytes.Buffer
	err := reports.NewJSONEncoder(&out).Encode(value)
	return out.Bytes(), err
}

// annotation is an article's line in the form of the contract.
func annotation(id *string, found extract.Result) reports.ArticleJSON {
	runes := runeIndex(found.Doc.Text)
	out := reports.ArticleJSON{
		ID:             id,
		Published:      found.Article.Published.Day,
		PublishedBasis: found.Article.Published.Basis,
		Timexes:        []reports.TimexJSON{},
		Mentions:       []reports.MentionJSON{},
		Events:         []reports.ArticleEventJSON{},
	}
	for _, t := range found.Timexes {
		out.Timexes = append(out.Timexes, timexJSON(t, runes))
	}
	index := map[mention.Key]int{}
	for i, m := range found.Mentions {
		index[m.Key()] = i
		out.Mentions = append(out.Mentions, reports.MentionOf(m, runes))
	}
	for _, e := range timeline.ByProminence(timeline.Merge(found.Mentions)) {
		out.Events = append(out.Events, reports.ArticleEventOf(e, index))
	}
	return out
}

func timexJSON(t timex.Timex, runes func(int) int) reports.TimexJSON {
	out := reports.TimexJSON{
		Start: runes(t.Span.Start), End: runes(t.Span.End), Text: t.Text, Type: string(t.Type),
		Value: t.TIMEX3, EDTF: t.Range.EDTF(), Rule: t.Rule,
	}
	if t.Anchor != "" {
		out.Anchor = &t.Anchor
	}
	return out
}

// runeIndex returns a function that turns byte offsets of text into code points.
func runeIndex(text string) func(byteOffset int) int {
	if isASCII(text) {
		return func(b int) int { return b }
	}
	before := make([]int, len(text)+1) // code points that begin before each byte
	n := 0
	for i := range len(text) {
		before[i] = n
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	before[len(text)] = n
	return func(b int) int { return before[b] }
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}
