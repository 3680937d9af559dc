// Who is connected: how many in all, how many that no terminal has proven by address, and who has
// to go where there is no room. One thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <unordered_map>

#include "server/front/bounds.h"

namespace county {

// As the crowd sees a connection.
class Guest {
 public:
  virtual ~Guest() = default;
  // Its request is being worked on, so it stays.
  virtual bool Working() const = 0;
  virtual bool HasBody() const = 0;  // part of one is held in memory
  virtual void Expel() = 0;          // leaves the crowd
};

class Crowd {
 public:
  explicit Crowd(const CrowdBounds& bounds) : bounds_(bounds) {}

  // False: there is no room, and nobody who could make it. address: as numbers.
  bool Admit(Guest& guest, const std::string& address);
  void Leave(Guest& guest);
  void Prove(Guest& guest, std::uint32_t terminal);
  // Of all that are under way; where they are too many, the oldest stranger with one goes.
  void BodyGrew(std::size_t bytes);
  void BodyEnded(std::size_t bytes) { bytes_of_bodies_ -= bytes; }

  std::size_t size() const { return size_; }  // any thread
  // Whether so many fewer are here than there once were; from then on counted anew.
  bool HasShrunkBy(std::size_t enough);
  template <class Visit>
  void ForEach(Visit visit) {
    for (auto at = guests_.begin(); at != guests_.end();) visit(*(at++)->first);
  }

 private:
  using Queue = std::list<Guest*>;  // by arrival
  struct Entry {
    std::string address;         // empty: proven
    std::uint32_t terminal = 0;  // 0: none
    Queue::iterator place;       // among the strangers of the address
  };

  bool ExpelOldestOf(Queue& queue);
  bool ExpelFromLongest();
  void LeaveQueue(Entry& entry);

  const CrowdBounds bounds_;
  std::map<Guest*, Entry> guests_;
  std::unordered_map<std::string, Queue> strangers_;
  std::unordered_map<std::uint32_t, std::size_t> proven_;
  std::size_t bytes_of_bodies_ = 0;
  std::size_t most_ = 0;
  std::atomic<std::size_t> size_ = 0;
};

// What counts as one address: IPv6 by its first 64 bits.
std::string AddressGroup(const std::string& address);
// Whose phones are counted together: IPv6 by its first 64 bits, IPv4 by its first 24.
std::string NetworkOf(const std::string& address);
// What one subscriber or one carrier may have of it: IPv6 by its first 48 bits, IPv4 by its
// first 16.
std::string WideNetworkOf(const std::string& address);

}  // namespace county
