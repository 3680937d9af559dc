#include "app/duty/duty_store.h"
#include "shared/record/sealing.h"

namespace studio {
namespace {

// No terminal's: a record's own sealed body cannot be put in its place.
SealBinding BindingOf(const Uuid& record) { return {record, RecordKind::kHandover, 0}; }

}  // namespace

Result<Bytes> KeptHandover::Seal(const Uuid& record, const HandoverBody& body,
                                 const BoxPublicKey& studio) {
  if (studio == BoxPublicKey{}) return Bytes();
  return studio::Seal(BindingOf(record), AsBytes(ToJson(body)), std::span(&studio, 1));
}

Result<HandoverBody> KeptHandover::Open(const BoxKeyPair& studio) const {
  const auto id = Uuid::Parse(record);
  if (!id) return Fail(ErrorKind::kMalformed, "not a handover's record: " + record);
  return studio::Open(BindingOf(*id), sealed, studio).and_then([](const Bytes& body) {
    return HandoverBodyFromJson(AsText(body));
  });
}

}  // namespace studio
