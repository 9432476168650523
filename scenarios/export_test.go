package scenarios

import "flag"

// Update tells tests of this folder to write their golden files anew.
var Update = flag.Bool("update", false, "write the golden files anew")
