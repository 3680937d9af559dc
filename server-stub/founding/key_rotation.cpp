#include "server/founding/key_rotation.h"

#include "shared/base/json.h"
#include "shared/feed/entities.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;

namespace {

Result<std::vector<studio::VerifyKey>> PublishedIn(const Ledger& ledger) {
  const auto body = ledger.EntityBody("county", "county");
  if (!body) return Fail(ErrorKind::kNotFound, "the feed holds no county");
  const auto county = studio::CountyFromJson(*body);
  if (!county) return tl::unexpected(county.error());
  return county->signing_keys;
}

}  // namespace

Result<bool> PublishSigningKeys(Ledger& ledger, const CountyKeys& keys) {
  const auto published = PublishedIn(ledger);
  if (!published) return tl::unexpected(published.error());
  if (*published == keys.Published()) return false;
  json texts = json::array();
  for (const studio::VerifyKey& key : keys.Published()) {
    texts.push_back(studio::ToBase64Url(key.bytes));
  }
  ledger.Atomically([&] {
    json body = json::parse(*ledger.EntityBody("county", "county"));
    body["signing_keys"] = std::move(texts);
    ledger.PutEntity("county", "county", body.dump(), 0);
  });
  return true;
}

Result<RotationStep> RotateSigningKey(const DataFolder& folder, Ledger& ledger) {
  auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  const auto published = PublishedIn(ledger);
  if (!published) return tl::unexpected(published.error());
  RotationStep step = RotationStep::kAnnounced;
  if (*published != keys->Published() && (keys->successor || !published->empty())) {
    step = RotationStep::kFinished;
  } else if (!keys->successor) {
    if (auto made = MakeSuccessor(folder); !made) return tl::unexpected(made.error());
  } else {
    if (auto retired = RetireSigningKey(folder); !retired) return tl::unexpected(retired.error());
    step = RotationStep::kRetired;
  }
  keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  if (auto told = PublishSigningKeys(ledger, *keys); !told) return tl::unexpected(told.error());
  return step;
}

}  // namespace county
