#include "server/faults/fault_plan.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>

#include "server/keys/data_folder.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;
using studio::Result;

namespace {

constexpr std::int64_t kLongestRetryAfter = 86400;

auto Refuse(const toml::source_region& where, const std::string& what) {
  return Fail(ErrorKind::kMalformed, "line " + std::to_string(where.begin.line) + ": " + what);
}

Result<void> ReadProbabilities(const toml::node& node, FaultPlan& plan) {
  const toml::table* table = node.as_table();
  if (!table) return Refuse(node.source(), "[probability] is needed");
  for (const auto& [key, value] : *table) {
    const auto known = std::find(kFaultNames.begin(), kFaultNames.end(), key.str());
    if (known == kFaultNames.end()) {
      return Refuse(key.source(), "no fault is called " + std::string(key.str()));
    }
    const auto probability = value.is_number() ? value.value<double>() : std::nullopt;
    // Written so that nan is refused too.
    if (!probability || !(*probability >= 0 && *probability <= 1)) {
      return Refuse(value.source(), std::string(key.str()) + " needs a probability from 0 to 1");
    }
    plan.probability[static_cast<std::size_t>(known - kFaultNames.begin())] = *probability;
  }
  return {};
}

// A whole number from 0 to `most`.
std::optional<std::int64_t> NumberUpTo(std::int64_t most, const toml::node& node) {
  const auto number = node.value_exact<std::int64_t>();
  return number && *number >= 0 && *number <= most ? number : std::nullopt;
}

Result<FaultPlan> PlanFrom(const toml::table& file) {
  FaultPlan plan;
  for (const auto& [key, value] : file) {
    if (key == "probability") {
      if (auto read = ReadProbabilities(value, plan); !read) return tl::unexpected(read.error());
    } else if (key == "seed") {
      const auto seed = NumberUpTo(INT64_MAX, value);
      if (!seed) return Refuse(value.source(), "seed is a whole number from 0 on");
      plan.seed = static_cast<std::uint64_t>(*seed);
    } else if (key == "retry_after_s") {
      const auto seconds = NumberUpTo(kLongestRetryAfter, value);
      if (!seconds) return Refuse(value.source(), "retry_after_s is from 0 to 86400");
      plan.retry_after_s = static_cast<int>(*seconds);
    } else {
      return Refuse(key.source(), "nothing here is called " + std::string(key.str()));
    }
  }
  return plan;
}

}  // namespace

std::string_view NameOf(Fault fault) { return kFaultNames[static_cast<std::size_t>(fault)]; }

bool FaultPlan::TouchesConnections() const {
  return Of(Fault::kRefuse) > 0 || Of(Fault::kExpiredCertificate) > 0 ||
         Of(Fault::kForeignCertificate) > 0;
}

bool FaultPlan::Empty() const {
  return std::all_of(probability.begin(), probability.end(), [](double p) { return p == 0; });
}

Result<FaultPlan> ParseFaultPlan(std::string_view toml) {
  try {
    return PlanFrom(toml::parse(toml));
  } catch (const toml::parse_error& error) {
    return Refuse(error.source(), std::string(error.description()));
  }
}

Result<FaultPlan> ReadFaultPlan(const std::filesystem::path& path) {
  const auto text = ReadFile(path);
  if (!text) return tl::unexpected(text.error());
  auto plan = ParseFaultPlan(studio::AsText(*text));
  if (!plan) return Fail(plan.error().kind, path.string() + ": " + plan.error().detail);
  return plan;
}

}  // namespace county
