// Asio for this folder and for the test client: the includes, short names and the one completion style.
//
// The implementation is compiled once, in asio_impl.cpp (BOOST_ASIO_SEPARATE_COMPILATION is set by the
// target bredvid_asio), and this header is precompiled. Beast is included by beast.h alone.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace bredvid::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using boost::system::error_code;

/// The server's sockets know their loop by its type: no virtual call and no allocation to pass an executor on.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr auto use_task = asio::as_tuple(asio::use_awaitable_t<Executor>());

/// co_await op(..., use_tuple) gives (error_code, result...) and never throws for an I/O failure.
inline constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

}  // namespace bredvid::net
