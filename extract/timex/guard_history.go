package timex

// A text is a history if it tells this many dates by their year, and this many
// times as many as by words that count from the day of writing.
const (
	historyYears = 5
	historyRatio = 3
)

// A shorter text is one if it tells this many dates, the latest of them more years
// old than this, and nothing from the day of writing.
const (
	shortHistoryYears = 2
	shortHistoryAge   = 2
)

// tellsByYears reports whether the text tells of the past by calendar years,
// rather than of the news by weekdays and the like. It goes by the words alone:
// the expressions are not found yet.
func (f *finder) tellsByYears() bool {
	year, weekday, deictic := shapeYear, f.g.lexicon.class("weekday"), f.g.lexicon.class("deictic")
	years, news := 0, 0
	for i := range f.words {
		w := &f.words[i]
		if m, ok := w.meaning(year); ok && i > 0 && m.num >= 1000 && m.num < 2100 && f.afterDate(i-1) {
			years++
		}
		if _, ok := w.meaning(weekday); ok {
			news++
		}
		if _, ok := w.meaning(deictic); ok {
			news++
		}
	}
	return f.bc || years >= historyYears && years > historyRatio*news
}

// afterDate reports whether a year may stand after words[i]: a month, a day or a
// word such as "in".
func (f *finder) afterDate(i int) bool {
	w := &f.words[i]
	if w.token < 0 {
		return true
	}
	_, month := w.meaning(f.g.lexicon.class("mon"))
	return month || f.g.is(beforeDate, w.lower)
}

// inHistory accepts what only a history tells as a time: "the former king".
func (f *finder) inHistory(*item) bool { return f.history }
