// The way to the store's thread, for whoever calls from another one. A call is posted, runs there
// in its turn, and is answered on the main thread; the `…Here` kind is answered on the store thread
// itself. Copies are the same thread; what was posted is done even after the store itself is gone.
//
// `call(const AtWork&)` answers a Result<T>, as StoreCore::Read and Write say. After a success, and
// before the answer, `then(StoreCore&, const T&)` tells what has changed.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "store/core/store_core.h"

namespace studio {

inline constexpr auto kTellNothing = [](StoreCore&, const auto&) {};
inline constexpr auto kTellRecord = [](StoreCore& core, const auto&) { core.TellRecord(); };

class StoreThread {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  explicit StoreThread(StoreParts parts)
      : store_thread_(parts.store_thread),
        worker_(parts.worker),
        main_queue_(parts.main_queue),
        core_(std::make_shared<StoreCore>(std::move(parts))) {}

  template <class T, class Call>
  void Read(Done<T> done, Call call) const {
    Post([to = *this, done = std::move(done), call = std::move(call)](StoreCore& core) {
      to.Answer<T>(done, core.Read<T>(call));
    });
  }

  template <class T, class Call, class Then = decltype(kTellNothing)>
  void Write(Done<T> done, Call call, Then then = kTellNothing) const {
    Post([to = *this, done = std::move(done), call = std::move(call), then](StoreCore& core) {
      auto result = core.Write<T>(call);
      if (result) then(core, *result);
      to.Answer<T>(done, std::move(result));
    });
  }

  template <class T, class Call>
  void ReadHere(Done<T> done, Call call) const {
    Post([done = std::move(done), call = std::move(call)](StoreCore& core) {
      done(core.Read<T>(call));
    });
  }

  template <class T, class Call, class Then = decltype(kTellNothing)>
  void WriteHere(Done<T> done, Call call, Then then = kTellNothing) const {
    Post([done = std::move(done), call = std::move(call), then](StoreCore& core) {
      auto result = core.Write<T>(call);
      if (result) then(core, *result);
      done(std::move(result));
    });
  }

  // A try that is counted before it is made: `begin(AtWork)` counts it and says whether it is
  // allowed, `derive(attempt)` runs on the worker, `end(AtWork, attempt, derived)` settles it. An
  // attempt has `allowed`, and `refused`: the answer where it is not.
  template <class T, class Begin, class Derive, class End>
  void Try(Done<T> done, Begin begin, Derive derive, End end) const {
    using Attempt = typename std::invoke_result_t<Begin, const AtWork&>::value_type;
    Post([to = *this, done = std::move(done), begin = std::move(begin), derive = std::move(derive),
          end = std::move(end)](StoreCore& core) {
      auto attempt = core.Write<Attempt>(begin);
      if (!attempt || !attempt->allowed) {
        to.Answer<T>(done, attempt.map([](const Attempt& none) { return none.refused; }));
        return;
      }
      to.PostToWorker([to, done, derive, end, attempt = std::move(*attempt)] {
        auto derived = derive(attempt);
        to.Write<T>(done, [attempt, derived = std::move(derived), end](const AtWork& at) {
          return end(at, attempt, derived);
        });
      });
    });
  }

  // What is read takes long to make something of: `read(AtWork)` answers a Result<Found> on the
  // store thread, `work(Found)` a Result<T> of it on the worker.
  template <class T, class ReadCall, class Work>
  void ReadAndWork(Done<T> done, ReadCall read, Work work) const {
    using Found = typename std::invoke_result_t<ReadCall, const AtWork&>::value_type;
    Post([to = *this, done = std::move(done), read = std::move(read),
          work = std::move(work)](StoreCore& core) {
      auto found = core.Read<Found>(read);
      if (!found) return to.Answer<T>(done, tl::unexpected(found.error()));
      to.PostToWorker([to, done, work, kept = std::make_shared<Found>(std::move(*found))] {
        to.Answer<T>(done, work(std::move(*kept)));
      });
    });
  }

  void Post(std::function<void(StoreCore&)> job) const {
    store_thread_->Post([core = core_, job = std::move(job)] { job(*core); });
  }
  void PostToWorker(std::function<void()> job) const { worker_->Post(std::move(job)); }
  template <class T>
  void Answer(const Done<T>& done, Result<T> result) const {
    main_queue_->Post([done, result = std::move(result)] { done(result); });
  }

  std::shared_ptr<AttachmentFolder> folder() const { return core_->folder(); }

 private:
  Executor* store_thread_;
  Executor* worker_;
  MainQueue* main_queue_;
  std::shared_ptr<StoreCore> core_;
};

}  // namespace studio
