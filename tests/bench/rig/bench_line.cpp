#include "bench_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace studio::bench {

BenchLine::BenchLine(const char* what) : app_(std::make_unique<CLI::App>(what)) {}
BenchLine::~BenchLine() = default;

void BenchLine::Number(const char* name, int& value, const char* what, int least, int most) {
  app_->add_option(name, value, what)->check(CLI::Range(least, most))->capture_default_str();
}

void BenchLine::Number(const char* name, double& value, const char* what, double least,
                       double most) {
  app_->add_option(name, value, what)->check(CLI::Range(least, most))->capture_default_str();
}

void BenchLine::Folder(std::filesystem::path& disk) {
  app_->add_option("--folder", disk, "a folder on the disk to measure")
      ->check(CLI::ExistingDirectory);
}

void BenchLine::File(std::string& path, const char* what) {
  app_->add_option("file", path, what)->capture_default_str();
}

void BenchLine::Read(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::exit(app_->exit(error));
  }
}

}  // namespace studio::bench
