#include "media/receipt_printer.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace studio {
namespace {

constexpr int kPatienceMs = 10'000;
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

Result<bool> WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    pollfd ready{fd, POLLOUT, 0};
    const int polled = ::poll(&ready, 1, kPatienceMs);
    if (polled < 0 && errno == EINTR) continue;
    if (polled <= 0) return Fail(ErrorKind::kUnavailable, "the printer takes nothing");
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (written < 0) return FailWithErrno(ErrorKind::kUnavailable, "cannot print");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void Append(std::string& out, std::initializer_list<int> bytes) {
  for (const int byte : bytes) out += static_cast<char>(byte);
}

}  // namespace

std::string EscPosOf(const BitPicture& picture) {
  constexpr int kEsc = 0x1B, kGs = 0x1D;
  std::string out;
  Append(out, {kEsc, '@'});
  const int bytes = picture.RowBytes();
  for (int row = 0; row < picture.height; row += kBandRows) {
    const int rows = std::min(kBandRows, picture.height - row);
    Append(out, {kGs, 'v', '0', 0, bytes & 0xFF, bytes >> 8, rows & 0xFF, rows >> 8});
    const auto* band = reinterpret_cast<const char*>(picture.rows.data()) + row * bytes;
    out.append(band, static_cast<std::size_t>(rows * bytes));
  }
  Append(out, {kEsc, 'd', 4, kGs, 'V', 1});
  return out;
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

Result<bool> ReceiptPrinter::Print(const BitPicture& picture) {
  const int flags = device_ ? O_WRONLY | O_NONBLOCK | O_NOCTTY : O_WRONLY | O_CREAT | O_APPEND;
  const Descriptor printer(::open(path_.c_str(), flags | O_CLOEXEC, 0600));
  if (printer.Get() < 0) return FailWithErrno(ErrorKind::kUnavailable, "cannot open " + path_);
  return WriteAll(printer.Get(), EscPosOf(picture));
}

}  // namespace studio
