// What members wrote beside their duty of a month, for the duty sheet. The studio's key opened it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/rules/rotation.h"
#include "shared/bodies/duty_bodies.h"

namespace studio {

// The word of a mechanism's activity kind for people received at the studio.
inline constexpr std::string_view kReceptionKind = "reception";

struct DutyNotes {
  // By day ("2026-11-21") and member: how many people they received. None: nothing was written up.
  std::map<std::pair<std::string, std::string>, int> receptions;
  std::vector<HandoverBody> handovers;  // left at this terminal, oldest first
};

struct DutyRemarks {
  std::optional<int> receptions;  // 接待人次
  std::string handover;           // 交接事项
};

// By shift and planned member, of who came or is to come in their place. Whoever has two places on
// one day received people once: at the first that they came for.
using DutyRemarksOfMonth = std::map<std::pair<std::string, std::string>, DutyRemarks>;
DutyRemarksOfMonth RemarksOf(const RotationMonth& month, const DutyNotes& notes);

}  // namespace studio
