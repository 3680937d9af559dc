// The bytes are tried as an Upload-Metadata header. What reads must read the same when written
// again, and must not read at all once the digest is named twice.
#include "fuzz.h"
#include "shared/exchange/upload_metadata.h"

using namespace studio;

FUZZ(upload_metadata)(const std::uint8_t* data, std::size_t size) {
  const std::string_view header = AsText(ByteView(data, size));
  const auto digest = DigestFromUploadMetadata(header);
  if (!digest) return 0;
  Must(DigestFromUploadMetadata(UploadMetadata(*digest)) == digest);
  Must(!DigestFromUploadMetadata(std::string(header) + "," + UploadMetadata(*digest)));
  return 0;
}
