#include "bare_insert.h"

#include <array>
#include <memory>
#include <stdexcept>

namespace studio::bench {
namespace {

constexpr const char* kInsert = "INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

}  // namespace

BareInsert::BareInsert(const std::filesystem::path& file, const Identity& identity)
    : identity_(identity),
      maker_(&clock_, std::make_shared<const KnownTime>(), identity.county.studio,
             identity.county.terminal, BootId()),
      connection_(file) {
  connection_.Exec("PRAGMA journal_mode = WAL");
  connection_.Exec("PRAGMA synchronous = FULL");
  connection_.Exec(
      "CREATE TABLE kept (row INTEGER PRIMARY KEY, stream BLOB, seq INTEGER, previous BLOB, "
      "digest BLOB, key_id BLOB, signature BLOB, header BLOB, sealed BLOB, receipt TEXT, "
      "reading_key BLOB)");
  place_.stream = Uuid::Random();
}

void BareInsert::Insert(const RequestBody& body) {
  const auto row = maker_.Make({RecordKind::kRequest}, false, ToJson(body),
                               {identity_.county.county_sealing_key, {}});
  if (!row) throw std::runtime_error(row.error().detail);
  const Digest digest = DigestOfHeader(row->header);
  ++place_.seq;
  const SignedPlace place = SignPlace(identity_.terminal_key, digest, place_);
  const auto reading_key = FromBase64Url(body.reading_key);
  Change change(connection_);
  Query(connection_, kInsert)
      .AddNull()
      .Add(place.place.stream)
      .Add(static_cast<std::int64_t>(place.place.seq))
      .Add(ByteView(place.place.previous))
      .Add(ByteView(digest))
      .Add(ByteView(place.key))
      .Add(ByteView(place.signature))
      .Add(ByteView(row->header))
      .Add(ByteView(*row->sealed))
      .Add(std::string_view(body.receipt))
      .Add(ByteView(*reading_key))
      .Run();
  change.Commit();
  place_.previous = digest;
}

}  // namespace studio::bench
