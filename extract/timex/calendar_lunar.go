package timex

import (
	"math"
	"time"

	"dateline/extract/date"
)

// chineseNewYear is the first day of the lunar year, by the time of Beijing.
func chineseNewYear(year int) date.Day { return lunarNewYear(year, 8) }

// vietnamOwnTime is the year from which all of Vietnam keeps the calendar by its
// own time, an hour behind Beijing's.
const vietnamOwnTime = 1976

// tet is the Vietnamese lunar new year, now and then a day or a month off the
// Chinese one.
func tet(year int) date.Day {
	if year < vietnamOwnTime {
		return chineseNewYear(year)
	}
	return lunarNewYear(year, 7)
}

// lunarNewYear is the first new moon from 21 January on, by a clock so many hours
// ahead of Greenwich, or the next one where the moon before it was not new until
// after the winter solstice: the solstice lies in the eleventh month.
func lunarNewYear(year int, ahead float64) date.Day {
	from := date.Of(year, time.January, 21)
	n := math.Floor((float64(year)-2000)*12.3685) - 1
	first, before := newMoon(n, ahead), date.Day(0)
	for first < from {
		n++
		first, before = newMoon(n, ahead), first
	}
	if before <= winterSolstice(year-1, ahead) {
		return newMoon(n+1, ahead)
	}
	return first
}

// newMoon is the day of the n-th new moon since that of 6 January 2000 (Meeus, the
// greater periodic terms: minutes off at most).
func newMoon(n, ahead float64) date.Day {
	t := n / 1236.85
	e := 1 - 0.002516*t
	sun := radians(2.5534 + 29.1053567*n)
	moon := radians(201.5643 + 385.81693528*n)
	node := radians(160.7108 + 390.67050284*n)
	jd := 2451550.09766 + 29.530588861*n + 0.00015437*t*t -
		0.4072*math.Sin(moon) + 0.17241*e*math.Sin(sun) + 0.01608*math.Sin(2*moon) + 0.01039*math.Sin(2*node) +
		0.00739*e*math.Sin(moon-sun) - 0.00514*e*math.Sin(moon+sun) + 0.00208*e*e*math.Sin(2*sun) -
		0.00111*math.Sin(moon-2*node) - 0.00057*math.Sin(moon+2*node) + 0.00056*e*math.Sin(2*moon+sun)
	return localDay(jd, ahead)
}

// winterSolstice is the day of the mean winter solstice (Meeus).
func winterSolstice(year int, ahead float64) date.Day {
	y := (float64(year) - 2000) / 1000
	return localDay(2451900.05952+y*(365242.74049+y*(-0.06223+y*(-0.00823+y*0.00032))), ahead)
}

// localDay is the day of a julian date, in terrestrial time, by a clock so many
// hours ahead of Greenwich.
func localDay(jd, ahead float64) date.Day {
	const terrestrial = 65.0 / 86400 // ahead of universal time, now
	return fromJDN(int(math.Floor(jd - terrestrial + ahead/24 + 0.5)))
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
