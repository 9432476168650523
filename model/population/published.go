package population

// The distributions from which populations are drawn, restated with their
// sources. No row is a real organisation.

// trustSize holds total staff (FTE) of trusts at the quantiles of
// sizeQuantiles, from NHS Digital HCHS workforce statistics by trust, 30
// September 2017 (233 trusts). Integrated trusts are no class of their own
// there: combined trusts take the sizes of acute trusts.
var trustSize = [profileCount][7]float64{
	generalAcute:    {1424, 2756, 3452, 4884, 6905, 8945, 14884},
	specialistAcute: {825, 1000, 1302, 1602, 2984, 3864, 4903},
	community:       {963, 1187, 1756, 2429, 3181, 3844, 4084},
	mentalHealth:    {563, 1816, 2207, 3228, 4418, 4996, 7576},
	ambulance:       {2349, 2919, 3157, 4030, 4518, 4957, 5497},
	combined:        {1424, 2756, 3452, 4884, 6905, 8945, 14884},
}

var sizeQuantiles = [7]float64{0, .1, .25, .5, .75, .9, 1}

// networkList holds registered patients of primary care networks at the
// quantiles of listQuantiles, from NHS Digital, NHS Payments to General
// Practice 2019/20 (1,249 networks).
var (
	networkList   = [9]float64{10000, 28691, 30622, 35410, 43400, 53583, 68324, 78880, 150000}
	listQuantiles = [9]float64{0, .05, .1, .25, .5, .75, .9, .95, 1}
)

// practiceShare is the share of networks with 1, 2, 3, ... practices, from
// the same source; the last entry stands for all larger numbers.
var practiceShare = []float64{.03, .059, .145, .177, .183, .152, .09, .067, .035, .02, .014, .01, .006, .012}

// From the same source: networks with longer lists have more practices (rank
// correlation 0.58, that is 0.60 between normal scores). Within regions the
// number of practices, as a normal score, has a standard deviation of 0.76
// beside what the list tells, and the logarithm of weighted over registered
// patients one of 0.076.
const (
	listPracticeCorrelation = 0.60
	practiceCountSpread     = 0.76
	weightedSpread          = 0.076
)

// practiceSpread is the standard deviation of the logarithm of practices'
// parts of their network's list (judged).
const practiceSpread = 0.5

// region is a part of England: its areas (integrated care systems), networks
// and trusts by profile. Trusts: NHS Digital, 30 September 2017, by region,
// reduced to the 217 of April 2020; which of them are combined is judged,
// since the source does not tell. Networks: NHS Payments to General Practice
// 2019/20, shares of networks with a known region scaled to 1,255. Areas:
// the 42 integrated care systems.
type region struct {
	name     string
	code     string
	areas    int
	networks int
	trusts   [profileCount]int
	differs  regional
}

// regional is how a region differs from all of England, from the same
// sources: means of normal scores, and for weighting of a logarithm. Regions
// explain 6% of the variance of acute trusts' sizes, 1% of lists', 6% of the
// number of practices' beside the list, and 23% of weighting's. Other kinds
// of trust are too few to tell.
type regional struct {
	acute     float64 // size of acute trusts
	list      float64 // registered patients of networks
	practices float64 // practices of networks, beside what the list tells
	weighting float64 // logarithm of weighted over registered patients
}

// The part of the variance of acute trusts' sizes and of networks' lists that
// lies between regions.
const (
	acuteBetweenRegions = 0.06
	listBetweenRegions  = 0.01
)

var england = []region{
	{"London", "LON", 5, 197, [profileCount]int{14, 5, 2, 8, 1, 4}, regional{.35, .16, .18, -.068}},
	{"South East", "SEE", 6, 193, [profileCount]int{17, 1, 4, 5, 2, 4}, regional{-.11, -.08, -.32, -.026}},
	{"South West", "SWE", 7, 147, [profileCount]int{10, 0, 1, 4, 1, 3}, regional{-.27, -.19, -.24, .008}},
	{"East of England", "EAE", 6, 156, [profileCount]int{12, 1, 2, 3, 1, 4}, regional{-.45, -.05, -.24, -.028}},
	{"Midlands", "MID", 11, 249, [profileCount]int{17, 3, 5, 9, 2, 5}, regional{.09, .09, .15, .008}},
	{"North East and Yorkshire", "NEY", 4, 173, [profileCount]int{15, 1, 1, 7, 2, 5}, regional{.27, .07, .06, .047}},
	{"North West", "NWE", 3, 140, [profileCount]int{16, 6, 3, 6, 1, 4}, regional{-.04, -.10, .40, .062}},
}

// metropolitan is one region of eight million people with 36 trusts, like
// the one in which Drennan's interviews were held.
var metropolitan = []region{
	{"Metropolis", "MET", 5, 174, [profileCount]int{14, 5, 2, 10, 1, 4}, regional{}},
}

// classroom is small enough to follow by hand.
var classroom = []region{
	{"Riverside", "RIV", 2, 12, [profileCount]int{2, 0, 1, 1, 1, 1}, regional{}},
}
