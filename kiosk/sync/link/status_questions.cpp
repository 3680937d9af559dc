#include "sync/link/status_questions.h"

#include <spdlog/spdlog.h>

#include "sync/line/answer_reason.h"
#include "sync/line/http_status.h"

namespace studio {
namespace {

constexpr std::chrono::seconds kPatience{10};

Result<StatusWord> Read(const CountyProtocol& protocol, const HttpAnswer& answer,
                        const ReceiptNumber& number) {
  if (answer.fault != HttpFault::kNone) return Fail(ErrorKind::kUnavailable, answer.detail);
  if (answer.status != http::kOk) return Fail(ErrorKind::kUnavailable, StatusReason(answer));
  return protocol.ReadStatus(answer.body, number).map_error([](const Error& error) {
    return Error{ErrorKind::kUnavailable, "not the county's word: " + error.detail};
  });
}

}  // namespace

void StatusQuestions::Ask(const ReceiptNumber& number, Done done) {
  const Moment now = parts_.clock->Now();
  HttpRequest request = parts_.protocol->StatusRequest(number, now.wall_ms / 1000);
  request.at_most = kPatience;
  if (const auto verify_at_s = parts_.verify_at_s(now)) {
    request.dates = {DateRule::Kind::kGivenTime, *verify_at_s};
  }
  parts_.client->Send(std::move(request),
                      [this, number, done = std::move(done)](const HttpAnswer& answer) {
                        auto word = Read(*parts_.protocol, answer, number);
                        if (!word)
                          spdlog::info("county link: no word on a number: {}", word.error().detail);
                        done(std::move(word));
                      });
}

}  // namespace studio
