#include "annex/exchange_places.h"

#include "platform/removable_media.h"
#include "shared/base/clean_text.h"

namespace studio {

std::vector<ExchangePlace> ExchangePlaces(const std::filesystem::path& folder) {
  std::vector<ExchangePlace> places;
  // A label is whatever its owner wrote.
  for (const RemovableMedium& medium : RemovableMedia()) {
    places.push_back({CleanText(medium.name, TextKind::kLine), medium.path});
  }
  if (!folder.empty()) {
    places.push_back({CleanText(folder.filename().string(), TextKind::kLine), folder, false});
  }
  return places;
}

}  // namespace studio
