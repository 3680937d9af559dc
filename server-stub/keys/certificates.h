// The county's private certificate authority and the TLS certificate it gives its own server:
// EC P-256, for localhost, 127.0.0.1 and ::1 until other hosts are named. Terminals are given
// ca.pem and trust nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/keys/data_folder.h"

namespace county {

// Writes ca.pem, ca.key, server.pem, server.key. now_s: Unix time; validity begins six hours
// before it, so that a terminal a little behind can connect on the first day. The CA is good for
// 20 years, the server for 2. kUnavailable where OpenSSL fails, kStorage.
Result<void> MakeCertificates(const DataFolder& folder, std::int64_t now_s);

// Another server.pem by the same CA, for the same key, good for 2 years from now_s. Who trusted the
// one before trusts it. hosts: what terminals and phones may ask for, names and IP addresses,
// beside this machine's own; none: those of the one before. Its last second. kInvalid: no host.
// kConflict: the one that is there is not from this CA. kNotFound, kMalformed, kUnavailable,
// kStorage: nothing has changed.
Result<std::int64_t> RenewServerCertificate(const DataFolder& folder, std::int64_t now_s,
                                            const std::vector<std::string>& hosts = {});

// The last second of what server.pem and ca.pem hold, Unix time. kNotFound, kMalformed.
Result<std::int64_t> EndOfServerCertificate(const DataFolder& folder);
Result<std::int64_t> EndOfAuthority(const DataFolder& folder);
// The hosts that server.pem is for: "DNS:localhost, IP Address:127.0.0.1". kNotFound, kMalformed.
Result<std::string> HostsOfServerCertificate(const DataFolder& folder);

inline constexpr std::int64_t kToldBeforeEndS = 60 * 24 * 3600;
// What the county's people are told from 60 days before the end on; empty until then.
std::string WordOfItsEnd(std::int64_t end_s, std::int64_t now_s);

}  // namespace county
