#include "bench_county.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "store/base/connection.h"
#include "store/base/data_folder.h"
#include "sync/link/enrolment_client.h"

namespace studio::bench {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr const char* kListening = "listening on 127.0.0.1:";
constexpr const char* kArrivals = "SELECT value FROM meta WHERE name = 'last_serial'";

}  // namespace

std::string ProgramPath(const std::string& name) {
  return std::string(STUDIO_BINARY_DIR) + "/" + name;
}

std::string RunProgram(const std::string& name, const std::vector<std::string>& arguments,
                       std::chrono::seconds patience) {
  std::vector<std::string> command{ProgramPath(name)};
  command.insert(command.end(), arguments.begin(), arguments.end());
  Process process(std::move(command));
  if (process.Wait(patience) != 0) {
    throw std::runtime_error(name + " " + arguments.front() + " failed");
  }
  return process.out();
}

BenchCounty::BenchCounty(fs::path folder) : folder_(std::move(folder)) {
  fs::create_directories(folder_.parent_path());
  std::istringstream said(
      RunProgram("county-stub", {"init", "--data", folder_, "--demo", "tieli"}));
  for (std::string word; said >> word && word != "studio";) {
  }
  said >> studio_;
}

BenchCounty BenchCounty::CopyTo(const fs::path& folder) const {
  fs::create_directories(folder.parent_path());
  fs::copy(folder_, folder, fs::copy_options::recursive);
  return {folder, studio_};
}

void BenchCounty::Serve(const std::vector<std::string>& options) {
  std::vector<std::string> command{
      ProgramPath("county-stub"),          "serve", "--data", folder_, "--listen",
      "127.0.0.1:" + std::to_string(port_)};
  command.insert(command.end(), options.begin(), options.end());
  serving_ = std::make_unique<Process>(std::move(command));
  if (!serving_->WaitForOutput(kListening, 30s) || !serving_->WaitForOutput("\n", 5s)) {
    throw std::runtime_error("the county does not serve");
  }
  const std::string& said = serving_->out();
  port_ = std::stoi(said.substr(said.find(kListening) + std::string(kListening).size()));
}

void BenchCounty::Stop() { serving_.reset(); }

std::string BenchCounty::Code() const {
  std::istringstream said(
      RunProgram("county-stub", {"enrol-code", "--data", folder_, "--studio", studio_}));
  std::string code;
  said >> code;
  return code;
}

Identity BenchCounty::Enrol(const fs::path& terminal) const {
  const auto held = DataFolder::Open(terminal);
  if (!held) throw std::runtime_error(held.error().detail);
  EnrolmentOrder order;
  order.folder = held->path();
  order.server_url = url();
  order.ca_file = ca_file();
  order.code = Code();
  auto identity = studio::Enrol(order);
  if (!identity) throw std::runtime_error(identity.error().detail);
  return std::move(*identity);
}

void BenchCounty::Publish(const std::string& title) const {
  const fs::path file = folder_ / "bench-notice.json";
  std::ofstream(file) << R"({"changes": [{"kind": "notice", "id": "bench", "body": {"title": ")"
                      << title << R"(", "date": "2099-01-01"}}]})";
  RunProgram("county-stub", {"publish", "--data", folder_, file});
}

std::uint64_t BenchCounty::Arrivals() const {
  Connection ledger(folder_ / "ledger.db", Connection::Opening::kReadOnly);
  Query query(ledger, kArrivals);
  return query.Step() ? static_cast<std::uint64_t>(query.Int(0)) : 0;
}

}  // namespace studio::bench
