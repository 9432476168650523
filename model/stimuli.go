package model

// A Stimulus is what gave rise to a proposal.
type Stimulus uint8

// The stimuli: the first six in trusts (Drennan), the last two in networks.
const (
	StimulusShortage Stimulus = iota
	StimulusRetention
	StimulusCommissioning
	StimulusTraining
	StimulusIndividual
	StimulusPeers
	StimulusScheme
	StimulusPractices
	StimulusCount int = iota
)

var stimulusNames = [StimulusCount]string{"shortage", "retention", "commissioning", "training", "individual", "peers", "scheme", "practices"}

// String returns the stimulus's name as outputs write it.
func (s Stimulus) String() string { return stimulusNames[s] }

// A Proposal is a case for a post, as it was decided.
type Proposal struct {
	Unit     Unit
	Role     int // index into Roles
	Stimulus Stimulus
	Failed   Gates     // every gate it failed; none means that the post will open
	Attempts []Attempt // routes tried, in order
	Vacancy  float64   // mean vacancy in training grades over twelve months, 0 to 1 (trusts)
	Tension  float64   // 0 to 1 (trusts)

	stretch float64 // probability of the consent given, for passive resistance
	route   Route
}

// Proposals returns the cases of the month just stepped, for observers. The
// slice and all that hangs on it are reused by the next Step.
func (w *World) Proposals() []Proposal { return w.proposals }

// An Attempt is one route put to those who must consent.
type Attempt struct {
	Route       Route
	Tau         float64 // share of the money taken from medical posts, 0 to 1
	Probability float64 // of the senior doctors' consent
	Consented   bool    // by the senior doctors and by the holder of any paying silo
}

// A Unit is a decision unit of a world: a service of a trust, or a network.
type Unit struct {
	Network bool
	Index   int // among the services of all trusts, or among the networks
}
