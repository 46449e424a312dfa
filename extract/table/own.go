package table

import (
	"sync"
	"sync/atomic"
)

// File is a table of a user's own.
type File struct {
	Name string // where it comes from, for errors
	Text string
}

// Rows are the rows of the table, as Read reads them.
func (f File) Rows(least, most int) ([]Row, error) { return fit(Parse(f.Name, f.Text), least, most) }

// Data is what a stage makes of the embedded tables and of those of a user: at
// first use, and again after Use. It may be used from several goroutines.
type Data[T any] struct {
	load func(own []File) (T, error)
	get  atomic.Pointer[func() (T, error)]
}

// NewData returns data that load makes.
func NewData[T any](load func(own []File) (T, error)) *Data[T] {
	d := &Data[T]{load: load}
	d.get.Store(d.lazily(nil))
	return d
}

func (d *Data[T]) lazily(own []File) *func() (T, error) {
	get := sync.OnceValues(func() (T, error) { return d.load(own) })
	return &get
}

// Get returns what was made. Without tables of a user the error can only be
// that of a broken build.
func (d *Data[T]) Get() (T, error) { return (*d.get.Load())() }

// Use makes the data anew of the embedded tables and own, which take the place
// of those given before. The error names the bad row; the data then stay as
// they were. Tables of a user are read at once, the embedded ones when needed.
func (d *Data[T]) Use(own []File) error {
	get := d.lazily(own)
	if len(own) > 0 {
		if _, err := (*get)(); err != nil {
			return err
		}
	}
	d.get.Store(get)
	return nil
}
