// Command skillmix simulates how NHS organisations change the mix of skills
// in their workforce, and compares worlds that fund the change differently.
// Run skillmix help to begin.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// Parts are large and short-lived: by default as much again would wait to be
	// collected as is in use.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50)
	}
	os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr))
}
