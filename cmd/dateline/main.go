// Command dateline reads news articles and writes down what happened, when,
// where, who did it and to whom; it keeps the events in a SQLite file and
// prints timelines of them.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	// Without this a write to a closed pipe kills the process; with it the
	// write fails, which Run takes for the reader having seen enough.
	signal.Ignore(syscall.SIGPIPE)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks for a clean end; after it the default action is
	// back, so that a second one kills.
	context.AfterFunc(ctx, stop)

	err := Run(ctx, os.Args[1:], Stdio{
		In:     os.Stdin,
		Out:    os.Stdout,
		Err:    os.Stderr,
		Getenv: os.Getenv,
		Now:    time.Now,
	})
	os.Exit(exitCode(err))
}
