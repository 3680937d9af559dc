// The doctors of both programs, on machines that are well and on some that are not.
#include <doctest/doctest.h>

#include <fstream>

#include "village.h"

namespace studio::e2e {
namespace {

nlohmann::json Asked(const std::string& program, std::vector<std::string> arguments, int status) {
  arguments.insert(arguments.begin(), {"doctor", "--json"});
  const Finished asked = Run(program, arguments);
  CHECK_MESSAGE(asked.status == status, (asked.out + asked.err));
  const auto told = nlohmann::json::parse(asked.out);
  nlohmann::json by_code;
  for (const auto& finding : told["findings"]) {
    by_code[finding["code"].get<std::string>()] = finding;
  }
  return by_code;
}

}  // namespace

TEST_CASE("the terminal's doctor finds a machine well, and names what is wrong with what to do") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  const std::vector<std::string> at = {"--data", terminal.string(), "--exchange", "/tmp"};
  const auto well = Asked("studio-kiosk", at, 0);
  for (const char* code :
       {"enrolment", "database", "writing", "clock", "line", "certificate", "fonts", "input"}) {
    CAPTURE(code);
    CHECK(well[code]["state"] == "good");
  }
  CHECK(well["camera"]["state"] == "absent");

  const auto devices = Asked("studio-kiosk",
                             {"--data", terminal.string(), "--camera", "device:/dev/none",
                              "--printer", "device:/dev/none"},
                             1);
  CHECK(devices["camera"]["state"] == "bad");
  CHECK(devices["printer"]["state"] == "bad");

  const Finished revoked =
      Run("county-stub", {"revoke-device", "--data", village.county().string(), "--device", "1"});
  REQUIRE_MESSAGE(revoked.status == 0, revoked.err);
  CHECK(Asked("studio-kiosk", at, 1)["line"]["found"].get<std::string>().find("不认这台机器") !=
        std::string::npos);
  village.StopCounty();
  CHECK(Asked("studio-kiosk", at, 1)["line"]["state"] == "bad");

  // Another county where this one was.
  Village other;
  other.StartCounty();
  auto identity = nlohmann::json::parse(BytesOf(terminal / "identity.json"));
  identity["server"] = other.Url();
  std::ofstream(terminal / "identity.json") << identity.dump();
  CHECK(Asked("studio-kiosk", at, 1)["line"]["found"].get<std::string>().find("证书不是") !=
        std::string::npos);

  std::filesystem::remove(terminal / "terminal.key");
  CHECK(Asked("studio-kiosk", at, 1)["enrolment"]["state"] == "bad");
  const Finished nowhere =
      Run("studio-kiosk", {"doctor", "--data", (village.scratch() / "nowhere").string()});
  CHECK(nowhere.status == 1);
  CHECK(Holds(nowhere.out, "没有这个数据文件夹"));
  CHECK_FALSE(std::filesystem::exists(village.scratch() / "nowhere"));
}

TEST_CASE("the county's doctor tells whether it serves, and whether it is backed up") {
  Village village;
  village.StartCounty();
  const std::vector<std::string> at = {"--data", village.county().string(), "--listen",
                                       "127.0.0.1:" + std::to_string(village.port())};
  auto found = Asked("county-stub", at, 0);
  CHECK(found["serving"]["state"] == "good");
  CHECK(found["backup"]["state"] == "attention");
  REQUIRE(Run("county-stub", {"backup", "--data", village.county().string(), "--out",
                              (village.scratch() / "backup.db").string()})
              .status == 0);
  found = Asked("county-stub", at, 0);
  CHECK(found["backup"]["state"] == "good");
  village.StopCounty();
  CHECK(Asked("county-stub", at, 0)["serving"]["state"] == "attention");
}

TEST_CASE("a certificate names the hosts that terminals ask for, and goes on after SIGHUP") {
  Village village;
  village.StartCounty();
  const Finished named = Run("county-stub", {"certificate", "--data", village.county().string(),
                                             "--host", "county.example", "--host", "192.0.2.7"});
  REQUIRE_MESSAGE(named.status == 0, named.err);
  CHECK(Holds(named.out, "county.example"));
  CHECK(Holds(named.out, "192.0.2.7"));
  CHECK(Holds(named.out, "127.0.0.1"));
  const Finished again =
      Run("county-stub", {"certificate", "--renew", "--data", village.county().string()});
  CHECK(Holds(again.out, "county.example"));
  for (const char* wrong : {"a,DNS:b", "Name", "host:8443", ""}) {
    CAPTURE(wrong);
    CHECK(Run("county-stub", {"certificate", "--data", village.county().string(), "--host", wrong})
              .status != 0);
  }
}

}  // namespace studio::e2e
