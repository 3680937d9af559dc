// The county's own TLS certificate made bad. Both carry its key and its names, so only what is
// wrong is wrong.
#pragma once

#include <openssl/x509.h>

#include <cstdint>
#include <memory>

#include "server/keys/data_folder.h"

namespace county {

struct FreeCertificate {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using Certificate = std::unique_ptr<X509, FreeCertificate>;

struct FaultCertificates {
  Certificate expired;  // signed by the county's CA, good until a day before now_s (Unix time)
  Certificate foreign;  // signed by another CA, good now
};

// kNotFound, kStorage: ca.key or server.pem. kUnavailable: OpenSSL refused.
Result<FaultCertificates> MakeFaultCertificates(const DataFolder& folder, std::int64_t now_s);

}  // namespace county
