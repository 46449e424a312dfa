package main

import (
	"context"
	"sync"
)

// ordered works on items in parallel and hands the results over one at a time,
// in the order of the items. At most about 2*workers items are held at once.
//
// next returns false when there are no more items; it is called from one other
// goroutine, and ordered waits for it, so it must end when ctx does. emit is
// called from this goroutine only.
func ordered[In, Out any](ctx context.Context, workers int, next func() (In, bool, error), work func(In) Out, emit func(Out) error) error {
	type slot struct {
		in  In
		out chan Out
	}
	ctx, cancel := context.WithCancel(ctx)
	jobs := make(chan slot)
	queue := make(chan slot, workers) // the order in which results are due
	readErr := make(chan error, 1)

	var working sync.WaitGroup
	defer working.Wait()
	defer cancel() // before waiting, so that idle workers stop
	working.Go(func() {
		defer close(queue)
		defer close(jobs)
		for {
			in, ok, err := next()
			if err != nil || !ok {
				readErr <- err
				return
			}
			s := slot{in, make(chan Out, 1)}
			for _, c := range []chan slot{queue, jobs} {
				select {
				case c <- s:
				case <-ctx.Done():
					return
				}
			}
		}
	})
	for range workers {
		working.Go(func() {
			for {
				select {
				case s, ok := <-jobs:
					if !ok {
						return
					}
					s.out <- work(s.in)
				case <-ctx.Done():
					return
				}
			}
		})
	}

	for {
		select {
		case s, ok := <-queue:
			if !ok {
				if err := ctx.Err(); err != nil {
					return err
				}
				return <-readErr
			}
			select {
			case out := <-s.out:
				if err := emit(out); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
