#!/usr/bin/env bash
# Starts the server with demo people. The first start makes the data folder; later ones keep it.
# Called by ./dev run, which has built everything.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bredvid=build/native/server/bredvid demo=build/native/tests/support/bredvid-demo
data=data port=8443
while [ $# -gt 0 ]; do
  case "$1" in
    --port) port=${2:?--port needs a number}; shift 2 ;;
    --data) data=${2:?--data needs a folder}; shift 2 ;;
    *) echo "run: unknown option $1 (./dev help)" >&2; exit 2 ;;
  esac
done
url=https://localhost:$port
people=$data/demo-people.json

# The folder is made beside its final place and moved when the demo people are in it: a first start that was cut
# short leaves nothing half done.
work=$data
if [ ! -f "$people" ]; then
  if [ -e "$data" ]; then
    echo "run: $data exists but was not made by ./dev run; give another folder with --data" >&2; exit 1
  fi
  work=$data.new
  rm -rf "$work"
  config=$(mktemp)
  sed "s|^{|{\n  \"base_url\": \"$url\",\n  \"info\": \"$PWD/schema/info\",|" scripts/demo-config.json >"$config"
  "$bredvid" init --data "$work" --config "$config" --dev-cert >&2
  rm -f "$config"
fi

server=
start_server() {
  local ready
  ready=$(mktemp -u); mkfifo "$ready"
  "$bredvid" serve --data "$1" --web build/web --port "$port" >"$ready" &
  server=$!
  # the one line that says that it takes connections, or the end of the program
  if ! read -r _ <"$ready"; then rm -f "$ready"; wait "$server"; exit $?; fi
  rm -f "$ready"
}
stop_server() { [ -z "$server" ] || { kill -TERM "$server" 2>/dev/null || true; wait "$server" || true; server=; }; }
trap stop_server EXIT

if [ ! -f "$people" ]; then
  echo "== making the demo people" >&2
  start_server "$work"
  link() { "$bredvid" slip --data "$work" --base-url "$url" --days 30 --json "$@" | node -pe 'JSON.parse(require("fs").readFileSync(0)).link'; }
  supporter_m=$(link --role supporter --org municipality --label Karin)
  supporter_a=$(link --role supporter --org association --label Yusuf)
  coordinator_m=$(link --role coordinator --org municipality --label Samordnaren)
  coordinator_a=$(link --role coordinator --org association --label Samordnaren)
  lead=$(link --role lead --org municipality)
  "$demo" --url "$url" --data "$work" --staff-link-municipality "$supporter_m" --staff-link-association "$supporter_a" \
    --tallies --transcript tests/data/transcript.json >"$work/demo.json"
  node -e 'const t = require(require("path").resolve(process.argv[1])).transcript;
    console.error(`== ${t.messages} messages (${t.bytes} bytes) went through the server and came out the same`)' "$work/demo.json"
  # the demo's counts are published up to yesterday, so that the lead sees a release and today is still counted
  "$bredvid" release --data "$work" --until "$(date -d yesterday +%F)" >&2 ||
    echo "== no release to show yet: the period began today" >&2
  COORDINATOR_M=$coordinator_m COORDINATOR_A=$coordinator_a LEAD=$lead node scripts/demo-people.mjs "$work/demo.json" >"$work/demo-people.json"
  stop_server
  mv "$work" "$data"
fi

start_server "$data"
node scripts/demo-people.mjs --print "$people" "$url"
echo "Ready. Ctrl+C ends the server; the next ./dev run goes on with the same data ($data)."
trap 'kill -TERM "$server" 2>/dev/null' TERM INT
trap - EXIT
code=0; wait "$server" || code=$?
# a signal interrupts the first wait: the server's own exit code comes with the second
[ $code -le 128 ] || { code=0; wait "$server" || code=$?; }
exit "$code"
