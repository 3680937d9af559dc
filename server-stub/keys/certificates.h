// The county's private certificate authority and the TLS certificate it gives its own server:
// EC P-256, for localhost, 127.0.0.1 and ::1. Terminals are given ca.pem and trust nothing else.
#pragma once

#include <cstdint>
#include <string>

#include "server/keys/data_folder.h"

namespace county {

// Writes ca.pem, ca.key, server.pem, server.key. now_s: Unix time; validity begins six hours
// before it, so that a terminal a little behind can connect on the first day. The CA is good for
// 20 years, the server for 2. kUnavailable where OpenSSL fails, kStorage.
Result<void> MakeCertificates(const DataFolder& folder, std::int64_t now_s);

// Another server.pem by the same CA, for the same key and names, good for 2 years from now_s. Who
// trusted the one before trusts it. Its last second. kConflict: the one that is there is not from
// this CA. kNotFound, kMalformed, kUnavailable, kStorage: nothing has changed.
Result<std::int64_t> RenewServerCertificate(const DataFolder& folder, std::int64_t now_s);

// The last second of what server.pem holds, Unix time. kNotFound, kMalformed.
Result<std::int64_t> EndOfServerCertificate(const DataFolder& folder);

// What the county's people are told from 60 days before the end on; empty until then.
std::string WordOfItsEnd(std::int64_t end_s, std::int64_t now_s);

}  // namespace county
