#include "store/outbox/refusals.h"

namespace studio {
namespace {

constexpr const char* kKeepRefusal = "INSERT OR REPLACE INTO refusal (of, code) VALUES (?, ?)";
constexpr const char* kForgetRefusal = "DELETE FROM refusal WHERE of = ?";
constexpr const char* kForgetRefusals = "DELETE FROM refusal";
constexpr const char* kReadRefusal = "SELECT code FROM refusal WHERE of = ?";

}  // namespace

void KeepRefusal(Connection& connection, ByteView of, Refusal refusal) {
  Query(connection, kKeepRefusal).Add(of).Add(NameOf(refusal)).Run();
}

void ForgetRefusal(Connection& connection, ByteView of) {
  Query(connection, kForgetRefusal).Add(of).Run();
}

void ForgetRefusals(Connection& connection) { Query(connection, kForgetRefusals).Run(); }

Refusal RefusalOf(Connection& connection, ByteView of, std::string_view reason) {
  Query query(connection, kReadRefusal);
  query.Add(of);
  return query.Step() ? RefusalFrom(query.Text(0)) : RefusalOfReason(reason);
}

}  // namespace studio
