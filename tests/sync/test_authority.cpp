#include "test_authority.h"

#include <doctest/doctest.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdlib.h>

#include <cstdio>

namespace studio::test {
namespace {

PrivateKeyPtr MakeKey() { return PrivateKeyPtr(EVP_EC_gen("P-256")); }

void AddExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  REQUIRE(extension != nullptr);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

CertificatePtr MakeCertificate(const char* name, EVP_PKEY* key, Validity validity) {
  static long serial = 1;
  CertificatePtr certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), validity.from_s);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validity.to_s);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
  return certificate;
}

}  // namespace

TestAuthority::TestAuthority(const char* name)
    : key_(MakeKey()),
      certificate_(MakeCertificate(name, key_.get(), {-10 * kYearS, 10 * kYearS})) {
  X509* self = certificate_.get();
  X509_set_issuer_name(self, X509_get_subject_name(self));
  AddExtension(self, self, NID_basic_constraints, "critical,CA:TRUE");
  AddExtension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign");
  AddExtension(self, self, NID_subject_key_identifier, "hash");
  REQUIRE(X509_sign(self, key_.get(), EVP_sha256()) > 0);
}

ServerCertificate TestAuthority::Issue(Validity validity,
                                       const std::string& subject_alt_names) const {
  ServerCertificate server{nullptr, MakeKey()};
  server.certificate = MakeCertificate("test county", server.key.get(), validity);
  X509* certificate = server.certificate.get();
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate_.get()));
  AddExtension(certificate, certificate_.get(), NID_basic_constraints, "critical,CA:FALSE");
  AddExtension(certificate, certificate_.get(), NID_subject_alt_name, subject_alt_names);
  REQUIRE(X509_sign(certificate, key_.get(), EVP_sha256()) > 0);
  return server;
}

void TestAuthority::WritePem(const std::filesystem::path& path) const {
  std::FILE* file = std::fopen(path.c_str(), "we");
  REQUIRE(file != nullptr);
  PEM_write_X509(file, certificate_.get());
  std::fclose(file);
}

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "studio-sync-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace studio::test
