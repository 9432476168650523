package model

import (
	"skillmix/model/population"
)

// linkPeers makes the circles of peers: the services of a specialty in an
// area, and for a service without any such peer those of the nearest area
// that has one.
func (w *World) linkPeers() {
	w.peers = sized(w.peers, len(w.areas)*population.SpecialtyCount)
	at := func(area int32, specialty int) int32 { return area*int32(population.SpecialtyCount) + int32(specialty) }
	for i := range w.services {
		s := &w.services[i]
		s.own = at(s.area, s.specialty)
		w.peers[s.own].units++
		w.trusts[s.trust].peers.units++
	}
	for i := range w.services {
		s := &w.services[i]
		s.peers = s.own
		if w.peers[s.own].units > 1 {
			continue
		}
		s.peers = -1
		for distance := 1; distance < len(w.areas) && s.peers < 0; distance++ {
			for _, area := range []int{int(s.area) - distance, int(s.area) + distance} {
				if area >= 0 && area < len(w.areas) && w.peers[at(int32(area), s.specialty)].units > 0 {
					s.peers = at(int32(area), s.specialty)
					break
				}
			}
		}
	}
}
