#include "server/books/studio_words.h"

#include <algorithm>

#include "shared/mechanism/studio_account.h"

namespace county {

using studio::Deed;

namespace {

constexpr std::string_view kNotCounted = "not counted: ";

std::string EntityOf(StudioId studio, int year) {
  return std::to_string(studio) + "/" + std::to_string(year);
}

}  // namespace

// Who may open the studio's management there (kiosk/app/checkin/unlock_flow).
std::string StudioWords::ManagerFault(const std::string& by, StudioId said, StudioId studio) const {
  if (said != studio) return "another studio";
  const auto& studios = book_.grounds().studios;
  const auto here = std::find_if(studios.begin(), studios.end(),
                                 [&](const studio::Studio& one) { return one.id == studio; });
  if (here == studios.end()) return "no such studio";
  const auto member = book_.grounds().members.find(by);
  if (member == book_.grounds().members.end()) return "no such member";
  const auto& places = member->second.studios;
  if (std::find(places.begin(), places.end(), studio) == places.end()) return "no member there";
  const auto& managers = here->managers;
  const bool may =
      managers.empty() || std::find(managers.begin(), managers.end(), by) != managers.end();
  return may ? "" : "no manager there";
}

// What is wrong with it; empty: it counts.
std::string StudioWords::Review(const std::string& id, const studio::ReviewBody& body) {
  auto deed = book_.Find(id);
  if (!deed || deed->studio != body.studio) return "no deed of that studio";
  if (ledger_.FindDeed(id)->by_county) return "the county has spoken";
  if (!studio::MayReview(*deed, body.by)) return "nobody reviews their own";
  if (HasClosed(body.studio, YearOf(*deed))) return "the studio has closed that year";
  if (ledger_.IsClosed(YearOf(*deed))) return "the county has closed that year";
  if (!deed->waiting && deed->confirmed_by.empty()) return "it waits for nobody";
  deed->waiting = !body.confirms;
  deed->confirmed_by = body.confirms ? body.by : std::string();
  deed->sent_back = body.confirms ? std::string() : body.reason;
  if (body.confirms) {
    for (studio::DeedMember& one : deed->members) one.confirmed = true;
  }
  book_.Note(*deed);
  return {};
}

std::string StudioWords::Take(const studio::ReviewBody& body, StudioId studio) {
  if (const std::string fault = ManagerFault(body.by, body.studio, studio); !fault.empty()) {
    return std::string(kNotCounted) + fault;
  }
  std::size_t counted = 0;
  std::string others;
  for (const std::string& id : body.deeds) {
    const std::string fault = Review(id, body);
    if (fault.empty()) {
      ++counted;
    } else {
      others.append("; ").append(kNotCounted).append(id).append(": ").append(fault);
    }
  }
  return (body.confirms ? "confirmed " : "sent back ") + std::to_string(counted) + others;
}

std::string StudioWords::Take(const studio::YearClosingBody& body, StudioId studio) {
  std::string fault = ManagerFault(body.by, body.studio, studio);
  const auto said = studio::ParseDate(body.date);
  if (fault.empty() && (!said || !studio::MayCloseYear(body.year, *said))) {
    fault = "that year is not nearly over";
  }
  if (fault.empty() && HasClosed(studio, body.year) == body.closes) fault = "it is so already";
  if (!fault.empty()) return std::string(kNotCounted) + fault;
  const studio::StudioYear year{studio,    body.year, body.closes, body.by,
                                body.date, body.why,  body.digest};
  ledger_.PutEntity(studio::StudioYearKind::kName, EntityOf(studio, body.year), ToJson(year),
                    studio);
  return body.closes ? "closed" : "opened again";
}

bool StudioWords::HasClosed(StudioId studio, int year) const {
  const auto body = ledger_.EntityBody(studio::StudioYearKind::kName, EntityOf(studio, year));
  const auto read = studio::StudioYearFromJson(body.value_or("{}"));
  return read && read->closed;
}

std::vector<StudioId> StudioWords::NotClosed(int year) const {
  std::vector<StudioId> open;
  for (const studio::Studio& one : book_.grounds().studios) {
    if (!HasClosed(one.id, year)) open.push_back(one.id);
  }
  return open;
}

}  // namespace county
