// The information pages that are served now, and who looks for new ones.
//
// A thread of its own watches the folders and reads them again after a change, at once when asked, and every minute
// (not everything that moves a file is reported). What was wrong with a file is said once for each state of the
// folder. Nothing is written down about who reads.
#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "server/base/shared_slot.h"
#include "server/net/folder_watch.h"
#include "server/net/info_pages.h"

namespace bredvid::net {

class InfoShelf {
 public:
  /// Reads the folder.
  explicit InfoShelf(InfoSource source);
  InfoShelf(const InfoShelf&) = delete;
  InfoShelf& operator=(const InfoShelf&) = delete;
  ~InfoShelf();

  /// Begins to watch; without a folder there is nothing to watch.
  void start();
  /// Any thread.
  void look_now();
  void stop();

  /// Whoever answers with it keeps it until the answer is written. Any thread.
  [[nodiscard]] std::shared_ptr<const InfoPages> current() const { return pages_.load(); }

 private:
  void run();
  void watch();
  void look();

  const InfoSource source_;
  SharedSlot<const InfoPages> pages_;
  FolderWatch folders_;  // of the thread alone
  int wake_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace bredvid::net
