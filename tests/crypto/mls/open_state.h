// The inside of a group, for tests that forge as a member or look for its secrets.
#pragma once

#include <gtest/gtest.h>

#include "crypto/mls/group_state.h"

namespace bredvid::mls::testing_support {

inline GroupState open_state(const Group& group) {
  const SecretBytes bytes = group.serialize();
  tls::Reader reader(bytes.view());
  const std::uint8_t version = reader.u8();
  GroupState state = GroupState::decode(reader, version);
  EXPECT_TRUE(reader.finish().has_value());
  return state;
}

}  // namespace bredvid::mls::testing_support
