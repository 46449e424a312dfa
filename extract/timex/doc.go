// Package timex finds time expressions, gives them an underspecified value and
// fills that in against an anchor.
//
// [Tag] does it all for a text and its day of publication. It needs nothing else
// of dateline: no article, no database, no gazetteer.
//
// The work is done in three steps. [Find] matches the rules against the words
// of a document and gives each expression an [Underspecified] value: what its
// words tell, and no more. [Resolve] fills in the missing parts, from the day of
// publication or from the date that the story has come to, and writes the TIMEX3
// value and the days meant. Where neither is known the unknown parts stay
// unknown (XXXX-03-15). [InferPublished] finds the day of publication of an
// article that does not state it.
//
// # The tables
//
// What the package knows of English stands in tables in the folder lang/en,
// read once; [Load] tells what is wrong with them, with file, line and row.
//
//   - timex_words.tsv: class, value, words. The months, numbers, units and so on.
//   - timex_macros.tsv: name, pattern. Parts of patterns that occur often.
//   - timex_rules.tsv: the rules.
//   - timex_signals.tsv: signal, words. "since", "no later than", and what they mean.
//   - timex_cues.tsv: cue, words. What guards and the look at the tense go by.
//   - timex_phrases.tsv: sentences for the tests, most of what must not be found.
//
// # A row of the rule table
//
// Six columns, separated by tabs:
//
//	name  type  pattern  production  guard  examples
//
// The name is shown wherever a date is explained. The type is that of TIMEX3.
// For example:
//
//	month_day	DATE	WDAY? <mon> DOM	calendar	name	The [Jan. 3 = 2020-01-03] strike.
//
// A pattern is a sequence of elements, separated by blanks:
//
//	last          the word itself, in lower case
//	<mon>         a word of a class of the word table, or a number of a shape:
//	              day, year, yy, int, nth (3rd), decade (1990s), time (10:30), ...
//	<num>         a number in digits or words; <spelled_year> a year in words
//	<day:day1>    the same under another name
//	{day}         an expression that another rule finds here: date, day, period
//	              (a date longer than a day), clock
//	DOM           a macro
//	( a | b c )   a choice
//	?             after an element: it may be left out
//
// Words joined by hyphens or slashes are matched piece by piece, the hyphens
// being words too: "mid-January" is <early> - <mon>.
//
// A production makes the value from what was captured:
//
//	calendar  overlays the captured expressions, words and settings (mod=END)
//	frame     a period so many units from a base: base=publication|narrative|
//	          story|context|beside|given|sameday, sign=-1|0|1 with a captured number and unit, or
//	          count= and unit=
//	length    a duration; window one that ends or begins with the day of writing,
//	          offset one that counts from the story ("two days after the vote")
//	repeat    a set; literal value=... a value as it stands; numeric a date in digits;
//	          military a date-time group; impossible what the calendar does not have
//	anniversary so many years after a date captured, or after what the text dates
//	slash     a day and month in digits ("3/15")
//	interval  two dates; captures named ...1 belong to the first, ...2 to the second
//
// A guard looks at the words around ("-" for none); see guards. Examples are
// separated by " // ", are read as published on Thursday, 23 January 2020, and
// run as tests: exactly what is in square brackets must be found, with the value
// after the equals sign, and one of the expressions by the very rule.
//
// The longest expression that begins at a word wins, of equals the rule that
// stands first. A rule called "blocked" takes its words away from all others:
// it is for phrases that look like a time and tell none.
//
// # Which day is meant
//
// A weekday is the most recent one, publication day included, unless the verb
// tells of the future. A date without a year is the one nearest to publication,
// unless it is some months away: then it is past, if the verb does not speak of the
// future. In a history - told by years, not by weekdays - the years come from the
// cheapest course of the whole story (see storyline), which goes forward and names
// some dates only in passing; words like "last year" count from the story there.
// In a news paragraph that has told of a day of an earlier year, a date without a
// year is the one nearest to that day.
package timex
