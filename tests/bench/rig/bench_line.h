// The command line of a benchmark.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace studio::bench {

class BenchLine {
 public:
  explicit BenchLine(const char* what);
  BenchLine(const BenchLine&) = delete;
  BenchLine& operator=(const BenchLine&) = delete;
  ~BenchLine();

  // What is not given stays as it is.
  void Number(const char* name, int& value, const char* what, int least, int most);
  void Number(const char* name, double& value, const char* what, double least, double most);
  void Folder(std::filesystem::path& disk);  // --folder
  void File(std::string& path, const char* what);

  // Ends the program on --help, and with a status where something cannot be read.
  void Read(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace studio::bench
