// studio-xls: reads the old workbook on its standard input and answers on its standard output
// (sheet_answer.h). Whatever a crafted file does to it ends with it.
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string>

#include "shared/files/durable_file.h"
#include "shared/sheets/sheet_builder.h"
#include "xls/confinement.h"
#include "xls/old_workbook.h"
#include "xls/sheet_answer.h"

namespace {

std::optional<std::string> ReadInput() {
  std::string bytes;
  std::array<char, 65536> piece{};
  for (;;) {
    const ssize_t read = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (read < 0 && errno == EINTR) continue;
    if (read < 0 || bytes.size() > studio::kTableLargest) return std::nullopt;
    if (read == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(read));
  }
}

}  // namespace

int main() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const auto bytes = ReadInput();
  if (!bytes || !studio::Confine()) return 1;
  const studio::Bytes answer = studio::WriteSheetAnswer(studio::ReadOldWorkbook(*bytes));
  return studio::WriteAll(STDOUT_FILENO, studio::AsText(answer)) ? 0 : 1;
}
