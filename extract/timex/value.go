package timex

// Unit is a unit of calendar time, by the code that the word table gives it.
type Unit string

// The units, longest first. Second, Minute and Hour carry the T of TIMEX3.
const (
	Century Unit = "CE"
	Decade  Unit = "DE"
	Year    Unit = "Y"
	Half    Unit = "H"
	Quarter Unit = "Q"
	Season  Unit = "S"
	Month   Unit = "M"
	Week    Unit = "W"
	Weekend Unit = "E"
	Day     Unit = "D"
	Hour    Unit = "TH"
	Minute  Unit = "TM"
	Second  Unit = "TS"
)

// Base is what a frame is counted from.
type Base string

// The bases of a frame.
const (
	NoBase      Base = ""            // no frame: the context fills in what is missing
	Publication Base = "publication" // yesterday, last week, two years ago
	Narrative   Base = "narrative"   // the next day, two weeks later, that year
	Story       Base = "story"       // the end of the year: as Narrative in a history or where the paragraph has told a date, else as Publication
	Context     Base = "context"     // the year-ago quarter: as Narrative, where a quarter was told of, else as Publication
	Beside      Base = "beside"      // the second day: the day told in the same sentence, in a history the one told last, else unknown; Count is the number of the day since the start of what it is the day of, 0 where it is not told
	Anniversary Base = "anniversary" // so many years after what happened on a date told in the same expression, or in the text
	SameDay     Base = "sameday"     // this day in 1996: the day of writing in a year told
	Given       Base = "given"       // counted from a date told in the same expression: the day before May 5
)

// Frame is a period of the calendar, Count units away from its base, within
// which the parts of a value are told: "last year" in "June last year".
type Frame struct {
	Base  Base
	Count int
	Unit  Unit
	// Vague is set where the number is not told ("several weeks ago").
	Vague bool
	// Of is the date that a Given or Anniversary frame is counted from.
	Of *Underspecified
}

// Mod is the TIMEX3 modifier of a value.
type Mod string

// The modifiers.
const (
	NoMod    Mod = ""
	Start    Mod = "START"
	Mid      Mod = "MID"
	End      Mod = "END"
	Approx   Mod = "APPROX"
	MoreThan Mod = "MORE_THAN"
	LessThan Mod = "LESS_THAN"
)

// Underspecified is the value of an expression as the words tell it, some
// parts of which are still to be filled in: a frame, or nothing, and the parts
// of a calendar date told within it. A zero part is not told.
type Underspecified struct {
	Frame Frame

	// Literal is a value that needs no filling in: PRESENT_REF, P2D, XXXX-WXX-2.
	Literal string

	Century int // 20 is the twentieth
	Decade  int // 199 is the nineties of the twentieth century, 9 those of the century in question
	Year    int
	BC      bool
	Half    int
	Quarter int
	Season  string // SP, SU, FA, WI
	Month   int
	Week    bool // the week of the day told
	Weekend bool
	Day     int
	Weekday int // ISO: Monday is 1
	Holiday string

	Clock clock

	// Which is -1 for "last Tuesday", +1 for "next March", and 0 with Chosen set
	// for "this summer".
	Which  int
	Chosen bool

	Mod Mod
}

// clock is a time of the day.
type clock struct {
	told   bool
	hour   int
	minute int
	part   string // MO, AF, EV, NI, where no hour is told
}

// dated reports whether v names a stretch of the calendar, rather than a
// length, a repetition or a vague reference.
func (v Underspecified) dated() bool { return v.Literal == "" }

// clockOnly reports whether v tells a time of the day and no date.
func (v Underspecified) clockOnly() bool {
	c := v
	c.Clock, c.Mod = clock{}, NoMod
	return v.Clock.told && c == Underspecified{}
}

// fullDate reports whether v is a whole calendar date: year, month and day.
func (v Underspecified) fullDate() bool {
	return v.Frame.Base == NoBase && v.Year > 0 && v.Month > 0 && v.Day > 0
}

// yearTold reports whether the words tell the year.
func (v Underspecified) yearTold() bool { return v.Year != 0 || v.Century != 0 || v.Decade > 9 }

// today reports whether v is the day of writing and nothing else.
func (v Underspecified) today() bool {
	return v == Underspecified{Frame: Frame{Base: Publication, Unit: Day}}
}

// deictic reports whether v only makes sense seen from the day of writing.
func (v Underspecified) deictic() bool { return v.Frame.Base == Publication }
