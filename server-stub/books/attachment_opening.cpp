#include "server/books/attachment_opening.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "shared/bodies/case_bodies.h"
#include "shared/bodies/topic_bodies.h"
#include "shared/bodies/wish_bodies.h"
#include "shared/bodies/work_bodies.h"
#include "shared/record/sealing.h"

namespace county {

using studio::AttachmentRef;
using studio::ErrorKind;
using studio::Fail;

namespace {

struct Form {
  std::string name;
  std::string extension;
  std::string type;
};

// A type is a terminal's word and goes to a clerk's screen: only known ones are repeated.
Form FormOf(const std::string& type) {
  if (type == "audio/ogg") return {"voice", ".ogg", type};
  if (type == "image/jpeg") return {"photo", ".jpg", type};
  return {"attachment", ".bin", "unknown type"};
}

std::string Seconds(std::int64_t ms) {
  return std::to_string(ms / 1000) + "." + std::to_string(ms % 1000 / 100) + " s";
}

std::string Arrived(const std::optional<KnownAttachment>& known) {
  if (!known || known->length == 0) return "has not begun to arrive";
  return "has not arrived whole: " + std::to_string(known->received) + " of " +
         std::to_string(known->length) + " encrypted bytes";
}

Result<void> MakeFolder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0 || std::filesystem::is_directory(folder)) return {};
  return Fail(ErrorKind::kStorage, folder.string() + ": " + std::strerror(errno));
}

// Writes it, unless the file is there. Empty, or what is wrong.
std::string Keep(const Bytes& plain, const std::filesystem::path& file) {
  if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
    const auto there = ReadFile(file);
    return there && *there == plain ? std::string() : "another file of this name was left alone";
  }
  const auto written = WriteFile(file, plain, FileMode::kPrivate);
  return written ? std::string() : written.error().detail;
}

OpenedAttachment OpenOne(const Ledger& ledger, TerminalNumber terminal, const AttachmentRef& ref,
                         std::size_t number, const std::filesystem::path& out) {
  const Form form = FormOf(ref.type);
  OpenedAttachment opened;
  opened.file = std::to_string(number) + "-" + form.name + form.extension;
  opened.line = opened.file + "  " + form.type + "  ";
  const auto known = ledger.FindAttachment(terminal, ref.digest);
  if (!known || !known->serial) {
    opened.line += Arrived(known);
    return opened;
  }
  const auto plain = studio::OpenAttachment(ledger.AttachmentBytes(terminal, ref.digest), ref.key);
  if (!plain) {
    opened.line += plain.error().detail;
    return opened;
  }
  if (const std::string fault = Keep(*plain, out / opened.file); !fault.empty()) {
    opened.line += fault;
    return opened;
  }
  opened.line += std::to_string(plain->size()) + " bytes";
  if (ref.length_ms > 0) opened.line += "  " + Seconds(ref.length_ms);
  opened.good = true;
  return opened;
}

}  // namespace

namespace {

Result<Bytes> OpenBody(const LedgerLine& line, const studio::RecordHeader& header,
                       const studio::BoxKeyPair& county) {
  if (!line.sealed) return Fail(ErrorKind::kNotFound, "the record was withdrawn");
  return studio::Open({header.id, header.kind, header.terminal}, *line.sealed, county);
}

template <class Body>
Result<std::vector<AttachmentRef>> RefsOf(Result<Body> body) {
  if (!body) return tl::unexpected(body.error());
  return std::move(body->attachments);
}

}  // namespace

Result<studio::RequestBody> OpenRequest(const LedgerLine& line, const studio::RecordHeader& header,
                                        const studio::BoxKeyPair& county) {
  if (header.kind != studio::RecordKind::kRequest) {
    return Fail(ErrorKind::kInvalid, "the record is no request");
  }
  const auto body = OpenBody(line, header, county);
  if (!body) return tl::unexpected(body.error());
  return studio::RequestBodyFromJson(studio::AsText(*body));
}

Result<std::vector<AttachmentRef>> OpenAttachmentRefs(const LedgerLine& line,
                                                      const studio::RecordHeader& header,
                                                      const studio::BoxKeyPair& county) {
  using studio::RecordKind;
  const auto body = OpenBody(line, header, county);
  if (!body) return tl::unexpected(body.error());
  const std::string_view text = studio::AsText(*body);
  switch (header.kind) {
    case RecordKind::kRequest:
      return RefsOf(studio::RequestBodyFromJson(text));
    case RecordKind::kOpinion:
      return RefsOf(studio::OpinionBodyFromJson(text));
    case RecordKind::kRating:
      return RefsOf(studio::RatingBodyFromJson(text));
    case RecordKind::kWish:
      return RefsOf(studio::WishBodyFromJson(text));
    case RecordKind::kActivity:
      return RefsOf(studio::ActivityBodyFromJson(text));
    case RecordKind::kInformation:
      return RefsOf(studio::InformationBodyFromJson(text));
    default:
      return Fail(ErrorKind::kInvalid, "a record of this kind has no attachments");
  }
}

Result<std::vector<OpenedAttachment>> OpenAttachments(const Ledger& ledger, const CountyKeys& keys,
                                                      const Uuid& record,
                                                      const std::filesystem::path& out) {
  const auto line = ledger.FindLine(record);
  if (!line) return Fail(ErrorKind::kNotFound, "the ledger has no record " + record.ToString());
  const auto header = studio::DecodeRecordHeader(line->header);
  if (!header) return tl::unexpected(header.error());
  const auto refs = OpenAttachmentRefs(*line, *header, keys.sealing);
  if (!refs) return tl::unexpected(refs.error());
  std::vector<OpenedAttachment> opened;
  if (refs->empty()) return opened;
  if (auto made = MakeFolder(out); !made) return tl::unexpected(made.error());
  for (const AttachmentRef& ref : *refs) {
    opened.push_back(OpenOne(ledger, header->terminal, ref, opened.size() + 1, out));
  }
  return opened;
}

}  // namespace county
