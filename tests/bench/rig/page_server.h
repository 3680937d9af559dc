// Gives a browser the page to show, and notes when it says that it has painted it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace httplib {
class Server;
}

namespace studio::bench {

class PageServer {
 public:
  explicit PageServer(std::string html);
  ~PageServer();

  std::string Url() const;
  // False where nothing was painted in time. Counts each painting once.
  bool WaitUntilPainted(std::chrono::seconds patience);

 private:
  std::unique_ptr<httplib::Server> server_;
  int port_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool painted_ = false;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace studio::bench
