package timex

import (
	"crypto/sha256"
	"encoding/hex"

	"dateline/extract/lang/en"
)

// mechanism is raised when the code finds or resolves otherwise with the same
// tables.
const mechanism = "5"

// Digest identifies the tables and the mechanism by which times are found, so
// that a stored article can be told to be out of date.
func Digest() string {
	h := sha256.New()
	h.Write([]byte(mechanism))
	for _, file := range []string{wordTable, macroTable, ruleTable, signalTable, cueTable} {
		data, err := en.Files.ReadFile(file)
		if err != nil {
			continue // Load tells
		}
		h.Write(data)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
