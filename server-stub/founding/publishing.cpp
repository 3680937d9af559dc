#include "server/founding/publishing.h"

#include <algorithm>

#include "server/books/topic_book.h"
#include "server/intake/clean_picture.h"
#include "shared/base/clean_text.h"
#include "shared/base/digest.h"
#include "shared/base/json.h"
#include "shared/feed/kinds.h"
#include "shared/mechanism/rules_json.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::Result;

namespace {

struct Change {
  std::string kind;
  std::string id;
  bool deleted = false;
  std::string body;
  StudioId audience = 0;
};

// What a closed year is made of, and what is told of deeds.
bool IsBooksOwn(const Change& change) {
  constexpr std::string_view kOwn[] = {
      studio::DeedKind::kName,          studio::ClosedYearKind::kName,
      studio::ClosedRollKind::kName,    studio::DeedYearsKind::kName,
      studio::StudioYearKind::kName,    studio::CountyProgressKind::kName,
      studio::ChildProgressKind::kName, studio::ProposalKind::kName};
  if (std::find(std::begin(kOwn), std::end(kOwn), change.kind) != std::end(kOwn)) return true;
  return change.kind == studio::CountingTextKind::kName &&
         change.id.starts_with(studio::kClosedRules);
}

// What a terminal would refuse must not enter the feed. Kinds unknown here are passed on.
std::string FaultIn(const Change& change, const studio::FeedKindRow* row) {
  if (IsBooksOwn(change)) return "only the county's books write it";
  if (change.deleted || !row) return {};
  if (row->name == studio::CountingTextKind::kName) {
    const auto rules = studio::RulesFromJson(change.body);
    if (!rules) return rules.error().detail;
  }
  const auto read = row->check(change.body, change.id);
  return read ? std::string() : read.error().detail;
}

std::string PictureBody(ByteView jpeg) { return json{{"jpeg", studio::ToBase64Url(jpeg)}}.dump(); }

std::string TextAt(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// CleanText of every text.
json Clean(json value) {
  if (value.is_structured()) {
    for (json& item : value) item = Clean(std::move(item));
  } else if (value.is_string()) {
    value = studio::CleanText(value.get_ref<const std::string&>(), studio::TextKind::kLines);
  }
  return value;
}

// Names the first field whose text says nothing though it is not empty.
std::string BlankIn(const json& value, const std::string& name = "body") {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return !text.empty() && studio::IsBlank(text) ? name : std::string();
  }
  if (!value.is_structured()) return {};
  for (const auto& [key, item] : value.items()) {
    const std::string blank = BlankIn(item, value.is_object() ? key : name);
    if (!blank.empty()) return blank;
  }
  return {};
}

Result<Change> ReadChange(const json& item) {
  if (!item.is_object()) return Fail(ErrorKind::kMalformed, "a change is not an object");
  Change change;
  change.kind = TextAt(item, "kind");
  change.id = TextAt(item, "id");
  if (change.kind.empty() || change.id.empty()) {
    return Fail(ErrorKind::kMalformed, "a change without kind or id");
  }
  const std::string name = change.kind + " " + change.id;
  const studio::FeedKindRow* row = studio::FindFeedKind(change.kind);
  change.deleted = item.value("deleted", json(false)) == json(true);
  const auto body = item.find("body");
  if (change.deleted == (body != item.end())) {
    return Fail(ErrorKind::kMalformed, name + ": needs either a body or \"deleted\": true");
  }
  if (!change.deleted) {
    if (!body->is_object()) return Fail(ErrorKind::kMalformed, name + ": body is not an object");
    if (const std::string blank = BlankIn(*body); !blank.empty()) {
      return Fail(ErrorKind::kMalformed, name + ": nothing in its " + blank + " can be seen");
    }
    change.body = Clean(*body).dump();
    const auto studio = body->find("studio");
    if (row && row->own_studio && studio != body->end() && studio->is_number_unsigned()) {
      change.audience = studio->get<StudioId>();
    }
  }
  if (studio::CleanText(change.id, studio::TextKind::kLine) != change.id) {
    return Fail(ErrorKind::kMalformed, name + ": its id holds characters that nobody sees");
  }
  if (const std::string fault = FaultIn(change, row); !fault.empty()) {
    return Fail(ErrorKind::kMalformed, name + ": " + fault);
  }
  if (change.kind == studio::PictureKind::kName && !change.deleted) {
    const auto clean = CleanPicture(*studio::PictureFromJson(change.body));
    if (!clean) return Fail(ErrorKind::kMalformed, name + ": " + clean.error().detail);
    change.body = PictureBody(*clean);
  }
  return change;
}

}  // namespace

Result<std::size_t> Publish(Ledger& ledger, std::string_view changes_json) {
  const json document = json::parse(changes_json, nullptr, false);
  if (!document.is_object() || !document.contains("changes") || !document["changes"].is_array()) {
    return Fail(ErrorKind::kMalformed, "not a JSON object with an array \"changes\"");
  }
  std::vector<Change> changes;
  for (const json& item : document["changes"]) {
    Result<Change> change = ReadChange(item);
    if (!change) return tl::unexpected(change.error());
    changes.push_back(std::move(*change));
  }
  ledger.Atomically([&] {
    for (const Change& change : changes) {
      if (change.deleted) {
        ledger.DeleteEntity(change.kind, change.id);
      } else {
        ledger.PutEntity(change.kind, change.id, change.body, change.audience);
        if (change.kind == studio::TopicKind::kName) TopicBook(ledger, 0).Recount(change.id);
      }
    }
  });
  return changes.size();
}

Result<std::string> PublishPicture(Ledger& ledger, ByteView jpeg) {
  const auto clean = CleanPicture(jpeg);
  if (!clean) return tl::unexpected(clean.error());
  const std::string id = studio::ToHex(ByteView(studio::Sha256(*clean)).first(16));
  ledger.Atomically(
      [&] { ledger.PutEntity(studio::PictureKind::kName, id, PictureBody(*clean), 0); });
  return id;
}

Result<void> PublishPhonePages(Ledger& ledger, std::string_view address) {
  constexpr std::string_view kScheme = "https://";
  const std::string_view host =
      address.starts_with(kScheme) ? address.substr(kScheme.size()) : std::string_view();
  if (host.empty() || host.find_first_of("/?# ") != std::string_view::npos) {
    return Fail(ErrorKind::kInvalid,
                "--phone-pages: https://HOST or https://HOST:PORT is needed, without a path");
  }
  ledger.Atomically([&] {
    json county = json::parse(ledger.EntityBody("county", "county").value_or("{}"));
    if (county.value("phone_pages", json()) == json(address)) return;
    county["phone_pages"] = address;
    ledger.PutEntity("county", "county", county.dump(), 0);
  });
  return {};
}

}  // namespace county
