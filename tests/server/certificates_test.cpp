// The server's certificate: made anew before it ends, and nobody has to learn to trust it.
#include "server/keys/certificates.h"

#include <ctime>

#include "county/raw_line.h"
#include "county/served_county.h"

namespace county {
namespace {

constexpr std::int64_t kDayS = 24 * 3600;
constexpr std::int64_t kFoundedS = 1'795'000'000;

int StatusOfTime(const Served& served) {
  const auto time = Client(served).Get("/v1/time?nonce=00112233445566778899aabbccddeeff");
  return time ? time->status : 0;
}

}  // namespace

TEST_CASE("a renewed certificate lasts longer, and who trusts the county's CA takes it") {
  TestCounty county;
  const auto before_s = EndOfServerCertificate(county.folder()).value();
  Served served(county);
  const std::int64_t later_s = county.now_ms() / 1000 + 600 * kDayS;
  const Bytes ca = ReadFile(county.folder().ca_certificate()).value();
  const Bytes key = ReadFile(county.folder().server_key()).value();
  const auto end_s = RenewServerCertificate(county.folder(), later_s);
  REQUIRE(end_s);
  CHECK(*end_s == EndOfServerCertificate(county.folder()).value());
  CHECK(*end_s > before_s + 590 * kDayS);
  CHECK(ReadFile(county.folder().ca_certificate()).value() == ca);
  CHECK(ReadFile(county.folder().server_key()).value() == key);

  // Of today, so that this machine's clock takes it.
  REQUIRE(RenewServerCertificate(county.folder(), std::time(nullptr)));
  const std::string shown = RawLine(served.port()).CertificateSerial();
  REQUIRE(served.surface().ReadCertificateAgain());
  CHECK(RawLine(served.port()).CertificateSerial() != shown);
  CHECK(StatusOfTime(served) == 200);
}

TEST_CASE("a certificate from elsewhere, or none, is left as it is") {
  TestCounty county, other;
  const auto file = county.folder().server_certificate();
  const auto check_left = [&](studio::ErrorKind kind) {
    const auto before = ReadFile(file);
    const auto end_s = RenewServerCertificate(county.folder(), kFoundedS);
    REQUIRE_FALSE(end_s);
    CHECK(end_s.error().kind == kind);
    CHECK(ReadFile(file).value_or(Bytes()) == before.value_or(Bytes()));
  };
  std::filesystem::copy_file(other.folder().server_certificate(), file,
                             std::filesystem::copy_options::overwrite_existing);
  check_left(studio::ErrorKind::kConflict);
  REQUIRE(WriteFile(file, studio::AsBytes(std::string_view("no PEM")), FileMode::kPublic));
  check_left(studio::ErrorKind::kMalformed);
  CHECK_FALSE(EndOfServerCertificate(county.folder()));
  std::filesystem::remove(file);
  check_left(studio::ErrorKind::kNotFound);
}

TEST_CASE("from 60 days before its end on the certificate's end is told, with what to do") {
  const std::int64_t end_s = kFoundedS;  // 2026-11-18
  CHECK(WordOfItsEnd(end_s, end_s - 61 * kDayS).empty());
  const std::string soon = WordOfItsEnd(end_s, end_s - 12 * kDayS);
  CHECK(soon.find("2026-11-18, in 12 days; certificate --renew") != std::string::npos);
  CHECK(WordOfItsEnd(end_s, end_s + 1).find("ended on 2026-11-18") != std::string::npos);
}

}  // namespace county
