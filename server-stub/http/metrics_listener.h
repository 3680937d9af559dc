// Answers whoever asks for /metrics on this machine, one after the other, without TLS.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "shared/base/result.h"

namespace county {

class MetricsListener {
 public:
  // On 127.0.0.1; port 0 takes a free one. tell: the text of now, on a thread of this class.
  // kUnavailable: the port cannot be had.
  static studio::Result<std::unique_ptr<MetricsListener>> Begin(int port,
                                                                std::function<std::string()> tell);
  ~MetricsListener();
  MetricsListener(const MetricsListener&) = delete;
  MetricsListener& operator=(const MetricsListener&) = delete;

  int port() const { return port_; }

 private:
  MetricsListener(int door, int port, std::function<std::string()> tell);
  void Serve();

  const int door_, end_;  // the second an eventfd
  const int port_;
  const std::function<std::string()> tell_;
  std::thread serving_;
};

}  // namespace county
