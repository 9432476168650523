// Command skillmix simulates how NHS organisations change the mix of skills
// in their workforce, and compares worlds that fund the change differently.
// Run skillmix help to begin.
package main

import "os"

func main() { os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr)) }
