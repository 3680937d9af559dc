// U盘上传: what waits goes onto a stick, and the county's answer comes from one. Main thread.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/base/visit.h"
#include "app/manage/county_files.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class CarryStep {
  kLooking,    // for sticks
  kChoose,     // where to, or which answer
  kExporting,  // see progress()
  kImporting,
  kExported,  // see up(): it may have failed
  kImported,  // see down()
};

class CarryFlow {
 public:
  // Both outlive the flow.
  CarryFlow(CountyFiles& files, const KioskState& state);

  CarryStep step() const { return step_; }
  bool busy() const { return step_ == CarryStep::kExporting || step_ == CarryStep::kImporting; }
  const CarryingPlaces& found() const { return found_; }
  std::size_t place() const { return place_; }
  std::size_t progress() const { return progress_; }  // pieces on the stick
  const CountyFiles::Up& up() const { return up_; }
  const CountyFiles::Down& down() const { return down_; }

  void LookAgain();
  void ChoosePlace(std::size_t index);
  void Export(const Moment& now);
  void Import(std::size_t reply);
  void GoOn();  // from an outcome

 private:
  CountyFiles& files_;
  const KioskState& state_;
  CarryStep step_ = CarryStep::kLooking;
  CarryingPlaces found_;
  std::size_t place_ = 0, progress_ = 0;
  CountyFiles::Up up_;
  CountyFiles::Down down_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
