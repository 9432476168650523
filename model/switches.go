package model

// A Switch names a mechanism of docs/model.md that can be turned off. A
// mechanism that is off has its coefficients at their neutral values and
// nothing else: the rules themselves never ask.
type Switch uint8

// The mechanisms, in the order of docs/model.md.
const (
	Shortage Switch = iota
	RetentionMotive
	Commissioning
	TrainingCommissions
	Individuals
	PeerLearning
	Finance
	Silos
	ResourceDefence
	Evidence
	Nervousness
	Jurisdiction
	Hostility
	PassiveResistance
	StructuralSupport
	Clarity
	Crowding
	Supervision
	Embedding
	ReimbursementScheme
	WaitAndSee
	Rooms
	LabourMarket
	Regulation
	PreparationForRole
	Formation
	OperatingModels
	TaskFitting
	DuplicatedWork
	Shocks
	Retention
	Relief
	SwitchCount int = iota
)

// Switches is a set of mechanisms.
type Switches uint64

// With returns the set with one more mechanism.
func (s Switches) With(mechanism Switch) Switches { return s | 1<<mechanism }

// Has reports whether the set holds the mechanism.
func (s Switches) Has(mechanism Switch) bool { return s&(1<<mechanism) != 0 }

// A Mechanism describes a switch: the name scenario files use, what the
// mechanism says, where it comes from, and the neutral values that remove it.
type Mechanism struct {
	Name    string
	Meaning string
	Source  string
	Neutral []Neutral
}

// Neutral is a parameter's value at which its mechanism does nothing.
type Neutral struct {
	Parameter Parameter
	Value     float64
}

// String returns the mechanism's name.
func (s Switch) String() string { return Mechanisms[s].Name }

// SwitchNamed returns the mechanism of that name.
func SwitchNamed(name string) (Switch, bool) {
	for i := range Mechanisms {
		if Mechanisms[i].Name == name {
			return Switch(i), true
		}
	}
	return 0, false
}

// Mechanisms lists every switch, indexed by Switch.
var Mechanisms = [SwitchCount]Mechanism{
	Shortage: {"shortage", "vacancies in training grades with rising demand push proposals; tension makes change acceptable", "Drennan; Nelson",
		[]Neutral{{RateShortage, 0}, {ConsentTension, 0}}},
	RetentionMotive: {"retention-motive", "the wish to retain experienced staff pushes proposals", "Drennan",
		[]Neutral{{RateRetention, 0}}},
	Commissioning: {"commissioning", "services that commissioners fund pull proposals", "Drennan",
		[]Neutral{{RateCommissioning, 0}}},
	TrainingCommissions: {"training-commissions", "externally funded training pulls trainee posts; completers without a post leave", "Drennan",
		[]Neutral{{RateTraining, 0}}},
	Individuals: {"individuals", "individuals develop roles without a plan", "Drennan",
		[]Neutral{{RateIndividuals, 0}}},
	PeerLearning: {"peer-learning", "success seen in another service or organisation prompts proposals", "Drennan; Nelson",
		[]Neutral{{RatePeers, 0}}},
	Finance: {"finance", "posts need a route with money in it, and a share that practices pay weighs with them", "Drennan; Nelson; Mills",
		[]Neutral{{FinanceNeed, 0}, {PracticeShare, 0}}},
	Silos: {"silos", "moving money across professional budgets is procedurally hard, and each budget's holder answers for it", "Drennan",
		[]Neutral{{SiloPass, 1}, {SiloDelay, 0}, {HolderRefusal, 0}}},
	ResourceDefence: {"resource-defence", "senior doctors defend medical money: the loss felt when a medical post goes", "Drennan",
		[]Neutral{{ConsentLoss, 0}}},
	Evidence: {"evidence", "evaluated experience builds belief, spreads and fades; consent, business cases and embedding draw on it", "Drennan; Nelson",
		[]Neutral{{EvidenceOwn, 0}, {EvidenceTrust, 0}, {EvidencePeers, 0}, {EvidencePublished, 0}, {EmbeddingEvidence, 0},
			{EvaluationRate, 0}, {EvaluationProgramme, 0}}},
	Nervousness: {"nervousness", "doubt about safety weighs on consent", "Drennan",
		[]Neutral{{ConsentDoubt, 0}}},
	Jurisdiction: {"jurisdiction", "closeness to doctors' work raises resistance", "Drennan (Abbott 1988); Nelson",
		[]Neutral{{ConsentCloseness, 0}}},
	Hostility: {"hostility", "senior doctors' attitude differs by site; lived success softens it, failure hardens it", "Drennan; Mills",
		[]Neutral{{ConsentHostility, 0}}},
	PassiveResistance: {"passive-resistance", "consent given without enthusiasm delays everything after", "Drennan",
		[]Neutral{{PassiveStretch, 0}}},
	StructuralSupport: {"support", "a strategy, a director champion, a lead with a remit", "Drennan",
		[]Neutral{{ConsentChampion, 0}, {ConsentStructure, 0}, {ClarityLead, 0}, {ClarityStrategy, 0}, {BusinessCaseStrategy, 0}}},
	Clarity: {"clarity", "confusion about the role stops proposals", "Drennan; Nelson",
		[]Neutral{{ClarityPower, 0}}},
	Crowding: {"crowding", "a crowded agenda of competing innovations", "Drennan",
		[]Neutral{{CrowdingWeight, 0}}},
	Supervision: {"supervision", "senior time for supervision, scarcest where need is greatest", "Drennan; Nelson; Nuffield",
		[]Neutral{{SupervisionTrainee, 0}, {SupervisionJunior, 0}, {SuccessSupervision, 0}}},
	Embedding: {"embedding", "time-limited posts are embedded on good local evidence, else end; a leaver's substantive post is refilled, frozen or lapses by how far it is routine", "Drennan; Nelson",
		[]Neutral{{EmbeddingWeight, 0}, {LapseShare, 0}, {FreezeShare, 0}}},
	ReimbursementScheme: {"arrs", "primary care networks are reimbursed for additional roles, by weighted list, year, role, maximum and cap", "Nelson; Mills; NHS England",
		[]Neutral{{ArrsOffer, 0}}},
	WaitAndSee: {"wait-and-see", "practices differ in their aversion to risk and wait to see the role work elsewhere; GPs listen to GPs", "Nelson",
		[]Neutral{{PracticeDoubt, 0}, {PracticeExposure, 0}}},
	Rooms: {"rooms", "estates limit posts in general practice", "Nelson",
		[]Neutral{{RoomsPerPost, 0}, {ChoiceRooms, 0}}},
	LabourMarket: {"labour-market", "limited supply of people, time to fill, poaching, pay that rises for scarce roles", "Drennan; Nelson; Mills",
		[]Neutral{{LabourLimit, 0}, {PoachRate, 0}, {PayPressure, 0}, {ChoiceTightness, 0}}},
	Regulation: {"regulation", "regulated professions, and those that may prescribe, are accepted sooner", "Nelson",
		[]Neutral{{PracticeUnregulated, 0}, {PracticePrescribing, 0}, {ChoiceUnregulated, 0}}},
	PreparationForRole: {"preparation", "some roles take years to full work; poor preparation lowers success", "Nelson",
		[]Neutral{{RampStart, 1}, {SuccessPreparation, 0}}},
	Formation: {"formation", "maturity grows with the director's skill, slower while staff are being integrated; a new director is a loss and a chance", "Mills",
		[]Neutral{{MaturityStart, 1}, {MaturitySpread, 0}, {DirectorLoss, 0}}},
	OperatingModels: {"operating-models", "practice by practice, lead practice, federation or other provider: speed, liability, control and isolation differ", "Mills; Nelson",
		[]Neutral{{OperatingWeight, 0}, {SwitchRate, 0}}},
	TaskFitting: {"task-fit", "patterns of tasks persist; deployment, seniors and the director's knowledge move them", "Mills; Nelson",
		[]Neutral{{FitSpread, 0}, {FitLearning, 0}, {FitPull, 0}, {DeploymentWeight, 0}, {NationalWork, 0}, {VoluntaryWeight, 0}}},
	DuplicatedWork: {"duplication", "the doctor sees the patient first until trust grows, and patients too must come round", "Nelson",
		[]Neutral{{Duplication, 0}, {PatientAcceptance, 1}}},
	Shocks: {"shocks", "a crisis adds demand, slows training and formation, and wins support where holders work in-house", "Mills",
		[]Neutral{{ShockDemand, 0}, {ShockSlowing, 0}, {ShockCatalyst, 0}}},
	Retention: {"retention", "isolation and tasks that do not fit raise leaving", "Nelson; Mills",
		[]Neutral{{LeaveFit, 0}, {LeaveIsolation, 0}}},
	Relief: {"relief", "posts that work relieve doctors and so lower the tension that created them", "synthesis of the sources",
		[]Neutral{{ReliefWeight, 0}}},
}
