package article

import "testing"

func TestParseCalendar(t *testing.T) {
	tests := []struct{ in, want, rest string }{
		{"2020-01-23", "2020-01-23", ""},
		{"2020-01-23T23:59:59-08:00", "2020-01-23", "T23:59:59-08:00"},
		{"2020/1/3", "2020-01-03", ""},
		{"20200123", "2020-01-23", ""},
		{"January 23, 2020", "2020-01-23", ""},
		{"Thursday, January 23, 2020 at noon", "2020-01-23", " at noon"},
		{"Thu Jan 23 2020", "2020-01-23", ""},
		{"JAN. 23", "XXXX-01-23", ""},
		{"Nov. 1. 2011", "2011-11-01", ""},
		{"3 JAN 90", "1990-01-03", ""},
		{"3 JAN 15 (EFE)", "2015-01-03", " (EFE)"},
		{"23rd of January, 2020", "2020-01-23", ""},
		{"23-Jan-2020", "2020-01-23", ""},
		{"23 January 2020", "2020-01-23", ""},
		{"Feb 29", "XXXX-02-29", ""},
		{"23/01/2020", "2020-01-23", ""},
		{"01/23/2020", "2020-01-23", ""},
		{"5/5/2020", "2020-05-05", ""},
		{"3.4.2020", "2020-04-03", ""},
		{"03/04/2020", "", ""}, // the order is uncertain
		{"2020-02-30", "", ""},
		{"31 June 2020", "", ""},
		{"January 2020", "", ""},
		{"May 10th Street", "XXXX-05-10", " Street"},
		{"May 10k", "", ""},
		{"Mayor 10", "", ""},
		{"123456789", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		c, n, ok := parseCalendar(tt.in)
		got := ""
		if ok {
			got = c.edtf()
		}
		if got != tt.want || ok && tt.in[n:] != tt.rest {
			t.Errorf("%q: got %q rest %q, want %q rest %q", tt.in, got, tt.in[n:], tt.want, tt.rest)
		}
	}
}

func TestParseDateLine(t *testing.T) {
	tests := []struct {
		in, want string
		label    class
	}{
		{"Published: 23 January 2020", "2020-01-23", publishedWord},
		{"Published 10:04 GMT, 23 January 2020", "2020-01-23", publishedWord},
		{"Last updated on January 23, 2020 10:04 AM EST", "2020-01-23", updatedWord},
		{"Published 23 January 2020, updated 24 January 2020", "2020-01-23", publishedWord},
		{"Posted Jan. 23", "XXXX-01-23", publishedWord},
		{"The Harbour Ledger | World | Friday 20 May 2022", "2022-05-20", ""},
		{"GENEVA | Wed May 5, 2010 7:41 am EDT", "2010-05-05", ""},
		{"By Nora Feld | Jan. 23, 2020", "2020-01-23", ""},
		{"Published Jan. 23, 2020Updated Jan. 24, 2020", "2020-01-23", publishedWord},
		{"January 23, 2020 / 10:04 AM / 2 days ago", "2020-01-23", ""},
		{"January 23, 2020 at 10:04 a.m. EST", "2020-01-23", ""},
		{"Thu 23 Jan 2020 10.04 GMT", "2020-01-23", ""},
		{"Agencies | Jan 23, 2020, 10:04 IST", "2020-01-23", ""},
		{"Posted on 3 May 2017 by Jo Smith", "2017-05-03", publishedWord},
		{"Issued on: 23/01/2020 - 10:04Modified: 24/01/2020", "2020-01-23", publishedWord},
		{"Jan. 23", "", ""},
		{"On 23 January 2020", "2020-01-23", ""},
		{"The battle of 23 January 2020", "", ""},
		{"23 January 2020 was a quiet day", "", ""},
		{"Published poems", "", ""},
	}
	for _, tt := range tests {
		d, ok := parseDateLine(tt.in)
		got := ""
		if ok {
			got = d.edtf()
		}
		if got != tt.want || ok && d.label != tt.label {
			t.Errorf("%q: got %q %q, want %q %q", tt.in, got, d.label, tt.want, tt.label)
		}
	}
}

func TestURLClaim(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://ledger.example/2020/01/23/truce", "2020-01-23"},
		{"https://ledger.example/world/2020/jan/23/truce", "2020-01-23"},
		{"https://ledger.example/truce-2020-01-23.html", "2020-01-23"},
		{"https://ledger.example/a20200123-truce", ""},
		{"https://ledger.example/20200123/truce", "2020-01-23"},
		{"https://ledger.example/2020/01/truce", "2020-01"},
		{"https://ledger.example/story/202001231234", ""},
		{"https://ledger.example/2020/13/45/", ""},
		{"", ""},
		{"::", ""},
	}
	for _, tt := range tests {
		c, _ := urlClaim(tt.in)
		if got := c.Day.String() + c.Partial; got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}
