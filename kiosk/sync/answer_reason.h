// Why an HTTP answer was not what was asked for, in English, for the link's state and the log.
#pragma once

#include <string>

#include "sync/http_client.h"

namespace studio {

std::string ErrorCodeOf(const HttpAnswer& answer);  // "storage"; empty where it names none
std::string StatusReason(const HttpAnswer& answer);
std::string CertificateReason(const HttpAnswer& answer);

}  // namespace studio
