// Package shapes draws.
package shapes

import (
	"fmt"
	m "math"
)

const limit = 10

// Shape has an area.
type Shape interface {
	Area() float64
}

// Square is a shape.
type Square struct {
	side float64 `json:"side"`
}

// Area returns the area.
// It never fails.
func (s *Square) Area(scale, extra float64, rest ...int) (float64, error) {
	if scale > 0 && s.side > 0 {
		for range rest {
			fmt.Println(m.Sqrt(s.side))
		}
	}
	switch {
	case scale > 1:
		return scale, nil
	default:
		return 0, fmt.Errorf("bad")
	}
}

func New(side float64) *Square { return &Square{side: side} }

func (l List[T]) Len() int { return len(l.items) }
