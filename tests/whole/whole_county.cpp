#include "whole_county.h"

namespace studio {

WholeCounty::WholeCounty() { GoOn(); }

void WholeCounty::GoOn() {
  served_ = std::make_unique<county::Served>(county, nullptr, port_);
  port_ = served_->port();
}

void WholeCounty::CheckStreams() const {
  for (const auto& stream : county.StreamListing()) {
    CHECK(stream["complete"] == true);
    CHECK(stream["clone"] == false);
  }
}

}  // namespace studio
