#include "commands/examining.h"

#include <unistd.h>

#include "commands/line_probe.h"
#include "input/words/input_data.h"
#include "input/words/sentence_model.h"
#include "media/camera_finding.h"

namespace studio {
namespace {

DeviceCondition CameraOf(const CameraSource& camera) {
  if (camera.kind == CameraSource::Kind::kNone) return DeviceCondition::kNotWanted;
  const std::string node =
      camera.kind == CameraSource::Kind::kDevice ? CameraFinding().Node(camera.path) : camera.path;
  std::error_code error;
  if (node.empty() || !std::filesystem::exists(node, error)) return DeviceCondition::kMissing;
  return access(node.c_str(), R_OK) == 0 ? DeviceCondition::kGood : DeviceCondition::kNoAccess;
}

std::vector<std::string> MissingInput(const std::filesystem::path& told) {
  const std::filesystem::path data = told.empty() ? DefaultInputData() : told;
  std::vector<std::string> missing;
  for (const std::filesystem::path& file :
       {data / kFilterFile, data / kNeighboursFile, data / kNamesFile, data / kInkStrokesFile,
        data / kLexiconFile, data / kVillageFile, data / kStrokesFile,
        std::filesystem::path(kInkModel)}) {
    if (access(file.c_str(), R_OK) != 0) missing.push_back(file.string());
  }
  if (const auto model = SentenceModel::Open(); !model) missing.push_back(model.error().detail);
  return missing;
}

}  // namespace

void ExamineBehindDoor(const ExaminationOrder& order, ExaminationFacts& facts) {
  facts.camera = CameraOf(order.options.camera);
  facts.missing_input = MissingInput(order.options.input_data);
  if (order.identity != nullptr) {
    facts.line = ProbeLine(order.options.data, *order.identity, order.options.proxy);
  }
}

}  // namespace studio
