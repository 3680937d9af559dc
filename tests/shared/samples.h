// Things that are the same in every run, for tests that alter one bit of them.
#pragma once

#include <string>

#include "shared/base/keys.h"
#include "shared/bodies/request_body.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/enrolment.h"
#include "shared/feed/feed.h"
#include "shared/record/record.h"
#include "shared/record/sealing.h"

namespace studio::samples {

Seed SeedOf(std::uint8_t byte);
Uuid IdOf(std::uint8_t byte);

const SigningKey& Terminal();
const SigningKey& County();
const BoxKeyPair& CountyBox();
const BoxKeyPair& StudioBox();

RecordHeader Header();  // urgent, with an offset and two attachments
SealBinding BindingOf(const RecordHeader& header);
Batch TwoRecords();  // one with its body, one without
Ack AnAck();
FeedPage APage();
RequestBody ARequest();
EnrolmentAnswer AnEnrolment();

// A file of the source tree.
std::string SourceText(const std::string& path);

// Bit `bit` of byte `at` turned over.
Bytes Flipped(Bytes bytes, std::size_t at, unsigned bit = 0);

}  // namespace studio::samples
