#include "server/keys/certificates.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <string>

#include "server/keys/county_calendar.h"
#include "shared/base/sodium_ready.h"

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
constexpr std::int64_t kDay = 24 * 3600;
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

// Who it is for; before: the one whose names it takes over, nullptr: the profile's; hosts: in place
// of those, as subjectAltName is spelled, nullptr: none.
struct Holder {
  EVP_PKEY* key;
  const X509* before;
  const char* hosts = nullptr;
};

bool SetNames(X509* certificate, const char* name, const X509* before) {
  if (before != nullptr) {
    return X509_set_subject_name(certificate, X509_get_subject_name(before)) == 1;
  }
  return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name), -1, -1, 0) == 1;
}

bool AddHosts(X509* certificate, X509* issuer, const char* names, const Holder& holder) {
  if (holder.hosts != nullptr) names = holder.hosts;
  if (holder.before == nullptr || holder.hosts != nullptr) {
    return Extend(certificate, issuer, NID_subject_alt_name, names);
  }
  const int at = X509_get_ext_by_NID(holder.before, NID_subject_alt_name, -1);
  return at < 0 || X509_add_ext(certificate, X509_get_ext(holder.before, at), -1) == 1;
}

// As subjectAltName is spelled; what is no host would be read as something else there.
Result<std::string> SpellHosts(const std::vector<std::string>& hosts) {
  std::string spelled = kServer.names;
  for (const std::string& host : hosts) {
    unsigned char address[16];
    const bool ip = inet_pton(AF_INET, host.c_str(), address) == 1 ||
                    inet_pton(AF_INET6, host.c_str(), address) == 1;
    const bool name =
        !host.empty() && host.size() <= 253 && host.front() != '.' &&
        std::all_of(host.begin(), host.end(), [](unsigned char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        });
    if (!ip && !name) {
      return Fail(ErrorKind::kInvalid, "'" + host +
                                           "' is no host: a name in lower case or an address, "
                                           "without a port");
    }
    spelled += (ip ? ",IP:" : ",DNS:") + host;
  }
  return spelled;
}

// issuer: nullptr for one that signs itself. Null where OpenSSL refused a step.
Owned<X509> Certify(const Profile& profile, const Holder& holder, X509* issuer,
                    EVP_PKEY* issuer_key, std::int64_t now_s) {
  Owned<X509> certificate(X509_new());
  X509* self = certificate.get();
  if (self == nullptr) return nullptr;
  X509* signer = issuer == nullptr ? self : issuer;
  const bool made =
      SetNames(self, profile.name, holder.before) && X509_set_version(self, 2) == 1 &&
      SetRandomSerial(self) &&
      ASN1_TIME_set(X509_getm_notBefore(self), now_s - kEarlyStart) != nullptr &&
      ASN1_TIME_set(X509_getm_notAfter(self), now_s + profile.years * kYear) != nullptr &&
      X509_set_issuer_name(self, X509_get_subject_name(signer)) == 1 &&
      X509_set_pubkey(self, holder.key) == 1 &&
      Extend(self, signer, NID_basic_constraints, profile.constraints) &&
      Extend(self, signer, NID_key_usage, profile.usage) &&
      Extend(self, signer, NID_ext_key_usage, profile.extended_usage) &&
      AddHosts(self, signer, profile.names, holder) &&
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

Result<void> WritePem(const std::filesystem::path& path, X509* certificate, FileMode mode) {
  const Owned<BIO> bio(BIO_new(BIO_s_mem()));
  if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not write a certificate");
  }
  return WriteFile(path, studio::AsBytes(Drain(bio.get())), mode);
}

Result<void> WritePem(const std::filesystem::path& path, EVP_PKEY* key) {
  const Owned<BIO> bio(BIO_new(BIO_s_mem()));
  if (!bio ||
      PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not write a key");
  }
  return WriteFile(path, studio::AsBytes(Drain(bio.get())), FileMode::kPrivate);
}

Owned<BIO> BioOver(const Bytes& bytes) {
  return Owned<BIO>(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Result<Owned<X509>> ReadCertificate(const std::filesystem::path& path) {
  const auto bytes = ReadFile(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const Owned<BIO> bio = BioOver(*bytes);
  Owned<X509> certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
  if (!certificate) return Fail(ErrorKind::kMalformed, path.string() + ": no certificate");
  return certificate;
}

Result<Owned<EVP_PKEY>> ReadKey(const std::filesystem::path& path) {
  auto bytes = ReadFile(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const studio::WipeOnExit wiped(*bytes);
  const Owned<BIO> bio = BioOver(*bytes);
  Owned<EVP_PKEY> key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr)
                          : nullptr);
  if (!key) return Fail(ErrorKind::kMalformed, path.string() + ": no key");
  return key;
}

std::int64_t EndOf(const X509* certificate) {
  std::tm time{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) != 1) return 0;
  return timegm(&time);
}

tl::unexpected<studio::Error> NotMade() {
  return Fail(ErrorKind::kUnavailable, std::string("OpenSSL could not make a certificate: ") +
                                           ERR_error_string(ERR_get_error(), nullptr));
}

}  // namespace

Result<void> MakeCertificates(const DataFolder& folder, std::int64_t now_s) {
  const Owned<EVP_PKEY> ca_key(EVP_EC_gen("P-256"));
  const Owned<EVP_PKEY> server_key(EVP_EC_gen("P-256"));
  if (!ca_key || !server_key) {
    return Fail(ErrorKind::kUnavailable, "OpenSSL could not make a P-256 key");
  }
  const Owned<X509> ca = Certify(kAuthority, {ca_key.get(), nullptr}, nullptr, ca_key.get(), now_s);
  const Owned<X509> server =
      ca ? Certify(kServer, {server_key.get(), nullptr}, ca.get(), ca_key.get(), now_s) : nullptr;
  if (!server) return NotMade();
  auto written = WritePem(folder.ca_key(), ca_key.get());
  if (written) written = WritePem(folder.server_key(), server_key.get());
  if (written) written = WritePem(folder.ca_certificate(), ca.get(), FileMode::kPublic);
  if (written) written = WritePem(folder.server_certificate(), server.get(), FileMode::kPrivate);
  return written;
}

Result<std::int64_t> RenewServerCertificate(const DataFolder& folder, std::int64_t now_s,
                                            const std::vector<std::string>& hosts) {
  const auto spelled = SpellHosts(hosts);
  if (!spelled) return tl::unexpected(spelled.error());
  const auto ca = ReadCertificate(folder.ca_certificate());
  if (!ca) return tl::unexpected(ca.error());
  const auto ca_key = ReadKey(folder.ca_key());
  if (!ca_key) return tl::unexpected(ca_key.error());
  const auto before = ReadCertificate(folder.server_certificate());
  if (!before) return tl::unexpected(before.error());
  if (X509_verify(before->get(), X509_get0_pubkey(ca->get())) != 1) {
    ERR_clear_error();
    return Fail(ErrorKind::kConflict, folder.server_certificate().string() +
                                          " is not from this county's own CA: it is renewed where "
                                          "it came from");
  }
  const Owned<X509> next = Certify(
      kServer,
      {X509_get0_pubkey(before->get()), before->get(), hosts.empty() ? nullptr : spelled->c_str()},
      ca->get(), ca_key->get(), now_s);
  if (!next) return NotMade();
  if (auto written = WritePem(folder.server_certificate(), next.get(), FileMode::kPrivate);
      !written) {
    return tl::unexpected(written.error());
  }
  return EndOf(next.get());
}

Result<std::int64_t> EndOfServerCertificate(const DataFolder& folder) {
  const auto certificate = ReadCertificate(folder.server_certificate());
  if (!certificate) return tl::unexpected(certificate.error());
  return EndOf(certificate->get());
}

Result<std::int64_t> EndOfAuthority(const DataFolder& folder) {
  const auto certificate = ReadCertificate(folder.ca_certificate());
  if (!certificate) return tl::unexpected(certificate.error());
  return EndOf(certificate->get());
}

Result<std::string> HostsOfServerCertificate(const DataFolder& folder) {
  const auto certificate = ReadCertificate(folder.server_certificate());
  if (!certificate) return tl::unexpected(certificate.error());
  const int at = X509_get_ext_by_NID(certificate->get(), NID_subject_alt_name, -1);
  const Owned<BIO> bio(BIO_new(BIO_s_mem()));
  if (at < 0 || !bio ||
      X509V3_EXT_print(bio.get(), X509_get_ext(certificate->get(), at), 0, 0) != 1) {
    return std::string();
  }
  return Drain(bio.get());
}

std::string WordOfItsEnd(std::int64_t end_s, std::int64_t now_s) {
  if (end_s - now_s > kToldBeforeEndS) return {};
  const std::string day = studio::ToText(DateAt(end_s * 1000));
  const std::string what = "the server's certificate ";
  if (end_s <= now_s) return what + "ended on " + day + ": no terminal takes it any more";
  return what + "ends on " + day + ", in " + std::to_string((end_s - now_s) / kDay) +
         " days; certificate --renew, then SIGHUP to serve";
}

}  // namespace county
