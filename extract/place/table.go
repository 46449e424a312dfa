package place

import (
	"strconv"

	"dateline/extract/table"
)

// position reads the coordinates in columns lat and lat+1.
func position(r table.Row, lat int) (float64, float64, error) {
	y, err1 := strconv.ParseFloat(r.Cells[lat], 64)
	x, err2 := strconv.ParseFloat(r.Cells[lat+1], 64)
	if err1 != nil || err2 != nil || y < -90 || y > 90 || x < -180 || x > 180 {
		return 0, 0, r.Errorf("not a latitude and longitude: %q %q", r.Cells[lat], r.Cells[lat+1])
	}
	return y, x, nil
}
