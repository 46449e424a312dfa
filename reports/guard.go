package reports

import "strings"

// formulaStarts are the first characters that make a spreadsheet run a cell's
// text as a formula, in their plain and full-width forms.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// GuardFormula returns s so that no spreadsheet runs it as a formula: a text that
// begins with one of formulaStarts gets an apostrophe before it. So does one
// that begins with apostrophes and then such a character, so that UnguardFormula gives
// back every text as it was.
func GuardFormula(s string) string {
	if startsFormula(s) {
		return "'" + s
	}
	return s
}

// UnguardFormula undoes GuardFormula.
func UnguardFormula(s string) string {
	if strings.HasPrefix(s, "'") && startsFormula(s[1:]) {
		return s[1:]
	}
	return s
}

// startsFormula reports whether s begins like a formula, or like one behind apostrophes.
func startsFormula(s string) bool {
	for _, r := range s {
		if r != '\'' {
			return strings.ContainsRune(formulaStarts, r)
		}
	}
	return false
}
