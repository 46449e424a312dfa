package main

import (
	"context"
	"io"
	"iter"
	"os"

	"dateline/extract/article"
)

// input is an article to extract, or the reason why there is none.
type input struct {
	article article.Article
	err     error
}

// inputs yields the articles of files and of standard input. What cannot be read
// is yielded as an error, and the rest goes on.
func inputs(ctx context.Context, stdin io.Reader, files []string, bar progress) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, file := range files {
			more := false
			if file == article.Stdin {
				more = yieldArticles(ctx, yield, article.Stdin, interruptible(ctx, stdin))
			} else {
				more = yieldFile(ctx, yield, file, bar)
			}
			if !more {
				return
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

// totalSize is the number of bytes in files, for the progress bar; -1 where it
// cannot be known.
func totalSize(files []string) int64 {
	total := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		if file == article.Stdin || err != nil {
			return -1
		}
		total += info.Size()
	}
	return total
}
