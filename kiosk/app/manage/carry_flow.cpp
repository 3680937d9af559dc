#include "app/manage/carry_flow.h"

#include <utility>

namespace studio {

CarryFlow::CarryFlow(CountyFiles& files, const KioskState& state) : files_(files), state_(state) {
  LookAgain();
}

void CarryFlow::LookAgain() {
  if (busy()) return;
  step_ = CarryStep::kLooking;
  files_.Look(visit_.Guard<CarryingPlaces>([this](CarryingPlaces found) {
    found_ = std::move(found);
    place_ = 0;
    step_ = CarryStep::kChoose;
  }));
}

void CarryFlow::ChoosePlace(std::size_t index) {
  if (step_ == CarryStep::kChoose && index < found_.places.size()) place_ = index;
}

void CarryFlow::Export(const Moment& now) {
  if (step_ != CarryStep::kChoose || place_ >= found_.places.size()) return;
  step_ = CarryStep::kExporting;
  progress_ = 0;
  files_.Export(found_.places[place_],
                {state_.station->studio.name, LocalTime::At(state_.CountyMs(now)).Date()},
                visit_.Guard<std::size_t>([this](std::size_t done) { progress_ = done; }),
                visit_.Guard<CountyFiles::Up>([this](CountyFiles::Up up) {
                  up_ = std::move(up);
                  step_ = CarryStep::kExported;
                }));
}

void CarryFlow::Import(std::size_t reply) {
  if (step_ != CarryStep::kChoose || reply >= found_.replies.size()) return;
  step_ = CarryStep::kImporting;
  files_.Import(found_.replies[reply].path,
                visit_.Guard<CountyFiles::Down>([this](CountyFiles::Down down) {
                  down_ = std::move(down);
                  step_ = CarryStep::kImported;
                }));
}

// The stick may be another by now.
void CarryFlow::GoOn() {
  if (step_ == CarryStep::kExported || step_ == CarryStep::kImported) LookAgain();
}

}  // namespace studio
