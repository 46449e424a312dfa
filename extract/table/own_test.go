package table

import (
	"errors"
	"testing"
)

func TestData(t *testing.T) {
	loads := 0
	d := NewData(func(own []File) (int, error) {
		loads++
		for _, f := range own {
			if f.Text == "bad" {
				return 0, errors.New(f.Name)
			}
		}
		return len(own), nil
	})
	get := func(want int) {
		t.Helper()
		if n, err := d.Get(); n != want || err != nil {
			t.Errorf("got %d, %v, want %d", n, err, want)
		}
	}
	get(0)
	get(0)
	if loads != 1 {
		t.Errorf("loaded %d times, want once", loads)
	}
	if err := d.Use([]File{{"a", ""}}); err != nil {
		t.Error(err)
	}
	get(1)
	if err := d.Use([]File{{"b", "bad"}}); err == nil || err.Error() != "b" {
		t.Errorf("error %v", err)
	}
	get(1)
	if err := d.Use(nil); err != nil {
		t.Error(err)
	}
	get(0)
}
