#include "shared/exchange/enrolment.h"

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {
namespace {

constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLength = 10;

}  // namespace

EnrolmentCode EnrolmentCode::Random() {
  std::string text;
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    text += kCrockford[RandomBelow(static_cast<std::uint32_t>(kCrockford.size()))];
  }
  return EnrolmentCode(std::move(text));
}

std::optional<EnrolmentCode> EnrolmentCode::Parse(std::string_view text) {
  std::string code;
  for (char c : text) {
    if (c == '-' || c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (kCrockford.find(c) == std::string_view::npos) return std::nullopt;
    code += c;
  }
  if (code.size() != kCodeLength) return std::nullopt;
  return EnrolmentCode(std::move(code));
}

Digest EnrolmentCode::Hash() const { return HashOf("ms.enrolment-code.v1", AsBytes(text_)); }

std::string ToJson(const EnrolmentRequest& request) {
  return JsonText({{"code", request.code},
                   {"terminal_key", ToBase64Url(request.terminal_key.bytes)},
                   {"version", request.version}});
}

Result<EnrolmentRequest> EnrolmentRequestFromJson(std::string_view json) {
  JsonFields in(json);
  EnrolmentRequest request;
  in.Need("code", request.code);
  in.Need("terminal_key", request.terminal_key.bytes);
  in.May("version", request.version);
  return in.Finish("enrolment request", std::move(request));
}

std::string ToJson(const EnrolmentAnswer& answer) {
  return JsonText({{"terminal", answer.terminal},
                   {"studio", answer.studio},
                   {"studio_name", answer.studio_name},
                   {"county_name", answer.county_name},
                   {"county_signing_key", ToBase64Url(answer.county_signing_key.bytes)},
                   {"county_sealing_key", ToBase64Url(answer.county_sealing_key.bytes)},
                   {"feed_generation", answer.feed_generation.ToString()},
                   {"county_time_ms", answer.county_time_ms}});
}

Result<EnrolmentAnswer> EnrolmentAnswerFromJson(std::string_view json) {
  JsonFields in(json);
  EnrolmentAnswer answer;
  in.Need("terminal", answer.terminal);
  in.Need("studio", answer.studio);
  in.Need("studio_name", answer.studio_name);
  in.Need("county_name", answer.county_name);
  in.Need("county_signing_key", answer.county_signing_key.bytes);
  in.Need("county_sealing_key", answer.county_sealing_key.bytes);
  in.Need("feed_generation", answer.feed_generation);
  in.Need("county_time_ms", answer.county_time_ms);
  return in.Finish("enrolment answer", std::move(answer));
}

std::string ErrorJson(std::string_view code, std::string_view detail) {
  return JsonText({{"error", code}, {"detail", detail}});
}

std::string ErrorCodeFromJson(std::string_view json) {
  JsonFields in(json);
  std::string code;
  in.Need("error", code);
  return code;
}

}  // namespace studio
