// A stick with what the test put on it; reads answer `preview`, writes are remembered.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/tables/roster_files.h"

namespace studio {

class FakeRosterFiles : public RosterFiles {
 public:
  void Look(Done<ExchangeContents> done) override { done(contents); }
  void Read(std::filesystem::path table, RosterImportInput input, Done<Preview> done) override {
    read.push_back(std::move(table));
    asked = std::move(input);
    done(preview);
  }
  void Write(ExchangePlace place, RosterExport what, Done<Result<std::string>> done) override {
    exported = std::move(what);
    Keep(place, "值班表2026年11月.xlsx", done);
  }
  void WriteTemplate(ExchangePlace place, std::chrono::year_month,
                     Done<Result<std::string>> done) override {
    Keep(place, "值班表模板.csv", done);
  }

  bool works = true;
  ExchangeContents contents;
  Preview preview;
  RosterImportInput asked;
  RosterExport exported;
  std::vector<std::filesystem::path> read, written;

 private:
  void Keep(const ExchangePlace& place, const std::string& name,
            const Done<Result<std::string>>& done) {
    if (!works) return done(Fail(ErrorKind::kStorage, "test"));
    written.push_back(place.path / name);
    done(name);
  }
};

}  // namespace studio
