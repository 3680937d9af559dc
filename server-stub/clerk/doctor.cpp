#include "server/clerk/doctor.h"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include <memory>

#include "server/keys/certificates.h"
#include "server/keys/county_calendar.h"
#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "shared/base/shown_text.h"
#include "shared/base/time_units.h"

namespace county {

using studio::ErrorKind;
using studio::Symptom;
using studio::Wellness;

namespace {

constexpr std::int64_t kFirstSaneMs = 1'767'225'600'000;  // 2026-01-01: no program is older
constexpr std::int64_t kBackupOldMs = 2 * studio::kDayMs;
constexpr int kLowPercent = 5, kBadPercent = 1;

Symptom FolderSymptom(const DataFolder& folder) {
  Symptom symptom{"county", "数据文件夹", Wellness::kGood, "已经建好", ""};
  if (folder.Founded()) return symptom;
  symptom.wellness = Wellness::kBad;
  symptom.found = "这里没有建过县：" + folder.root().string();
  symptom.to_do = "请核对 --data 后面写的位置；真没有建过，用 county-stub init 建";
  return symptom;
}

Symptom KeysSymptom(const DataFolder& folder) {
  Symptom symptom{"keys", "密钥", Wellness::kGood, "密钥齐全", ""};
  const auto keys = CountyKeys::Load(folder);
  if (keys) return symptom;
  symptom.wellness = Wellness::kBad;
  symptom.found = "密钥读不出来：" + keys.error().detail;
  symptom.to_do =
      "请用 county-stub 这个用户来查；还不行，请从备份放回 keys "
      "文件夹。没有密钥，账本打不开，请不要另建一个县";
  return symptom;
}

Symptom LedgerIsSound(const DataFolder& folder) {
  Symptom symptom{"ledger", "账本", Wellness::kGood, "账本完好", ""};
  const auto sound = CheckLedger(folder);
  if (sound) return symptom;
  symptom.wellness = Wellness::kBad;
  if (sound.error().kind == studio::ErrorKind::kUnavailable) {
    symptom.found = "连不上账本所在的 PostgreSQL：" + sound.error().detail;
    symptom.to_do = "请管数据库的人看看它开着没有；一通就自己接着办，各台机器的东西都还在";
    return symptom;
  }
  symptom.found = "账本坏了：" + sound.error().detail;
  symptom.to_do =
      "请停下服务，把最近的备份放回去：county-stub restore。各台机器会把缺的再传一遍；"
      "再请查磁盘，多半要换";
  return symptom;
}

Symptom DiskSymptom(const DataFolder& folder) {
  Symptom symptom{"disk", "磁盘", Wellness::kGood, "", ""};
  struct statvfs disk {};
  if (statvfs(folder.root().c_str(), &disk) != 0 || disk.f_blocks == 0) {
    symptom.wellness = Wellness::kBad;
    symptom.found = "看不了磁盘还有多少地方";
    symptom.to_do = "请查磁盘";
    return symptom;
  }
  const auto percent = static_cast<int>(disk.f_bavail * 100 / disk.f_blocks);
  symptom.found = "还剩 " + std::to_string(percent) + "%";
  if (percent < kLowPercent) symptom.to_do = "请腾出地方，或换大一点的盘";
  if (percent < kLowPercent) symptom.wellness = Wellness::kAttention;
  if (percent < kBadPercent) symptom.wellness = Wellness::kBad;
  return symptom;
}

Symptom WritingSymptom(const DataFolder& folder) {
  Symptom symptom{"writing", "读写检查", Wellness::kGood, "写进去的读得回来", ""};
  const auto trial = folder.root() / "doctor-trial";
  const studio::Bytes bytes(16 * 1024, 0x5A);
  const auto written = WriteFile(trial, bytes, FileMode::kPrivate);
  const auto back = ReadFile(trial);
  std::error_code ignored;
  std::filesystem::remove(trial, ignored);
  if (written && back && *back == bytes) return symptom;
  symptom.wellness = Wellness::kBad;
  symptom.found = "写不进去，或者读回来的不对";
  symptom.to_do = "磁盘满了就腾地方；没有满，就是磁盘要坏了，请尽快换";
  return symptom;
}

Symptom ClockSymptom(std::int64_t now_ms) {
  Symptom symptom{"clock", "时钟", Wellness::kGood, "开着自动对时", ""};
  timex state{};
  if (now_ms < kFirstSaneMs) {
    symptom.wellness = Wellness::kBad;
    symptom.found = "本机日期早于程序本身，多半是主板电池没电了";
    symptom.to_do = "请先校准：timedatectl set-ntp true，再换主板电池。各台机器都以这里的时间为准";
  } else if (adjtimex(&state) < 0 || (state.status & STA_UNSYNC) != 0) {
    symptom.wellness = Wellness::kAttention;
    symptom.found = "没有自动对时，现在是 " + studio::ToText(DateAt(now_ms));
    symptom.to_do = "请打开：timedatectl set-ntp true。各台机器都以这里的时间为准";
  }
  return symptom;
}

Symptom CertificateLasts(const DataFolder& folder, std::int64_t now_ms) {
  Symptom symptom{"certificate", "证书", Wellness::kGood, "", ""};
  const auto end_s = EndOfServerCertificate(folder);
  if (!end_s) {
    symptom.wellness = Wellness::kBad;
    symptom.found = "证书读不出来：" + end_s.error().detail;
    symptom.to_do = "请从备份放回 server.pem 和 server.key";
    return symptom;
  }
  const std::int64_t left_s = *end_s - now_ms / 1000;
  const std::string day = studio::ToText(DateAt(*end_s * 1000));
  symptom.found = "到 " + day + " 为止，还有 " + std::to_string(left_s / (24 * 3600)) + " 天";
  if (const auto hosts = HostsOfServerCertificate(folder)) {
    symptom.found += "；写的是 " + studio::ShownText(*hosts);
  }
  if (left_s > kToldBeforeEndS) return symptom;
  symptom.wellness = Wellness::kAttention;
  symptom.to_do = "请续：county-stub certificate --renew，再 systemctl reload county-stub";
  if (left_s > 0) return symptom;
  symptom.wellness = Wellness::kBad;
  symptom.found = "证书 " + day + " 就过期了，各台机器都连不上";
  return symptom;
}

Symptom AuthorityLasts(const DataFolder& folder, std::int64_t now_ms) {
  Symptom symptom{"authority", "根证书", Wellness::kGood, "", ""};
  const auto end_s = EndOfAuthority(folder);
  if (!end_s) {
    symptom.wellness = Wellness::kBad;
    symptom.found = "根证书读不出来：" + end_s.error().detail;
    symptom.to_do = "请从备份放回 ca.pem 和 ca.key";
    return symptom;
  }
  symptom.found = "到 " + studio::ToText(DateAt(*end_s * 1000)) + " 为止";
  if (*end_s - now_ms / 1000 > 2 * 365 * 24 * 3600) return symptom;
  symptom.wellness = Wellness::kAttention;
  symptom.to_do = "不到两年了，请联系供货方换根证书";
  return symptom;
}

Symptom BackupSymptom(const DataFolder& folder, std::int64_t now_ms) {
  Symptom symptom{"backup", "备份", Wellness::kAttention, "还没有备份过",
                  "请每天备份：county-stub backup --out 文件，备份要放在另一块盘上"};
  std::int64_t last_ms = 0;
  try {
    last_ms = Ledger(folder).LastBackupMs();
  } catch (const std::exception&) {
    symptom.found = "账本打不开，不知道什么时候备份过";
    return symptom;
  }
  if (last_ms == 0) return symptom;
  symptom.found = "最近一次是 " + studio::ToText(DateAt(last_ms));
  if (now_ms - last_ms > kBackupOldMs) {
    symptom.found += "，" + std::to_string((now_ms - last_ms) / studio::kDayMs) + " 天没有备份了";
    return symptom;
  }
  symptom.wellness = Wellness::kGood;
  symptom.to_do.clear();
  return symptom;
}

enum class Port { kFree, kTaken, kNotHere };

Port LookAtPort(const DoctorOrder& order) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (getaddrinfo(order.host.c_str(), std::to_string(order.port).c_str(), &wanted, &found) != 0) {
    return Port::kNotHere;
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, freeaddrinfo);
  const int line = socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, 0);
  if (line < 0) return Port::kNotHere;
  const int yes = 1;
  setsockopt(line, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const int result = bind(line, found->ai_addr, found->ai_addrlen);
  const int why = errno;
  close(line);
  if (result == 0) return Port::kFree;
  return why == EADDRINUSE ? Port::kTaken : Port::kNotHere;
}

Symptom ServingSymptom(const DataFolder& folder, const DoctorOrder& order) {
  Symptom symptom{"serving", "服务", Wellness::kGood, "", ""};
  const std::string where = order.host + ":" + std::to_string(order.port);
  std::error_code error;  // the lock of a service that never ran is not for us to make
  const bool serving = std::filesystem::exists(folder.root() / "serve.lock", error) &&
                       !ServiceLock::Take(folder).has_value();
  switch (LookAtPort(order)) {
    case Port::kTaken:
      if (serving) {
        symptom.found = "正在 " + where + " 服务";
        return symptom;
      }
      symptom.wellness = Wellness::kBad;
      symptom.found = where + " 给别的程序占了，也许是另一个县的服务";
      symptom.to_do = "用 ss -ltnp 看是谁占的，停掉它，或在 /etc/default/county-stub 里换个端口";
      return symptom;
    case Port::kNotHere:
      symptom.wellness = Wellness::kBad;
      symptom.found = "本机没有 " + order.host + " 这个地址，或不许用这个端口";
      symptom.to_do = "请在 /etc/default/county-stub 里写本机的地址，或写 0.0.0.0";
      return symptom;
    case Port::kFree:
      break;
  }
  symptom.wellness = Wellness::kAttention;
  symptom.found = serving ? "服务开着，不过不在 " + where : "服务没有开";
  symptom.to_do =
      serving ? "请核对 --listen 后面写的地址和端口" : "请打开：systemctl start county-stub";
  return symptom;
}

}  // namespace

studio::Diagnosis Diagnose(const DataFolder& folder, const DoctorOrder& order) {
  studio::Diagnosis all{FolderSymptom(folder), ClockSymptom(order.now_ms)};
  if (folder.Founded()) {
    for (const auto& symptom :
         {KeysSymptom(folder), LedgerIsSound(folder), DiskSymptom(folder), WritingSymptom(folder),
          CertificateLasts(folder, order.now_ms), AuthorityLasts(folder, order.now_ms),
          BackupSymptom(folder, order.now_ms), ServingSymptom(folder, order)}) {
      all.push_back(symptom);
    }
  }
  return Sorted(std::move(all));
}

}  // namespace county
