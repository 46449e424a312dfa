package reports

import "net/url"

// webAddress returns an address that a page may link to: http or https, or "".
func webAddress(address string) string {
	u, err := url.Parse(oneLine(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	safe := u.String()
	if _, err := url.Parse(safe); err != nil {
		return "" // a host of characters that no host has
	}
	return safe
}
