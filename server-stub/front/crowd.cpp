#include "server/front/crowd.h"

#include <arpa/inet.h>

#include <algorithm>

namespace county {

namespace {

// Its first bytes, and what is no address whole. Of IPv4 and IPv6 none are alike: their lengths
// differ.
std::string Prefix(const std::string& address, std::size_t of_ipv4, std::size_t of_ipv6) {
  in6_addr bytes{};
  const auto first = [&](std::size_t size) {
    return std::string(reinterpret_cast<const char*>(bytes.s6_addr), size);
  };
  if (inet_pton(AF_INET, address.c_str(), &bytes) == 1) return first(of_ipv4);
  return inet_pton(AF_INET6, address.c_str(), &bytes) == 1 ? first(of_ipv6) : address;
}

}  // namespace

std::string AddressGroup(const std::string& address) { return Prefix(address, 4, 8); }
std::string NetworkOf(const std::string& address) { return Prefix(address, 3, 8); }
std::string WideNetworkOf(const std::string& address) { return Prefix(address, 2, 6); }

bool Crowd::ExpelOldestOf(Queue& queue) {
  const auto oldest =
      std::find_if(queue.begin(), queue.end(), [](const Guest* each) { return !each->Working(); });
  if (oldest == queue.end()) return false;
  (*oldest)->Expel();
  return true;
}

bool Crowd::ExpelFromLongest() {
  const auto longest = std::max_element(
      strangers_.begin(), strangers_.end(),
      [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  return longest != strangers_.end() && ExpelOldestOf(longest->second);
}

bool Crowd::Admit(Guest& guest, const std::string& address) {
  const std::string group = AddressGroup(address);
  if (const auto known = strangers_.find(group);
      known != strangers_.end() && known->second.size() >= bounds_.strangers_by_address &&
      !ExpelOldestOf(known->second)) {
    return false;
  }
  if (guests_.size() >= bounds_.connections && !ExpelFromLongest()) return false;
  Queue& queue = strangers_[group];
  guests_[&guest] = {group, 0, queue.insert(queue.end(), &guest)};
  size_ = guests_.size();
  most_ = std::max(most_, guests_.size());
  return true;
}

bool Crowd::HasShrunkBy(std::size_t enough) {
  if (most_ - guests_.size() < enough) return false;
  most_ = guests_.size();
  return true;
}

void Crowd::LeaveQueue(Entry& entry) {
  if (entry.address.empty()) return;
  const auto queue = strangers_.find(entry.address);
  queue->second.erase(entry.place);
  if (queue->second.empty()) strangers_.erase(queue);
  entry.address.clear();
}

void Crowd::Leave(Guest& guest) {
  const auto found = guests_.find(&guest);
  if (found == guests_.end()) return;
  Entry& entry = found->second;
  LeaveQueue(entry);
  if (entry.terminal != 0) {
    const auto proven = proven_.find(entry.terminal);
    if (--proven->second == 0) proven_.erase(proven);
  }
  guests_.erase(found);
  size_ = guests_.size();
}

void Crowd::Prove(Guest& guest, std::uint32_t terminal) {
  const auto found = guests_.find(&guest);
  if (found == guests_.end() || found->second.terminal != 0 || terminal == 0) return;
  std::size_t& count = proven_[terminal];
  if (count >= bounds_.by_terminal) return;
  ++count;
  found->second.terminal = terminal;
  LeaveQueue(found->second);
}

void Crowd::BodyGrew(std::size_t bytes) {
  bytes_of_bodies_ += bytes;
  if (bytes_of_bodies_ <= bounds_.bytes_of_bodies) return;
  for (auto& [address, queue] : strangers_) {
    const auto oldest = std::find_if(queue.begin(), queue.end(), [](const Guest* each) {
      return each->HasBody() && !each->Working();
    });
    if (oldest != queue.end()) return (*oldest)->Expel();
  }
}

}  // namespace county
