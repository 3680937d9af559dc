#include "shared/safety/safety_reading.h"

#include <mutex>
#include <utility>

#include "shared/base/digest.h"
#include "shared/base/private_memory.h"

namespace studio {
namespace {

Digest DigestOf(const std::string& json) { return Sha256(AsBytes(json)); }

void DropSources(Safety& list) {
  if (!list.check) return;
  list.words = {};
  list.innocent = {};
  list.excuses = {};
  list.questions = {};
  list.kinds = {};
  list.points = {};
  for (Safety::Danger& one : list.danger) one.patterns = {};
  for (Safety::NotOurs& one : list.not_ours) one.patterns = {};
}

}  // namespace

struct SafetyReading::Reading {
  std::once_flag once;
  std::string json;  // until it is read
  Digest digest{};
  std::shared_ptr<Reading> before;
  Safety list;

  const Safety& Read() {
    std::call_once(once, [this] {
      if (auto read = SafetyFromJson(json)) {
        list = std::move(*read);
        DropSources(list);
      } else if (before) {
        list = before->Read();
      }
      before.reset();
      json = {};
      // Reading leaves ten megabytes of small free pieces in this thread's heap.
      GiveFreedBack();
    });
    return list;
  }
};

SafetyReading::SafetyReading() : SafetyReading(Safety{}) {}

SafetyReading::SafetyReading(Safety list) : reading_(std::make_shared<Reading>()) {
  std::call_once(reading_->once, [&] { reading_->list = std::move(list); });
}

SafetyReading::SafetyReading(std::string json, const SafetyReading& before)
    : reading_(std::make_shared<Reading>()) {
  reading_->digest = DigestOf(json);
  reading_->json = std::move(json);
  reading_->before = before.reading_;
}

const Safety& SafetyReading::Get() const { return reading_->Read(); }

bool SafetyReading::IsOf(const std::string& json) const {
  return reading_->digest == DigestOf(json);
}

}  // namespace studio
