// Which requests there are, by method and path, and what each may bring. No regular expressions:
// a path is text, and at most one part of it is left open.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace county {

class Exchange;

// Whose threads do the work, so that strangers hold up no terminal.
enum class Lane { kTerminals, kAnybody };

struct Route {
  std::string method;
  std::string before;  // "/t/"
  std::string after;   // behind what is left open: "/thanks"
  // What may stand between; nullptr: the path is `before` alone.
  bool (*fits)(std::string_view) = nullptr;
  std::size_t most_body = 0;  // bytes, as sent
  Lane lane = Lane::kTerminals;
  std::function<void(const std::shared_ptr<Exchange>&)> handle;
};

struct FoundRoute {
  const Route* route = nullptr;
  std::string_view named;  // of the path
};

class RouteTable {
 public:
  void Add(Route route) { routes_.push_back(std::move(route)); }
  // HEAD goes where GET does, if it has no route of its own. nullptr: there is none.
  FoundRoute Find(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace county
