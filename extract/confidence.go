package extract

import "dateline/extract/mention"

// confidence weighs what is known of a mention: a base for the trigger, and a
// part each for a date by a phrase, a party and a place.
func confidence(m *mention.Mention) float64 {
	c := 0.4
	if m.Date.Text != "" {
		c += 0.2
	}
	if len(m.Actors)+len(m.Targets) > 0 {
		c += 0.2
	}
	if len(m.Places) > 0 {
		c += 0.1
	}
	if m.Generic || m.Modality != mention.Actual {
		c -= 0.1
	}
	return c
}
