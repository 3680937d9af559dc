// What the county's doctor finds: nothing at a county that is well, and of what is not well what to
// do.
#include "server/clerk/doctor.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "county/test_county.h"
#include "server/keys/certificates.h"
#include "shared/base/time_units.h"

namespace county {
namespace {

using studio::kDayMs;
using studio::Symptom;
using studio::Wellness;

Symptom Told(const TestCounty& county, const std::string& code, std::int64_t now_ms, int port = 0) {
  const auto diagnosis = Diagnose(county.folder(), {"127.0.0.1", port, now_ms});
  const auto found = std::find_if(diagnosis.begin(), diagnosis.end(),
                                  [&](const Symptom& one) { return one.code == code; });
  REQUIRE(found != diagnosis.end());
  CHECK_FALSE(found->found.empty());
  if (found->wellness != Wellness::kGood) CHECK_FALSE(found->to_do.empty());
  return *found;
}

}  // namespace

TEST_CASE("at a county that is well the doctor finds nothing wrong") {
  TestCounty county;
  const std::int64_t now_ms = county.now_ms();
  for (const char* code :
       {"county", "keys", "ledger", "disk", "writing", "certificate", "authority"}) {
    CAPTURE(code);
    CHECK(Told(county, code, now_ms).wellness == Wellness::kGood);
  }
  CHECK_FALSE(std::filesystem::exists(county.folder().root() / "doctor-trial"));
  CHECK_FALSE(std::filesystem::exists(county.folder().root() / "serve.lock"));
}

TEST_CASE("a county's doctor tells of the certificate's end, of backups and of a damaged ledger" *
          OnSqliteAlone()) {
  TestCounty county;
  const std::int64_t now_ms = county.now_ms();
  const std::int64_t end_ms = EndOfServerCertificate(county.folder()).value() * 1000;
  CHECK(Told(county, "certificate", end_ms - 61 * kDayMs).wellness == Wellness::kGood);
  CHECK(Told(county, "certificate", end_ms - 12 * kDayMs).wellness == Wellness::kAttention);
  CHECK(Told(county, "certificate", end_ms + 1000).wellness == Wellness::kBad);

  CHECK(Told(county, "backup", now_ms).found == "还没有备份过");
  county.Open().NoteBackup(now_ms);
  CHECK(Told(county, "backup", now_ms + kDayMs).wellness == Wellness::kGood);
  CHECK(Told(county, "backup", now_ms + 5 * kDayMs).found.find("5 天没有备份了") !=
        std::string::npos);

  std::filesystem::resize_file(county.folder().ledger(), 5000);
  CHECK(Told(county, "ledger", now_ms).wellness == Wellness::kBad);
  std::filesystem::remove_all(county.folder().keys());
  CHECK(Told(county, "keys", now_ms).wellness == Wellness::kBad);
}

TEST_CASE("a port that another county has taken is told of") {
  TestCounty county;
  const int taken = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  REQUIRE(bind(taken, reinterpret_cast<const sockaddr*>(&address), length) == 0);
  REQUIRE(listen(taken, 1) == 0);
  REQUIRE(getsockname(taken, reinterpret_cast<sockaddr*>(&address), &length) == 0);
  const int port = ntohs(address.sin_port);
  const Symptom symptom = Told(county, "serving", county.now_ms(), port);
  CHECK(symptom.wellness == Wellness::kBad);
  CHECK(symptom.found.find("占了") != std::string::npos);
  const auto lock = ServiceLock::Take(county.folder());
  REQUIRE(lock);
  CHECK(Told(county, "serving", county.now_ms(), port).wellness == Wellness::kGood);
  close(taken);
  CHECK(Told(county, "serving", county.now_ms(), port).wellness == Wellness::kAttention);
}

}  // namespace county
