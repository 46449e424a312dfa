package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progressPause is the least time between two drawings of the bar.
const progressPause = 100 * time.Millisecond

// progress is a bar on stderr while articles are read, and nothing at all where
// stderr is no terminal.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress starts a bar over total bytes.
func (a *app) newProgress(total int64) progress {
	if !a.onTerminal() {
		return progress{}
	}
	return progress{progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(a.Err),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(progressPause),
		progressbar.OptionClearOnFinish(),
	)}
}

// counting returns a reader of r that moves the bar on as it is read.
func (p progress) counting(r io.Reader) io.Reader {
	if p.bar == nil {
		return r
	}
	return io.TeeReader(r, p.bar)
}

// done takes the bar off the screen. That a terminal cannot be drawn on is no
// reason to fail.
func (p progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
