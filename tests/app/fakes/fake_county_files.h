// A stick with what the test put on it, and an outbox and a county that answer as it says. With
// `holds` nothing is answered until Answer().
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/manage/county_files.h"

namespace studio {

class FakeCountyFiles : public CountyFiles {
 public:
  void Look(Done<CarryingPlaces> done) override { done(found); }
  void Export(ExchangePlace place, CarriedTitle title, std::function<void(std::size_t)> on_progress,
              Done<Up> done) override {
    asked = std::move(title);
    exported.push_back(std::move(place));
    if (progress > 0) on_progress(progress);
    answer_ = [this, done] { done(up); };
    if (!holds) Answer();
  }
  void Import(std::filesystem::path reply, Done<Down> done) override {
    imported.push_back(std::move(reply));
    answer_ = [this, done] { done(down); };
    if (!holds) Answer();
  }
  void Answer() {
    if (answer_) std::exchange(answer_, nullptr)();
  }

  bool holds = false;
  std::size_t progress = 0;
  CarryingPlaces found;
  Up up;
  Down down;
  CarriedTitle asked;
  std::vector<ExchangePlace> exported;
  std::vector<std::filesystem::path> imported;

 private:
  std::function<void()> answer_;
};

}  // namespace studio
