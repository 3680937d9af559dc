// What `studio-kiosk doctor` has looked at, as plain values: what is said of it stands in
// ui/words/staff/doctor_strings.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/station/storage_state.h"

namespace studio {

enum class FolderCondition {
  kGood,
  kMissing,
  kNotEnrolled,
  kDamagedIdentity,  // key, identity and CA do not fit together
  kNotReadable,      // another user's
};
enum class DatabaseCondition { kGood, kNone, kDamaged, kNewer };
enum class DeviceCondition { kGood, kNotWanted, kMissing, kNoAccess };
enum class LineCondition {
  kGood,
  kUnreachable,
  kNotTheCounty,      // a portal's page, another program, another county's signature
  kOtherCertificate,  // of another CA, or for another host
  kCertificateDates,
  kOtherName,  // it is known by another name: a proxy that rewrites Host
  kRefused,    // the county does not know this terminal, or no more
};

// Asked of the county, on the line.
struct LineFacts {
  LineCondition condition = LineCondition::kUnreachable;
  std::string detail;                             // technical
  std::optional<std::int64_t> clock_offset_ms;    // the county's clock less this one's
  std::optional<std::int64_t> certificate_end_s;  // Unix time
};

struct ExaminationFacts {
  FolderCondition folder = FolderCondition::kGood;
  bool running = false;  // a program works in the folder
  std::string server;    // "https://host:port"
  std::string county_name;
  DatabaseCondition database = DatabaseCondition::kGood;
  StorageState storage;
  std::vector<std::string> missing_fonts, missing_input;  // files
  bool annex = true;                                      // its library loads
  DeviceCondition camera = DeviceCondition::kNotWanted;
  DeviceCondition microphone = DeviceCondition::kNotWanted;
  DeviceCondition printer = DeviceCondition::kNotWanted;
  bool scanner = false;
  std::optional<LineFacts> line;  // none where there is nobody to ask
  std::int64_t now_s = 0;         // this machine's clock, Unix time
};

}  // namespace studio
