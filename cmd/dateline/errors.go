package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // some or all of the work failed; what was said on stderr
	exitUsage  = 2 // the command line makes no sense
)

// errSilent ends a command with exitFailed when everything to say has been said.
var errSilent = errors.New("some inputs failed")

// usageError is a mistake on the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func exitCode(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usageError{}):
		return exitUsage
	default:
		return exitFailed
	}
}

// isClosedPipe reports whether err comes from a reader that has gone ("| head").
func isClosedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }

// message is the one line that is printed for err.
func message(err error) string {
	if errors.Is(err, context.Canceled) {
		return "interrupted; what was stored so far is kept, run the command again to go on"
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}
