// Whatever decodes is spelled in one way only.
#include "fuzz.h"
#include "shared/record/record.h"

FUZZ(record_header)(const std::uint8_t* data, std::size_t size) {
  const studio::ByteView bytes(data, size);
  if (const auto header = studio::DecodeRecordHeader(bytes)) {
    Must(studio::Encode(*header) == studio::Bytes(bytes.begin(), bytes.end()));
  }
  return 0;
}
