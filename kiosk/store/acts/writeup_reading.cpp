#include "store/acts/writeup_reading.h"

#include "shared/bodies/work_bodies.h"
#include "shared/record/sealing.h"

namespace studio {
namespace {

void CountAttached(const std::vector<AttachmentRef>& attachments, Writeup& out) {
  for (const AttachmentRef& one : attachments) {
    ++(one.type.starts_with("audio/") ? out.voices : out.photos);
  }
}

std::optional<Writeup> FromActivity(std::string_view text) {
  const auto body = ActivityBodyFromJson(text);
  if (!body) return std::nullopt;
  Writeup out;
  out.words = body->words;
  out.met = body->met;
  out.late_entry = body->late_entry;
  CountAttached(body->attachments, out);
  return out;
}

std::optional<Writeup> FromInformation(std::string_view text) {
  const auto body = InformationBodyFromJson(text);
  if (!body) return std::nullopt;
  Writeup out;
  out.situation = body->situation;
  out.analysis = body->analysis;
  out.suggestion = body->suggestion;
  CountAttached(body->attachments, out);
  return out;
}

}  // namespace

Result<std::optional<Writeup>> WriteupOf(Tables& tables, const BoxKeyPair& studio_key,
                                         const Uuid& record) {
  const auto kept = tables.outbox.ReadableWriting(record);
  const auto header = kept ? DecodeRecordHeader(kept->header)
                           : Result<RecordHeader>(Fail(ErrorKind::kNotFound, "not here"));
  if (!header) return std::optional<Writeup>();
  const auto opened =
      studio::Open({header->id, header->kind, header->terminal}, kept->sealed, studio_key);
  if (!opened) return std::optional<Writeup>();
  if (header->kind == RecordKind::kActivity) return FromActivity(AsText(*opened));
  if (header->kind == RecordKind::kInformation) return FromInformation(AsText(*opened));
  return std::optional<Writeup>();
}

}  // namespace studio
