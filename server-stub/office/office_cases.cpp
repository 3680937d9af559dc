#include "server/books/case_book.h"
#include "server/office/office.h"
#include "shared/bodies/case_answer.h"
#include "shared/exchange/envelope.h"

namespace county {

Answer<Bytes> Office::Status(std::string_view number) {
  const auto receipt = studio::ReceiptNumber::Parse(number);
  if (!receipt || receipt->digits() != number) {
    return tl::unexpected(Refusal{400, "malformed", "not a receipt number's digits"});
  }
  studio::StatusWord word;
  word.number = receipt->digits();
  word.county_time_ms = clock_();
  const CountyKeys keys = KeysNow();
  {
    const std::lock_guard lock(mutex_);
    word.status = CaseBook(ledger_, keys.sealing, word.county_time_ms).Status(word.number);
  }
  return studio::SealEnvelope(studio::kStatusContext, ToJson(word), keys.signing);
}

}  // namespace county
