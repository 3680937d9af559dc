// What the county signed as a page of its feed, past the signature. A page that reads must read the
// same after being written again; each thing it carries is read as the registry reads it.
#include <array>

#include "must.h"
#include "shared/bodies/case_answer.h"
#include "shared/feed/entities.h"
#include "shared/feed/feed.h"
#include "shared/feed/public_entities.h"

using namespace studio;

namespace {

template <auto kRead>
void Read(const FeedChange& change) {
  if constexpr (requires { kRead(change.body, change.id); }) {
    (void)kRead(change.body, change.id);
  } else {
    (void)kRead(change.body);
  }
}

struct Reader {
  std::string_view kind;
  void (*read)(const FeedChange&);
};
constexpr std::array kReaders = {Reader{"county", &Read<CountyFromJson>},
                                 Reader{"studio", &Read<StudioFromJson>},
                                 Reader{"mechanism", &Read<MechanismFromJson>},
                                 Reader{"category", &Read<CategoryFromJson>},
                                 Reader{"village", &Read<VillageFromJson>},
                                 Reader{"member", &Read<MemberFromJson>},
                                 Reader{"revocation", &Read<RevocationFromJson>},
                                 Reader{"shift", &Read<ShiftFromJson>},
                                 Reader{"attendance", &Read<AttendanceFromJson>},
                                 Reader{"key_wrap", &Read<KeyWrapFromJson>},
                                 Reader{"superseded", &Read<SupersededFromJson>},
                                 Reader{"holiday", &Read<HolidayFromJson>},
                                 Reader{"notice", &Read<NoticeFromJson>},
                                 Reader{"word", &Read<WordFromJson>},
                                 Reader{"safety", &Read<SafetyFromJson>},
                                 Reader{"topic", &Read<TopicFromJson>},
                                 Reader{"wish", &Read<WishFromJson>},
                                 Reader{"matter", &Read<MatterFromJson>},
                                 Reader{"tally", &Read<TallyFromJson>},
                                 Reader{"rule", &Read<RuleFromJson>},
                                 Reader{"honour", &Read<HonourFromJson>},
                                 Reader{"picture", &Read<PictureFromJson>},
                                 Reader{"status", &Read<CaseStatusFromJson>}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = FeedPageFromJson(AsText({data, size}));
  if (!page) return 0;
  const std::string text = ToJson(*page);
  const auto again = FeedPageFromJson(text);
  Must(again && ToJson(*again) == text);
  for (const FeedChange& change : page->changes) {
    for (const Reader& reader : kReaders) {
      if (change.kind == reader.kind) reader.read(change);
    }
  }
  return 0;
}
