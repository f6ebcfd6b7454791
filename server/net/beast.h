// Beast for the files that speak HTTP, and WebSocket for the test client. Nothing else outside this folder includes it.
#pragma once

#include "server/net/asio.h"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

namespace bredvid::net {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;

}  // namespace bredvid::net
