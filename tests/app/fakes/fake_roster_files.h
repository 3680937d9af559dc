// A stick with what the test put on it; reads answer `preview`, writes are remembered.
#pragma once

#include <memory>
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
    if (!preview) return done(tl::unexpected(preview.error()));
    done(TableRead{std::make_shared<const std::vector<Sheet>>(), *preview});
  }
  void ReadAgain(Table, RosterImportInput input, Done<RosterPreview> done) override {
    asked = std::move(input);
    if (waits) {
      waiting = std::move(done);
    } else {
      done(Answered());
    }
  }
  void Write(ExchangePlace place, RosterExport what, Done<Result<std::string>> done) override {
    exported = std::move(what);
    Keep(place, "值班表2026年11月.xlsx", done);
  }
  void WriteTemplate(ExchangePlace place, std::chrono::year_month,
                     Done<Result<std::string>> done) override {
    Keep(place, "值班表模板.csv", done);
  }

  // `preview`, with what was asked of it and has been answered.
  RosterPreview Answered() const {
    RosterPreview out = *preview;
    out.problems.clear();
    for (CellProblem problem : preview->problems) {
      const auto said = asked.answers.find(problem.Question());
      if (said != asked.answers.end()) problem.answer = said->second;
      (problem.answer ? out.answered : out.problems).push_back(problem);
    }
    return out;
  }

  bool works = true;
  ExchangeContents contents;
  tl::expected<RosterPreview, TableRefusal> preview;
  bool waits = false;
  Done<RosterPreview> waiting;
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
