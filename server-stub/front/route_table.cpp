#include "server/front/route_table.h"

namespace county {

namespace {

// False, or what the path names.
bool Leads(const Route& route, std::string_view path, std::string_view& named) {
  if (!route.fits) return path == route.before;
  const std::size_t around = route.before.size() + route.after.size();
  if (path.size() < around || !path.starts_with(route.before) || !path.ends_with(route.after)) {
    return false;
  }
  named = path.substr(route.before.size(), path.size() - around);
  return route.fits(named);
}

}  // namespace

FoundRoute RouteTable::Find(std::string_view method, std::string_view path) const {
  for (const Route& route : routes_) {
    std::string_view named;
    if (route.method == method && Leads(route, path, named)) return {&route, named};
  }
  return method == "HEAD" ? Find("GET", path) : FoundRoute{};
}

}  // namespace county
