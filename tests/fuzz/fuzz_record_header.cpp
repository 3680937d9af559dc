// Whatever decodes is spelled in one way only.
#include "must.h"
#include "shared/record/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const studio::ByteView bytes(data, size);
  if (const auto header = studio::DecodeRecordHeader(bytes)) {
    Must(studio::Encode(*header) == studio::Bytes(bytes.begin(), bytes.end()));
  }
  return 0;
}
