#include "media/receipt_printer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <initializer_list>
#include <optional>
#include <utility>

namespace studio {
namespace {

constexpr int kPatienceMs = 10'000;
constexpr int kAnswerMs = 500;  // a printer answers within milliseconds, also while it prints
constexpr int kBandRows = 128;  // small printers buffer little

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int Get() const { return fd_; }

 private:
  int fd_;
};

// What a printer says of itself (ESC/POS, DLE EOT n), where it says anything: no answer is no word
// against it, since many have no way back.
std::optional<int> Ask(int printer, char what) {
  const char question[] = {0x10, 0x04, what};
  pollfd line{printer, POLLOUT, 0};
  if (::poll(&line, 1, kAnswerMs) <= 0 || (line.revents & POLLOUT) == 0) return std::nullopt;
  if (::write(printer, question, sizeof question) != sizeof question) return std::nullopt;
  line.events = POLLIN;
  if (::poll(&line, 1, kAnswerMs) <= 0 || (line.revents & POLLIN) == 0) return std::nullopt;
  unsigned char answer = 0;
  // Bits 1 and 4 are set and 0 and 7 are not, in all of these answers.
  if (::read(printer, &answer, 1) != 1 || (answer & 0x93) != 0x12) return std::nullopt;
  return answer;
}

Result<bool> CheckPaper(int printer) {
  constexpr char kWhyOffline = 2, kRoll = 4;
  const auto roll = Ask(printer, kRoll);
  if (!roll) return true;
  if ((*roll & 0x60) != 0) return Fail(ErrorKind::kUnavailable, "the printer has no paper");
  const auto offline = Ask(printer, kWhyOffline);
  if (offline && (*offline & 0x64) != 0) {
    return Fail(ErrorKind::kUnavailable, "the printer is open, out of paper or in trouble");
  }
  return true;
}

// A pipe would give back what was written into it.
bool Answers(int printer) {
  struct stat status {};
  return ::fstat(printer, &status) == 0 && S_ISCHR(status.st_mode);
}

Result<std::size_t> WriteSome(int printer, std::string_view bytes) {
  for (;;) {
    pollfd ready{printer, POLLOUT, 0};
    const int polled = ::poll(&ready, 1, kPatienceMs);
    if (polled < 0 && errno == EINTR) continue;
    if (polled <= 0) return Fail(ErrorKind::kUnavailable, "the printer takes nothing");
    const ssize_t written = ::write(printer, bytes.data(), bytes.size());
    if (written >= 0) return static_cast<std::size_t>(written);
    if (errno == EINTR || errno == EAGAIN) continue;
    return FailWithErrno(ErrorKind::kUnavailable, "cannot print");
  }
}

constexpr char kEsc = 0x1B, kGs = 0x1D;
constexpr std::string_view kFeedAndCut(
    "\x1B"
    "d\x04\x1DV\x01");

void Append(std::string& out, std::initializer_list<int> bytes) {
  for (const int byte : bytes) out += static_cast<char>(byte);
}

}  // namespace

std::string EscPosOf(const BitPicture& picture) {
  std::string out;
  Append(out, {kEsc, '@'});
  const int bytes = picture.RowBytes();
  for (int row = 0; row < picture.height; row += kBandRows) {
    const int rows = std::min(kBandRows, picture.height - row);
    Append(out, {kGs, 'v', '0', 0, bytes & 0xFF, bytes >> 8, rows & 0xFF, rows >> 8});
    const auto* band = reinterpret_cast<const char*>(picture.rows.data()) + row * bytes;
    out.append(band, static_cast<std::size_t>(rows * bytes));
  }
  return out.append(kFeedAndCut);
}

std::string RestOfCommand(std::string_view escpos, std::size_t taken) {
  constexpr std::size_t kRasterHead = 8;
  for (std::size_t at = 0; at < taken && at < escpos.size();) {
    const std::string_view command = escpos.substr(at);
    std::size_t head = command[0] == kEsc && command[1] == '@' ? 2 : 3, raster = 0;
    if (command[0] == kGs && command[1] == 'v') {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(command[i]); };
      head = kRasterHead;
      raster = (byte(4) + 256u * byte(5)) * (byte(6) + 256u * byte(7));
    }
    const std::size_t end = at + head + raster;
    if (taken < end) {
      std::string rest(end - taken, '\0');
      for (std::size_t i = taken; i < at + head; ++i) rest[i - taken] = escpos[i];
      return rest;
    }
    at = end;
  }
  return {};
}

Result<std::unique_ptr<ReceiptPrinter>> ReceiptPrinter::Open(const std::string& target) {
  if (target == "none") return std::unique_ptr<ReceiptPrinter>();
  const auto colon = target.find(':');
  const std::string kind = target.substr(0, colon);
  if (colon == std::string::npos || colon + 1 == target.size() ||
      (kind != "file" && kind != "device"))
    return Fail(ErrorKind::kInvalid,
                "a printer is none, file:PATH or device:PATH, not \"" + target + "\"");
  return std::unique_ptr<ReceiptPrinter>(
      new ReceiptPrinter(target.substr(colon + 1), kind == "device"));
}

Result<bool> ReceiptPrinter::Write(int printer, std::string_view bytes) {
  for (std::size_t taken = 0; taken < bytes.size();) {
    const auto written = WriteSome(printer, bytes.substr(taken));
    if (!written) {
      rest_ = RestOfCommand(bytes, taken);
      return tl::unexpected(written.error());
    }
    taken += *written;
  }
  return true;
}

Result<bool> ReceiptPrinter::EndBroken(int printer) {
  const std::string owed = std::exchange(rest_, {});
  for (std::size_t taken = 0; taken < owed.size();) {
    const auto written = WriteSome(printer, std::string_view(owed).substr(taken));
    if (!written) {
      rest_ = owed.substr(taken);
      return tl::unexpected(written.error());
    }
    taken += *written;
  }
  return Write(printer, kFeedAndCut);
}

Result<bool> ReceiptPrinter::Print(const BitPicture& picture) {
  const int flags = device_ ? O_RDWR | O_NONBLOCK | O_NOCTTY : O_WRONLY | O_CREAT | O_APPEND;
  const Descriptor printer(::open(path_.c_str(), flags | O_CLOEXEC, 0600));
  if (printer.Get() < 0) return FailWithErrno(ErrorKind::kUnavailable, "cannot open " + path_);
  const bool answers = device_ && Answers(printer.Get());
  // First: a question would be taken for a piece of the picture.
  if (!rest_.empty()) {
    if (auto ended = EndBroken(printer.Get()); !ended) return ended;
  }
  if (answers) {
    if (auto paper = CheckPaper(printer.Get()); !paper) return paper;
  }
  auto printed = Write(printer.Get(), EscPosOf(picture));
  if (printed && answers) return CheckPaper(printer.Get());
  return printed;
}

}  // namespace studio
