#include "village.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "test_support/own_postgresql.h"

namespace studio::e2e {

Village::Village(const std::string& demo) {
  std::vector<std::string> founding = {"init", "--data", county().string(), "--demo", demo};
  if (LedgersOnPostgresql()) {
    static int villages = 0;
    schema_ = "village" + std::to_string(++villages);
    founding.insert(founding.end(), {"--ledger", OwnPostgresql::Shared().Url(schema_)});
  }
  const Finished init = Run("county-stub", founding);
  REQUIRE_MESSAGE(init.status == 0, init.err);
}

void Village::StartCounty(const std::vector<std::string>& options) {
  std::vector<std::string> arguments = {"serve", "--data", county().string(), "--listen",
                                        "127.0.0.1:" + std::to_string(port_)};
  arguments.insert(arguments.end(), options.begin(), options.end());
  serving_ = std::make_unique<Program>("county-stub", arguments);
  REQUIRE(serving_->WaitForOutput("listening on 127.0.0.1:"));
  REQUIRE(serving_->WaitForOutput("\n"));
  const std::string& out = serving_->out();
  port_ = std::stoi(out.substr(out.find("127.0.0.1:") + 10));
}

Finished Village::StopCounty() {
  serving_->Stop();
  Finished finished = serving_->Wait();
  serving_.reset();
  return finished;
}

void Village::KillCounty() {
  serving_->Kill();
  serving_->Wait();
  serving_.reset();
}

void Village::HoldCounty() { serving_->Hold(); }
void Village::LetCountyGo() { serving_->LetGo(); }

std::string Village::Code(const std::string& studio) {
  const Finished code =
      Run("county-stub", {"enrol-code", "--data", county().string(), "--studio", studio});
  REQUIRE_MESSAGE(code.status == 0, code.err);
  return code.out.substr(0, code.out.find('\n'));
}

std::filesystem::path Village::Enrol(const std::string& name, const std::string& studio) {
  const std::filesystem::path folder = scratch_ / name;
  const Finished enrol =
      Run("studio-kiosk", {"enrol", "--data", folder.string(), "--server", Url(), "--ca",
                           (county() / "ca.pem").string(), "--code", Code(studio)});
  REQUIRE_MESSAGE(enrol.status == 0, enrol.err);
  return folder;
}

nlohmann::json Village::Ledger() const {
  const Finished ledger = Run("county-stub", {"ledger", "--data", county().string(), "--json"});
  REQUIRE_MESSAGE(ledger.status == 0, ledger.err);
  return nlohmann::json::parse(ledger.out);
}

nlohmann::json Village::Streams() const {
  const Finished streams = Run("county-stub", {"streams", "--data", county().string(), "--json"});
  REQUIRE_MESSAGE(streams.status == 0, streams.err);
  return nlohmann::json::parse(streams.out);
}

std::map<std::string, std::string> Village::OnTheFeed(const std::string& kind) const {
  std::map<std::string, std::string> found;
  if (!schema_.empty()) {
    std::istringstream rows(OwnPostgresql::Shared().Ask(
        "SELECT id || chr(9) || body FROM " + schema_ + ".entities WHERE kind = '" + kind + "'"));
    for (std::string row; std::getline(rows, row);) {
      const std::size_t end = row.find('\t');
      found[row.substr(0, end)] = row.substr(end + 1);
    }
    return found;
  }
  SQLite::Database ledger((county() / "ledger.db").string(), SQLite::OPEN_READONLY);
  SQLite::Statement rows(ledger, "SELECT id, body FROM entities WHERE kind = ?");
  rows.bind(1, kind);
  while (rows.executeStep()) {
    found[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
  }
  return found;
}

nlohmann::json Village::Outbox(const std::filesystem::path& terminal) const {
  const Finished outbox = Run("studio-kiosk", {"outbox", "--data", terminal.string(), "--json"});
  REQUIRE_MESSAGE(outbox.status == 0, outbox.err);
  return nlohmann::json::parse(outbox.out);
}

Program Village::Start(const std::filesystem::path& terminal, const std::string& script,
                       const std::vector<std::string>& options) {
  const std::filesystem::path file = scratch_ / ("script" + std::to_string(++scripts_) + ".txt");
  std::ofstream(file, std::ios::binary) << script;
  std::vector<std::string> arguments = {
      "--data",   terminal.string(), "--headless", drawing,
      "--script", file.string(),     "--shots",    (scratch_ / "shots").string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return Program("studio-kiosk", arguments);
}

Finished Village::RunScript(const std::filesystem::path& terminal, const std::string& script,
                            const std::vector<std::string>& options) {
  return Start(terminal, script, options).Wait(300s);
}

void Village::ReadFeed(const std::filesystem::path& terminal) const {
  const std::string up = (scratch_ / "up").string(), down = (scratch_ / "down").string();
  const auto must = [](const Finished& done) {
    REQUIRE_MESSAGE(done.status == 0, (done.out + done.err));
  };
  must(Run("studio-kiosk", {"export-outbox", "--data", terminal.string(), "--out", up}));
  must(Run("county-stub", {"import-outbox", "--data", county().string(), up, "--reply", down}));
  must(Run("studio-kiosk", {"import-feed", "--data", terminal.string(), down}));
}

void Village::Drain(const std::filesystem::path& terminal,
                    const std::vector<std::string>& options) {
  const Finished drained = RunScript(terminal, "wait-for 已连接 120\n", options);
  REQUIRE_MESSAGE(drained.status == 0, drained.err);
  for (int round = 0; round < 20; ++round) {
    bool waiting = false;
    for (const auto& row : Outbox(terminal)) {
      waiting |= row["state"] == "waiting";
      for (const auto& file : row["attachments"]) waiting |= file["state"] == "waiting";
    }
    if (!waiting) return;
    // The upload runs while the script waits for words that never come; longer and longer, since
    // where the machine has no time a second is over before the line stands.
    const std::string seconds = std::to_string(1 + round / 2);
    RunScript(terminal, "wait-for 没有这样的话 " + seconds + "\n", options);
  }
  FAIL("records still wait");
}

namespace {

std::string FileWith(const std::string& words, const std::string& more) {
  return "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + words + "\n" + more +
         "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n"
         "tap 没错，登记\nwait-for 已经记下了 60\n";
}

}  // namespace

std::string FileRequest(const std::string& words) { return FileWith(words, ""); }

std::string FileRequestWithPhoto(const std::string& words) {
  return FileWith(words,
                  "tap 拍张照片\nwait-for 对准 30\ntap 拍照\nwait-for 就用这张 30\n"
                  "tap 就用这张\n");
}

std::set<std::string> ReceiptsIn(const std::string& printed) {
  // A line of its own: where a page lies, its label need not be the line before.
  static const std::regex pattern("\n(\\d{3,}) (\\d{5}) (\\d)(?=\n|$)");
  std::set<std::string> receipts;
  for (std::sregex_iterator it(printed.begin(), printed.end(), pattern), end; it != end; ++it) {
    receipts.insert((*it)[1].str() + (*it)[2].str() + (*it)[3].str());
  }
  return receipts;
}

}  // namespace studio::e2e
