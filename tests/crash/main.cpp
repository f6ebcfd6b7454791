// crash_test's own main: the server is started by the hundred, and a peer that is gone must not end us.
#include <gtest/gtest.h>
#include <sodium.h>

#include <csignal>

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);
  if (sodium_init() < 0) return 1;
  testing::InitGoogleTest(&count, words);
  return RUN_ALL_TESTS();
}
