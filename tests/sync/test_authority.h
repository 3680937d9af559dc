// A certificate authority made for one test, and server certificates of any validity.
#pragma once

#include <openssl/x509.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace studio::test {

struct OpensslCloser {
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using CertificatePtr = std::unique_ptr<X509, OpensslCloser>;
using PrivateKeyPtr = std::unique_ptr<EVP_PKEY, OpensslCloser>;

// Seconds from now.
struct Validity {
  long from_s = -24 * 3600;
  long to_s = 24 * 3600;
};
inline constexpr long kYearS = 365L * 24 * 3600;

struct ServerCertificate {
  CertificatePtr certificate;
  PrivateKeyPtr key;
};

class TestAuthority {
 public:
  explicit TestAuthority(const char* name = "test authority");
  // subject_alt_names as OpenSSL spells them: "DNS:localhost,IP:127.0.0.1"
  ServerCertificate Issue(
      Validity validity, const std::string& subject_alt_names = "DNS:localhost,IP:127.0.0.1") const;
  void WritePem(const std::filesystem::path& path) const;

 private:
  PrivateKeyPtr key_;
  CertificatePtr certificate_;
};

// A folder that is gone with its owner.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace studio::test
