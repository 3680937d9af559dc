// A year of this studio's members, reckoned here from what the county has sent: the `assess`
// command. What it reads is sealed to the studio's key, so that card and PIN are needed.
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace studio {

struct AssessOrder {
  std::filesystem::path data;
  int year = 0;
  std::string member;               // id; empty: all of the studio
  std::string on;                   // "2026-11-29"; empty: today
  std::filesystem::path card_file;  // its first line is the card's text, with the secret
  std::filesystem::path pin_file;   // its first line is the PIN
};

// One JSON object (shared/mechanism/assessment_json.h), byte for byte what the county says of the
// same feed on the same day. Works alone in the folder, because a try of a PIN is counted before it
// is made. kConflict: the terminal is running. kDenied: the card or the PIN, or locked for a while.
// kNotFound: no rules have come yet, no such member. kInvalid, kStorage.
Result<std::string> AssessStudio(const AssessOrder& order);

}  // namespace studio
