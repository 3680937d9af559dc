#include "memory.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace studio::e2e {
namespace {

constexpr std::size_t kPiece = 4 << 20;
constexpr std::size_t kLongest = 4096;  // of what is looked for

std::u32string CodePoints(const std::string& utf8) {
  std::u32string out;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) {
      out.back() = out.back() << 6 | (byte & 0x3F);
    } else {
      out.push_back(byte < 0x80   ? byte
                    : byte < 0xE0 ? byte & 0x1F
                    : byte < 0xF0 ? byte & 0x0F
                                  : byte & 7);
    }
  }
  return out;
}

// Little-endian, as in memory; of the basic plane.
std::string Spelt(const std::string& utf8, std::size_t unit) {
  std::string out;
  for (const char32_t point : CodePoints(utf8)) {
    for (std::size_t i = 0; i < unit; ++i) out += static_cast<char>(point >> (8 * i));
  }
  return out;
}

struct Needle {
  std::string name, bytes;
};

std::vector<Needle> Spellings(const std::vector<Planted>& planted) {
  std::vector<Needle> out;
  for (const Planted& one : planted) {
    REQUIRE(one.bytes.size() >= 6);
    out.push_back({one.name, one.bytes});
    if (!one.text) continue;
    // A shorter string in the same place leaves the end of it.
    const std::u32string points = CodePoints(one.bytes);
    if (points.size() >= 8 && one.bytes.size() > points.size()) {
      std::size_t half = 0;
      for (std::size_t i = 0; i < points.size() / 2; ++i) {
        do ++half;
        while ((static_cast<unsigned char>(one.bytes[half]) & 0xC0) == 0x80);
      }
      out.push_back({one.name + " (its end)", one.bytes.substr(half)});
    }
    out.push_back({one.name + " (UTF-16)", Spelt(one.bytes, 2)});
    out.push_back({one.name + " (UTF-32)", Spelt(one.bytes, 4)});
  }
  return out;
}

// What stands there, so that one sees whose it is.
std::string Around(const std::vector<char>& piece, std::size_t at, std::size_t size) {
  constexpr std::size_t kContext = 64;
  const std::size_t begin = at < kContext ? 0 : at - kContext;
  const std::size_t end = std::min(at + size + kContext, piece.size());
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(piece[i]);
    out += byte >= 0x20 && byte != 0x7F ? piece[i] : '.';
  }
  return out;
}

}  // namespace

LiveTerminal::LiveTerminal(Village& village, const std::filesystem::path& terminal,
                           const std::vector<std::string>& options)
    : pipe_(village.scratch() / "script.pipe") {
  std::filesystem::remove(pipe_);
  REQUIRE(mkfifo(pipe_.c_str(), 0600) == 0);
  std::vector<std::string> arguments = {
      "--data",   terminal.string(), "--headless", "540x960",
      "--script", pipe_.string(),    "--shots",    (village.scratch() / "shots").string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  // Both ends, so that neither opening waits.
  end_ = open(pipe_.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(end_ >= 0);
  program_ = std::make_unique<Program>("studio-kiosk", arguments);
}

LiveTerminal::~LiveTerminal() {
  if (end_ >= 0) close(end_);
}

void LiveTerminal::Do(const std::string& lines) {
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    line += '\n';
    REQUIRE(write(end_, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    if (!program_->WaitForOutput("ran " + std::to_string(++lines_) + "\n", 180s)) {
      const Finished finished = program_->Wait(1s);
      FAIL(line << finished.err);
    }
  }
}

std::string LiveTerminal::Printed() {
  Do("print\n");
  const std::string& out = program_->out();
  const std::size_t end = out.rfind("ran " + std::to_string(lines_) + "\n");
  const std::size_t begin = out.rfind("ran " + std::to_string(lines_ - 1) + "\n");
  return out.substr(begin, end - begin);
}

void LiveTerminal::End() {
  Do("quit\n");
  close(end_);
  end_ = -1;
  program_->Wait();
}

void LiveTerminal::Kill() {
  program_->Kill();
  close(end_);
  end_ = -1;
}

std::vector<std::string> FoundIn(int pid, const std::vector<Planted>& planted) {
  const std::vector<Needle> needles = Spellings(planted);
  const std::string process = "/proc/" + std::to_string(pid);
  const int memory = open((process + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(memory >= 0);
  std::vector<std::string> found;
  std::vector<char> piece(kPiece + kLongest);
  std::ifstream maps(process + "/maps");
  for (std::string line; std::getline(maps, line);) {
    unsigned long long from = 0, to = 0;
    char rights[5] = {};
    int name_at = 0;
    if (std::sscanf(line.c_str(), "%llx-%llx %4s %*s %*s %*s %n", &from, &to, rights, &name_at) <
            3 ||
        rights[0] != 'r') {
      continue;
    }
    for (unsigned long long at = from; at < to; at += kPiece) {
      const std::size_t wanted = std::min<std::size_t>(to - at, kPiece + kLongest);
      const ssize_t size = pread(memory, piece.data(), wanted, static_cast<off_t>(at));
      if (size <= 0) continue;  // [vvar] and the like
      for (const Needle& needle : needles) {
        const void* hit = memmem(piece.data(), static_cast<std::size_t>(size), needle.bytes.data(),
                                 needle.bytes.size());
        if (hit == nullptr) continue;
        char where[160];
        const auto offset = static_cast<std::size_t>(static_cast<const char*>(hit) - piece.data());
        std::snprintf(where, sizeof where, " at %llx of %s", at + offset, line.c_str());
        found.push_back(needle.name + where + ": " + Around(piece, offset, needle.bytes.size()));
      }
    }
  }
  close(memory);
  REQUIRE_FALSE(piece.empty());
  return found;
}

namespace {

bool OpensMemoryOf(pid_t child) {
  const int memory =
      open(("/proc/" + std::to_string(child) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  if (memory >= 0) close(memory);
  return memory >= 0;
}

}  // namespace

bool MayLook() {
  const pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_DUMPABLE, 0);
    kill(getpid(), SIGSTOP);
    _exit(0);
  }
  waitpid(child, nullptr, WUNTRACED);
  const bool may = OpensMemoryOf(child);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  const std::string why = "another process's memory cannot be read here: nothing was tried";
  const char* const ci = std::getenv("CI");
  if (!may && ci != nullptr && std::string_view(ci) == "1") FAIL(why);
  if (!may) MESSAGE(why);
  return may;
}

}  // namespace studio::e2e
