// Beast for the three files that speak HTTP and WebSocket. Nothing outside this folder includes it.
#pragma once

#include "server/net/asio.h"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace bredvid::net {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;

using TlsStream = beast::ssl_stream<beast::tcp_stream>;

}  // namespace bredvid::net
