// How a terminal joins: POST /v1/enrol with a code (ten Crockford characters, good for 24 hours)
// and the terminal's public key; the county answers in an envelope (kEnrolmentContext) with the
// terminal's number, its studio and the county's keys. TLS against the given CA is what this
// first answer is trusted by. The same code with the same key gets the same answer again, so an
// answer lost on the way costs nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

// Crockford base32 without I, L, O, U; as typed: lower case, hyphens, o for 0, i and l for 1.
class EnrolmentCode {
 public:
  static EnrolmentCode Random();
  static std::optional<EnrolmentCode> Parse(std::string_view text);
  const std::string& text() const { return text_; }  // ten upper-case characters
  Digest Hash() const;                               // what the county stores

 private:
  explicit EnrolmentCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

struct EnrolmentRequest {
  std::string code;
  VerifyKey terminal_key;
  std::string version;  // of the program
};

struct EnrolmentAnswer {
  TerminalNumber terminal = 0;
  StudioId studio = 0;
  std::string studio_name;
  std::string county_name;
  VerifyKey county_signing_key;
  BoxPublicKey county_sealing_key;
  Uuid feed_generation;
  std::int64_t county_time_ms = 0;
};

std::string ToJson(const EnrolmentRequest& request);
Result<EnrolmentRequest> EnrolmentRequestFromJson(std::string_view json);
std::string ToJson(const EnrolmentAnswer& answer);
Result<EnrolmentAnswer> EnrolmentAnswerFromJson(std::string_view json);

// An error body of the HTTP surface: {"error": CODE, "detail": ENGLISH}. Codes in openapi.yaml.
std::string ErrorJson(std::string_view code, std::string_view detail);
std::string ErrorCodeFromJson(std::string_view json);  // empty where it is none

}  // namespace studio
