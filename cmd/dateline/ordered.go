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
	ctx, cancel := context.WithCancel(ctx)
	jobs := make(chan slot[In, Out])
	queue := make(chan slot[In, Out], workers) // the order in which results are due
	readErr := make(chan error, 1)

	var working sync.WaitGroup
	defer working.Wait()
	defer cancel() // before waiting, so that whoever is idle stops
	working.Go(func() {
		readErr <- feed(ctx, next, queue, jobs)
		close(queue)
		close(jobs)
	})
	for range workers {
		working.Go(func() { labour(ctx, jobs, work) })
	}
	if err := drain(ctx, queue, emit); err != nil {
		return err
	}
	return <-readErr
}

// slot is an item and the place for its result.
type slot[In, Out any] struct {
	in  In
	out chan Out
}

// feed puts every item first into the queue, which fixes its turn, and then
// before the workers.
func feed[In, Out any](ctx context.Context, next func() (In, bool, error), queue, jobs chan<- slot[In, Out]) error {
	for {
		in, ok, err := next()
		if err != nil || !ok {
			return err
		}
		s := slot[In, Out]{in, make(chan Out, 1)}
		for _, c := range []chan<- slot[In, Out]{queue, jobs} {
			select {
			case c <- s:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

// labour is one worker.
func labour[In, Out any](ctx context.Context, jobs <-chan slot[In, Out], work func(In) Out) {
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
}

// drain hands over the results in turn until the queue is closed.
func drain[In, Out any](ctx context.Context, queue <-chan slot[In, Out], emit func(Out) error) error {
	for s := range queue {
		select {
		case out := <-s.out:
			if err := emit(out); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
