package main

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"dateline/extract/article"
)

// input is an article to extract, or the reason why there is none.
type input struct {
	article article.Article
	err     error
}

// inputs yields the articles of files, of all files in folders, and of
// standard input. What cannot be read is yielded as an error, and the rest goes on.
func inputs(ctx context.Context, stdin io.Reader, paths []string, bar progress) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, path := range paths {
			if path == article.Stdin {
				if !yieldArticles(ctx, yield, article.Stdin, interruptible(ctx, stdin)) {
					return
				}
				continue
			}
			for file, err := range filesIn(path) {
				if err != nil {
					if !yield(input{err: err}) {
						return
					}
					continue
				}
				if !yieldFile(ctx, yield, file, bar) {
					return
				}
			}
		}
	}
}

// yieldFile yields the articles of one file; false means that no more are wanted.
func yieldFile(ctx context.Context, yield func(input) bool, file string, bar progress) bool {
	f, err := os.Open(file)
	if err != nil {
		return yield(input{err: err})
	}
	defer f.Close()
	return yieldArticles(ctx, yield, file, bar.counting(f))
}

func yieldArticles(ctx context.Context, yield func(input) bool, name string, r io.Reader) bool {
	for a, err := range article.Read(ctx, name, r) {
		if !yield(input{a, err}) {
			return false
		}
	}
	return true
}

// filesIn yields path itself, or if it is a folder every file below it in the
// order of their names. Hidden files and folders are left out.
func filesIn(path string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				if !yield("", err) {
					return fs.SkipAll
				}
				return nil
			case file != path && strings.HasPrefix(entry.Name(), "."):
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			case entry.IsDir():
				return nil
			}
			if !yield(file, nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil {
			yield("", err)
		}
	}
}

// totalSize is the number of bytes in the files of paths, for the progress bar;
// -1 where it cannot be known.
func totalSize(paths []string) int64 {
	total := int64(0)
	for _, path := range paths {
		if path == article.Stdin {
			return -1
		}
		for file := range filesIn(path) {
			if info, err := os.Stat(file); err == nil {
				total += info.Size()
			}
		}
	}
	return total
}
