// A terminal and a county that are both killed, the county lying and breaking off besides; and what
// must hold afterwards.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "village.h"

namespace studio::e2e {

class UnderFire {
 public:
  UnderFire();  // a terminal that knows its county, the line off

  // From now on every fault, each with this probability.
  void Serve(double probability);
  void KillCounty();
  bool serving() const { return serving_; }

  // Five requests, two of them with a photo, and their way to the county.
  Program StartBurst();
  // What it had shown by then; true where it was killed.
  bool Take(Program program);

  // Everything sent to a county without faults: each receipt shown is in the ledger and none
  // twice, streams are whole, every photo is there and opens, to its last byte as it was sealed.
  void CheckWhole();

  std::size_t shown() const { return shown_.size(); }
  std::size_t photos() const { return photos_; }  // that CheckWhole() opened

 private:
  void CheckPhotos(const nlohmann::json& record);

  Village village_;
  std::filesystem::path terminal_;
  bool serving_ = false;
  int bursts_ = 0;
  std::size_t photos_ = 0;
  std::set<std::string> shown_;
};

}  // namespace studio::e2e
