#include "own_postgresql.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <vector>

namespace studio {
namespace {

constexpr std::chrono::seconds kUntilItAnswers{180};  // after a kill it first reads its log

// The newest of Debian's, which stand in a folder for each version.
std::string ProgramsOfPostgresql() {
  std::vector<std::string> found;
  std::error_code none;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", none)) {
    if (std::filesystem::exists(version.path() / "bin" / "postgres")) {
      found.push_back((version.path() / "bin").string());
    }
  }
  if (found.empty())
    throw std::runtime_error("PostgreSQL is not installed (deploy/packages/testing)");
  return *std::max_element(found.begin(), found.end());
}

// PostgreSQL refuses to run as root: then its own user is taken, or nobody.
const passwd* UserOfServer() {
  if (::geteuid() != 0) return nullptr;
  const passwd* user = ::getpwnam("postgres");
  return user != nullptr ? user : ::getpwnam("nobody");
}

pid_t Begin(const std::vector<std::string>& words, const std::filesystem::path& out) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const passwd* user = UserOfServer();
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  const int to = ::open(out.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  ::dup2(to, STDOUT_FILENO);
  ::dup2(to, STDERR_FILENO);
  if (user != nullptr && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 ||
                          ::setuid(user->pw_uid) != 0)) {
    ::_exit(126);
  }
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (::chdir("/") != 0) ::_exit(126);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

int EndOf(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

bool LedgersOnPostgresql() {
  const char* told = std::getenv("STUDIO_LEDGER");
  return told != nullptr && std::string(told) == "postgresql";
}

OwnPostgresql& OwnPostgresql::Shared() {
  static OwnPostgresql shared;
  return shared;
}

OwnPostgresql::OwnPostgresql(Disk disk) : programs_(ProgramsOfPostgresql()), disk_(disk) {
  if (const passwd* user = UserOfServer()) {
    if (::chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
      throw std::runtime_error("the folder of PostgreSQL cannot be given to its user");
    }
  }
  // In the language of nobody, as in one that sorts by its own rules the ledger must sort the same.
  const pid_t founding =
      Begin({programs_ + "/initdb", "-D", (folder_.path() / "data").string(), "-U", "county", "-E",
             "UTF8", "--locale=C.UTF-8", "--no-sync", "--auth=trust"},
            folder_.path() / "initdb.log");
  if (EndOf(founding) != 0) throw std::runtime_error("initdb failed: see its log in the folder");
  Start();
}

OwnPostgresql::~OwnPostgresql() { Stop(); }

void OwnPostgresql::Start() {
  std::vector<std::string> command = {programs_ + "/postgres",
                                      "-D",
                                      (folder_.path() / "data").string(),
                                      "-k",
                                      folder_.path().string(),
                                      "-c",
                                      "listen_addresses=",
                                      "-c",
                                      "max_connections=60"};
  if (disk_ == Disk::kForgets) {
    for (const char* setting : {"fsync=off", "full_page_writes=off", "shared_buffers=32MB",
                                "autovacuum=off", "checkpoint_timeout=30s", "max_wal_size=64MB"}) {
      command.insert(command.end(), {"-c", setting});
    }
  }
  server_ = Begin(command, folder_.path() / "server.log");
  const auto until = std::chrono::steady_clock::now() + kUntilItAnswers;
  for (;;) {
    const pid_t asking = Begin({programs_ + "/pg_isready", "-q", "-h", folder_.path().string()},
                               folder_.path() / "ready.log");
    if (EndOf(asking) == 0) return;
    if (std::chrono::steady_clock::now() > until || ::waitpid(server_, nullptr, WNOHANG) != 0) {
      throw std::runtime_error("PostgreSQL does not start: see server.log in its folder");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

void OwnPostgresql::Stop() {
  if (server_ < 0) return;
  ::kill(server_, SIGQUIT);
  EndOf(server_);
  server_ = -1;
}

std::string OwnPostgresql::Url(const std::string& schema) const {
  std::string host;
  for (const char c : folder_.path().string())
    host += c == '/' ? std::string("%2F") : std::string(1, c);
  return "postgresql://county@" + host + "/postgres?schema=" + schema;
}

std::string OwnPostgresql::Ask(const std::string& sql) const {
  const std::filesystem::path out = folder_.path() / "asked.txt";
  std::filesystem::remove(out);
  const pid_t asking = Begin({programs_ + "/psql", "-h", folder_.path().string(), "-U", "county",
                              "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-Atqc", sql},
                             out);
  const bool ran = EndOf(asking) == 0;
  std::string said;
  if (FILE* file = std::fopen(out.c_str(), "r")) {
    for (int c = 0; (c = std::fgetc(file)) != EOF;) said += static_cast<char>(c);
    std::fclose(file);
  }
  if (!ran) throw std::runtime_error(said);
  return said;
}

}  // namespace studio
