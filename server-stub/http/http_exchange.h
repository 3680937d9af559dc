// One HTTP request and its response, for the routes: bodies in, envelopes and refusals out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/office/office.h"

namespace httplib {
class ContentReader;
struct Request;
struct Response;
}  // namespace httplib

namespace county {

void SendRefusal(httplib::Response& response, const Refusal& refusal);
void SendEnvelope(httplib::Response& response, const Bytes& envelope);
void Send(httplib::Response& response, const Answer<Bytes>& answer);

// A page of changes that is worth it, where the terminal takes gzip. The envelope inside stays as
// it was signed.
void ZipPage(const httplib::Request& request, httplib::Response& response);

// The body as sent, at most `limit` bytes; nullopt after a refusal.
std::optional<std::string> ReadBody(const httplib::Request& request, httplib::Response& response,
                                    const httplib::ContentReader& reader, std::size_t limit);

// Who signed it: Office::Identify. Refused where a fault stands in for the work (faults.h).
Answer<Terminal> Identify(Office& office, const httplib::Request& request, std::string_view body);

}  // namespace county
