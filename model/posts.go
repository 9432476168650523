package model

import (
	"skillmix/model/money"
	"skillmix/sim"
)

// A stage is where a post stands.
type stage uint8

const (
	stageOpen stage = iota // established and unfilled, frozen ones too
	stageTrainee
	stageJunior // filled, working up
	stageProductive
)

// A post is one post: it belongs to a unit, has a role and a way of being paid,
// and passes through stages. It fills a line of a processor's memory, 64 bytes.
type post struct {
	next      int32     // of the same unit, -1 for none
	unit      int32     // service or network
	since     sim.Month // in this stage since
	ends      sim.Month // end of its money, 0 for substantive posts
	frozen    sim.Month // not recruited to before
	role      uint8
	route     Route
	stage     stage
	converted bool    // a medical post stands behind it
	training  bool    // a trainee whom training money pays, without a post to follow
	holders   uint8   // so far; only their order counts
	lured     float32 // its holder is drawn away when their area's lure passes it
	leaves    float64 // and leaves when their unit's hazard passes this
	key       uint64
	cost      money.Pence // a year, in multiples of twelve pence
	share     money.Pence // part of it that practices pay a year
}

// posts is a store of posts with a free list. It is made large enough at the
// start; it grows, by allocation, only beyond that.
type posts struct {
	all   []post
	free  []int32
	spare []post // the store's other half, for tidying
}

// reset empties the store and sees to its size.
func (s *posts) reset(size int) {
	if cap(s.all) < size {
		s.all = make([]post, 0, size)
		s.spare = make([]post, 0, size)
		s.free = make([]int32, 0, size)
	}
	s.all, s.free = s.all[:0], s.free[:0]
}

// add puts a post at the head of a unit's list and returns its index.
func (s *posts) add(head *int32, p post) int32 {
	p.next = *head
	if n := len(s.free); n > 0 {
		*head = s.free[n-1]
		s.free = s.free[:n-1]
		s.all[*head] = p
		return *head
	}
	s.all = append(s.all, p)
	*head = int32(len(s.all) - 1)
	return *head
}

// start begins to lay the posts of each list side by side, so that walking a
// list walks memory: start, then keep for each list, then finish.
func (s *posts) start() { s.spare = s.spare[:0] }

// keep takes over a list, in its order.
func (s *posts) keep(head *int32) {
	link := head
	for at := *head; at >= 0; at = s.all[at].next {
		*link = int32(len(s.spare))
		s.spare = append(s.spare, s.all[at])
		link = &s.spare[len(s.spare)-1].next
	}
}

// finish gives up what was not kept.
func (s *posts) finish() {
	s.all, s.spare = s.spare, s.all
	s.free = s.free[:0]
}

// transfer moves the post that a link leads to to the head of another list.
func (s *posts) transfer(link, to *int32) {
	p := &s.all[*link]
	*link, p.next, *to = p.next, *to, *link
}

// remove takes the post at index out of a unit's list.
func (s *posts) remove(head *int32, index int32) {
	*s.linkTo(head, index) = s.all[index].next
	s.free = append(s.free, index)
}

// linkTo returns the link of a list that leads to the post at index.
func (s *posts) linkTo(head *int32, index int32) *int32 {
	link := head
	for *link != index {
		link = &s.all[*link].next
	}
	return link
}
