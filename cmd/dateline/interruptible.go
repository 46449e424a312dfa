package main

import (
	"context"
	"io"
)

// chunkSize is how much is read from an interruptible input at once.
const chunkSize = 64 << 10

// interruptible returns a reader of in that gives up when ctx ends, even while
// in blocks, as a terminal does. A read that blocks is left behind.
func interruptible(ctx context.Context, in io.Reader) io.Reader {
	r := &interruptibleReader{ctx: ctx, chunks: make(chan chunk)}
	go func() {
		for {
			buf := make([]byte, chunkSize)
			n, err := in.Read(buf)
			select {
			case r.chunks <- chunk{buf[:n], err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return r
}

type chunk struct {
	data []byte
	err  error
}

type interruptibleReader struct {
	ctx    context.Context
	chunks chan chunk
	chunk  // the last one received, data being what is left of it
}

func (r *interruptibleReader) Read(p []byte) (int, error) {
	for len(r.data) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		select {
		case r.chunk = <-r.chunks:
		case <-r.ctx.Done():
			return 0, r.ctx.Err()
		}
	}
	n := copy(p, r.data)
	r.data = r.data[n:]
	return n, nil
}
