#include "server/commands/upkeep_commands.h"

#include <iostream>

#include "server/clerk/doctor.h"
#include "server/commands/command_line.h"
#include "server/commands/listen_address.h"
#include "server/keys/certificates.h"
#include "server/keys/county_calendar.h"
#include "server/office/office.h"
#include "shared/base/shown_text.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct CertificateCommand {
  bool renew = false;
  std::vector<std::string> hosts;
};

struct DoctorCommand {
  std::string listen = "127.0.0.1:8443";
  bool json = false;
};

Result<void> TellCertificate(const DataFolder& folder, const CertificateCommand& command) {
  if (command.renew || !command.hosts.empty()) {
    const auto renewed = RenewServerCertificate(folder, SystemTimeMs() / 1000, command.hosts);
    if (!renewed) return tl::unexpected(renewed.error());
  }
  const auto end_s = EndOfServerCertificate(folder);
  if (!end_s) return tl::unexpected(end_s.error());
  const auto hosts = HostsOfServerCertificate(folder);
  std::cout << "good until " << studio::ToText(DateAt(*end_s * 1000)) << " for "
            << studio::ShownText(hosts.value_or("")) << '\n';
  if (command.renew || !command.hosts.empty()) {
    std::cout << "a running serve shows it after SIGHUP\n";
  }
  return {};
}

Result<void> Examine(const DataFolder& folder, const DoctorCommand& command) {
  const auto address = ParseListenAddress(command.listen);
  if (!address) return tl::unexpected(address.error());
  const studio::Diagnosis diagnosis =
      Diagnose(folder, {address->host, address->port, SystemTimeMs()});
  std::cout << (command.json ? studio::ShownJson(studio::DiagnosisJson(diagnosis)) + "\n"
                             : studio::DiagnosisText(diagnosis));
  if (studio::Works(diagnosis)) return {};
  return Fail(ErrorKind::kUnavailable, "something does not work");
}

}  // namespace

void AddUpkeepCommands(CommandLine& line) {
  {
    auto [command, options] =
        line.Add("certificate", "How long the server's certificate is good and for which hosts",
                 TellCertificate);
    command.add_flag("--renew", options.renew, "Make the next one, good for 2 years");
    command.add_option("--host", options.hosts,
                       "A name or address that it is for from now on, beside this machine's own; "
                       "makes the next one");
  }
  auto [command, options] = line.AddForAnyFolder(
      "doctor", "What is wrong with the county's machine, and what to do; status 1: something is",
      Examine);
  command.add_option("--listen", options.listen, "HOST:PORT that serve is given");
  command.add_flag("--json", options.json, "As JSON");
}

}  // namespace county
