// `county-stub attachments`: what somebody said or photographed, opened with the county's key.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/request_body.h"

namespace county {

struct OpenedAttachment {
  std::string file;  // "1-voice.ogg", "2-photo.jpg", "3-attachment.bin": the body's order
  std::string line;  // for the clerk: type, bytes and length, or what is wrong
  bool good = false;
};

// Writes them into `out`, which is made for its owner alone where it is not there. A file of the
// same name with other contents is left as it is, and that attachment is not good. kNotFound: no
// such record, or it was withdrawn. kInvalid: a kind of record that has none. kStorage.
Result<std::vector<OpenedAttachment>> OpenAttachments(const Ledger& ledger, const CountyKeys& keys,
                                                      const Uuid& record,
                                                      const std::filesystem::path& out);

// The body of a request; what fails names why.
Result<studio::RequestBody> OpenRequest(const LedgerLine& line, const studio::RecordHeader& header,
                                        const studio::BoxKeyPair& county);

// What a request, an opinion or a rating says of the attachments that its header names. kInvalid: a
// record of another kind.
Result<std::vector<studio::AttachmentRef>> OpenAttachmentRefs(const LedgerLine& line,
                                                              const studio::RecordHeader& header,
                                                              const studio::BoxKeyPair& county);

}  // namespace county
