// A voice message or photo as a terminal keeps it, and one that stays at the county's office.
#pragma once

#include <string>

#include "shared/record/attachment.h"
#include "test_terminal.h"

namespace county {

struct TestAttachment {
  Bytes plain;
  Bytes file;  // encrypted
  studio::AttachmentRef ref;
  const Digest& digest() const { return ref.digest; }
  std::uint64_t size() const { return file.size(); }
  ByteView Part(std::size_t at, std::size_t size) const { return ByteView(file).subspan(at, size); }
};

// Of random bytes.
TestAttachment SealedAttachment(std::size_t plain_bytes, const std::string& type = "image/jpeg");

// Files a request that names it.
TestRecord Announce(TestTerminal& terminal, const std::vector<TestAttachment>& attachments);

// Straight to the office, in two pieces.
void UploadWhole(TestCounty& county, const TestTerminal& terminal,
                 const TestAttachment& attachment);

}  // namespace county
