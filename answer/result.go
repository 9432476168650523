package answer

// A Result is what was asked and what the runs showed.
type Result struct {
	Scenarios  []Scenario // in the order given; the points of the experiment
	Headline   string     // name of the measure that the finding is about
	Population string     // what the runs were about, such as metropolitan
	Own        bool       // they are the user's own organisations
	Redrawn    bool       // others are drawn for each pair of runs
	Seed       uint64
	Inputs     string // hash of all inputs
	// Judged counts the values that were drawn from their priors because they
	// rest on judgement. It is of interest only if Spread is true.
	Judged int
	// Spread tells that Runs drew judged values as well as chance. Else they
	// were held at their defaults and Runs differ by chance alone.
	Spread bool
	// Varied names the keys that a grid or a sample varies between runs: levers,
	// so many, and behind them judged values that are sampled.
	Varied []string
	Levers int
	Runs   *Runs
	// ChanceAlone holds the headline in the last month by scenario and
	// complete pair in the runs with judged values held (see HeadlineValues). It
	// is nil if Spread is false.
	ChanceAlone [][]float64
	// Observed are what was observed of the world, to set beside the runs
	// where the headline is the same measure.
	Observed []Observation
	// Command is the command line that makes the result again from the files
	// in its folder.
	Command string
}

// A Scenario is one of the worlds compared.
type Scenario struct {
	Name   string // as in file names and tables
	Title  string
	SHA256 string // of its resolved file
}
