package words

import (
	"encoding/csv"
	"math"
	"strconv"
	"strings"
)

// AppendNumber appends a number as all tables write it: six significant
// digits, whole numbers from 100,000 on, an exponent only below 0.0001, a
// point and no separators.
func AppendNumber(line []byte, value float64) []byte {
	switch {
	case value == 0:
		return append(line, '0') // also minus zero
	case math.Abs(value) >= 99999.95:
		return strconv.AppendFloat(line, value, 'f', 0, 64)
	}
	return strconv.AppendFloat(line, value, 'g', 6, 64)
}

// AppendFields appends numbers, each behind a comma.
func AppendFields(line []byte, values ...float64) []byte {
	for _, value := range values {
		line = AppendNumber(append(line, ','), value)
	}
	return line
}

// Fields writes texts as fields of a table's row, quoted where they need it.
func Fields(texts ...string) string {
	var row strings.Builder
	writer := csv.NewWriter(&row)
	writer.Write(texts) // a strings.Builder does not fail
	writer.Flush()
	return strings.TrimSuffix(row.String(), "\n")
}
