package main

import "github.com/spf13/cobra"

// The groups under which help lists the commands.
const (
	groupRead  = "read"
	groupAsk   = "ask"
	groupOther = "other"
)

// commands is the table of all commands in the order of the help. A new one is
// a file with its constructor and a row here.
var commands = []struct {
	group string
	new   func(*app) *cobra.Command
}{
	{groupRead, newRun},
	{groupRead, newIngest},
	{groupRead, newArticles},
	{groupRead, newReextract},
	{groupAsk, newTimeline},
	{groupAsk, newEvents},
	{groupAsk, newExport},
	{groupAsk, newWhy},
	{groupAsk, newStats},
	{groupOther, newAnnotate},
	{groupOther, newDates},
	{groupOther, newVersion},
	{groupOther, newLicenses},
	{groupOther, newCompletion},
}
