#include "server/keys/certificates.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(BIGNUM* number) const { BN_free(number); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

constexpr std::int64_t kEarlyStart = 6 * 3600;
constexpr std::int64_t kYear = 365 * 24 * 3600 + 6 * 3600;

struct Profile {
  const char* name;
  std::int64_t years;
  const char* constraints;
  const char* usage;
  const char* extended_usage;  // nullptr: none
  const char* names;           // subjectAltName; nullptr: none
};
constexpr Profile kAuthority{"member studio county CA",      20,      "critical,CA:TRUE,pathlen:0",
                             "critical,keyCertSign,cRLSign", nullptr, nullptr};
constexpr Profile kServer{"member studio county", 2,
                          "critical,CA:FALSE",    "critical,digitalSignature",
                          "serverAuth",           "DNS:localhost,IP:127.0.0.1,IP:::1"};

bool Extend(X509* certificate, X509* issuer, int nid, const char* value) {
  if (value == nullptr) return true;
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool SetRandomSerial(X509* certificate) {
  const Owned<BIGNUM> number(BN_new());
  return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

// issuer: nullptr for one that signs itself. Null where OpenSSL refused a step.
Owned<X509> Certify(const Profile& profile, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuer_key,
                    std::int64_t now_s) {
  Owned<X509> certificate(X509_new());
  X509* self = certificate.get();
  if (self == nullptr) return nullptr;
  X509* signer = issuer == nullptr ? self : issuer;
  X509_NAME* subject = X509_get_subject_name(self);
  const bool named = X509_NAME_add_entry_by_txt(
                         subject, "CN", MBSTRING_UTF8,
                         reinterpret_cast<const unsigned char*>(profile.name), -1, -1, 0) == 1;
  const bool made =
      named && X509_set_version(self, 2) == 1 && SetRandomSerial(self) &&
      ASN1_TIME_set(X509_getm_notBefore(self), now_s - kEarlyStart) != nullptr &&
      ASN1_TIME_set(X509_getm_notAfter(self), now_s + profile.years * kYear) != nullptr &&
      X509_set_issuer_name(self, X509_get_subject_name(signer)) == 1 &&
      X509_set_pubkey(self, key) == 1 &&
      Extend(self, signer, NID_basic_constraints, profile.constraints) &&
      Extend(self, signer, NID_key_usage, profile.usage) &&
      Extend(self, signer, NID_ext_key_usage, profile.extended_usage) &&
      Extend(self, signer, NID_subject_alt_name, profile.names) &&
      Extend(self, signer, NID_subject_key_identifier, "hash") &&
      Extend(self, signer, NID_authority_key_identifier, "keyid:always") &&
      X509_sign(self, issuer_key, EVP_sha256()) > 0;
  return made ? std::move(certificate) : nullptr;
}

std::string Drain(BIO* bio) {
  char* start = nullptr;
  const long size = BIO_get_mem_data(bio, &start);
  return size > 0 ? std::string(start, static_cast<std::size_t>(size)) : std::string();
}

Result<void> WritePem(const std::filesystem::path& path, X509* certificate) {
  const Owned<BIO> bio(BIO_new(BIO_s_mem()));
  if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not write a certificate");
  }
  return WriteFile(path, studio::AsBytes(Drain(bio.get())), FileMode::kPublic);
}

Result<void> WritePem(const std::filesystem::path& path, EVP_PKEY* key) {
  const Owned<BIO> bio(BIO_new(BIO_s_mem()));
  if (!bio ||
      PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not write a key");
  }
  return WriteFile(path, studio::AsBytes(Drain(bio.get())), FileMode::kPrivate);
}

}  // namespace

Result<void> MakeCertificates(const DataFolder& folder, std::int64_t now_s) {
  const Owned<EVP_PKEY> ca_key(EVP_EC_gen("P-256"));
  const Owned<EVP_PKEY> server_key(EVP_EC_gen("P-256"));
  if (!ca_key || !server_key) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not make a P-256 key");
  }
  const Owned<X509> ca = Certify(kAuthority, ca_key.get(), nullptr, ca_key.get(), now_s);
  const Owned<X509> server =
      ca ? Certify(kServer, server_key.get(), ca.get(), ca_key.get(), now_s) : nullptr;
  if (!server) {
    return Fail(ErrorKind::kUnavailable, std::string("OpenSSL could not make a certificate: ") +
                                             ERR_error_string(ERR_get_error(), nullptr));
  }
  auto written = WritePem(folder.ca_key(), ca_key.get());
  if (written) written = WritePem(folder.server_key(), server_key.get());
  if (written) written = WritePem(folder.ca_certificate(), ca.get());
  if (written) written = WritePem(folder.server_certificate(), server.get());
  return written;
}

}  // namespace county
