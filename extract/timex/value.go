package timex

// Underspecified is a value some of whose parts are still to be filled in.
type Underspecified struct{}
