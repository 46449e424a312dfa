package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"
)

// outputFlag is -o: a file to write to instead of stdout.
type outputFlag struct{ file string }

func (f *outputFlag) add(flags *pflag.FlagSet, preset string) {
	flags.StringVarP(&f.file, "output", "o", preset, "write to `FILE`")
}

func (f outputFlag) toStdout() bool { return f.file == "" || f.file == "-" }

// write has print write to the file, or to stdout if none is named. A file is
// replaced only when all of it has been written.
func (f outputFlag) write(stdout io.Writer, print func(io.Writer) error) error {
	if f.toStdout() {
		return print(stdout)
	}
	tmp, err := os.CreateTemp(filepath.Dir(f.file), "."+filepath.Base(f.file)+".*")
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", f.file, err)
	}
	defer os.Remove(tmp.Name()) // gone already if all went well
	if err := printAll(tmp, print); err != nil {
		return fmt.Errorf("cannot write %s: %w", f.file, err)
	}
	return os.Rename(tmp.Name(), f.file)
}

// printAll has print write to file and closes it.
func printAll(file *os.File, print func(io.Writer) error) error {
	buffered := bufio.NewWriter(file)
	err := print(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = file.Chmod(0o644)
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	return err
}
