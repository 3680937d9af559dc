#include "server/ledger/postgresql_news.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace county {

namespace {

constexpr int kBetweenTriesMs = 1000;

// False: the line broke.
bool TakeWhatCame(pg_conn* line, bool& news) {
  if (PQconsumeInput(line) != 1) return false;
  while (PGnotify* const told = PQnotifies(line)) {
    news = true;
    PQfreemem(told);
  }
  return true;
}

}  // namespace

PostgresqlNews::PostgresqlNews(PostgresqlPlace place, std::function<void()> heard)
    : place_(std::move(place)),
      heard_(std::move(heard)),
      end_(::eventfd(0, EFD_CLOEXEC)),
      listening_([this] { Listen(); }) {}

PostgresqlNews::~PostgresqlNews() {
  ::eventfd_write(end_, 1);
  listening_.join();
  ::close(end_);
}

PostgresqlLine PostgresqlNews::Subscribe() const {
  try {
    auto line = ConnectTo(place_);
    PGresult* const done = PQexec(line.get(), ("LISTEN " + NewsChannel(place_)).c_str());
    const bool listens = PQresultStatus(done) == PGRES_COMMAND_OK;
    PQclear(done);
    if (listens) return line;
  } catch (const LedgerAway&) {
    // Who asks the ledger says so.
  }
  return nullptr;
}

bool PostgresqlNews::Await(int descriptor) const {
  std::array<pollfd, 2> awaited{{{end_, POLLIN, 0}, {descriptor, POLLIN, 0}}};
  const int patience_ms = descriptor < 0 ? kBetweenTriesMs : -1;
  while (::poll(awaited.data(), awaited.size(), patience_ms) < 0 && errno == EINTR) {
  }
  return awaited[0].revents == 0;
}

void PostgresqlNews::Listen() {
  PostgresqlLine line;
  do {
    bool news = false;
    if (line && !TakeWhatCame(line.get(), news)) line.reset();
    if (!line) {
      line = Subscribe();
      news = line != nullptr;
    }
    if (news) heard_();
  } while (Await(line ? PQsocket(line.get()) : -1));
}

}  // namespace county
