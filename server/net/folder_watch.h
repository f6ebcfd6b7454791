// Tells when a file may have been replaced: inotify on the folders of some paths and of every link on the way to them.
//
// Writes into an open file are not reported before it is closed: the data folder, where a certificate may lie, is
// written to with every message. Linux only. One thread.
#pragma once

#include <filesystem>
#include <vector>

namespace bredvid::net {

class FolderWatch {
 public:
  FolderWatch() = default;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Watches anew. What can't be watched (no such folder, no watches left) is left out: the caller also looks by
  /// itself.
  void watch(const std::vector<std::filesystem::path>& paths);
  /// For poll(); -1: nothing is watched.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Takes what has been reported. True: there was something.
  bool drain();

 private:
  int descriptor_ = -1;
};

}  // namespace bredvid::net
