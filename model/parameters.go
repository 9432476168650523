package model

// A Parameter indexes Catalogue and the values of a world.
type Parameter int

// The parameters, grouped as in the catalogue, which gives each its unit,
// range and basis.
const (
	// Demand and medical staffing.
	DemandGrowth Parameter = iota
	DemandTrend
	DemandNoise
	EstablishmentGrowth
	VacancyLevel
	VacancySpread
	VacancyArea
	VacancyReversion
	VacancyNoise
	LocumCover
	LocumOutput
	TensionMidpoint
	TensionSoftness
	TensionAdaptation
	SmallServiceSeniors

	// Clarity.
	ClarityStart
	ClarityStart2019
	ClarityStartSupported
	ClarityStartMental
	ClarityCampaign
	ClarityPeers
	ClarityOwn
	ClarityLead
	ClarityStrategy
	ClarityLoss
	ClarityPower

	// Crowded agenda.
	CrowdingMean
	CrowdingSpread
	CrowdingWeight

	// Evidence.
	PriorStrength
	EvaluationRate
	EvaluationCapacity
	EvaluationProgramme
	OutcomeRate
	Q0
	SuccessFit
	SuccessSupervision
	SuccessPreparation
	Preparation
	TaskFit
	SafeLevel
	EvidenceOwn
	EvidenceTrust
	EvidencePeers
	EvidencePublished
	Applicability
	EvidenceHalfLife

	// Hostility of senior doctors.
	HostilityMean
	HostilityTrust
	HostilitySpecialty
	HostilityService
	HostilitySupported
	HostilitySoftening
	HostilityHardening
	SeniorTurnover

	// Consent.
	ConsentConstant
	ConsentHostility
	ConsentCloseness
	ConsentLoss
	Irreversibility
	LossHorizon
	DoctorTurnover
	ConsentDoubt
	ConsentEvidence
	ConsentTension
	ConsentChampion
	ConsentStructure
	ConsentExposure
	PassiveStretch

	// Structural support.
	ChampionShare
	StrategyShare
	LeadShare
	EvaluationShare

	// Proposals.
	RateShortage
	RateRetention
	RateCommissioning
	RateTraining
	RateIndividuals
	IndividualsShare
	RatePeers
	SizePower
	StandardService
	RefusalMemory
	SiloMemory
	PeerThresholdMean
	PeerThresholdSpread

	// Finance.
	FinanceNeed
	RoomCommissioner
	RoomTimeLimited
	RoomGrowth
	RoomNursing
	RoomTraining
	TimeLimitedMonths
	BusinessCaseConstant
	BusinessCaseBelief
	BusinessCaseStrategy
	CostPost
	CostMedical
	CostLocum
	SiloPass
	SiloDelay
	HolderRefusal
	OpeningDelay

	// Supervision.
	SupervisionHours
	SupervisionSqueeze
	SupervisionTrainee
	SupervisionJunior

	// Recruitment, training and leaving.
	PoolStart
	PoolInflow
	PoolLeave
	PoolReturn
	MatchRate
	MatchMost
	TraineeWait
	TraineeRate
	TrainingMonths
	WithdrawAfter
	LeaveRate
	RampMonths
	RampStart

	// Embedding and refilling.
	EmbeddingConstant
	EmbeddingEvidence
	EmbeddingHalf
	EmbeddingWeight
	LapseShare
	FreezeShare
	FreezeMonths
	RoutineMonths
	ReliefWeight

	// Start.
	StartPosts
	StartSpread
	StartMental

	// Primary care networks and their scheme.
	ArrsOffer
	ArrsClaim
	ArrsOverrun
	PcnPace
	PracticeConsent
	PracticeDoubt
	PracticeEvidence
	PracticeCloseness
	PracticeShare
	PracticeUnregulated
	PracticeQuorum
	ScepticismSpread
	RiskSpread
	RoomsPerList
	RoomsSpread
	RoomsPerPost
	NeedWeight
	ChoiceEvidence
	ChoiceCloseness
	ChoiceUnregulated
	ChoiceRooms
	ChoiceTightness
	ChoiceTaste
	PcnSupply
	PcnSupplyGrowth
	PcnLeaveRate
	PcnTaskFit
	ArrsShare
	PracticeTension
	PracticeExposure
	PracticeLiability
	PracticeFear
	PracticePrescribing
	ChoiceClarity
	ClarityListed
	EvaluationScheme
	PcnSupervision
	GpGrowth
	LegacyPharmacists

	// Formation of networks.
	GpChampions
	FormationGrowth
	FormationLoad
	MaturityStart
	MaturitySpread
	MaturityReady
	DirectorTurnover
	DirectorLoss

	// Operating models and deployment.
	OperatingWeight
	SwitchRate
	DeploymentWeight
	FloatingShare

	// Task fit in networks.
	FitSpread
	FitLearning
	FitPace
	FitSuccess
	MaturitySuccess
	FitPull
	FitRut
	NationalWork
	VoluntaryCapacity
	VoluntaryWeight
	PatientAcceptance
	Duplication
	DuplicationDecay

	// Leaving and the labour market.
	LeaveFit
	LeaveIsolation
	LabourLimit
	PoachRate
	PayPressure
	SpillOver
	Willingness

	// Practices' own posts.
	OwnRate
	OwnSlope
	OwnMid
	PracticeMoney

	// Shocks.
	ShockDemand
	ShockSlowing
	ShockCatalyst

	ParameterCount int = iota
)
