#include "page_server.h"

#include <httplib.h>

#include <stdexcept>

namespace studio::bench {

PageServer::PageServer(std::string html) : server_(std::make_unique<httplib::Server>()) {
  server_->set_tcp_nodelay(true);
  server_->Get("/", [html = std::move(html)](const httplib::Request&, httplib::Response& response) {
    response.set_content(html, "text/html; charset=utf-8");
  });
  server_->Get("/painted", [this](const httplib::Request&, httplib::Response& response) {
    std::lock_guard lock(mutex_);
    painted_ = true;
    changed_.notify_all();
    response.set_content("", "text/plain");
  });
  port_ = server_->bind_to_any_port("127.0.0.1");
  if (port_ <= 0) throw std::runtime_error("no port for the page");
  thread_ = std::thread([this] { server_->listen_after_bind(); });
}

PageServer::~PageServer() {
  server_->stop();
  thread_.join();
}

std::string PageServer::Url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

bool PageServer::WaitUntilPainted(std::chrono::seconds patience) {
  std::unique_lock lock(mutex_);
  const bool painted = changed_.wait_for(lock, patience, [this] { return painted_; });
  painted_ = false;
  return painted;
}

}  // namespace studio::bench
