package gazetteer

import _ "embed"

// ready is the index as gazgen wrote it; it is read where it lies.
//
//go:embed gazetteer.bin
var ready string

// Embedded opens the index that comes with the program.
func Embedded() (*Index, error) { return Open(ready) }

// Sections returns what the stamp of that index was made of.
func Sections() string { return ready[headerSize:] }
