// A county and a terminal, as the real programs over real TLS, and what a villager does at it.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "program.h"
#include "shared/base/json.h"

namespace studio::e2e {

class Village {
 public:
  // A county with that demo's data, not yet serving; with STUDIO_LEDGER=postgresql its ledger is in
  // a PostgreSQL of the tests' own (support/own_postgresql.h).
  explicit Village(const std::string& demo = "tieli");

  // On the port it had before.
  void StartCounty(const std::vector<std::string>& options = {});
  Finished StopCounty();
  void KillCounty();
  // It goes on running and answers nobody, as behind a line that is down.
  void HoldCounty();
  void LetCountyGo();
  // A new terminal at that studio, by its number; its data folder.
  std::filesystem::path Enrol(const std::string& name = "terminal",
                              const std::string& studio = "1");
  std::string Code(const std::string& studio = "1");

  nlohmann::json Ledger() const;
  nlohmann::json Streams() const;
  // Bodies by id, as they stand on the county's feed.
  std::map<std::string, std::string> OnTheFeed(const std::string& kind) const;
  nlohmann::json Outbox(const std::filesystem::path& terminal) const;
  // Runs the terminal on a script at a quarter of the pixels, where frames are quick.
  Program Start(const std::filesystem::path& terminal, const std::string& script,
                const std::vector<std::string>& options = {});
  Finished RunScript(const std::filesystem::path& terminal, const std::string& script,
                     const std::vector<std::string>& options = {});
  // Until nothing waits any more.
  void Drain(const std::filesystem::path& terminal, const std::vector<std::string>& options = {});

  // To the end of the feed, as a stick would bring it.
  void ReadFeed(const std::filesystem::path& terminal) const;

  const std::filesystem::path county() const { return scratch_ / "county"; }
  const Scratch& scratch() const { return scratch_; }
  int port() const { return port_; }
  int county_pid() const { return serving_->pid(); }
  std::string drawing = "540x960";  // of what scripts run on, pixels
  std::string Url() const { return "https://127.0.0.1:" + std::to_string(port_); }

 private:
  Scratch scratch_;
  std::string schema_;  // of its ledger in PostgreSQL
  int port_ = 0;
  int scripts_ = 0;
  std::unique_ptr<Program> serving_;
};

inline const std::string kManagerPin = "246810";
// Script lines that file one request without a name and leave its receipt on the screen.
std::string FileRequest(const std::string& words);
// The same with a photo, for a terminal with kPicture before its camera.
std::string FileRequestWithPhoto(const std::string& words);
inline const std::vector<std::string> kPicture = {
    "--camera", "file:" STUDIO_SOURCE_DIR "/assets/pictures/home.png"};
// "037482156" for every receipt that was printed on the screen.
std::set<std::string> ReceiptsIn(const std::string& printed);

}  // namespace studio::e2e
