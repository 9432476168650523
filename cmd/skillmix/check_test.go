package main

import (
	"testing"
	"time"
)

func TestForecastInWords(t *testing.T) {
	for d, want := range map[time.Duration]string{
		300 * time.Millisecond: "a second", 4400 * time.Millisecond: "4 seconds", 119 * time.Second: "119 seconds",
		121 * time.Second: "2 minutes", 119 * time.Minute: "119 minutes", 5 * time.Hour: "5 hours",
	} {
		if got := duration(d); got != want {
			t.Errorf("%v is told as %s, want %s", d, got, want)
		}
	}
	for bytes, want := range map[float64]string{4.1e6: "4.1 MB", 6.6e7: "66 MB", 2.34e9: "2.3 GB"} {
		if got := size(bytes); got != want {
			t.Errorf("%v bytes are told as %s, want %s", bytes, got, want)
		}
	}
}
