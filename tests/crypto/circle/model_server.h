// The server as far as a device can tell: one order, one commit per epoch, a known message id is answered as before.
#pragma once

#include <map>

#include "crypto/circle/circle.h"

namespace bredvid::circle::model {

using MessageId = std::uint64_t;

// Called with every blob at the moment it leaves a device; device_life.cpp counts keys with it.
inline void (*on_leave)(ByteView blob) = nullptr;

enum class Answer { stored, stale };

struct ServerEntry {
  EnvelopeKind kind = EnvelopeKind::message;
  std::uint64_t epoch = 0;
  Bytes blob;
  MessageId id = 0;
};

struct WaitingWelcome {
  Bytes welcome;
  Bytes introduction;
  std::size_t read_from = 0;
};

struct Server {
  std::uint64_t epoch = 0;
  std::vector<ServerEntry> log;
  std::map<MessageId, std::size_t> known;
  std::map<std::uint32_t, Bytes> packages;
  std::vector<WaitingWelcome> welcomes;
  std::uint64_t commits_refused = 0;

  Answer send(MessageId id, std::uint64_t of_epoch, const Bytes& blob) {
    if (on_leave != nullptr) on_leave(blob);
    return store({EnvelopeKind::message, of_epoch, blob, id});
  }
  Answer commit(MessageId id, const OutgoingCommit& commit) {
    if (on_leave != nullptr) on_leave(commit.commit);
    const bool fresh = !known.contains(id);
    if (store({EnvelopeKind::commit, commit.epoch, commit.commit, id}) == Answer::stale) {
      ++commits_refused;
      return Answer::stale;
    }
    if (!fresh) return Answer::stored;
    ++epoch;
    packages.clear();
    for (const SealedPackage& package : commit.packages) packages[package.selector] = package.sealed;
    if (commit.welcome) welcomes.push_back({*commit.welcome, commit.introduction, log.size()});
    return Answer::stored;
  }
  Answer refresh(std::uint64_t of_epoch, const std::vector<SealedPackage>& fresh) {
    if (of_epoch != epoch) return Answer::stale;
    for (const SealedPackage& package : fresh) packages[package.selector] = package.sealed;
    return Answer::stored;
  }

 private:
  Answer store(ServerEntry entry) {
    if (known.contains(entry.id)) return Answer::stored;
    if (entry.epoch != epoch) return Answer::stale;
    known[entry.id] = log.size();
    log.push_back(std::move(entry));
    return Answer::stored;
  }
};

}  // namespace bredvid::circle::model
