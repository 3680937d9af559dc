// `county-stub doctor`: everything that could be wrong with the county's machine, each with what to
// do, in Chinese for who is no engineer.
#pragma once

#include <cstdint>
#include <string>

#include "server/keys/data_folder.h"
#include "shared/base/diagnosis.h"

namespace county {

struct DoctorOrder {
  std::string host;  // where `serve` listens or is to
  int port = 0;
  std::int64_t now_ms = 0;
};

// Worst first. Also beside a running `serve`; writes nothing but a trial file, which it removes.
studio::Diagnosis Diagnose(const DataFolder& folder, const DoctorOrder& order);

}  // namespace county
