#include "app/desk/heard_flow.h"

#include <algorithm>
#include <utility>

namespace studio {
namespace {

template <class T>
const T* NamedBy(const std::vector<T>& all, const std::string& id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

HeardFlow::HeardFlow(LedgerStore& store, const KioskState& state, const Clock& clock,
                     KeySession session, const HeardBody* resumed)
    : store_(store),
      state_(state),
      clock_(clock),
      session_(std::move(session)),
      station_(state.station) {
  if (resumed == nullptr) return;
  way_ = resumed->way;
  village_ = resumed->village;
  category_ = resumed->category;
  who_.Set(resumed->who);
  words_.Set(resumed->words);
  kept_ = Body();
}

HeardFlow::~HeardFlow() { Keep(); }

const Village* HeardFlow::village() const { return NamedBy(station_->villages, village_); }

void HeardFlow::ChooseVillage(const Village& village) {
  problem_.reset();
  village_ = village.id;
}

const Category* HeardFlow::category() const { return NamedBy(station_->categories, category_); }

void HeardFlow::ChooseCategory(const Category& category) {
  category_ = category_ == category.id ? std::string() : category.id;
}

bool HeardFlow::StopsAtWords() {
  if (!stop_.Stops(words_.text(), station_->safety)) return false;
  if (stop_.page() != StopPage::kNotOurs) return true;
  stop_.NotThat();
  return false;
}

HeardBody HeardFlow::Body() const {
  HeardBody body;
  body.way = way_;
  body.who = who_.Finished();
  if (const Village* in = village()) {
    body.village = in->id;
    body.village_name = in->name;
  }
  if (const Category* of = category()) {
    body.category = of->id;
    body.category_name = of->name;
  }
  body.words = words_.Finished();
  body.date = LocalTime::At(state_.CountyMs(clock_.Now())).Date();
  body.studio = station_->studio.id;
  body.by = session_.member;
  return body;
}

void HeardFlow::Keep() {
  if (step_ != HeardStep::kForm || (!HasSomething() && !kept_)) return;
  HeardBody body = Body();
  if (kept_ && *kept_ == body) return;
  store_.KeepLedgerDraft(session_, body, [](const Result<bool>&) {});
  kept_ = std::move(body);
}

void HeardFlow::GiveUp() {
  who_.Clear();
  words_.Clear();
  if (kept_) store_.DropLedgerDraft(session_, LedgerPiece::kHeard, [](const Result<bool>&) {});
  kept_.reset();
}

void HeardFlow::File() {
  if (step_ != HeardStep::kForm) return;
  problem_.reset();
  if (village() == nullptr && !station_->villages.empty()) {
    problem_ = HeardProblem::kChooseVillage;
  } else if (words_.Blank()) {
    problem_ = HeardProblem::kSaySomething;
  }
  if (problem_ || StopsAtWords()) return;
  Keep();
  step_ = HeardStep::kSaving;
  HeardBody body = Body();
  body.token = session_.token;
  store_.FileHeard(session_, std::move(body), stop_.danger(),
                   visit_.Guard<Result<bool>>([this](const Result<bool>& filed) {
                     step_ = filed ? HeardStep::kDone : HeardStep::kForm;
                     if (filed) {
                       kept_.reset();
                     } else {
                       problem_ = filed.error().kind == ErrorKind::kStorage ? HeardProblem::kFull
                                                                            : HeardProblem::kFailed;
                     }
                   }));
}

}  // namespace studio
