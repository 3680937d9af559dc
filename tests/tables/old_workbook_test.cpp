// Old workbooks: whatever is in one, the worst that it does is a sentence.
#include "xls/old_workbook.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <random>

#include "a_county.h"
#include "shared/sheets/sheet_builder.h"
#include "tables/sheet_reader.h"
#include "xls/confinement.h"
#include "xls/sheet_answer.h"

using namespace studio;

namespace {

const std::string kOldFiles[] = {
    STUDIO_SOURCE_DIR "/tests/tables/files/merged.xls",
    STUDIO_SOURCE_DIR "/tests/tables/unseen/sheets/33-leader-is-a-member.xls",
    STUDIO_SOURCE_DIR "/tests/tables/unseen/sheets/34-second-half-codes.xls"};

void CheckWithinLimits(const Sheets& sheets) {
  if (!sheets) {
    const TableFault fault = sheets.error().fault;
    const bool told = fault == TableFault::kOldWorkbook || fault == TableFault::kWorkbook ||
                      fault == TableFault::kTooManyRows || fault == TableFault::kEmpty;
    CHECK(told);
    return;
  }
  for (const Sheet& sheet : *sheets) {
    CHECK(sheet.rows.size() < static_cast<std::size_t>(kTableRowLimit));
    for (const SheetRow& row : sheet.rows) {
      CHECK(row.cells.size() <= static_cast<std::size_t>(kTableColumns));
    }
  }
}

Bytes AnswerOf(const std::string& file) {
  const Sheets sheets = ReadOldWorkbook(FileBytes(file));
  REQUIRE(sheets);
  return WriteSheetAnswer(sheets);
}

}  // namespace

TEST_CASE("a damaged old workbook ends nobody who asks for it") {
  std::mt19937 random(15);
  for (const std::string& file : kOldFiles) {
    const std::string whole = FileBytes(file);
    for (int i = 0; i < 60; ++i) {
      std::string damaged = whole;
      damaged[random() % damaged.size()] ^= static_cast<char>(1 + random() % 255);
      CheckWithinLimits(ReadSheets(damaged));
    }
    for (int i = 1; i < 12; ++i)
      CheckWithinLimits(ReadSheets(whole.substr(0, whole.size() * i / 12)));
  }
}

TEST_CASE("the reader of old workbooks stays within a damaged one") {
  std::mt19937 random(33);
  for (const std::string& file : kOldFiles) {
    const std::string whole = FileBytes(file);
    int refused = 0;
    for (int i = 0; i < 1500; ++i) {
      std::string damaged = whole;
      for (int hit = 0; hit <= i % 4; ++hit) {
        damaged[random() % damaged.size()] ^= static_cast<char>(1 + random() % 255);
      }
      if (i % 3 == 0) damaged.resize(random() % damaged.size());
      const Sheets sheets = ReadOldWorkbook(damaged);
      CheckWithinLimits(sheets);
      if (!sheets) ++refused;
    }
    CHECK(refused > 100);
  }
}

TEST_CASE("a cut old workbook is refused, never half read") {
  for (const std::string& file : kOldFiles) {
    const std::string whole = FileBytes(file);
    const Sheets all = ReadOldWorkbook(whole);
    REQUIRE(all);
    for (std::size_t cut = 0; cut < whole.size(); cut += 97) {
      const Sheets sheets = ReadOldWorkbook(std::string_view(whole).substr(0, cut));
      // What is cut may have been behind the workbook.
      if (sheets) CHECK(WriteSheetAnswer(sheets) == WriteSheetAnswer(all));
    }
  }
}

TEST_CASE("a circle of sectors and a table of texts without end are refused at once") {
  std::string circle = FileBytes(kOldFiles[0]);
  // The first table of sectors: each points at itself.
  const std::size_t table = (static_cast<unsigned char>(circle[76]) + 1) * 512;
  for (std::size_t i = 0; i < 128; ++i) {
    const auto sector = static_cast<char>(i);
    circle.replace(table + 4 * i, 4, {sector, 0, 0, 0});
  }
  const auto begun = std::chrono::steady_clock::now();
  CHECK(ReadSheets(circle).error().fault == TableFault::kOldWorkbook);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}

TEST_CASE("an answer is taken whole or not at all") {
  const Bytes answer = AnswerOf(kOldFiles[1]);
  const Sheets sheets = ReadSheetAnswer(answer);
  REQUIRE(sheets);
  CHECK(WriteSheetAnswer(sheets) == answer);
  for (std::size_t cut = 0; cut < answer.size(); ++cut) {
    CHECK_FALSE(ReadSheetAnswer(ByteView(answer).first(cut)));
  }
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    Bytes damaged = answer;
    damaged[random() % damaged.size()] ^= static_cast<std::uint8_t>(1 + random() % 255);
    CheckWithinLimits(ReadSheetAnswer(damaged));
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // nothing is filtered there
namespace {

// How a process ends that is confined and then does that.
int EndOfConfined(const std::function<void()>& deed) {
  const pid_t child = fork();
  if (child == 0) {
    if (!Confine()) _exit(2);
    deed();
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

}  // namespace

TEST_CASE("what takes over the reader can open, connect and start nothing") {
  CHECK(EndOfConfined([] { free(malloc(8u << 20)); }) == 0);
  const std::function<void()> deeds[] = {
      [] { open("/etc/passwd", O_RDONLY); },
      [] { socket(AF_INET, SOCK_STREAM, 0); },
      [] { fork(); },
      [] { execl("/bin/true", "true", nullptr); },
      [] { kill(getppid(), 0); },
      [] { mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); },
      [] { [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, "x", 1); }};
  for (const auto& deed : deeds) {
    const int end = EndOfConfined(deed);
    CHECK(WIFSIGNALED(end));
    CHECK(WTERMSIG(end) == SIGSYS);
  }
  // More memory than there is for it.
  CHECK(EndOfConfined([] {
          if (malloc(300u << 20) != nullptr) _exit(3);
        }) == 0);
}
#endif
