package model

// A Route is a way in which a post is paid for.
type Route uint8

// The routes. The first three belong to a programme; the next six are
// background; the rest are ways of paying that no proposal chooses.
const (
	RouteNewMoney      Route = iota // external recurrent money of the programme
	RouteTransfer                   // a medical post converted
	RoutePilot                      // external time-limited money of the programme
	RouteSupport                    // national support for some specialties
	RouteCommissioner               // a commissioner's recurrent money
	RouteTimeLimited                // external money for a stated number of months
	RouteBusinessCase               // internal growth
	RouteNursing                    // nursing or allied health posts converted
	RouteTraining                   // training money: pays a trainee until completion
	RouteBase                       // the service's own staffing budget: posts held at the start or embedded
	RouteUnconstrained              // finance switched off or held open: nobody's budget
	RouteARRS                       // reimbursed to a primary care network
	RoutePractices                  // practices' own money
	RouteCount         int   = iota
)

var routeNames = [RouteCount]string{"new-money", "budget-transfer", "pilots", "national-support", "commissioner", "time-limited", "business-case",
	"nursing-conversion", "training", "base", "unconstrained", "arrs", "practices"}

// String returns the route's name as scenario files and outputs write it.
func (r Route) String() string { return routeNames[r] }
