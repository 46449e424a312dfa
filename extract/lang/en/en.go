// Package en holds what dateline knows of the English language, as data.
package en

import "embed"

// Files are the tables of the language, one a stage.
//
//go:embed *.tsv
var Files embed.FS
