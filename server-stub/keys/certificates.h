// The county's private certificate authority and the TLS certificate it gives its own server:
// EC P-256, for localhost, 127.0.0.1 and ::1. Terminals are given ca.pem and trust nothing else.
#pragma once

#include <cstdint>

#include "server/keys/data_folder.h"

namespace county {

// Writes ca.pem, ca.key, server.pem, server.key. now_s: Unix time; validity begins six hours
// before it, so that a terminal a little behind can connect on the first day. The CA is good for
// 20 years, the server for 2. kUnavailable where OpenSSL fails, kStorage.
Result<void> MakeCertificates(const DataFolder& folder, std::int64_t now_s);

}  // namespace county
