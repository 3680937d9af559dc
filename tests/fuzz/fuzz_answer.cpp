// The bytes are tried as a sealed answer, which only those of the corpus are, and as the JSON that
// carries answers and ratings: what reads must read the same after being written again.
#include "fuzz.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/case_bodies.h"

using namespace studio;

namespace {

template <class T>
void ReadsTheSame(Result<T> (*read)(std::string_view), std::string_view text) {
  const auto value = read(text);
  if (!value) return;
  const std::string written = ToJson(*value);
  const auto again = read(written);
  Must(again && ToJson(*again) == written);
}

}  // namespace

FUZZ(answer)(const std::uint8_t* data, std::size_t size) {
  static const BoxKeyPair kSlip = [] {
    Seed seed;
    seed.fill(5);
    return BoxKeyPair::FromSeed(seed);
  }();
  static const ReceiptNumber kNumber = ReceiptNumber::Make(37, 48'215);
  const ByteView bytes(data, size);
  if (const auto answer = OpenAnswer(kNumber, bytes, kSlip)) {
    const auto sealed = SealAnswer(kNumber, *answer, kSlip.Public());
    Must(sealed && OpenAnswer(kNumber, *sealed, kSlip) == *answer);
  }
  const std::string_view text = AsText(bytes);
  ReadsTheSame(CaseStatusFromJson, text);
  ReadsTheSame(StatusWordFromJson, text);
  ReadsTheSame(RatingBodyFromJson, text);
  return 0;
}
