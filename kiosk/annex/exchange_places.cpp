#include "annex/exchange_places.h"

#include <cerrno>

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

CarryFault FaultOfWriting(const Error& error, const std::filesystem::path& place) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(place, ignored)) return CarryFault::kStickGone;
  // Of the file on the stick the system says a number; of the database, SQLite says words.
  if (error.number == 0) return CarryFault::kDisk;
  switch (error.number) {
    case ENOSPC:
    case EFBIG:
    case EDQUOT:
      return CarryFault::kStickFull;
    case EROFS:
    case EACCES:
    case EPERM:
      return CarryFault::kStickLocked;
    case EIO:
    case ENODEV:
    case ENXIO:
      return CarryFault::kStickGone;
    default:
      return CarryFault::kFailed;
  }
}

}  // namespace studio
