package main

import (
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

// add moves the bar on by n bytes. That a terminal cannot be drawn on is no
// reason to stop reading.
func (p progress) add(n int64) {
	if p.bar != nil {
		_ = p.bar.Add64(n)
	}
}

// done takes the bar off the screen.
func (p progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
