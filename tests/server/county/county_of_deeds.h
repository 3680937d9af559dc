// A county whose deeds are looked at: what it keeps of them, what its desk says and what a studio's
// terminal can open of them.
#pragma once

#include <map>
#include <string>

#include "server/clerk/deeds.h"
#include "shared/bodies/work_bodies.h"
#include "test_duty.h"

namespace county {

struct CountyOfDeeds : TestCounty {
  explicit CountyOfDeeds(const std::string& demo = kNothingDone) : TestCounty(demo) {}
  nlohmann::json Deeds(DeedFilter filter = {});
  // Null: there is none.
  nlohmann::json DeedWith(const std::string& id);
  // Of those that are not the demo's own duty, topics and wishes.
  std::size_t Entered();
  // Empty, or why not.
  template <class Work>
  std::string AtDesk(Work work) {
    Ledger ledger = Open();
    DeedDesk desk(ledger, keys(), now_ms());
    const auto done = work(desk);
    return done ? std::string() : done.error().detail;
  }
  std::string Add(const DeedOrder& order);
  std::string Change(const DeedOrder& order);
  std::string Withdraw(const std::string& id, const std::string& why = {});
  std::string CloseYear(int year);
  nlohmann::json Assess(int year, StudioId studio = 0);
  // What that studio's terminal opens, by the deed's id; without the demo's duty and topics.
  std::map<std::string, studio::Deed> Told(StudioId studio);
  std::string Outcome(const studio::BatchEntry& entry);
  // Of an entity of the feed, whatever it is.
  void Publish(const char* kind, const std::string& id, const nlohmann::json& body);
};

inline constexpr const char* kOffice = "演示办公室";  // who enters in these tests
std::string MechanismText(const char* place);
DeedOrder Plenary();  // m01 came, m02 was on leave
studio::ActivityBody Visit(TestCounty& county, const std::string& by);
studio::BatchEntry Placed(TestTerminal& terminal, const studio::ActivityBody& body);

}  // namespace county
