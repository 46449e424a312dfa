package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// upToN returns a next that counts from 0 and stops before n, with err.
func upToN(n int, err error) func() (int, bool, error) {
	i := -1
	return func() (int, bool, error) {
		i++
		if i == n {
			return 0, false, err
		}
		return i, true, nil
	}
}

func TestOrderedKeepsOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var got []int
		slowFirst := func(i int) int {
			time.Sleep(time.Duration(5-i%5) * time.Millisecond)
			return i * i
		}
		err := ordered(t.Context(), workers, upToN(40, nil), slowFirst, func(n int) error {
			got = append(got, n)
			return nil
		})
		if err != nil || len(got) != 40 {
			t.Fatalf("%d workers: %d results, error %v", workers, len(got), err)
		}
		for i, n := range got {
			if n != i*i {
				t.Fatalf("%d workers: result %d is %d", workers, i, n)
			}
		}
	}
}

func TestOrderedReportsErrors(t *testing.T) {
	boom := errors.New("boom")
	same := func(i int) int { return i }
	emitted := 0
	count := func(int) error { emitted++; return nil }
	if err := ordered(t.Context(), 2, upToN(3, boom), same, count); !errors.Is(err, boom) {
		t.Errorf("an error of next was lost: %v", err)
	}
	if emitted != 3 {
		t.Errorf("%d of 3 items before the error were handed over", emitted)
	}
	if err := ordered(t.Context(), 2, upToN(100, nil), same, func(int) error { return boom }); !errors.Is(err, boom) {
		t.Errorf("an error of emit was lost: %v", err)
	}
}

func TestInterruptibleEndsWhileInputBlocks(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	blocked, writer := io.Pipe()
	defer writer.Close()
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := io.ReadAll(interruptible(ctx, blocked)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestInterruptibleReadsAll(t *testing.T) {
	want := strings.Repeat("0123456789", 20_000)
	got, err := io.ReadAll(interruptible(t.Context(), iotest.HalfReader(strings.NewReader(want))))
	if err != nil || string(got) != want {
		t.Errorf("read %d of %d bytes, error %v", len(got), len(want), err)
	}
}
