// A page that reads must read the same after being written again; so must what it carries.
#include "must.h"
#include "shared/entities.h"
#include "shared/feed.h"

using namespace studio;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = FeedPageFromJson(AsText({data, size}));
  if (!page) return 0;
  const std::string text = ToJson(*page);
  const auto again = FeedPageFromJson(text);
  Must(again && ToJson(*again) == text);
  for (const FeedChange& change : page->changes) {
    (void)CountyFromJson(change.body);
    (void)MechanismFromJson(change.body, change.id);
    (void)CategoryFromJson(change.body, change.id);
    (void)ShiftFromJson(change.body, change.id);
    (void)SafetyFromJson(change.body);
  }
  return 0;
}
