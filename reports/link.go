package reports

import (
	"net/url"
	"strings"
	"unicode"
)

// webAddress returns an address that a page may link to: http or https with a
// plain host, or "".
func webAddress(address string) string {
	u, err := url.Parse(oneLine(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsFunc(u.Host, oddInHost) {
		return ""
	}
	return u.String()
}

// oddInHost reports whether no host name, address or port has r.
func oddInHost(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-._:[]", r)
}
