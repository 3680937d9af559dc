#include "server/faults/fault_certificates.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr std::int64_t kDayOfFaults = 24 * 3600;

struct FreeFaultKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(BIO* bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeFaultKey>;
using Memory = std::unique_ptr<BIO, FreeFaultKey>;

Memory ReadingPem(const Bytes& pem) {
  return Memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

Certificate Expired(X509* good, EVP_PKEY* authority, std::int64_t now_s) {
  Certificate made(X509_dup(good));
  const bool signed_so =
      made && authority &&
      ASN1_TIME_set(X509_getm_notBefore(made.get()), now_s - 365 * kDayOfFaults) &&
      ASN1_TIME_set(X509_getm_notAfter(made.get()), now_s - kDayOfFaults) &&
      X509_sign(made.get(), authority, EVP_sha256()) > 0;
  return signed_so ? std::move(made) : nullptr;
}

Certificate Foreign(X509* good) {
  Certificate made(X509_dup(good));
  const Key authority(EVP_EC_gen("P-256"));
  const std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> name(X509_NAME_new(),
                                                                   &X509_NAME_free);
  const bool signed_so =
      made && authority && name &&
      X509_NAME_add_entry_by_txt(name.get(), "CN", MBSTRING_UTF8,
                                 reinterpret_cast<const unsigned char*>("somebody else's CA"), -1,
                                 -1, 0) == 1 &&
      X509_set_issuer_name(made.get(), name.get()) == 1 &&
      X509_sign(made.get(), authority.get(), EVP_sha256()) > 0;
  return signed_so ? std::move(made) : nullptr;
}

}  // namespace

Result<FaultCertificates> MakeFaultCertificates(const DataFolder& folder, std::int64_t now_s) {
  const auto key_pem = ReadFile(folder.ca_key());
  if (!key_pem) return tl::unexpected(key_pem.error());
  const auto good_pem = ReadFile(folder.server_certificate());
  if (!good_pem) return tl::unexpected(good_pem.error());
  const Key authority(
      PEM_read_bio_PrivateKey(ReadingPem(*key_pem).get(), nullptr, nullptr, nullptr));
  const Certificate good(PEM_read_bio_X509(ReadingPem(*good_pem).get(), nullptr, nullptr, nullptr));
  FaultCertificates made;
  if (good) {
    made.expired = Expired(good.get(), authority.get(), now_s);
    made.foreign = Foreign(good.get());
  }
  if (!made.expired || !made.foreign) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not make the faulty certificates");
  }
  return made;
}

}  // namespace county
