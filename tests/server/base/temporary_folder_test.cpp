// What nearly every test here stands on: its folder goes with it, or with the next one when it died.
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;

std::size_t folders_in(const fs::path& base) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(base), fs::directory_iterator()));
}

/// A process with a folder in `base`, which it tells of and then waits to be killed.
pid_t somebody_else(const fs::path& base) {
  int ends[2];
  if (::pipe(ends) != 0) return -1;
  const pid_t child = ::fork();
  if (child == 0) {
    const TemporaryFolder folder(base);
    std::ofstream(folder.path() / "file") << "something";
    if (::write(ends[1], "x", 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char ready = 0;
  ::close(ends[1]);
  EXPECT_EQ(::read(ends[0], &ready, 1), 1);
  ::close(ends[0]);
  return child;
}

TEST(TemporaryFolder, GoesWithItsOwner) {
  const TemporaryFolder base;
  fs::path path;
  {
    const TemporaryFolder folder(base.path());
    path = folder.path();
    std::ofstream(path / "file") << "something";
    EXPECT_EQ(folders_in(base.path()), 1U);
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, OfAKilledProcessIsClearedAwayAndOfALivingOneIsNot) {
  const TemporaryFolder base;
  const pid_t living = somebody_else(base.path());
  const pid_t killed = somebody_else(base.path());
  ASSERT_GT(living, 0);
  ASSERT_GT(killed, 0);
  fs::create_directory(base.path() / "bredvid");  // none of ours
  EXPECT_EQ(folders_in(base.path()), 3U);
  ::kill(killed, SIGKILL);
  ASSERT_EQ(::waitpid(killed, nullptr, 0), killed);
  EXPECT_EQ(folders_in(base.path()), 3U);
  {
    const TemporaryFolder next(base.path());
    EXPECT_EQ(folders_in(base.path()), 3U) << "the living one's, the other thing, and this one";
  }
  ::kill(living, SIGKILL);
  ASSERT_EQ(::waitpid(living, nullptr, 0), living);
}

}  // namespace
}  // namespace bredvid::support
