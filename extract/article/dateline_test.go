package article

import "testing"

func TestParseDateline(t *testing.T) {
	tests := []struct{ in, place, day, agency, rest string }{
		{"BAGHDAD, Jan 23 (Reuters) - Gunmen fled.", "BAGHDAD", "XXXX-01-23", "Reuters", " Gunmen fled."},
		{"BAGHDAD/ERBIL, Iraq, January 23, 2020 (Reuters) -- Gunmen fled.", "BAGHDAD/ERBIL, Iraq", "2020-01-23", "Reuters", " Gunmen fled."},
		{"KABUL, Afghanistan (Jan. 25, 2013)\nA force moved in.", "KABUL, Afghanistan", "2013-01-25", "", "\nA force moved in."},
		{"KABUL, Afghanistan (Aug. 21) - A force moved in.", "KABUL, Afghanistan", "XXXX-08-21", "", " A force moved in."},
		{"SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] REBELS FLED.", "SAN SALVADOR", "1990-01-03", "ACAN-EFE", " REBELS FLED."},
		{"SAN SALVADOR, 4 JAN 90 -- [REPORT] [ANA RUIZ] [TEXT] REBELS FLED.", "SAN SALVADOR", "1990-01-04", "", " REBELS FLED."},
		{"PANAMA CITY (PANAMA), 16 NOV 89 (EFE) -- [TEXT] REBELS FLED.", "PANAMA CITY (PANAMA)", "1989-11-16", "EFE", " REBELS FLED."},
		{"BOGOTA, NO DATE (RADIO CADENA) -- [TEXT] REBELS FLED.", "BOGOTA", "", "RADIO CADENA", " REBELS FLED."},
		{"KHARKIV, Ukraine — Shells fell.", "KHARKIV, Ukraine", "", "", " Shells fell."},
		{"MIAMI _", "MIAMI", "", "", ""},
		{"NAIROBI, Kenya (AP) _ Police fled.", "NAIROBI, Kenya", "", "AP", " Police fled."},
		{"Washington (CNN)The Senate voted.", "Washington", "", "CNN", "The Senate voted."},
		{"(CNN) -- The Senate voted.", "", "", "CNN", " The Senate voted."},
		{"March 3 (UPI) -- The Senate voted.", "", "XXXX-03-03", "UPI", " The Senate voted."},
		{"NAYPYITAW, Feb. 1, 2021 (Meridian Wire) — Soldiers came.", "NAYPYITAW", "2021-02-01", "Meridian Wire", " Soldiers came."},
		{"NEW DELHI, January 23: Police fled.", "NEW DELHI", "XXXX-01-23", "", " Police fled."},
	}
	for _, tt := range tests {
		d, ok := parseDateline(tt.in)
		if !ok {
			t.Errorf("%q: no dateline", tt.in)
			continue
		}
		day := ""
		if d.Month != 0 {
			day = d.edtf()
		}
		if tt.in[:d.place] != tt.place || day != tt.day || d.agency != tt.agency || tt.in[d.end:] != tt.rest {
			t.Errorf("%q: got %q %q %q rest %q", tt.in, tt.in[:d.place], day, d.agency, tt.in[d.end:])
		}
	}
}

func TestNoDateline(t *testing.T) {
	for _, in := range []string{
		"Baghdad - the capital - was quiet.",
		"Joint Command - Afghanistan",
		"JOINT Command North - Afghanistan",
		"March 3 - Rebels attack the town.",
		"Rebels (March 3) attacked.",
		"US-led forces moved in.",
		"NATO (North Atlantic Treaty Organization) moved in.",
		"SMITH: We are ready.",
		"SMITH (voice-over): We are ready.",
		"Iran (AP), Iraq and others.",
		"On January 23, 2020, the force moved in.",
		"", "(", "()", "BAGHDAD", "BAGHDAD,", "É (",
	} {
		if d, ok := parseDateline(in); ok {
			t.Errorf("%q: read as a dateline %+v", in, d)
		}
	}
}

func TestInlineDateline(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Talks stall again LONDON (Reuters) - Ministers left.", "LONDON (Reuters) - Ministers left."},
		{"GENEVA | Wed May 5, 2010 7:41 am EDT SANTA ANA (Reuters) - Ministers left.", "SANTA ANA (Reuters) - Ministers left."},
		{"No talks, says council BENGHAZI, Libya, Aug 16 (Reuters) - Ministers left.", "BENGHAZI, Libya, Aug 16 (Reuters) - Ministers left."},
		{"Talks were hoped for Tripoli, Libya (CNN) -- Ministers left.", "Tripoli, Libya (CNN) -- Ministers left."},
		{"Aug 16 (Reuters) - Ministers left.", ""},
		{"Ministers left (Reuters).", ""},
		{"Ministers left (in May) - and came back.", ""},
	}
	for _, tt := range tests {
		got := ""
		if at := inlineDateline(tt.in); at > 0 {
			got = tt.in[at:]
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}
