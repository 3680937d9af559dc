// Who watches over the terminal hears that it is there and that its main loop turns, and hears
// nothing once that hangs.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "village.h"

namespace studio::e2e {
namespace {

// systemd's end of NOTIFY_SOCKET, for programs started while it stands.
class Watcher {
 public:
  Watcher(const std::filesystem::path& path, std::chrono::microseconds within)
      : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(path.string().copy(address.sun_path, sizeof(address.sun_path) - 1) ==
            path.string().size());
    REQUIRE(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
    setenv("WATCHDOG_USEC", std::to_string(within.count()).c_str(), 1);
  }
  ~Watcher() {
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    close(socket_);
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // The next word; empty where none comes.
  std::string Word(std::chrono::milliseconds patience) {
    pollfd one{socket_, POLLIN, 0};
    if (poll(&one, 1, static_cast<int>(patience.count())) != 1) return {};
    char word[64];
    const ssize_t length = recv(socket_, word, sizeof(word), 0);
    return {word, static_cast<std::size_t>(std::max<ssize_t>(0, length))};
  }
  bool Silent(std::chrono::milliseconds patience) {
    while (!Word(0ms).empty()) {
    }
    return Word(patience).empty();
  }

 private:
  int socket_;
};

constexpr auto kWithin = 600ms;

void CheckBeats(Watcher& watcher) {
  for (int i = 0; i < 5; ++i) CHECK(watcher.Word(kWithin) == "WATCHDOG=1");
}

}  // namespace

TEST_CASE("the main loop beats while it turns, and while it hangs nothing does") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const auto lines = village.scratch() / "lines", shots = village.scratch() / "shots";
  std::filesystem::create_directory(shots);
  REQUIRE(mkfifo(lines.c_str(), 0600) == 0);
  REQUIRE(mkfifo((shots / "stuck.png").c_str(), 0600) == 0);
  Watcher watcher(village.scratch() / "notify", kWithin);
  Program running("studio-kiosk", {"--data", terminal.string(), "--headless", "540x960", "--script",
                                   lines.string(), "--shots", shots.string()});
  std::ofstream say(lines);
  CHECK(watcher.Word(60s) == "READY=1");
  say << "print" << std::endl;
  REQUIRE(running.WaitForOutput("ran 1"));
  CHECK_FALSE(watcher.Silent(kWithin));
  CheckBeats(watcher);
  // A picture into a pipe that nobody reads: the loop stands still in the middle of a turn, and
  // the store, the worker and the county link go on.
  say << "shot stuck" << std::endl;
  while (!watcher.Word(kWithin).empty()) {
  }
  CHECK(watcher.Silent(3 * kWithin));
  std::ifstream(shots / "stuck.png").ignore(1 << 24);
  REQUIRE(running.WaitForOutput("ran 2"));
  CheckBeats(watcher);
}

TEST_CASE("a terminal that nobody touches beats in its sleep, and so does the fault page") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const std::vector<std::vector<std::string>> commands = {
      {"--data", terminal.string(), "--size", "540x960"},
      {"--data", (village.scratch() / "none").string(), "--size", "540x960"},
      {"fault-page", "--size", "540x960", "--phone", "0000-0000000"}};
  setenv("SDL_VIDEODRIVER", "dummy", 1);
  for (const auto& arguments : commands) {
    CAPTURE(arguments.front());
    const auto socket = village.scratch() / "notify";
    std::filesystem::remove(socket);
    Watcher watcher(socket, kWithin);
    Program running("studio-kiosk", arguments);
    CHECK(watcher.Word(60s) == "READY=1");
    CheckBeats(watcher);
    running.Stop();
    CHECK(running.Wait().status == 0);
  }
  unsetenv("SDL_VIDEODRIVER");
}

}  // namespace studio::e2e
