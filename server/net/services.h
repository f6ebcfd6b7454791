// What every connection needs of the rest of the server. References: the owner (server.h's caller) keeps
// them alive until the server has been destroyed.
#pragma once

#include "server/base/clock.h"
#include "server/domain/connection.h"
#include "server/domain/store.h"

namespace bredvid::net {

struct Services {
  domain::Store& store;
  const Clock& clock;
  domain::ConnectionConfig connection;
};

}  // namespace bredvid::net
