#include "server/ledger/case_file.h"

namespace county {

bool CaseFile::Open() const {
  using studio::CaseStep;
  return state && step != CaseStep::kAnswered && step != CaseStep::kRated &&
         step != CaseStep::kConfirmed;
}

}  // namespace county
