#include "server/http/attachment_routes.h"

#include <algorithm>
#include <charconv>

#include "shared/exchange/upload_metadata.h"
#include "shared/record/attachment.h"

namespace county {

namespace {

constexpr const char* kVersion = "1.0.0";
constexpr const char* kUploads = "/v1/attachments";
constexpr const char* kUpload = "/v1/attachments/";
constexpr const char* kPieceType = "application/offset+octet-stream";
constexpr std::size_t kDigits = 64;
constexpr std::size_t kMaxPieceBytes = 256 * 1024;

// nullopt: absent, there twice, or anything but a decimal number.
std::optional<std::uint64_t> NumberIn(const Request& request, const char* header) {
  if (request.Count(header) != 1) return std::nullopt;
  const std::string text = request.Get(header);
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

bool IsDigest(std::string_view text) {
  return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Digest DigestIn(const Request& request) {
  return studio::ToArray<32>(studio::FromHex(request.named)).value();
}

// As every answer to tus, a refusal too.
Response OfTus(Response response) {
  response.Set("Tus-Resumable", kVersion);
  return response;
}

Response OfTus(const Refusal& refusal) { return OfTus(Refused(refusal)); }

// The terminal that asks, or what is said instead.
tl::expected<Terminal, Response> Admit(Call& call) {
  const auto terminal = Identify(call);
  if (!terminal) return tl::unexpected(OfTus(terminal.error()));
  if (call.request().Get("Tus-Resumable") != kVersion) {
    Response response = OfTus({412, "wrong_version", "Tus-Resumable: 1.0.0 alone is spoken"});
    response.Set("Tus-Version", kVersion);
    return tl::unexpected(std::move(response));
  }
  return *terminal;
}

Response Describe(Call&) {
  Response response;
  response.status = 204;
  response.Set("Tus-Version", kVersion);
  response.Set("Tus-Extension", "creation");
  response.Set("Tus-Max-Size", std::to_string(studio::kMaxAttachmentBytes));
  return response;
}

Response Create(Call& call) {
  const Request& request = call.request();
  const auto terminal = Admit(call);
  if (!terminal) return terminal.error();
  const auto length = NumberIn(request, "Upload-Length");
  if (!length) return OfTus({400, "malformed", "Upload-Length: a number"});
  const auto digest = request.Count("Upload-Metadata") == 1
                          ? studio::DigestFromUploadMetadata(request.Get("Upload-Metadata"))
                          : std::nullopt;
  if (!digest) return OfTus({400, "malformed", "Upload-Metadata: a digest"});
  const auto upload = call.office.BeginUpload(*terminal, *digest, *length);
  if (!upload) return OfTus(upload.error());
  Response response;
  response.status = 201;
  response.Set("Location", std::string(kUploads) + "/" + studio::ToHex(*digest));
  return OfTus(std::move(response));
}

Response AddPiece(Call& call) {
  const Request& request = call.request();
  const auto terminal = Admit(call);
  if (!terminal) return terminal.error();
  if (request.Get("Content-Type") != kPieceType) {
    return OfTus({415, "malformed", std::string("Content-Type: ") + kPieceType});
  }
  const auto offset = NumberIn(request, "Upload-Offset");
  if (!offset) return OfTus({400, "malformed", "Upload-Offset: a number"});
  const auto upload =
      call.office.AddToUpload(*terminal, DigestIn(request), *offset, studio::AsBytes(request.body));
  if (!upload) return OfTus(upload.error());
  Response response;
  response.status = 204;
  response.Set("Upload-Offset", std::to_string(upload->offset));
  return OfTus(std::move(response));
}

// Where a line lets no PATCH through (tus.io, "X-HTTP-Method-Override"). Signed as it was sent.
Response AddPieceByPost(Call& call) {
  if (call.request().Get("X-HTTP-Method-Override") != "PATCH") {
    return Refused({404, "not_found", "no such resource"});
  }
  return AddPiece(call);
}

Response TellOffset(Call& call) {
  const auto found = [&]() -> tl::expected<Upload, Response> {
    const auto terminal = Admit(call);
    if (!terminal) return tl::unexpected(terminal.error());
    const auto upload = call.office.FindUpload(*terminal, DigestIn(call.request()));
    if (!upload) return tl::unexpected(OfTus(upload.error()));
    return *upload;
  }();
  Response response = found ? OfTus(Response{}) : found.error();
  response.Set("Cache-Control", "no-store");
  if (found) {
    response.Set("Upload-Offset", std::to_string(found->offset));
    response.Set("Upload-Length", std::to_string(found->length));
  }
  return response;
}

Response Confirm(Call& call) {
  const auto terminal = Identify(call);
  if (!terminal) return Refused(terminal.error());
  return Answered(call.office.ConfirmAttachment(*terminal, DigestIn(call.request())));
}

}  // namespace

std::vector<WorkRoute> AttachmentRoutes() {
  constexpr Lane kLane = Lane::kTerminals;
  return {{{"OPTIONS", kUploads, "", nullptr, 0, kLane, {}}, Describe},
          {{"OPTIONS", kUpload, "", IsDigest, 0, kLane, {}}, Describe},
          {{"POST", kUploads, "", nullptr, 0, kLane, {}}, Create},
          {{"PATCH", kUpload, "", IsDigest, kMaxPieceBytes, kLane, {}}, AddPiece},
          {{"POST", kUpload, "", IsDigest, kMaxPieceBytes, kLane, {}}, AddPieceByPost},
          {{"HEAD", kUpload, "", IsDigest, 0, kLane, {}}, TellOffset},
          {{"GET", kUpload, "", IsDigest, 0, kLane, {}}, Confirm}};
}

}  // namespace county
